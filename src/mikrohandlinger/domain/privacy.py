"""What keeps a note harmless: personal numbers and addresses masked, invisible and control characters gone.

A note is about one's own behaviour. A Danish personal number (CPR), an e-mail address or a telephone number
in it is nearly always somebody else's, so it is replaced before anything is stored. The rules prefer masking
one number too many to one too few, except where ordinary work writes digits all day: dates, times, amounts,
case numbers and company numbers.

A note is also data that a terminal, a web page and a spreadsheet will show. :func:`clean` takes out
everything that could make one of them do something else than show it.

Every pattern runs in time proportional to the text: each starts only where a run of its characters starts, or
looks a bounded way ahead.
"""

from __future__ import annotations

import unicodedata

from mikrohandlinger.domain.errors import N_, MikroError
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from typing import Final

MAX_NOTE: Final = 4000
"""The longest note that is taken, in characters."""


class Words(NamedTuple):
    """The user's own words as they may be stored: cleaned, masked, and not too long.

    Whatever stores own words takes these and no plain text, so that nothing is forgotten on the way;
    ``usecases.own_words`` makes them of what somebody wrote.

    Attributes:
        text: None where nothing is left.
        masked: How many personal details were masked.
        name: What looks like a person's name in it, and is kept; None where nothing does.
    """

    text: str | None
    masked: int
    name: str | None = None


def too_long(length: int) -> MikroError:
    """The refusal of own words of so many characters."""
    return MikroError(
        "note-too-long",
        N_("That is {length} characters, and a note holds {most}. Shorten it and try again."),
        length=length,
        most=MAX_NOTE,
    )


class Masked(NamedTuple):
    """A text whose personal details are replaced.

    Attributes:
        text: The text with ``[CPR]``, ``[e-mail]`` and ``[tlf.]`` in their place.
        count: How many were replaced.
    """

    text: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks of two fields


def mask_personal(text: str) -> Masked:
    """Replace CPR numbers, e-mail addresses and telephone numbers.

    Safe to repeat: a masked text has nothing more to mask. Expects a text that went through :func:`clean`,
    since an invisible character in the middle of a number would hide it.
    """
    addresses = _mask_addresses(text)
    numbers = _mask_numbers(addresses.text)
    return Masked(numbers.text, addresses.count + numbers.count)


class _PlainForms(dict[int, str]):
    """Maps each character to one that the patterns know, one to one, so that positions stay the same.

    Full-width and other digits become ASCII digits, every space and dash becomes the ordinary one.
    """

    def __missing__(self, code: int) -> str:
        self[code] = plain = self._plain(chr(code))
        return plain

    @staticmethod
    def _plain(character: str) -> str:
        category = unicodedata.category(character)
        if category == "Nd":
            return str(unicodedata.decimal(character))
        if category == "Zs" or character == "\t":
            return " "
        if category == "Pd" or character == "\N{MINUS SIGN}":
            return "-"
        compatible = unicodedata.normalize("NFKC", character)
        return compatible if compatible in {"@", ".", "+", "/", "(", ")", ",", ":"} else character


_PLAIN_FORMS: Final = _PlainForms()

# The last label of the domain starts with a letter: "mødes@14.30" is no address.
_ADDRESS: Final = r"[\w.+%'-]++@(?:[\w-]+\.)+[^\W\d_][\w-]+"
# Without this a long word that has no @ would be read again from each of its letters.
_RUN_STARTS: Final = r"(?<![\w.+%'-])"


# Written so that machines shall not find it, or with blanks; then the last label is a plain one, for a sentence may
# have an @ in it: "vi ses @ torvet.Vi tager bussen".
_SPOKEN_ADDRESS: Final = (
    _RUN_STARTS
    + r"[\w.+%'-]++\ ?(?:@|\((?:at|snabel-?a)\)|\[(?:at|snabel-?a)\])\ ?(?:[\w-]+\.)+[a-z]{2,6}(?![\w])"
)


#: Without any of these there is no address.
_ADDRESS_SIGNS: Final = ("@", "(at", "[at", "(snabel", "[snabel")


def _mask_addresses(text: str) -> Masked:
    plain = text.translate(_PLAIN_FORMS)
    if not any(sign in plain for sign in _ADDRESS_SIGNS):
        return Masked(text, 0)
    import re  # most notes never need it, and it takes a third of a bare start

    glued = re.compile(_ADDRESS)
    next_one = re.compile(f"(?:{_RUN_STARTS}{_ADDRESS}|{_SPOKEN_ADDRESS})")
    parts: list[str] = []
    end = 0
    # An address may follow the one before without a gap; with that one masked, it starts a run itself.
    while match := glued.match(plain, end) or next_one.search(plain, end):
        parts += text[end : match.start()], "[e-mail]"
        end = match.end()
    return Masked("".join([*parts, text[end:]]), len(parts) // 2)


def _day_and_month(gap: str) -> str:
    """Day and month that exist in some year, in that order; a replacement CPR number has 60 added to its day."""
    return (
        rf"(?:(?:0[1-9]|[12]\d|6[1-9]|[78]\d){gap}(?:0[1-9]|1[0-2])"
        rf"|(?:30|90){gap}(?:0[13-9]|1[0-2])|(?:31|91){gap}(?:0[13578]|1[02]))"
    )


_DDMM: Final = _day_and_month("")
# Month and day, likewise.
_MMDD: Final = r"(?:(?:0[1-9]|1[0-2])\ ?(?:0[1-9]|[12]\d)|(?:0[13-9]|1[0-2])\ ?30|(?:0[13578]|1[02])\ ?31)"
# In pieces it ends after a hyphen, or after a blank where blanks are all there is: "20.11.26 1430" is a time.
_CPR: Final = rf"""
    (?<!\d) (?: {_DDMM} (?: \d\d (?:\ ?-\ ?|[\ /.])? | (?:19|20)\d\d (?:\ ?-\ ?|\ ) )
      | {_day_and_month(r"[./-]")} [./-] \d\d \ ?-\ ?
      | {_day_and_month(r"[ ]")} \ \d\d (?:\ ?-\ ?|\ ) ) \d{{4}}
"""
_PHONE_DANISH: Final = r"(?: \(\+45\) | \+\(45\) | \+45 | (?<!\d)0045 ) (?:[ .\-]{0,2}\d){8}"
_PHONE_ABROAD: Final = r"(?: \+ | (?<!\d)00(?=[1-9]\d) ) (?:[ .()\-]{0,2}\d){7,15}"
# Without a country code only the usual groupings count, so that dates, spans of years and thousands stay.
_PHONE_LOCAL: Final = rf"""
    (?<!\d) (?: \(45\)\ ? | 45[ \-] )?
    (?! (?:19|20)\d\d\ ?{_MMDD}(?!\d) | (?:19|20)\d\d[ \-](?:19|20)\d\d(?!\d) )
    (?: \d{{8}} | \d\d(?P<gap>\ {{1,2}}|[.\-/])\d\d(?P=gap)\d\d(?P=gap)\d\d
      | \d{{4}}[ \-]\d{{4}} | \d{{4}}\ \d\d\ \d\d | \d{{3}}\ \d\d\ \d{{3}}
      | \d\d\ \d{{3}}\ (?!\d00)\d{{3}} )
"""
_NUMBER: Final = rf"(?: (?P<cpr>{_CPR}) | {_PHONE_DANISH} | {_PHONE_ABROAD} | {_PHONE_LOCAL} ) (?!\w)"
_FEWEST_DIGITS: Final = 7

# What stands right before digits that belong to something longer, such as a case number …
_PART_OF_MORE: Final = r"(?:\w|[\dA-Z]-|\d\.|\w/)$"
# … unless it says that the number is a person's …
_SAYS_PERSONAL: Final = r"(?i)(?:(?:cpr|tlf|telefon|mobil|phone|mobile)(?:[-.]?nr)?|(?<![^\W\d_])nr)[-.:]?$"
# … and the words and signs before amounts, company numbers and case numbers. They do not save a CPR number.
_SAYS_OTHERWISE: Final = (
    r"(?i)(?:€|\b(?:kr|dkk|eur|cvr|ean|sags?|journal|j|case|faktura|ordre|bilag|dokument|document|annex|id"
    r"|budget(?:tet)?|karakter(?:er|erne)?|grades?|uge(?:r|rne)?|weeks?|kl|klokken|p)"
    r"[-. ]?(?:nr|no|nummer|number|id)?)[.:]{0,2} ?$"
)
# The number of a place of work has ten figures, as a CPR number has.
_NUMBER_OF_A_PLACE: Final = r"(?i)\bp[-. ]?(?:nr|no|nummer|number)[.:]{0,2} ?$"
_AMOUNT_FOLLOWS: Final = (
    r"(?i) ?(?:kr\b|kroner|dkk\b|mio\b|mia\b|eur\b|euro|€|%|,-)"  # a currency …
    r"|(?i: (?:borgere|indbyggere|personer|sider|citizens|inhabitants|people|pages)\b)"  # … what is counted …
    r"|[.,]\d\d?(?!\d)(?![ .\-]\d)"  # … or decimals
)
_SIGNED_THOUSANDS: Final = r"\+\d{1,3}(?:\.\d{3})+"


def _mask_numbers(text: str) -> Masked:
    plain = text.translate(_PLAIN_FORMS)
    # Most notes have hardly a digit in them, and preparing the pattern costs more than all the rest of masking.
    if sum(map(str.isdecimal, plain)) < _FEWEST_DIGITS:
        return Masked(text, 0)
    import re

    pattern = re.compile(_NUMBER, re.VERBOSE)
    parts: list[str] = []
    end = at = 0
    while match := pattern.search(plain, at):
        # Looking back stops at the last mask, just as it will when the masked text is read again.
        if _is_personal(match, before=plain[max(end, match.start() - 24) : match.start()]):
            parts += text[end : match.start()], "[CPR]" if match["cpr"] else "[tlf.]"
            end = at = match.end()
        else:
            at = match.start() + 1
    return Masked("".join([*parts, text[end:]]), len(parts) // 2)


def _is_personal(match: re.Match[str], before: str) -> bool:
    """Tell a person's number from an amount, a part of a case number and the like, by what stands around."""
    import re

    if re.search(_PART_OF_MORE, before) and not re.search(_SAYS_PERSONAL, before):
        return False
    if match["cpr"]:
        return not re.search(_NUMBER_OF_A_PLACE, before)
    return not (
        re.search(_SAYS_OTHERWISE, before)
        or re.match(_AMOUNT_FOLLOWS, match.string[match.end() : match.end() + 10])
        or re.fullmatch(_SIGNED_THOUSANDS, match[0])
    )


_LINE_ENDS: Final = r"\r\n|[\r\x85\u2028\u2029]"
# Control sequences (colours, cursor), operating-system commands (window title, links, clipboard; never over a
# line end, so that a stray beginning cannot swallow the rest of a note), and choices of character set.
_SEQUENCES: Final = (
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x80-\x9f\n]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[#%()*+./-][0-~]"
)
# C0 but the line end, DEL, C1; then what has no width or turns the direction of writing, tags included.
_UNSEEN: Final = (
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f"
    r"\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_EMOJI: Final = r"\xa9\xae\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_JOINER_OUTSIDE_EMOJI: Final = rf"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
_LONE_SURROGATES: Final = r"[\ud800-\udfff]"


def clean(text: str) -> str:
    r"""Make ``text`` safe to show anywhere, without changing what a reader sees.

    Line ends become ``\n``, a tab a space, letters their composed form (NFC). Control characters, whole
    terminal sequences, marks that turn the direction of writing and invisible characters go; a joiner inside
    an emoji stays. Half a surrogate pair becomes U+FFFD. White space around the text goes. Safe to repeat.
    """
    if not text.isprintable():  # most notes are printable through and through, and need none of this
        import re

        text = re.sub(_LINE_ENDS, "\n", text)
        text = re.sub(_SEQUENCES, "", text)
        text = re.sub(_UNSEEN, "", text.replace("\t", " "))
        text = re.sub(_JOINER_OUTSIDE_EMOJI, "", text)
        text = re.sub(_LONE_SURROGATES, "\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    """Return the :func:`clean` text with each run of white space, line ends too, as one space: for tables."""
    return " ".join(clean(text).split())
