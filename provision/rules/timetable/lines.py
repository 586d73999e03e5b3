"""One line of a timetable: what is given, when, by whom, to whom, where; and what is left over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from provision.rules.timetable.known import Known
from provision.rules.timetable.names import ATOMS, EDGES, NAME_WORDS, children_of, split_run
from provision.rules.timetable.people import TITLE, fold, group_key
from provision.rules.timetable.times import CUT, When, take_when
from pupils.importing.coded import code_of
from pupils.importing.provision_map import ROLE_WORDS

_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[-*•–·]\s+)")
_BREAKS = re.compile(
    rf"{CUT}|(?<=\s)[-–—]+(?=\s)|\s*[–—]+\s*|\t|\||;|:(?=\s|$)|\s{{3,}}|[\r\n]+|•|\s+with\s+|(?=\()|(?<=\))"
)
_LEADS = (
    ("staff", re.compile(r"^(?:(?:led|run|given|delivered|taught)\s+by|by)\s+", re.I)),
    ("staff", re.compile(r"^(?:staff|adult|lsa|ta|led by)\s*:\s*", re.I)),
    ("children", re.compile(r"^(?:children|pupils|names|group)\s*:\s*", re.I)),
    ("children", re.compile(r"^for\s+", re.I)),
    ("place", re.compile(r"^(?:(?:place|where|room|venue)\s*:\s*|@\s*)", re.I)),
    ("maybe place", re.compile(r"^(?:in|at)\s+(?:the\s+)?", re.I)),
    ("", re.compile(r"^(?:and|with|w/|on|from|for)\b\s*", re.I)),
)
_LABELS = {
    "staff": "staff", "adult": "staff", "led by": "staff", "lsa": "staff", "ta": "staff",
    "with": "staff", "by": "staff", "children": "children", "pupils": "children",
    "names": "children", "for": "children", "place": "place", "where": "place", "room": "place",
    "venue": "place", "group": "name", "intervention": "name", "provision": "name",
    "when": "", "day": "", "days": "", "time": "", "1 1": "", "one to one": "",
}  # fmt: skip
_SAYS_NOTHING = ("", "1 1", "one to one")
_PLACES = re.compile(
    r"\b(?:library|hall|hub|room|office|nook|nest|corridor|studio|outside|outdoors|playground"
    r"|classroom|kitchen|cabin|den|base|lodge|staffroom|field|gym|pod|garden|class)\b",
    re.I,
)
_PERSON = re.compile(r"^(?:(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.?\s+\S+|[^\W\d_][\w'’-]+ [A-Z][\w'’-]*\.?)$")


@dataclass
class Entry:
    """What one line or cell says."""

    name: str = ""
    when: When = field(default_factory=When)
    staff: str = ""
    #: A role of staff, where the words name one.
    role: str = ""
    children: list[str] = field(default_factory=list)
    place: str = ""
    #: What names the adult fits a child too.
    is_staff_doubtful: bool = False
    #: Words that were not understood, as they were pasted.
    left: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing that makes a group of it."""
        return not (self.name or self.children or self.when.says_something)


def read_line(text: str, known: Known) -> Entry:
    """A line as a person types it, in any order of its parts."""
    text = _BULLET.sub("", text)
    name = known.timed_name(text)
    when, rest = take_when(text.replace(name, CUT, 1) if name else text)
    entry = Entry(when=when, name=name)
    reader = _Reader(entry, known)
    for words, hint in _segments(rest, known):
        reader.take(words, hint)
    reader.settle()
    return entry


def _segments(text: str, known: Known) -> Iterator[tuple[str, str]]:
    """Parts of a line with what they are said to be: staff, children, place, brackets."""
    label = ""
    for part in _BREAKS.split(_keep_groups(text, known)):
        part, hint = _keep_back(part), ""
        is_bracket = part.strip().startswith("(") and part.strip().endswith(")")
        words = part.strip().strip("()") if is_bracket else part.strip(EDGES)
        if fold(words) in _LABELS and words and not is_bracket:
            label = _LABELS[fold(words)]
            continue
        for said, lead in _LEADS:
            if found := lead.match(words):
                words, hint = words[found.end() :].strip(EDGES), said
                break
        if fold(words):
            yield words, hint or label or ("brackets" if is_bracket else "")
            label = ""


_OPEN, _CLOSE = "\ue001", "\ue002"


def _keep_groups(text: str, known: Known) -> str:
    """Brackets that tell two children apart, `Ava M (Oak)`, stay with the name."""

    def kept(found: re.Match) -> str:
        if group_key(found[1]) not in known.children.groups:
            return found[0]
        ends = CUT if found[2] and fold(found[2]) != "and" else ""
        return f"{_OPEN}{found[1]}{_CLOSE}{ends}{found[2] and ' ' + found[2]}"

    return re.sub(r"\(([^()]*)\)(?:\s*(\w*))", kept, text)


def _keep_back(text: str) -> str:
    return text.replace(_OPEN, "(").replace(_CLOSE, ")")


def role_of(text: str) -> str:
    """The role that words name: `TA`, `the HLTA`; empty when none."""
    return code_of(re.sub(r"^(?:the|a|an|our)\s+", "", text, flags=re.I), ROLE_WORDS) or ""


class _Reader:
    """Sorts the parts of one line: what is sure first, the rest by what is still missing."""

    def __init__(self, entry: Entry, known: Known):
        self.entry, self.known = entry, known
        self.unknown: list[tuple[str, str]] = []
        self.roles: list[str] = []
        self.both: list[str] = []

    def take(self, words: str, hint: str) -> None:
        """One part, if it is clear what it is; otherwise it waits."""
        entry, known = self.entry, self.known
        if hint == "name" or (not hint and not entry.name and known.is_item(words)):
            entry.name = words
        elif hint == "place" or (hint == "maybe place" and not known.children.fits(words)):
            self._place(words)
        elif hint == "staff":
            self._staff(words)
        elif hint == "children":
            entry.children += children_of(words, known.children)
        elif not self._people(words):
            self._wait(words, hint)

    def _wait(self, words: str, hint: str) -> None:
        if role_of(words):
            self.roles.append(words)
        elif _PLACES.search(words) and (hint == "brackets" or len(words.split()) <= NAME_WORDS):
            self._place(words) if self.entry.name or self.unknown else self.unknown.append(
                (words, hint)
            )
        else:
            self.unknown.append((words, hint))

    def _people(self, words: str) -> bool:
        """Whether the part is of adults or children whom the school has."""
        known, entry = self.known, self.entry
        is_adult = bool(known.adults.fits(words)) or self._is_adult_with_role(words)
        is_child = bool(known.children.fits(words))
        if is_adult and is_child:
            self.both.append(words)
        elif is_adult:
            self._staff(words)
        elif is_child:
            entry.children.append(words)
        else:
            return self._list(words)
        return True

    def _is_adult_with_role(self, words: str) -> bool:
        person, role = split_role(words)
        return bool(role and person and self.known.adults.fits(person))

    def _list(self, words: str) -> bool:
        atoms = [atom for atom in ATOMS.split(words) if fold(atom) not in _SAYS_NOTHING]
        fitting = [atom for atom in atoms if self.known.children.fits(atom)]
        if fitting:
            return self._sort(atoms)
        name, children = split_run(words, self.known.children)
        if not children:
            return False
        self.entry.children += children
        if name:
            self.unknown.append((name, ""))
        return True

    def _sort(self, atoms: list[str]) -> bool:
        """A list of names: perhaps what is given first, perhaps an adult among them."""
        for number, atom in enumerate(atoms):
            children = children_of(atom, self.known.children)
            if any(self.known.children.fits(each) for each in children):
                self.entry.children += children
            elif self._may_be_adult(atom) and not self.entry.staff:
                self.entry.staff = atom
            elif not number and not self.entry.name and not _PERSON.match(atom):
                self.unknown.append((atom, ""))
            else:
                self.entry.children.append(atom)
        return True

    def _may_be_adult(self, words: str) -> bool:
        return bool(TITLE.match(words) or self.known.adults.fits(words))

    def _staff(self, words: str) -> None:
        person, role = split_role(words)
        if self.entry.staff and person:
            self.entry.left.append(words)
            return
        self.entry.staff = self.entry.staff or person
        self.entry.role = self.entry.role or role

    def _place(self, words: str) -> None:
        if self.entry.place:
            self.entry.left.append(words)
        else:
            self.entry.place = words

    def settle(self) -> None:
        """Sort what waited: a name is missing first, then who gives it, then who gets it."""
        entry = self.entry
        if not entry.name:
            entry.name = self._name()
        for words in self.roles:
            entry.role = entry.role or role_of(words)
        for words in self.both:
            if not entry.staff and entry.children:
                entry.staff, entry.is_staff_doubtful = words, True
            else:
                entry.children.append(words)
        for words, hint in self.unknown:
            self._guess_part(words, hint)

    def _name(self) -> str:
        for number, (words, hint) in enumerate(self.unknown):
            if hint != "brackets" and not (_PERSON.match(words) and len(self.unknown) > 1):
                del self.unknown[number]
                return words
        if self.roles:
            return self.roles.pop(0)
        if self.entry.place and not self.unknown:
            return ""
        return self.unknown.pop(0)[0] if self.unknown else ""

    def _guess_part(self, words: str, hint: str) -> None:
        """Which part unknown words are; whom they mean, a person says."""
        atoms = [atom for atom in ATOMS.split(words) if fold(atom)]
        if hint == "brackets" and not self.entry.place:
            self.entry.place = words
        elif len(atoms) > 1 and not self.entry.children:
            self.entry.children += atoms
        elif _PERSON.match(words) and self._may_be_staff(words):
            self.entry.staff = words
        elif _PERSON.match(words):
            self.entry.children.append(words)
        else:
            self.entry.left.append(words)

    def _may_be_staff(self, words: str) -> bool:
        """An unknown person gives it where others get it, or by a title."""
        entry = self.entry
        is_open = not entry.staff and not entry.role
        return is_open and bool(entry.children or TITLE.match(words))


def split_role(words: str) -> tuple[str, str]:
    """A person and a role out of `Kasia W (LSA)`, `TA Kasia`, `LSA`."""
    if role := role_of(words):
        return "", role
    parts = re.split(r"[\s()/,–-]+", words.strip(" ()"))
    for role_word, rest in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        if rest and (role := role_of(role_word)) and len(role_word) > 1:
            person = words.replace(role_word, "", 1) if role_word == parts[0] else words
            person = re.sub(rf"[\s(/,–-]*{re.escape(role_word)}\)?\s*$", "", person)
            return person.strip(" ()/,–-"), role
    return words, ""
