"""What signatures are written with: each option that several commands share once, and those of a long signature.

Only Typer reads this: a command imports it for the type checker alone, so that it also runs where Typer was never
imported, and :mod:`mikrohandlinger.cli.framework.groups` gives a signature these names when Typer builds it.
"""

from typing import Annotated, Literal

import typer

from mikrohandlinger.cli.framework import completion
from mikrohandlinger.domain import feedback, reminding, schedule, transfer
from mikrohandlinger.domain.catalogue import model
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.reflecting import USES
from mikrohandlinger.domain.rules import model as rules
from mikrohandlinger.domain.setting_kinds import FRAMES
from mikrohandlinger.values import TYPE_CHECKING
from mikrohandlinger.views.shared import forms

if TYPE_CHECKING:
    from mikrohandlinger.domain.catalogue.model import Reach as _Reach
    from mikrohandlinger.domain.catalogue.model import Went as _Went
    from mikrohandlinger.domain.reminding import Shell as _Shell
    from mikrohandlinger.domain.schedule import SchedulerName as _SchedulerName
    from mikrohandlinger.domain.transfer import ExportForm as _ExportForm
    from mikrohandlinger.views.shared.forms import Form as _Form

    _Way = str
    _Frame = str
    _WayOrNone = str
    _FrameOrNone = str
    _UsedOrNone = str
    _ToldOrNone = str
    _ReachOrNone = str
    _WentOrNone = str
    _MemoForm = Literal["markdown", "html", "csv"]
    _RuleKind = str
    _RuleDetail = str
    _RuleOrigin = str
    _RuleWish = str
else:
    # What runs are the tuples of their words (see mikrohandlinger.values); Typer reads choices from a real Literal.
    # "" takes away what an entry says.
    _ReachOrNone, _WentOrNone = Literal[(*model.Reach, "")], Literal[(*model.Went, "")]
    _Way, _Frame = Literal[feedback.WAYS], Literal[FRAMES]
    _WayOrNone, _FrameOrNone = Literal[(*feedback.WAYS, "")], Literal[(*FRAMES, "")]
    _UsedOrNone, _ToldOrNone = Literal[(*USES, "")], Literal[("yes", "no", "")]
    _Reach, _Went, _Form = Literal[model.Reach], Literal[model.Went], Literal[forms.Form]
    _ExportForm = Literal[transfer.ExportForm]
    _Shell, _SchedulerName = Literal[reminding.Shell], Literal[schedule.SchedulerName]
    _MemoForm = Literal[rules.MemoForm]
    _RuleKind, _RuleDetail = Literal[(*rules.Kind, "")], Literal[(*rules.Detail, "")]
    _RuleOrigin, _RuleWish = Literal[(*rules.Origin, "")], Literal[(*rules.Wish, "")]

AsJson = Annotated[bool, typer.Option("--json", help=N_("For programs: JSON."))]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=N_("Print the exact files and commands, and change nothing."))
]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Do it without asking."))]
KeepPersonal = Annotated[
    bool,
    typer.Option("--keep-personal", help=N_("Leave CPR, e-mail and telephone as they are.")),
]

ActionOption = Annotated[
    str | None,
    typer.Option(
        "--action",
        metavar=N_("ACTION"),
        help=N_("The action: ask, doubt or feedback."),
        autocompletion=completion.actions,
    ),
]
OnlyAction = Annotated[
    str | None,
    typer.Option(
        "--action", metavar=N_("ACTION"), help=N_("Only this action."), autocompletion=completion.actions
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at", metavar=N_("WHEN"), help=N_("When it was: “yesterday”, “monday 2pm”, “20/11 14:30” …")
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar=N_("DAY"),
        help=N_("No earlier than this day, week or month: “20/11”, “last week”, “november”."),
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar=N_("DAY"), help=N_("No later than this day, week or month."))
]
Reach = Annotated[
    _Reach | None,
    typer.Option("--reach", metavar=N_("WHOM"), help=N_("With whom, without names: known, new, up, across.")),
]
Went = Annotated[
    _Went | None, typer.Option("--went", help=N_("How it went; a hard one counts just the same."))
]
NewReach = Annotated[_ReachOrNone | None, typer.Option("--reach", help=N_("With whom; empty removes."))]
NewWent = Annotated[_WentOrNone | None, typer.Option("--went", help=N_("How it went; empty removes."))]
OnlyReach = Annotated[_Reach | None, typer.Option("--reach", help=N_("Only conversations with these."))]
OnlyWent = Annotated[_Went | None, typer.Option("--went", help=N_("Only those that went like that."))]
PlanUsed = Annotated[
    str | None,
    typer.Option(
        "--plan-used",
        metavar=N_("yes|partly|no"),
        help=N_("Whether you used the plan; empty removes."),
        autocompletion=completion.uses,
    ),
]

Way = Annotated[
    _Way | None,
    typer.Option("--way", metavar=N_("HOW"), help=N_("Feedback: gave, sought, received or shared.")),
]
Frame = Annotated[
    _Frame | None,
    typer.Option("--frame", metavar=N_("FRAME"), help=N_("Feedback: opi, sbi, klartale or free.")),
]
Parts = Annotated[
    list[str] | None,
    typer.Option(
        "--part",
        metavar=N_("KEY=TEXT"),
        help=N_("Feedback: a part of the frame; again for each."),
        autocompletion=completion.parts,
    ),
]
NewWay = Annotated[
    _WayOrNone | None,
    typer.Option("--way", help=N_("Feedback: gave, sought, received or shared; empty removes.")),
]
NewFrame = Annotated[
    _FrameOrNone | None, typer.Option("--frame", help=N_("Feedback: the frame; empty removes."))
]
NewParts = Annotated[
    list[str] | None,
    typer.Option(
        "--part",
        metavar=N_("KEY=TEXT"),
        help=N_("Feedback: a part of the frame; without text it is removed."),
        autocompletion=completion.parts,
    ),
]
Used = Annotated[
    _UsedOrNone | None,
    typer.Option("--used", help=N_("Feedback that you received: whether you used it; empty removes.")),
]
Told = Annotated[
    _ToldOrNone | None,
    typer.Option(
        "--told",
        help=N_("Feedback that you received: whether you told whoever gave it what you used; empty removes."),
    ),
]

AboutRule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar=N_("NUMBER"),
        help=N_("The rule that it was about, by its number."),
        autocompletion=completion.rules,
    ),
]

OnlyRule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar=N_("NUMBER"),
        help=N_("Only those about this rule."),
        autocompletion=completion.rules,
    ),
]

EntryNumber = Annotated[
    str,
    typer.Argument(
        metavar=N_("NUMBER"),
        help=N_("The number that “mikro history” shows."),
        autocompletion=completion.entries,
    ),
]
EntryAndNote = Annotated[
    list[str],
    typer.Argument(
        metavar=N_("NUMBER [NOTE]"),
        help=N_("The number that “mikro history” shows, and a new note."),
        autocompletion=completion.entries,
    ),
]
SettingKey = Annotated[
    str, typer.Argument(metavar=N_("KEY"), help=N_("The setting."), autocompletion=completion.settings)
]
VariationId = Annotated[
    str,
    typer.Argument(metavar=N_("ID"), help=N_("The id of a variation."), autocompletion=completion.variations),
]

FormOption = Annotated[
    _Form | None,
    typer.Option(
        "--format", metavar=N_("FORMAT"), help=N_("Markdown, html, svg or json; else as FILE ends.")
    ),
]
ExportFormOption = Annotated[
    _ExportForm | None, typer.Option("--format", help=N_("The format; the ending of FILE says it too."))
]
MemoFormOption = Annotated[
    _MemoForm | None,
    typer.Option("--format", help=N_("Markdown, html or csv; else as FILE ends.")),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write it to a file; - is standard output.")),
]
OpenOption = Annotated[bool, typer.Option("--open", help=N_("Open it in the browser."))]

SchedulerOption = Annotated[
    _SchedulerName | None,
    typer.Option("--scheduler", help=N_("Use this scheduler instead of the one that fits best.")),
]
ShellArgument = Annotated[_Shell, typer.Argument(help=N_("Your shell."))]

# What “actions add” says of a variation.
VariationText = Annotated[
    str, typer.Option("--text", metavar=N_("TEXT"), help=N_("What to do, in one sentence."))
]
VariationWhen = Annotated[str, typer.Option("--when", metavar=N_("TEXT"), help=N_("The moment: “When …”."))]
VariationSay = Annotated[str, typer.Option("--say", metavar=N_("TEXT"), help=N_("What can be said aloud."))]
VariationWhy = Annotated[
    str,
    typer.Option(
        "--why", metavar=N_("TEXT"), help=N_("Why it is worth it; needs --source. May be left out.")
    ),
]
OtherText = Annotated[
    str,
    typer.Option("--other-text", metavar=N_("TEXT"), help=N_("--text in the other language; else the same.")),
]
OtherWhen = Annotated[
    str,
    typer.Option("--other-when", metavar=N_("TEXT"), help=N_("--when in the other language; else the same.")),
]
OtherSay = Annotated[
    str,
    typer.Option("--other-say", metavar=N_("TEXT"), help=N_("--say in the other language; else the same.")),
]
OtherWhy = Annotated[
    str,
    typer.Option("--other-why", metavar=N_("TEXT"), help=N_("--why in the other language; else the same.")),
]
VariationSource = Annotated[str, typer.Option("--source", metavar=N_("KEY"), help=N_("The source of --why."))]
VariationLevel = Annotated[
    int,
    typer.Option("--level", metavar="N", min=1, max=3, help=N_("1 easy, 2 takes a little, 3 takes courage.")),
]
VariationMinutes = Annotated[int, typer.Option("--minutes", metavar="N", help=N_("2, 5 or 10."))]
ForLeaders = Annotated[bool, typer.Option("--leader", help=N_("Only for leaders."))]
ForReceivers = Annotated[
    bool, typer.Option("--receiver", help=N_("About answering well when others come to you."))
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--setting",
        metavar=N_("PLACE"),
        help=N_(
            "Where it can be done: meeting, one-to-one, corridor, remote; again for each. Else anywhere."
        ),
    ),
]
ReachOfMany = Annotated[
    list[str] | None,
    typer.Option(
        "--reach", metavar=N_("WHOM"), help=N_("Whom it suits: known, new, up, across; again for each.")
    ),
]
Signs = Annotated[
    list[str] | None,
    typer.Option("--sign", metavar=N_("SIGN"), help=N_("Which sign of safety it practises; again for each.")),
]
AboutRules = Annotated[bool, typer.Option("--rules", help=N_("It is about your own local rules."))]
NewVariationId = Annotated[
    str, typer.Option("--id", metavar=N_("ID"), help=N_("Its id; else one is made from the sentence."))
]

RuleNumber = Annotated[
    str,
    typer.Argument(
        metavar=N_("NUMBER"),
        help=N_("The number that “mikro rule list” shows."),
        autocompletion=completion.rules,
    ),
]
RuleNumbers = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[NUMBER …]"),
        help=N_("The rules, by number; without it all that have not come to an end."),
        autocompletion=completion.rules,
    ),
]
RuleKind = Annotated[
    _RuleKind | None,
    typer.Option("--kind", help=N_("A local rule, a principle of steering, documentation or a workflow.")),
]
RuleDetail = Annotated[
    _RuleDetail | None, typer.Option("--detail", help=N_("Which kind of paperwork it is, if it is any."))
]
RuleOrigin = Annotated[
    _RuleOrigin | None,
    typer.Option("--origin", help=N_("Who decided it; “habit” is no rule, only habit.")),
]
RuleInTheWay = Annotated[
    str | None, typer.Option("--in-the-way", metavar=N_("TEXT"), help=N_("How it gets in the way."))
]
RuleProtects = Annotated[
    str | None,
    typer.Option(
        "--protects", metavar=N_("TEXT"), help=N_("What it is meant to protect; needed for --ask remove.")
    ),
]
RuleWish = Annotated[_RuleWish | None, typer.Option("--ask", help=N_("What you would like."))]
RuleUntil = Annotated[
    str | None,
    typer.Option(
        "--until", metavar=N_("TEXT"), help=N_("How far or how long: “three months, below 500 kroner”.")
    ),
]
RuleDoor = Annotated[
    str | None,
    typer.Option("--door", metavar=N_("ROLE"), help=N_("Who could decide: a role, never a name.")),
]
RuleMinutes = Annotated[
    str | None,
    typer.Option("--minutes", metavar=N_("FROM-TO"), help=N_("Minutes each time, such as 5-10.")),
]
RuleTimes = Annotated[
    str | None, typer.Option("--times", metavar=N_("N/PER"), help=N_("How often: 3/week, 2/month, 1/day."))
]
RulePeople = Annotated[
    str | None, typer.Option("--people", metavar="N", help=N_("How many people do it; else one."))
]
RuleReview = Annotated[
    str | None,
    typer.Option("--review", metavar=N_("DAY"), help=N_("When to look again: “1/3”, “3 months”.")),
]
RuleThanked = Annotated[
    bool | None,
    typer.Option("--thanked/--not-thanked", help=N_("Whether whoever answered was thanked and told.")),
]

# What “process” takes.
ProcessName = Annotated[
    str,
    typer.Argument(
        metavar=N_("NAME"),
        help=N_("The meeting: safety, one-rule, rule-week or one of your own."),
        autocompletion=completion.processes,
    ),
]
ProcessOrNone = Annotated[
    str | None,
    typer.Argument(
        metavar=N_("[NAME]"), help=N_("A meeting, to show it in full."), autocompletion=completion.processes
    ),
]
ShortMeeting = Annotated[
    bool, typer.Option("--short", help=N_("The shorter form, where the meeting has one."))
]
