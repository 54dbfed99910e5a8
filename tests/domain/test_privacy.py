"""What is masked in a note, what is left alone, and what never reaches a screen."""

from __future__ import annotations

import re
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mikrohandlinger.domain.privacy import MAX_NOTE, Masked, clean, mask_personal, one_line

THIN, NO_BREAK, NARROW = "\N{THIN SPACE}", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"

MASKED = {
    # CPR numbers
    "010190-1234": "[CPR]",
    "0101901234": "[CPR]",
    "010190 1234": "[CPR]",
    "010190 - 1234": "[CPR]",
    "290200-4321": "[CPR]",
    "311299-4321": "[CPR]",
    "01011990-1234": "[CPR]",
    "010190–1234": "[CPR]",
    f"010190{NO_BREAK}1234": "[CPR]",
    f"010190{THIN}1234": "[CPR]",
    "０１０１９０－１２３４": "[CPR]",
    "CPR:010190-1234.": "CPR:[CPR].",
    "cpr010190-1234": "cpr[CPR]",
    "01 01 90-1234": "[CPR]",
    "01 01 90 1234": "[CPR]",
    "01.01.90-1234": "[CPR]",
    "01/01/90-1234": "[CPR]",
    "01-01-90-1234": "[CPR]",
    "010190/1234": "[CPR]",
    "010190.1234": "[CPR]",
    "610190-1234": "[CPR]",  # a replacement number: 60 is added to the day
    "6101901234": "[CPR]",
    "910190-1234": "[CPR]",
    "61 01 90-1234": "[CPR]",
    "CPR-nr.010190-1234": "CPR-nr.[CPR]",
    "sag 010190-1234": "sag [CPR]",
    "(010190-1234)": "([CPR])",
    "010190-1234, 020291-4321": "[CPR], [CPR]",
    # e-mail addresses
    "a@b.dk": "[e-mail]",
    "Skriv til fornavn.efternavn+sag@mail.kommune.dk.": "Skriv til [e-mail].",
    "<søren@blåbærgrød.dk>": "<[e-mail]>",
    "mailto:x_y-z@kommune.dk?subject=hej": "mailto:[e-mail]?subject=hej",
    "a＠b．dk": "[e-mail]",
    "a@b.dk;c@d.dk": "[e-mail];[e-mail]",
    "o'hara@kommune.dk": "[e-mail]",
    "a@b.dk+45@c.dk": "[e-mail][e-mail]",
    "ole @ kommune.dk": "[e-mail]",
    "skriv til ole(at)kommune.dk i dag": "skriv til [e-mail] i dag",
    "ole (at) kommune.dk": "[e-mail]",
    "ole[at]kommune.dk": "[e-mail]",
    # telephone numbers
    "12345678": "[tlf.]",
    "ring 12 34 56 78 i morgen": "ring [tlf.] i morgen",
    "12-34-56-78": "[tlf.]",
    "12.34.56.78.": "[tlf.].",
    "1234 5678": "[tlf.]",
    "1234-5678": "[tlf.]",
    "7020 30 40": "[tlf.]",
    "702 03 040": "[tlf.]",
    "+45 12345678": "[tlf.]",
    "+4512345678": "[tlf.]",
    "+45 12 34 56 78": "[tlf.]",
    "+45-12-34-56-78": "[tlf.]",
    "+45 12 345 678": "[tlf.]",
    "(+45) 12 34 56 78": "[tlf.]",
    "0045 12 34 56 78": "[tlf.]",
    "004512345678": "[tlf.]",
    "45 12 34 56 78": "[tlf.]",
    "(45) 12345678": "[tlf.]",
    "+46 70 123 45 67": "[tlf.]",
    "0046 70 123 45 67": "[tlf.]",
    "+44 (0)20 7946 0958": "[tlf.]",
    "+1 (555) 123-4567": "[tlf.]",
    "+298 123456": "[tlf.]",
    "tlf.12345678": "tlf.[tlf.]",
    "Tlf-nr.: 12345678": "Tlf-nr.: [tlf.]",
    "mobil 12345678, kontor 87654321": "mobil [tlf.], kontor [tlf.]",
    "12345678,87654321": "[tlf.],[tlf.]",
    "12 34 56 78/87 65 43 21": "[tlf.]/[tlf.]",
    f"12{THIN}34{THIN}56{THIN}78": "[tlf.]",
    f"12{NO_BREAK}34{NARROW}56 78": "[tlf.]",
    "12–34–56–78": "[tlf.]",
    "１２３４５６７８": "[tlf.]",
    "＋４５ １２３４５６７８": "[tlf.]",
    "12345678 kl. 14.30": "[tlf.] kl. 14.30",
    "+45 12 34 56 78 14.30": "[tlf.] 14.30",
    "20113456": "[tlf.]",
    "20  30  40  50": "[tlf.]",
    "20 304 050": "[tlf.]",
    "20/30/40/50": "[tlf.]",
    "nr20304050": "nr[tlf.]",
    "nr. 20304050": "nr. [tlf.]",
}

LEFT_ALONE = [
    "",
    "Jeg spurgte, hvad der fylder.",
    # dates and times
    "2026-11-23",
    "20.11.2026",
    "20-11-2026",
    "20/11-2026",
    "20 11 2026",
    "20261123",
    "2026 11 23",
    "19991231",
    "den 20. november 2026 kl. 14.30",
    "2026-11-23T10:05:00+01:00",
    "20261123T1005",
    "14.30-15.30",
    "08:00–16:00",
    "kl. 14.30",
    "uge 47",
    "2026-W47",
    "2025-2026",
    "2025–2026",
    "2025 2026",
    # amounts
    "12.000.000 kr.",
    "12 000 000 kr.",
    "12.000.000",
    "12000000 kr.",
    "12000000 kroner",
    "kr. 12000000",
    "DKK 12000000",
    "€ 12000000",
    "12000000,50",
    "12000000.5",
    "12000000,-",
    "+12.000.000 kr.",
    "+12.000.000",
    "1.234.567,89",
    "99,5 %",
    # cases, laws, companies, other long numbers
    "§ 12",
    "§ 12, stk. 2, nr. 3",
    "sag 24/12345",
    "ugerne 45 46 47 48",
    "karakterer 10 12 07 04",
    "kl. 07 30 16 00",
    "bilag 12345678",
    "dokument 12345678",
    "Sag-ID 12345678",
    "budget 12500000",
    "12345678 borgere",
    "P-nummer 1012345678",
    "P-nr. 1012345678",
    "20.11.26 1430",
    "12 000 000 borgere",
    "vi ses @ torvet.Vi tager bussen",
    "sagsnr12345678",
    "sag 24/12345678",
    "sag 12345678",
    "sagsnr. 12345678",
    "journalnr. 12345678",
    "S2024-12345678",
    "AB12345678",
    "AB-12345678",
    "2024-12345678",
    "27.00.00-G01-1-24",
    "CVR 12345678",
    "CVR-nr.: 12345678",
    "EAN 5798000000000",
    "5798000000000",
    "320190-1234",  # no such day
    "310490-1234",
    "910490-1234",
    "600190-1234",
    "300290-1234",
    "011390-1234",
    "000090-1234",
    "1234567",
    "123456789",
    "12 34 56",
    "1 2 3 4 5 6 7 8",
    # neither address nor number
    "@kommune",
    "vi ses @ kontoret",
    "mødes@14.30",
    "a@b",
    "1 + 2 = 3",
    "[CPR] [e-mail] [tlf.]",
]


@pytest.mark.parametrize(("text", "expected"), MASKED.items())
def test_personal_numbers_and_addresses_are_masked(text: str, expected: str) -> None:
    count = sum(map(expected.count, ("[CPR]", "[e-mail]", "[tlf.]")))
    assert mask_personal(text) == Masked(expected, count)
    assert mask_personal(f"Jeg talte med en kollega: {text} – og det gik godt") == Masked(
        f"Jeg talte med en kollega: {expected} – og det gik godt", count
    )


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_the_numbers_of_ordinary_work_are_left_alone(text: str) -> None:
    assert mask_personal(text) == Masked(text, 0)
    around = f"Om morgenen: {text} – det gik godt"
    assert mask_personal(around) == Masked(around, 0)


def test_all_kinds_are_counted_together() -> None:
    text = "Skriv til a@b.dk, ring 12 34 56 78\neller nævn 010190-1234 den 20.11.2026"
    assert mask_personal(text) == Masked(
        "Skriv til [e-mail], ring [tlf.]\neller nævn [CPR] den 20.11.2026", 3
    )


_PIECES = st.sampled_from(
    [
        *[
            "12",
            "34",
            "56",
            "78",
            "45",
            "00",
            "0045",
            "+45",
            "(45)",
            "2026",
            "11",
            "23",
            "010190",
            "1234",
            "12345678",
        ],
        *[" ", " ", "-", ".", ",", "/", "+", "(", ")", "@", "_", "\n", "–", NO_BREAK, "１", "٣", "kr.", "kr"],
        *[
            "a",
            "A",
            "æ",
            "tlf",
            "cpr",
            "nr.",
            "sag ",
            "CVR ",
            "b.dk",
            "[CPR]",
            "[tlf.]",
            "[e-mail]",
            "€",
            "%",
        ],
    ]
)


@settings(max_examples=2 * settings().max_examples)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_masking_twice_changes_no_more_than_masking_once(text: str) -> None:
    once = mask_personal(text)
    assert mask_personal(once.text) == Masked(once.text, 0)
    masks = ("[CPR]", "[e-mail]", "[tlf.]")
    assert sum(map(once.text.count, masks)) <= once.count + sum(map(text.count, masks))


@given(st.text())
def test_masking_any_text_leaves_everything_else_as_it_was(text: str) -> None:
    masked = mask_personal(text)
    assert (masked.text == text) == (masked.count == 0)
    rest = re.split(r"\[CPR\]|\[e-mail\]|\[tlf\.\]", masked.text)
    assert all(part in text for part in rest)


@given(st.dates(), st.integers(0, 9999), st.sampled_from(["-", " ", "", " - ", "–", NO_BREAK]))
def test_the_cpr_number_of_any_birthday_is_masked(day: date, serial: int, gap: str) -> None:
    assert mask_personal(f"født {day:%d%m}{day.year % 100:02}{gap}{serial:04}.") == Masked("født [CPR].", 1)


@given(st.dates())
def test_no_date_is_masked(day: date) -> None:
    for text in (
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m-%Y}",
        f"{day:%d %m %Y}",
        f"{day:%d/%m}/{day.year % 100:02}",
    ):
        assert mask_personal(text).count == 0


@given(
    st.integers(0, 99_999_999),
    st.sampled_from(["{} {} {} {}", "{}.{}.{}.{}", "+45 {}{} {}{}", "0045{}{}{}{}"]),
)
def test_any_danish_number_is_masked_in_the_usual_groupings(number: int, grouping: str) -> None:
    digits = f"{number:08}"
    text = grouping.format(*(digits[at : at + 2] for at in range(0, 8, 2)))
    assert mask_personal(text) == Masked("[tlf.]", 1)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "+", "+1", "12 ", "12.", "a", "a.", "a@", "@a.", "a@a", "a@a.1", "(+45)", "0", " ", "010190"],
)
def test_a_very_long_text_of_hostile_pieces_is_read_to_its_end(piece: str) -> None:
    # Were any pattern quadratic, a million characters would not end within any patience.
    long = piece * (1_000_000 // len(piece)) + " \n x y@z.dk"
    assert mask_personal(long).text.endswith("x [e-mail]")


CLEANED = {
    "  hej  ": "hej",
    "hej\r\ndu\rder\u2028og\u2029så\x85slut": "hej\ndu\nder\nog\nså\nslut",
    "a\tb": "a b",
    "a\x00b\x07c\x1fd\x7fe\x80f": "abcdef",
    "bla\u030abær": "bl\N{LATIN SMALL LETTER A WITH RING ABOVE}bær",
    "\ufeffhej": "hej",
    "a\u200bb\u200cc\u2060d\xade": "abcde",
    "a\u200eb\u200fc\u061cd": "abcd",
    "\u202eabc\u202c \u2066d\u2069": "abc d",
    "a\udc80b": "a\ufffdb",
    "\ud83d": "\ufffd",
    "a\u200db": "ab",
    "👩\u200d💻": "👩\u200d💻",
    "👨\u200d👩\u200d👧\u200d👦": "👨\u200d👩\u200d👧\u200d👦",
    "🏳\ufe0f\u200d🌈": "🏳\ufe0f\u200d🌈",
    "👩🏽\u200d⚕\ufe0f": "👩🏽\u200d⚕\ufe0f",
    "👩\u200d": "👩",
    "\u200d💻": "💻",
    "👩\u200d\u200d💻": "👩💻",
    "a\U000e0041\U000e007fb": "ab",
    # terminal sequences
    "\x1b[31mrød\x1b[0m": "rød",
    "\x1b[38;5;196;1mrød\x1b[m": "rød",
    "a\x1b[2Jb\x1b[?25lc\x1b[10;20Hd": "abcd",
    "\x9b31mrød\x9bm": "rød",
    "\x1b]0;titel\x07hej": "hej",
    "\x1b]0;titel\x1b\\hej": "hej",
    "\x9d0;titel\x9chej": "hej",
    "\x1b]52;c;aGVq\x07hej": "hej",
    "\x1b]8;;file:///etc\x1b\\link\x1b]8;;\x1b\\": "link",
    "\x1bP1$r0m\x1b\\hej": "hej",
    "\x1b(Bhej": "hej",
    "hej\x1b": "hej",
    "hej\x1b[": "hej[",
    "\x1b\x1b[0m[31mhej": "[31mhej",
    "\x1b]0;uden ende\nmine egne ord": "]0;uden ende\nmine egne ord",
    "[red]hej[/red] [/x]": "[red]hej[/red] [/x]",
}


@pytest.mark.parametrize(("text", "expected"), CLEANED.items())
def test_only_what_a_reader_sees_is_kept(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert clean(expected) == expected


_FORBIDDEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "\x1b\x9b\x9d\x9c\x07[]\\;m0AaøO\u030a\u200d👩💻\ufe0f\r\n\t \u2028\u202e\u200b\ufeff\ud83d\udc80"
        ),
        st.characters(),
    )
)


@settings(max_examples=2 * settings().max_examples)
@given(_HOSTILE)
def test_cleaning_leaves_nothing_harmful_and_nothing_more_to_clean(text: str) -> None:
    cleaned = clean(text)
    assert not _FORBIDDEN.search(cleaned)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()


@given(_HOSTILE)
def test_one_line_is_one_line_with_single_spaces(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line)
    assert line.split() == clean(text).split()
    assert len(line.splitlines()) <= 1
    assert "  " not in line


def test_a_tidy_text_takes_the_short_way_to_the_same_answer() -> None:
    # A line end makes clean() look at every rule; without one a printable text skips them.
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if character.isprintable():
            assert clean(f"a{character}b") == clean(f"a{character}b\nc")[:-2]


@pytest.mark.parametrize(
    "piece", ["\x1b[", "\x1b]", "\x1b]a", "\x9b0;", "\x9d", "\x1b[0;", "\u200d", "👩\u200d", "\r", "\x1b"]
)
def test_a_very_long_hostile_text_is_cleaned_to_its_end(piece: str) -> None:
    assert clean(piece * 200_000 + "\nslut").endswith("slut")


def test_a_note_is_at_most_four_thousand_characters() -> None:
    assert MAX_NOTE == 4000
