"""Words about a child without what points to the child: an offer to a person, who decides. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .names_and_words import NAMES_AND_WORDS

#: Parts of names shorter than this are left alone: "Al" and "Jo" stand in too many words.
SHORTEST = 3


@dataclass(frozen=True)
class Names:
    """What points to a child, as the school knows it."""

    #: All names of the child, and the UPN: taken out however they are written.
    child: tuple[str, ...] = ()
    #: Other children and adults: taken out where they are written like names.
    others: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()


#: Not names though they begin with a capital in the middle of a sentence.
_ORDINARY = frozenset(
    [
        "I",
        "EHC",
        "EHCP",
        "SEN",
        "SEND",
        "SENCO",
        "SENDCO",
        "TA",
        "TAS",
        "LSA",
        "LSAS",
        "ELSA",
        "PE",
        "ICT",
        "KS1",
        "KS2",
        "English",
        "Maths",
    ]
)
#: Names that are words too: a child's is looked for only where it has a capital, another person's
#: not at all, so that "will" and "mark making" stay. A capital in mid-sentence is still marked.
_WORDS_TOO = NAMES_AND_WORDS | frozenset(
    [
        "abby",
        "amber",
        "autumn",
        "baker",
        "bell",
        "berry",
        "bird",
        "black",
        "blossom",
        "bond",
        "booth",
        "brook",
        "brooks",
        "brown",
        "buddy",
        "butler",
        "carter",
        "chance",
        "chase",
        "cook",
        "cooper",
        "crystal",
        "daisy",
        "dale",
        "dawn",
        "dean",
        "drew",
        "eve",
        "fern",
        "field",
        "fields",
        "fisher",
        "flora",
        "ford",
        "forest",
        "fox",
        "frank",
        "gene",
        "glen",
        "gray",
        "green",
        "grey",
        "guy",
        "hall",
        "heath",
        "hill",
        "holly",
        "honey",
        "hunter",
        "iris",
        "ivy",
        "jasmine",
        "jay",
        "jewel",
        "jones",
        "king",
        "lane",
        "law",
        "lily",
        "little",
        "long",
        "love",
        "lucky",
        "marsh",
        "mason",
        "max",
        "mercy",
        "miles",
        "mill",
        "moon",
        "newton",
        "noble",
        "olive",
        "park",
        "parker",
        "pearl",
        "penny",
        "pepper",
        "pierce",
        "poppy",
        "potter",
        "price",
        "pride",
        "prince",
        "quick",
        "rain",
        "read",
        "reading",
        "reed",
        "ridge",
        "river",
        "rivers",
        "robin",
        "rowan",
        "ruby",
        "rush",
        "sage",
        "sandy",
        "scarlet",
        "sharp",
        "shepherd",
        "short",
        "small",
        "snow",
        "star",
        "stone",
        "storm",
        "strong",
        "swift",
        "taylor",
        "thorn",
        "town",
        "turner",
        "violet",
        "walker",
        "wall",
        "ward",
        "waters",
        "way",
        "weaver",
        "west",
        "white",
        "wild",
        "willow",
        "winter",
        "wise",
        "wood",
        "woods",
    ]
)
#: Words that few children of a school share, or that tell of the family.
_TELLING = re.compile(
    r"\b(twins?|triplets?|foster\w*|adopt\w*|refugee\w*|asylum|traveller\w*|roma|prison|hospital\w*"
    r"|brothers?|sisters?|mums?|dads?|mother|father|carers?|social worker"
    r"|gran(?:ny|dad|ma|nan|d?(?:mother|father|parents?))?"
    r"|step(?:mum|dad|mother|father|brother|sister)s?"
    r"|syndrome|diagnos\w*|epilep\w*|seizures?|diabet\w*|wheelchair|hearing aids?|cochlear"
    r"|implants?|prosthe\w*|gastrostomy|tracheostomy|blind|deaf|braille|cancer|tumour)\b",
    re.I,
)
_NUMBER = re.compile(r"\b\w*\d\w*(?:[/.:-]\w+)*")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<![.!?:]\s\s)(?<!^)(?<!\n)\b[A-Z][\w'’-]+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


def without_names(text: str, names: Names) -> str:
    """The words with "the child", "another person", "the class" and "the school" for names."""
    text = unicodedata.normalize("NFC", text)
    for found, instead, is_loose in _kinds(names):
        text = _replaced(text, found, instead, is_loose=is_loose)
    return _at_starts(text)


def still_named(text: str, names: Names) -> list[str]:
    """Names of the list that a text still holds, each once, in its order."""
    text = unicodedata.normalize("NFC", text)
    found: dict[str, None] = {}
    for words, _, is_loose in _kinds(names):
        pattern = _pattern(words, is_loose=is_loose)
        for match in pattern.finditer(_folded(text)) if pattern else ():
            found.setdefault(text[match.start() : match.end()])
    return list(found)


def could_point(text: str) -> list[str]:
    """What could still point to a child, for a person to look at: each once, in its order."""
    spots: list[tuple[int, str]] = []
    for pattern in (_ADDRESS, _NUMBER, _TELLING, _CAPITAL):
        spots += [(m.start(), m.group()) for m in pattern.finditer(text)]
    kept = (word for _, word in sorted(spots) if word not in _ORDINARY)
    return list(dict.fromkeys(kept))


def name_parts(*names: str) -> tuple[str, ...]:
    """Names and their parts, the longest first; parts too short to be told from words are left out."""
    parts: dict[str, None] = {}
    for name in filter(None, (each.strip() for each in names)):
        parts.setdefault(name)
        for part in re.split(r"[\s-]+", name):
            if len(part) >= SHORTEST:
                parts.setdefault(part)
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def _kinds(names: Names) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    yield names.schools, "the school", True
    # A class called 4 is told from no number.
    yield tuple(name for name in names.classes if not name.isdigit()), "the class", False
    yield tuple(name for name in names.child if not _is_word(name)), "the child", True
    yield tuple(name for name in names.child if _is_word(name)), "the child", False
    yield tuple(name for name in names.others if not _is_word(name)), "another person", False


def _is_word(name: str) -> bool:
    return name.casefold() in _WORDS_TOO


def _pattern(words: Iterable[str], *, is_loose: bool) -> re.Pattern[str] | None:
    folded = sorted({_folded(word) for word in words if word}, key=lambda w: (-len(w), w))
    if not folded:
        return None
    options = "|".join(re.escape(word) for word in folded)
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)", re.I if is_loose else 0)


def _replaced(text: str, words: tuple[str, ...], instead: str, *, is_loose: bool) -> str:
    pattern = _pattern(words, is_loose=is_loose)
    if pattern is None:
        return text
    parts, end = [], 0
    for match in pattern.finditer(_folded(text)):
        parts += [text[end : match.start()], instead]
        end = match.end()
    joined = "".join([*parts, text[end:]])
    # First and family name side by side are one person.
    return re.sub(rf"{instead}(?:[\s-]+{instead})+", instead, joined)


def _folded(text: str) -> str:
    """Without accents and curly apostrophes, letter for letter, so that places stay the same."""
    flat = text.replace("’", "'")
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in flat)


def _at_starts(text: str) -> str:
    """A sentence that now begins with "the child" begins with a capital."""
    return re.sub(
        r"(^|[.!?]\s+|\n)(the child|another person|the class|the school)",
        lambda m: m.group(1) + m.group(2)[0].upper() + m.group(2)[1:],
        text,
    )
