"""The word lists of the style linter (:mod:`.catalogue_lint`), from the research on what spoils a variation."""

from __future__ import annotations

from typing import Final

#: Duty, absolutes, moral and jargon: not outside ``say``.
FORBIDDEN: Final = {
    "da": (
        "skal", "altid", "aldrig", "bør", "husk", "husk at", "sørg for", "vær modig", "vær åben",
        "vær ærlig", "vær sød",
        "tag dig tid", "kritiser", "kritisér", "kritisere", "psykologisk tryghed",
    ),
    "en": (
        "must", "should", "always", "never", "be brave", "be open", "be honest", "be nice", "remember to",
        "make sure",
        "take the time", "take time to", "criticise", "criticize", "psychological safety", "feel free",
    ),
}  # fmt: skip

#: Words of guilt, that no screen of the program shows; not even in something to say aloud.
GUILT: Final = {
    "da": ("tabt", "mistet", "brudt", "fejlet", "desværre"),
    "en": ("lost", "broken", "failed", "unfortunately"),
}

#: What nobody says aloud at work.
UNSAID: Final = {
    "da": ("psykologisk tryghed", "sårbarhed", "sparringsrum", "mikrohandling"),
    "en": ("psychological safety", "vulnerability", "safe space", "micro-action"),
}

#: Telling the reader what to feel. Regular expressions.
FEELINGS: Final = {
    "da": (
        r"føl dig", r"du vil føle", r"du føler", r"mærk efter",
        r"vær (?:glad|stolt|tryg|rolig|positiv|taknemmelig)",
        r"glæd dig", r"nyd", r"du bliver (?:glad|gladere|tryg|tryggere|stolt|lettet)", r"du får det bedre",
    ),
    "en": (
        r"feel (?:free|good|proud|safe|happy|better|confident)", r"you will feel", r"you'll feel",
        r"you feel",
        r"be (?:happy|proud|positive|grateful|calm|confident)", r"enjoy", r"don't worry",
    ),
}  # fmt: skip

#: Health, diagnosis, family and other private matters, in what is asked of people. Regular expressions.
PRIVATE: Final = {
    "da": (
        r"helbred\w*", r"sygdom\w*", r"sygeme?ld\w*", r"sygefravær\w*", r"diagnos\w*", r"depressi\w*",
        r"angst",
        r"terapi", r"psykolog", r"skilsmisse\w*", r"gravid\w*", r"ægteskab\w*", r"kæreste\w*",
        r"ægtefælle\w*",
        r"familieliv\w*", r"(?:din|deres|sin|hendes|hans) familie", r"privatliv\w*",
        r"private (?:forhold|ting|problemer)",
        r"barndom\w*", r"religion\w*", r"seksu\w*", r"alkohol\w*", r"hvem .{0,20}stemmer på",
    ),
    "en": (
        r"(?:their|your|his|her) health", r"health (?:problems?|issues?)", r"illness\w*", r"sick leave",
        r"sickness",
        r"diagnos\w*", r"depress\w*", r"anxiety", r"therapy", r"divorce\w*", r"pregnan\w*", r"marriage",
        r"(?:their|your|his|her) (?:family|husband|wife|girlfriend|boyfriend)", r"family life",
        r"private (?:life|matters?)",
        r"childhood", r"religio\w*", r"sexual\w*", r"alcohol\w*",
    ),
}  # fmt: skip

#: What an open question begins with.
OPENERS: Final = {
    "da": (
        "hvad", "hvem", "hvilken", "hvilket", "hvilke", "hvor", "hvordan", "hvorfor", "hvornår", "hvorhen",
        "hvortil",
        "fortæl",
    ),
    "en": ("what", "how", "which", "who", "whom", "whose", "where", "when", "why", "tell"),
}  # fmt: skip

#: What may stand before such a word, in the same clause («på hvilken …») or as a clause before it («hvis …, hvad …»).
LEAD_INS: Final = {
    "da": (
        "hvis", "når", "da", "inden", "før", "efter", "siden", "mens", "selv om", "og", "men", "så", "for",
        "fra", "med",
        "til", "på", "i", "af", "om", "ved", "ud over", "ud af", "nu", "helt", "må jeg spørge",
    ),
    "en": (
        "if", "when", "before", "after", "since", "while", "once", "now", "and", "but", "so", "then",
        "for", "from",
        "with", "to", "on", "in", "at", "of", "about", "by", "may i ask", "next time",
    ),
}  # fmt: skip

#: Given names frequent in Denmark and in English texts. Short or doubtful ones are in the second list.
NAMES: Final = frozenset(
    """
    Peter Michael Lars Thomas Jens Henrik Søren Christian Martin Jan Morten Jesper Anders Niels Mads Rasmus Mette
    Anne Kirsten Hanne Anna Helle Susanne Lene Maria Marianne Inge Karen Camilla Lone Tina Pia Charlotte Louise Bente
    Gitte Jette Birgit Birgitte Ulla Dorthe Line Annette Ida Julie Sofie Sophie Laura Emma Clara Freja Karla Alberte
    Nanna Sara Sarah Katrine Kathrine Cecilie Maja Mathilde Rikke Trine Stine Heidi Malene Marlene Lisbeth Lise Hans
    Jørgen Poul Ole Erik Kim Torben Flemming Claus Klaus Carsten Karsten Brian Kurt Kenneth Allan Finn Leif Bjarne Ib
    Simon Jonas Jakob Jacob Nikolaj Nicolai Mikkel Magnus Oliver Noah William Oscar Victor Emil Frederik Kasper Casper
    Tobias Sebastian Alexander Lucas Mathias Mikael Dennis Jacob Ahmed Ahmet Mohammed Mohamed Muhammad Mustafa Hassan
    Hussein Ibrahim Yusuf Fatima Aisha Ayse Ayşe Amina Zahra Layla Leila Yasmin Samira Olga Svetlana Katarzyna Agnieszka
    John Mary James David Robert Jennifer Linda Elizabeth Susan Jessica Margaret Lisa Nancy Betty Sandra Ashley
    Emily Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Richard Joseph Charles Daniel Matthew Anthony Steven
    Andrew Kevin George Edward Brian Jason Ryan Alice Jane Kate Lucy Harry Jack Tom Ben Sam Paul Ann Priya
    """.split()  # noqa: SIM905 - a long list reads better as a text
)

#: Names that are words too: taken for names only inside a sentence, where a word would be in lower case.
DOUBTFUL_NAMES: Final = frozenset(
    "Bo Per Bent Bjørn Mie Signe Stig Else Sten Liv Ask My Tea Storm Eva Ane Kaj Ali Mark Will Grace Rose Faith Hope Bill"
    " Frank Dan Max Pat Sue Joy".split()  # noqa: SIM905
)

#: After these a capital letter means a name. Regular expressions.
ADDRESSING: Final = {
    "da": r"(?:Spørg|Bed|Fortæl|Giv|Tak|Ros|Vis|Hjælp|Mød|Inviter|(?:Ring|Skriv|Sig|Gå) til)",
    "en": r"(?:Ask|Tell|Thank|Praise|Show|Ring|Call|Email|Help|Invite|(?:Write|Talk|Speak) to)",
}

#: Full stops that end no sentence.
ABBREVIATIONS: Final = {
    "da": (
        "f.eks.",
        "bl.a.",
        "ca.",
        "kl.",
        "nr.",
        "evt.",
        "osv.",
        "m.m.",
        "mv.",
        "dvs.",
        "pga.",
        "inkl.",
        "ift.",
    ),
    "en": ("e.g.", "i.e.", "etc.", "a.m.", "p.m.", "no.", "vs.", "approx."),
}

#: With these a sentence is a statement, not something to do.
NO_IMPERATIVE: Final = {
    "da": ("du", "man", "jeg", "vi", "i", "det", "den", "der", "at", "de", "en", "et"),
    "en": ("you", "one", "i", "we", "it", "there", "they", "the", "a", "an"),
}
