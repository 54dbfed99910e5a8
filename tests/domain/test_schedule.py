"""The plan from the job that stands to the job that should stand."""

from __future__ import annotations

from datetime import datetime, time

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain import schedule as scheduling
from mikrohandlinger.domain.schedule import Call, Job, next_due, plan

paths = st.sampled_from(["/a", "/b", "/c"])
jobs = st.builds(
    lambda files, start, active: Job(
        files=tuple(files.items()),
        start=(Call(("start", start)),),
        stop=(Call(("stop", start)),),
        settle=(Call(("settle",)),),
        active=active,
    ),
    st.dictionaries(paths, st.binary(max_size=3), min_size=1),
    st.sampled_from(["1", "2"]),
    st.booleans(),
)


def carried_out(job: Job | None, steps: tuple[scheduling.Step, ...]) -> dict[str, bytes]:
    files = dict(job.files) if job is not None else {}
    for step in steps:
        if step.do == scheduling.WRITE:
            files[step.path] = step.content
        elif step.do == scheduling.DELETE:
            del files[step.path]
    return files


@given(st.none() | jobs.map(lambda job: job._replace(active=True)), st.none() | jobs)
def test_a_plan_leads_from_any_job_to_any_other(desired: Job | None, installed: Job | None) -> None:
    steps = plan(desired, installed)

    assert carried_out(installed, steps) == (dict(desired.files) if desired is not None else {})


@given(jobs.map(lambda job: job._replace(active=True)))
def test_a_job_that_stands_already_needs_no_step(job: Job) -> None:
    assert plan(job, job) == ()


@given(jobs, jobs)
def test_only_files_that_are_to_say_something_else_are_written(desired: Job, installed: Job) -> None:
    present = dict(installed.files)

    written = [step for step in plan(desired._replace(active=True), installed) if step.do == scheduling.WRITE]

    assert not [step for step in written if present.get(step.path) == step.content]


@given(jobs)
def test_a_job_that_the_scheduler_has_forgotten_is_started_again(job: Job) -> None:
    steps = plan(job._replace(active=True), job._replace(active=False))

    assert [step.call for step in steps][-1] == job.start[0]


@given(jobs, jobs)
def test_the_old_job_is_stopped_before_anything_changes(desired: Job, installed: Job) -> None:
    steps = plan(desired._replace(active=True), installed)

    assert not steps or steps[0].call == installed.stop[0]._replace(may_fail=not installed.active)


def test_taking_a_job_away_stops_it_deletes_its_files_and_settles() -> None:
    job = Job(
        files=(("/a", b""),),
        start=(),
        stop=(Call(("stop",)),),
        settle=(Call(("settle",)),),
        leftovers=("/stamp",),
    )

    assert [(step.do, step.path or step.call) for step in plan(None, job)] == [
        ("run", Call(("stop",))),
        ("delete", "/stamp"),
        ("delete", "/a"),
        ("run", Call(("settle",))),
    ]
    assert plan(None, None) == ()


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - the wall clock has no zone
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.frozensets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
)
def test_the_next_time_is_the_first_one_to_come(now: datetime, at: time, weekdays: tuple[int, ...]) -> None:
    due = next_due(at, weekdays, now)

    assert due is not None
    assert now < due
    assert (due - now).days <= 7
    assert due.time() == at
    assert due.isoweekday() in weekdays
    earlier = next_due(at, weekdays, due.replace(hour=0, minute=0, second=0, microsecond=0))
    assert at == time(0) or earlier == due


def test_without_weekdays_nothing_is_due() -> None:
    assert next_due(time(8), (), datetime(2026, 11, 23)) is None  # noqa: DTZ001
