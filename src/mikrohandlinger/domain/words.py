"""The one table of what may be typed: every id, command and key in both languages.

Code and files know the English ids. Whatever takes a value from a person asks here what it means, and whatever
refuses one lists :func:`shown`, the words of the screen. Case does not matter, nor whether æ, ø and å are written as
themselves, as ae, oe and aa, or as a, o and a. Nothing is worked out before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

#: The Danish name of each command, or several, as DESIGN has them.
COMMANDS: Final[Mapping[str, str]] = {
    "today": "idag | i dag",
    "log": "noter",
    "week": "uge",
    "history": "historik",
    "edit": "ret",
    "delete": "slet",
    "undo": "fortryd",
    "redo": "gentag",
    "pause": "pause",
    "resume": "genoptag",
    "actions": "handlinger",
    "nudge": "påmind",
    "rule": "regel",
    "process": "møde",
    "why": "hvorfor",
    "setup": "opsætning",
    "config": "indstil",
    "export": "eksport",
    "import": "import",
    "sync": "synk",
    "backup": "kopi",
    "restore": "hent",
    "doctor": "tjek",
    "erase": "ryd",
    "help": "hjælp",
}
#: The same for the commands of a group.
SUB_COMMANDS: Final[Mapping[str, Mapping[str, str]]] = {
    "actions": {
        "list": "liste",
        "add": "tilføj",
        "check": "tjek",
        "hide": "skjul",
        "unhide": "vis",
        "path": "sti",
    },
    "config": {
        "list": "liste | vis",
        "set": "sæt",
        "get": "hent",
        "reset": "nulstil",
        "path": "sti",
    },
    "nudge": {
        "on": "til",
        "off": "fra",
        "status": "status",
        "test": "prøv",
        "deliver": "aflever",
        "calendar": "kalender",
        "prompt": "prompt",
    },
    "rule": {
        "add": "tilføj",
        "list": "liste",
        "show": "vis",
        "edit": "ret",
        "raise": "rejs",
        "answer": "svar",
        "close": "luk",
        "export": "eksport",
    },
    "process": {
        "list": "liste",
        "show": "vis",
        "export": "eksport",
        "run": "start | kør | hold",
        "check": "tjek",
        "path": "sti",
    },
}


class Spoken(NamedTuple):
    """What an id is called; the first word of each language is the one that the screens show.

    Attributes:
        da: In Danish, separated by ``|``.
        en: In English, besides the id itself, which is always understood.
    """

    da: str
    en: str = ""


class Listed(NamedTuple):
    """Values that a sentence lists; they become words when the sentence is told, in its language.

    Attributes:
        kind: Which kind of :data:`VALUES`.
        only: These of them.
    """

    kind: str
    only: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.only)


#: The values of each kind, in the order of their numbers at a question.
VALUES: Final[Mapping[str, Mapping[str, Spoken]]] = {
    "reach": {
        "known": Spoken(
            "kendt | dem, jeg plejer | dem jeg plejer | plejer | kendte",
            "known | those I usually talk to | usual | the usual people | someone I usually talk to",
        ),
        "new": Spoken("ny | en ny | nye", "new | someone new | somebody new"),
        "up": Spoken("opad | op | leder | lederen | chef", "up | upwards | leader | boss"),
        "across": Spoken("på tværs | tværs | tværgående", "across"),
    },
    "went": {
        "easy": Spoken("let | nemt | godt", "easy | good | well"),
        "ok": Spoken("ok | okay | fint", "ok | okay | fine"),
        "hard": Spoken("svært | skidt | dårligt | hårdt", "hard | bad | badly | difficult"),
    },
    "use": {
        "yes": Spoken("ja | j", "yes | y"),
        "partly": Spoken("noget | delvis | delvist | lidt | noget af den", "partly | some | some of it"),
        "no": Spoken("nej | n", "no | n"),
    },
    "told": {"yes": Spoken("ja | j", "yes | y"), "no": Spoken("nej | n", "no | n")},
    "truth": {
        "true": Spoken("ja | sand | til | j", "yes | true | on | 1 | y"),
        "false": Spoken("nej | falsk | fra | n", "no | false | off | 0 | n"),
    },
    "way": {
        "gave": Spoken("gav | givet | gave", "gave | given"),
        "sought": Spoken("opsøgte | søgte | bad om | opsøgt", "sought | asked for"),
        "received": Spoken("fik | modtog | modtaget", "received | got"),
        "shared": Spoken("delte | delt", "shared"),
    },
    "frame": {
        "opi": Spoken("opi", "opi"),
        "sbi": Spoken("sbi", "sbi"),
        "klartale": Spoken("klartale | klar tale", "klartale"),
        "free": Spoken("fri | frit", "free"),
    },
    "part": {
        "observation": Spoken("observation | iagttagelse", "observation"),
        "impact": Spoken("påvirkning | virkning | effekt", "impact"),
        "ideas": Spoken("idéer | ideer | idé | forslag", "ideas | idea | suggestion"),
        "situation": Spoken("situation", "situation"),
        "behaviour": Spoken("adfærd", "behaviour | behavior"),
        "feeling": Spoken("følelse | følelser", "feeling | feelings"),
        "values": Spoken("værdier | værdi | behov", "values | value"),
        "wishes": Spoken("ønsker | ønske", "wishes | wish"),
        "text": Spoken("tekst", "text"),
    },
    "question": {
        "remember": Spoken("husk | huske | husker", "remember"),
        "learned": Spoken("lært | lærte", "learned | learnt"),
        "hard": Spoken("svært", "hard"),
        "friction": Spoken("bøvl | bøvlede | friktion", "friction | in the way"),
        "plan": Spoken("plan | næste uge", "plan | next week"),
    },
    # What is typed while a meeting is held.
    "move": {
        "next": Spoken("næste | n | frem | videre", "next | forward"),
        "back": Spoken("tilbage | t | forrige", "back | b | previous"),
        "end": Spoken("slut | s | afslut | stop", "quit | q | end | exit"),
    },
    "form": {
        "terminal": Spoken("skærm | terminal", "terminal | screen"),
        "markdown": Spoken("markdown | md", "markdown | md"),
        "html": Spoken("html | webside", "html | page"),
        "svg": Spoken("svg | billede", "svg | picture"),
        "json": Spoken("json", "json"),
        "jsonl": Spoken("jsonl", "jsonl"),
        "csv": Spoken("csv | regneark", "csv | spreadsheet"),
        "toml": Spoken("toml", "toml"),
    },
    "place": {
        "meeting": Spoken("møde | på et møde | i et møde", "meeting | in a meeting | at a meeting"),
        "one-to-one": Spoken("tomandshånd | på tomandshånd", "one-to-one | one to one | 1-1 | 1:1"),
        "corridor": Spoken("gangen | i forbifarten | forbifarten | på gangen", "corridor | in passing"),
        "remote": Spoken(
            "afstand | på afstand | hjemmefra | i telefonen, på chat eller video",
            "remote | at a distance | by phone, chat or video | distance",
        ),
    },
    "work": {
        # The second word is the full one; those after it are what people answer who say what they are.
        "office": Spoken(
            "kontor | kontorarbejde | administration | sagsbehandler | sagsbehandling",
            "office | administration | caseworker",
        ),
        "care": Spoken(
            "pleje | pleje og omsorg | omsorg | hjemmepleje | plejehjem | sygepleje | sygeplejerske | sosu",
            "care | care and nursing | nursing | home care | care home | nurse",
        ),
        "school": Spoken("skole | folkeskole | lærer", "school | teacher"),
        "daycare": Spoken(
            "dagtilbud | daginstitution | børnehave | vuggestue | pædagog", "daycare | day care | nursery"
        ),
        "road": Spoken("på farten | farten | kørende | ude at køre", "road | on the road | driving"),
        "plant": Spoken(
            "drift | drift og anlæg | anlæg | teknisk service | vej og park",
            "plant | operations and maintenance | operations | maintenance | technical services",
        ),
    },
    "weekday": {
        "mon": Spoken("man | mandag | mandage", "mon | monday | mondays"),
        "tue": Spoken("tir | tirsdag | tirs", "tue | tuesday | tues"),
        "wed": Spoken("ons | onsdag", "wed | wednesday | weds"),
        "thu": Spoken("tor | torsdag | tors", "thu | thursday | thurs | thur"),
        "fri": Spoken("fre | fredag", "fri | friday"),
        "sat": Spoken("lør | lørdag", "sat | saturday"),
        "sun": Spoken("søn | søndag", "sun | sunday"),
    },
    "amount": {
        "all": Spoken("alle", "all"),
        "none": Spoken("ingen | intet | - | –", "none | nothing"),
    },
    "shift": {
        "fixed": Spoken("faste dage | fast | faste | fuld tid | fuldtid", "fixed days | fixed | full time"),
        "part": Spoken("deltid | på deltid", "part time | part-time"),
        "rota": Spoken(
            "skiftende vagter | vagter | vagtplan | skiftende | turnus | varierer | det varierer",
            "rota | shifts | changing shifts | it varies | varies",
        ),
    },
    "level": {
        "1": Spoken("let", "easy"),
        "2": Spoken("kræver lidt | lidt", "takes a little | a little"),
        "3": Spoken("kræver mod | mod", "takes courage | courage"),
    },
    "treatment": {
        "work": Spoken("arbejde | arbejdsdag | arbejdsdage", "work | working day"),
        "half": Spoken("halv | halv dag", "half | half day"),
        "off": Spoken("fri | fridag | fridage", "off | day off"),
    },
    "role": {
        "employee": Spoken("medarbejder", "employee"),
        "leader": Spoken("leder | chef", "leader | manager"),
    },
    "language": {
        "auto": Spoken("auto | automatisk | som computeren", "auto | as the computer"),
        "da": Spoken("dansk | da", "Danish | da"),
        "en": Spoken("engelsk | en", "English | en"),
    },
    "sign": {
        "good-intent": Spoken(
            "tiltro til hinandens hensigter | hensigter", "good-intent | trust in each other's intentions"
        ),
        "speak-up": Spoken(
            "tryghed til at tale om det, der bøvler | tale om det, der bøvler",
            "speak-up | talking safely about what is troublesome",
        ),
        "wonder": Spoken(
            "kunne undres og inspirere hinanden | undres",
            "wonder | wondering together and inspiring each other | can wonder and inspire each other",
        ),
        "ask-help": Spoken(
            "spørge om hjælp | turde spørge om hjælp | tør spørge om hjælp",
            "ask-help | daring to ask for help | dare to ask for help",
        ),
        "raise-up": Spoken(
            "bringe temaer opad | turde bringe temaer opad | tør bringe temaer opad | temaer opad",
            "raise-up | daring to raise issues upwards | dare to raise issues upwards",
        ),
        "vulnerable": Spoken(
            "være sårbar | turde være sårbar | tør være sårbar | sårbar",
            "vulnerable | daring to be vulnerable | dare to be vulnerable",
        ),
        "say-no": Spoken(
            "sige fra | turde sige fra | tør sige fra", "say-no | daring to say no | dare to say no"
        ),
        "good-will": Spoken(
            "tiltro til, at alle vil hinanden det bedste | det bedste",
            "good-will | trust that everybody wants the best for each other",
        ),
    },
    "kind": {
        "rule": Spoken("lokal regel | regel", "rule | local rule"),
        "principle": Spoken("styringsprincip | princip", "principle"),
        "documentation": Spoken("dokumentationskrav | dokumentation", "documentation"),
        "workflow": Spoken("arbejdsgang", "workflow"),
    },
    "origin": {
        "habit": Spoken(
            "bare vane | vane | ingen regel | ingen regel, bare vane", "habit | only habit | no rule"
        ),
        "own-unit": Spoken("os selv | os | vi selv", "ourselves | own-unit | us"),
        "administration": Spoken(
            "forvaltningen | forvaltning | ledelsen | direktionen | direktion", "administration | management"
        ),
        "committee": Spoken("udvalget | MED/udvalget | MED-udvalget | MED | udvalg", "committee"),
        "council": Spoken(
            "byrådet | byråd | kommunalbestyrelsen | kommunalbestyrelse | politikerne",
            "council | city council | municipal council | politicians",
        ),
        "state": Spoken(
            "staten | stat | loven | lov | Folketinget | ministeriet",
            "state | law | the law | parliament | ministry",
        ),
        "unknown": Spoken("ved ikke | ukendt", "do not know | unknown | don't know"),
    },
    "detail": {
        "professional": Spoken(
            "faglig | faglig dokumentation | faglig dokumentation og registrering",
            "professional | professional documentation and registration",
        ),
        "beyond-law": Spoken(
            "mere end loven | mere end loven siger | mere", "beyond-law | more than the law says"
        ),
        "guidelines": Spoken(
            "retningslinjer | nedskrevne retningslinjer | nedskrevne retningslinjer og arbejdsgange om borgere",
            "guidelines | written guidelines and workflows about citizens",
        ),
        "administrative": Spoken(
            "administrativ | administrative | administrative procedurer",
            "administrative | administrative procedures",
        ),
        "policies": Spoken(
            "politikker | politikker, strategier og planer", "policies | policies, strategies and plans"
        ),
        "reporting": Spoken(
            "afrapportering | politisk afrapportering | politiske afrapporteringer",
            "reporting | reports to politicians",
        ),
    },
    "wish": {
        "remove": Spoken("væk | fjernes | fjern", "remove | gone"),
        "change": Spoken("ændret | ændres | ændre", "change | changed"),
        "try-without": Spoken("prøve uden | prøv uden | prøve", "try without | try-without"),
        "keep": Spoken("beholdes | behold", "keep"),
    },
    "status": {
        "noticed": Spoken("lagt mærke til", "noticed"),
        "raised": Spoken("rejst", "raised"),
        "passed-on": Spoken("sendt videre", "passed-on | passed on"),
        "trying": Spoken("prøver uden", "trying"),
        "changed": Spoken("ændret", "changed"),
        "removed": Spoken("væk | fjernet", "removed"),
        "kept": Spoken("beholdt", "kept"),
    },
}
#: Which kind the value of an option is, in every command but for those of a group named with it.
OPTIONS: Final[Mapping[str, str]] = {
    "--reach": "reach",
    "--went": "went",
    "--plan-used": "use",
    "--way": "way",
    "--frame": "frame",
    "--format": "form",
    "--setting": "place",
    "--sign": "sign",
    "--kind": "kind",
    "--detail": "detail",
    "--origin": "origin",
    "--used": "use",
    "--told": "told",
    "rule --ask": "wish",
}
#: What people call what they look for, where that is the name of no command.
MEANT: Final[Mapping[str, str]] = {
    "week": "statistik | stats | statistics | ugen | overblik | oversigt | rapport | report | summary"
    " | refleksion | reflect | reflection | retrospektiv | review | tilbageblik | fredag | status | dashboard",
    "history": "list | liste | logbog | journal | år | year | søg | search | find | registreringer | entries | vis"
    " | show | noteret | notes | kalender",
    "log": "note | add | tilføj | gjort | done | did | registrer | record | ny | new | skriv | write | gem | save",
    "today": "dag | day | forslag | proposal | another | anden | plan | skip | spring over | start | next | næste",
    "rule": "regler | rules | bøvl | forenkling | regelforenkling | forslag til regler | register",
    "undo": "annuller | cancel | tilbage | revert | back | fortryde",
    "redo": "gendan | genskab | igen | again",
    "edit": "rediger | ændr | change | correct | rette | update | opdater",
    "delete": "fjern | remove | rm | del | slette",
    "pause": "ferie | fri | syg | sygdom | holiday | vacation | sick | orlov | leave | off | away | fravær",
    "resume": "fortsæt | continue | tilbage igen | genoptage",
    "nudge": "påmindelse | påmindelser | reminder | remind | notify | notification | husk | mind | alarm",
    "actions": "katalog | catalogue | catalog | variation | variationer | variations | mikrohandlinger | handling",
    "config": "indstillinger | settings | setting | set | get | sæt | sprog | language | konfiguration | konfig"
    " | options | mål | goal",
    "setup": "init | install | begynd | begin | kom i gang",
    "why": "kilde | kilder | source | sources | forskning | research | evidence | belæg | primer | grænser | limits",
    "doctor": "check | diagnose | fejl",
    "backup": "sikkerhedskopi | copy",
    "export": "udtræk | dump",
    "--version": "version | udgave | ver",
    "--help": "hjælpen | manual | man | usage",
}

_FOLDED: Final = (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("æ", "a"), ("ae", "a"), ("é", "e"))


def folded(text: str) -> str:
    """``text`` as it is compared here: lower case, one spelling of each letter, single blanks."""
    plain = " ".join(text.casefold().split())
    for letters, letter in _FOLDED:
        plain = plain.replace(letters, letter)
    return plain


def command(word: str) -> str | None:
    """The English name of a command."""
    return _commands("").get(folded(word))


def sub_command(group: str, word: str) -> str | None:
    """The English name of a command of ``group``."""
    return _commands(group).get(folded(word)) if group in SUB_COMMANDS else None


def value(kind: str, text: str) -> str | None:
    """The id that ``text`` means among those of ``kind``; None where it means none."""
    return _ids(kind).get(folded(text).rstrip("."))


def shown(kind: str, language: str, only: Iterable[str] | None = None) -> tuple[str, ...]:
    """What the screens of ``language`` call the ids of ``kind``, as it may be typed.

    Args:
        kind: Which values.
        language: ``da`` or ``en``.
        only: These ids; otherwise all of them.
    """
    known = VALUES[kind]
    return tuple(
        _first(known[name].da) if language == "da" else _first(known[name].en) or name
        for name in (known if only is None else only)
    )


def typed(kind: str, language: str, only: Iterable[str], begun: str = "") -> list[str]:
    """What a shell offers to type for the ids of ``kind``: one word each, which needs no quotation marks.

    Args:
        kind: Which values.
        language: ``da`` or ``en``; a word of the other one, or the id itself, is offered where it alone was begun.
        only: These ids.
        begun: What was typed already.
    """
    known = VALUES[kind]
    ids = list(only)
    words = [_one_word(known[each].da if language == "da" else known[each].en) or each for each in ids]
    fitting = [word for word in words if folded(word).startswith(folded(begun))]
    return fitting or [each for each in ids if each.startswith(begun)]


def meant(word: str) -> tuple[str, ...]:
    """The commands, or options of the program itself, that somebody may mean with a word that is none."""
    wanted = folded(word).lstrip("-")
    return tuple(name for name, others in MEANT.items() if wanted in map(folded, others.split(" | ")))


@lru_cache
def _commands(group: str) -> Mapping[str, str]:
    names = SUB_COMMANDS[group] if group else COMMANDS
    danish = {folded(word): name for name, words in names.items() for word in words.split(" | ")}
    return danish | {name: name for name in names}


@lru_cache
def _ids(kind: str) -> Mapping[str, str]:
    known = {
        folded(word): name
        for name, spoken in VALUES[kind].items()
        for words in spoken
        for word in words.split(" | ")
        if word
    }
    return known | {folded(name): name for name in VALUES[kind]} | {name: name for name in VALUES[kind]}


def _one_word(words: str) -> str:
    return next((word for word in words.split(" | ") if word and " " not in word), "")


def _first(words: str) -> str:
    return words.partition(" | ")[0]
