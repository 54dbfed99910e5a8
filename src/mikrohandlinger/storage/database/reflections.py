"""The answers of the weekly retrospective."""

from __future__ import annotations

from datetime import date, datetime

from mikrohandlinger.storage.database.table import REFLECTIONS
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mikrohandlinger.domain.privacy import Words
    from mikrohandlinger.domain.reflecting import Answers
    from mikrohandlinger.storage.database.journal import Journal


class Reflections:
    """The table of answers."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, monday: date) -> dict[str, str]:
        """The answers of a week by key; empty when there are none."""
        rows = self._journal.query(
            "SELECT key, answer FROM reflections WHERE monday = ? AND answer IS NOT NULL",
            (monday.isoformat(),),
        )
        return dict(rows.fetchall())

    def has_any(self, monday: date) -> bool:
        """Whether a week was looked back on, or passed over."""
        row = self._journal.query(
            "SELECT 1 FROM reflections WHERE monday = ? AND deleted = 0 LIMIT 1", (monday.isoformat(),)
        ).fetchone()
        return row is not None

    def whole(self, monday: date) -> Answers:
        """The answers of a week with their questions, and whether it was passed over."""
        from mikrohandlinger.domain.reflecting import PASSED, Answers

        rows = self._journal.query(
            "SELECT key, answer, question FROM reflections WHERE monday = ? AND deleted = 0",
            (monday.isoformat(),),
        ).fetchall()
        said = {key: answer for key, answer, _question in rows if answer is not None}
        asked = {key: question for key, answer, question in rows if answer is not None and question}
        return Answers(said, asked, any(key == PASSED for key, _answer, _question in rows))

    def every(self) -> dict[date, Answers]:
        """Every reflection with an answer, newest week first."""
        from mikrohandlinger.domain.reflecting import Answers

        found: dict[date, tuple[dict[str, str], dict[str, str]]] = {}
        for monday, key, answer, question in self._journal.query(
            "SELECT monday, key, answer, question FROM reflections WHERE answer IS NOT NULL ORDER BY monday DESC"
        ):
            said, asked = found.setdefault(date.fromisoformat(monday), ({}, {}))
            said[key] = answer
            if question:
                asked[key] = question
        return {monday: Answers(said, asked) for monday, (said, asked) in found.items()}

    def answer(
        self,
        monday: date,
        answers: Mapping[str, Words],
        now: datetime,
        questions: Mapping[str, str] | None = None,
    ) -> None:
        """Store answers of the week's reflection and leave the others as they are; one without words goes.

        Args:
            monday: First day of the week.
            answers: The answers by key.
            now: When.
            questions: The user's own questions by key; each answer keeps the one that it answers.
        """
        standing = self.of(monday)
        with self._journal.change("reflect", now) as change:
            for key, words in answers.items():
                row = {"monday": monday.isoformat(), "key": key}
                if words.text is not None:
                    change.save(
                        REFLECTIONS, {**row, "answer": words.text, "question": (questions or {}).get(key)}
                    )
                elif key in standing:
                    change.save(REFLECTIONS, {**row, "deleted": 1})

    def pass_over(self, monday: date, now: datetime) -> None:
        """Keep that the week was looked through without an answer."""
        from mikrohandlinger.domain.reflecting import PASSED

        with self._journal.change("reflect", now) as change:
            change.save(REFLECTIONS, {"monday": monday.isoformat(), "key": PASSED})
