"""The word lists of the style linter (:mod:`.catalogue_lint`), from the research on what spoils a variation."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final


# fmt: off

#: Duty, absolutes, moral and jargon: not outside ``say``.
FORBIDDEN: Final = {
    "da": (
        "bør", "husk", "husk at", "sørg for", "vær modig", "vær åben",
        "vær ærlig", "vær sød", "tag dig tid", "kritiser", "kritisér", "kritisere",
        "psykologisk tryghed",
    ),
    "en": (
        "be brave", "be open", "be honest", "be nice",
        "remember to", "make sure", "take the time", "take time to", "criticise", "criticize",
        "psychological safety", "feel free",
    ),
}

#: Duty and absolutes where they are laid on the reader; elsewhere they are plain words (“what people never notice”,
#: “how it should be said”). Regular expressions: not outside ``say``.
DUTY: Final = {
    "da": (
        r"^(?:du|i|man|vi) skal", r"(?<=, )(?:så )?skal (?:du|i|man|vi)", r"^\w+ (?:altid|aldrig)",
        r"(?:og|men) \w+ (?:altid|aldrig)", r"(?:skal|bør|må) (?:altid|aldrig)",
    ),
    "en": (
        r"^(?:you|one|we) (?:must|should|shall)", r"(?<=, )(?:you|one|we) (?:must|should|shall)",
        r"^(?:always|never)", r"(?:and|but) (?:always|never)", r"(?:must|should|may|can) (?:always|never)",
    ),
}

#: Words of guilt, that no screen of the program shows; not even in something to say aloud.
GUILT: Final = {
    "da": (
        "tabt", "mistet", "brudt", "fejlet", "desværre",
    ),
    "en": (
        "lost", "broken", "failed", "unfortunately",
    ),
}

#: What may follow such a word and take the guilt away. Regular expressions.
NO_GUILT: Final = {
    "da": {"brudt": r"(?! (?:sammen|op|ind)(?!\w))", "tabt": r"(?! (?:på gulvet|i vandet)(?!\w))"},
    "en": {"broken": r"(?! (?:down|up|off)(?!\w))", "lost": r"(?! property(?!\w))"},
}

#: What nobody says aloud at work.
UNSAID: Final = {
    "da": (
        "psykologisk tryghed", "sårbarhed", "sparringsrum", "mikrohandling",
    ),
    "en": (
        "psychological safety", "vulnerability", "safe space", "micro-action",
    ),
}

#: Telling the reader what to feel. Regular expressions.
FEELINGS: Final = {
    "da": (
        "føl", "føl dig", "du vil føle", "du føler", "mærk", "mærk efter",
        "vær (?:glad|stolt|tryg|rolig|positiv|taknemmelig)", "vær ikke (?:bange|nervøs|flov|ked)",
        "glæd dig", "nyd", "du bliver (?:glad|gladere|tryg|tryggere|stolt|lettet)", "du får det bedre",
    ),
    "en": (
        "feel (?:free|good|proud|safe|happy|better|confident)", "you will feel", "you'll feel",
        "you feel", "be (?:happy|proud|positive|grateful|calm|confident)",
        "do not be (?:afraid|nervous)", "don't be (?:afraid|nervous)", "enjoy", "don't worry",
    ),
}

#: Health, diagnosis, family and other private matters, in what is asked of people. Regular expressions.
PRIVATE: Final = {
    "da": (
        r"helbred\w*", r"sygdom\w*", r"sygeme?ld\w*", r"sygefravær\w*", r"diagnos\w*", r"depressi\w*",
        "angst", "terapi", "psykolog", r"skilsmisse\w*", r"gravid\w*", r"ægteskab\w*", r"kæreste\w*",
        r"ægtefælle\w*", r"familieliv\w*", "(?:din|deres|sin|hendes|hans) familie", r"privatliv\w*",
        "private (?:forhold|ting|problemer)", r"barndom\w*", r"religion\w*", r"seksu\w*",
        r"alkohol\w*", "hvem .{0,20}stemmer på", r"psykisk\w*", r"handicap\w*", "stresset",
        "stressede",
    ),
    "en": (
        "(?:their|your|his|her) health", "health (?:problems?|issues?)", r"illness\w*", "sick leave",
        "sickness", r"diagnos\w*", r"depress\w*", "anxiety", "therapy", r"divorce\w*", r"pregnan\w*",
        "marriage", "(?:their|your|his|her) (?:family|husband|wife|girlfriend|boyfriend)",
        "family life", "private (?:life|matters?)", "childhood", r"religio\w*", r"sexual\w*",
        r"alcohol\w*", "mental health", r"disabilit\w*", "stressed",
    ),
}

#: What an open question begins with.
OPENERS: Final = {
    "da": (
        "hvad", "hvem", "hvilken", "hvilket", "hvilke", "hvor", "hvordan", "hvorfor", "hvornår",
        "hvorhen", "hvortil", "fortæl",
    ),
    "en": (
        "what", "how", "which", "who", "whom", "whose", "where", "when", "why", "tell",
    ),
}

#: What may stand right before such a word (“på hvilken …”, “og hvorfor …”).
JOINERS: Final = {
    "da": (
        "og", "men", "så", "nu", "for", "fra", "med", "til", "på", "i", "af", "om", "ved", "over",
        "under",
    ),
    "en": (
        "and", "but", "so", "now", "then", "for", "from", "with", "to", "on", "in", "at", "of",
        "about", "by",
    ),
}

#: What a clause before the question may begin with (“hvis …, hvad …”); none of them can begin a closed question.
LEAD_INS: Final = {
    "da": (
        "hvis", "når", "da", "inden", "før", "efter", "siden", "mens", "selv om", "ud over", "i", "på",
        "fra", "med", "til", "næste gang", "men hvis", "og hvis", "må jeg spørge",
    ),
    "en": (
        "if", "when", "before", "after", "since", "while", "once", "on", "in", "at", "from", "with",
        "next time", "but if", "and if", "may i ask",
    ),
}

#: What a cue begins with.
EVENTS: Final = {
    "da": (
        "når", "efter", "før", "inden", "ved", "mens", "under", "i", "på", "midt", "lige", "da", "så", "om", "mellem",
        "sidst", "først", "idet",
    ),
    "en": (
        "when", "whenever", "after", "before", "at", "while", "during", "in", "on", "once", "as", "just", "right",
        "over", "between", "the",
    ),
}

#: A cue in which nothing happens. Regular expressions.
NO_EVENT: Final = {
    "da": (
        r"når (?:der er|du har|i har|man har|du får) (?:\w+ )?(?:tid|overskud|lyst|plads|ro|mulighed)(?=\W*$)",
        r"når (?:det|tiden) passer(?: dig| ind)?", "når som helst", "en dag i ugen", r"når du (?:kan|vil|tør)(?=\W*$)",
        r"når du føler \w+",
    ),
    "en": (
        r"when (?:there is|there's|you have|you get) (?:\w+ )?(?:time|energy|room|space|a chance)(?=\W*$)",
        r"when (?:it suits(?: you)?|you feel like it|you can|you like|you dare)(?=\W*$)", "any time", "anytime", "some day",
    ),
}

_CARE_PLANT: Final = frozenset({"care", "plant"})
_DRIVING: Final = frozenset({"road", "plant", "care"})
_SCHOOL: Final = frozenset({"school"})
_DAYCARE: Final = frozenset({"daycare"})
_CHILDREN: Final = frozenset({"school", "daycare"})
_OFFICE: Final = frozenset({"office"})
_CARE: Final = frozenset({"care"})
_PLANT: Final = frozenset({"plant", "road"})

#: Words that belong to some kinds of work only. Regular expressions.
WORK: Final = {
    "da": {
        r"\w*vagt(?:en|er|erne|hold|holdet|skifte|skiftet|plan|planen)?": _CARE_PLANT,
        r"(?:vare|tjeneste)?bil(?:en|er|erne)?": _DRIVING,
        r"ruten?": frozenset({"road", "care"}),
        r"klassen?|klasserne|klasselokalet": _SCHOOL,
        r"lektion(?:en|er|erne)?|elever(?:ne)?|lærerværelset": _SCHOOL,
        r"stuen?|legepladsen|garderoben": _CHILDREN,
        r"forældrene?|forældremøde": _CHILDREN,
        r"bilag(?:et|ene)?|dagsordenspunkt(?:et)?|sagsfremstilling(?:en)?": _OFFICE,
        r"beboere?n?|medicin\w*|plejehjemmet": _CARE,
        r"maskinen?|værkstedet|byggepladsen|afspærringen": _PLANT,
    },
    "en": {
        r"(?:night|evening|day)?[ -]?shifts?": _CARE_PLANT,
        r"vans?": _DRIVING,
        r"routes?": frozenset({"road", "care"}),
        r"(?:the|same|your|a) class(?:room)?": _SCHOOL,
        r"pupils?|staff room": _SCHOOL,
        r"cloakroom|playground": _CHILDREN,
        r"attachments?|annex(?:es)?": _OFFICE,
        r"care home|medication": _CARE,
        r"machines?|building site": _PLANT,
    },
}

#: What stands between examples.
OR: Final = {"da": "eller", "en": "or"}

#: A supposition, up to its comma. Regular expressions.
SUPPOSING: Final = {"da": r"Hvis [^,]*,", "en": r"If [^,]*,"}

#: Words that point to a day on which there may be no work, and the day that is named for it. Regular expressions,
#: by case: “I går” also says that you are walking.
WEEKDAYS: Final = {
    "da": {"(?i:i morgen)": "fri", "i går(?! aftes)": "mon", "(?i:i denne uge)": "mon"},
    "en": {"(?i:tomorrow)": "fri", "(?i:yesterday)": "mon", "(?i:this week)": "mon"},
}

#: Given names frequent in Denmark and in English texts. Short or doubtful ones are in the second list.
NAMES: Final = frozenset((
    "Agnieszka", "Ahmed", "Ahmet", "Aisha", "Alberte", "Alexander", "Alice", "Allan", "Amanda",
    "Amina", "Anders", "Andrew", "Ann", "Anna", "Anne", "Annette", "Anthony", "Ashley", "Ayse", "Ayşe",
    "Ben", "Bente", "Betty", "Birgit", "Birgitte", "Bjarne", "Brian", "Camilla", "Carol", "Carsten",
    "Casper", "Cecilie", "Charles", "Charlotte", "Christian", "Clara", "Claus", "Daniel", "David",
    "Deborah", "Dennis", "Dorthe", "Edward", "Elizabeth", "Emil", "Emily", "Emma", "Erik", "Fatima",
    "Finn", "Flemming", "Frederik", "Freja", "George", "Gitte", "Hanne", "Hans", "Harry", "Hassan",
    "Heidi", "Helle", "Henrik", "Hussein", "Ib", "Ibrahim", "Ida", "Inge", "Jack", "Jacob", "Jakob",
    "James", "Jane", "Jason", "Jennifer", "Jens", "Jesper", "Jessica", "Jette", "John", "Jonas",
    "Joseph", "Julie", "Jørgen", "Karen", "Karla", "Karsten", "Kasper", "Katarzyna", "Kate",
    "Kathrine", "Katrine", "Kenneth", "Kevin", "Kim", "Kirsten", "Klaus", "Kurt", "Lars", "Laura",
    "Layla", "Leif", "Leila", "Lene", "Linda", "Lisa", "Lisbeth", "Lise", "Lone", "Louise", "Lucas",
    "Lucy", "Mads", "Magnus", "Maja", "Malene", "Margaret", "Maria", "Marianne", "Marlene", "Martin",
    "Mary", "Mathias", "Mathilde", "Matthew", "Melissa", "Mette", "Michael", "Michelle", "Mikael",
    "Mikkel", "Mohamed", "Mohammed", "Morten", "Muhammad", "Mustafa", "Nancy", "Nanna", "Nicolai",
    "Niels", "Nikolaj", "Noah", "Ole", "Olga", "Oliver", "Oscar", "Paul", "Peter", "Pia", "Poul",
    "Priya", "Rasmus", "Rebecca", "Richard", "Rikke", "Robert", "Ryan", "Sam", "Samira", "Sandra",
    "Sara", "Sarah", "Sebastian", "Simon", "Sofie", "Sophie", "Stephanie", "Steven", "Stine", "Susan",
    "Susanne", "Svetlana", "Søren", "Thomas", "Tina", "Tobias", "Tom", "Torben", "Trine", "Ulla",
    "Victor", "William", "Yasmin", "Yusuf", "Zahra",
))

#: Names that are words too: taken for names only inside a sentence, where a word would be in lower case.
DOUBTFUL_NAMES: Final = frozenset((
    "Ali", "Ane", "Ask", "Bent", "Bill", "Bjørn", "Bo", "Dan", "Else", "Eva", "Faith", "Frank",
    "Grace", "Hope", "Jan", "Joy", "Kaj", "Line", "Liv", "Mark", "Max", "Mie", "My", "Pat", "Per",
    "Rose", "Signe", "Sten", "Stig", "Storm", "Sue", "Tea", "Will",
))

#: After these a capital letter means a name. Regular expressions.
ADDRESSING: Final = {
    "da": r"(?:Spørg|Bed|Fortæl|Giv|Tak|Ros|Vis|Hjælp|Mød|Inviter|(?:Ring|Skriv|Sig|Gå) til)",
    "en": r"(?:Ask|Tell|Thank|Praise|Show|Ring|Call|Email|Help|Invite|(?:Write|Talk|Speak) to)",
}

#: The name of a unit, not of a person. A regular expression for the end of the word.
UNITS: Final = (
    r"(?:service|center|centret|centre|afdeling(?:en)?|kontor(?:et)?|forvaltning(?:en)?|visitation(?:en)?|team(?:et)?"
    r"|skole(?:n)?|hus(?:et)?|gård(?:en)?|udvalg(?:et)?|support|styrelsen?|ministeriet|kommune|office|department|school)s?"
)

#: Full stops that end no sentence.
ABBREVIATIONS: Final = {
    "da": (
        "f.eks.", "bl.a.", "ca.", "kl.", "nr.", "evt.", "osv.", "m.m.", "mv.", "dvs.", "pga.", "inkl.",
        "ift.",
    ),
    "en": (
        "e.g.", "i.e.", "etc.", "a.m.", "p.m.", "no.", "vs.", "approx.",
    ),
}

#: With these a sentence is a statement, not something to do.
NO_IMPERATIVE: Final = {
    "da": (
        "du", "man", "jeg", "vi", "i", "det", "den", "der", "at", "de", "en", "et",
    ),
    "en": (
        "you", "one", "i", "we", "it", "there", "they", "the", "a", "an",
    ),
}

# fmt: on
