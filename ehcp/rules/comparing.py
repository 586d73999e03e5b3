"""Two versions of a plan side by side, sentence by sentence: what changed, and what is less.

Moved, renumbered, re-typed or re-set words are no change. In the sections with provision each
sentence that is gone or gives less is named.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .pairing import Sentence, take_alike, take_equal, take_set_otherwise
from .reductions import Flag, conditions, differing, reductions
from .wording import Word, keys_of, pieces_of, words_of

#: Sections that say what is given; less of it is a reduction.
PROVISION_SECTIONS = frozenset({"F", "G", "H1", "H2", "J"})
_GONE = {
    "B": "A need is no longer named",
    "E": "An outcome is no longer named",
}


class Kind(StrEnum):
    """What became of a sentence."""

    CHANGED = "changed"
    GONE = "gone"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True)
class CompareLine:
    """A line of a version: its section, the number on the paper, its words; minutes if counted."""

    section: str
    number: str
    text: str
    minutes_a_week: int | None = None


@dataclass(frozen=True)
class Piece:
    """Words in a row that are the same in both versions, or are not."""

    text: str
    is_changed: bool


@dataclass(frozen=True)
class Change:
    """One sentence of the old version beside what became of it."""

    section: str
    kind: Kind
    old_number: str = ""
    new_number: str = ""
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    flags: tuple[Flag, ...] = ()
    #: For words that moved: the section where they stand now.
    to_section: str = ""

    @property
    def is_less(self) -> bool:
        """Whether provision is reduced."""
        return bool(self.flags) and self.section in PROVISION_SECTIONS


def compare(old: Sequence[CompareLine], new: Sequence[CompareLine]) -> list[Change]:
    """Every sentence that differs, section by section, in the order of the new version."""
    sections = dict.fromkeys([*(x.section for x in old), *(x.section for x in new)])
    changes: list[Change] = []
    for section in sections:
        changes += _compare_section(section, _sentences(old, section), _sentences(new, section))
        changes += _less_in_numbers(section, old, new)
    return _with_moves(changes)


def alignment(
    old: Sequence[CompareLine], new: Sequence[CompareLine], section: str
) -> dict[int, int]:
    """Which new line (by its place among all) takes the place of which old line of a section."""
    before, after = _sentences(old, section), _sentences(new, section)
    pairs = [*take_equal(before, after), *take_alike(before, after)]
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for one, other in pairs:
        votes[one.line, other.line] += len(one.keys)
    chosen: dict[int, int] = {}
    for (here, there), _ in sorted(votes.items(), key=lambda each: -each[1]):
        if here not in chosen and there not in chosen.values():
            chosen[here] = there
    return chosen


def _sentences(lines: Sequence[CompareLine], section: str) -> list[Sentence]:
    return [
        Sentence(section, line.number, piece, keys_of(piece), place)
        for place, line in enumerate(lines)
        if line.section == section
        for piece in pieces_of(line.text)
    ]


def _compare_section(section: str, old: list[Sentence], new: list[Sentence]) -> list[Change]:
    take_equal(old, new)
    take_set_otherwise(old, new)
    pairs = take_alike(old, new)
    found = [(other.line, _changed(one, other)) for one, other in pairs]
    found += [(each.line, _added(each)) for each in new]
    found += [(each.line, _gone(each)) for each in old]
    return [change for _, change in sorted(found, key=lambda each: each[0])]


def _changed(one: Sentence, other: Sentence) -> Change:
    before, after = words_of(one.text), words_of(other.text)
    steps = differing(before, after)
    flags = reductions(one.text, other.text) if one.section in PROVISION_SECTIONS else []
    return Change(
        one.section,
        Kind.CHANGED,
        one.number,
        other.number,
        _pieces(before, [(i, j) for _, i, j, _, _ in steps]),
        _pieces(after, [(k, m) for _, _, _, k, m in steps]),
        tuple(flags),
    )


def _added(each: Sentence) -> Change:
    flags = conditions(each.text) if each.section in PROVISION_SECTIONS else []
    new = (Piece(each.text, True),)
    return Change(each.section, Kind.ADDED, "", each.number, new=new, flags=tuple(flags))


def _gone(each: Sentence) -> Change:
    title = _GONE.get(each.section, "A sentence is gone")
    is_named = each.section in PROVISION_SECTIONS or each.section in _GONE
    flags = (Flag("gone", title, each.text),) if is_named else ()
    return Change(each.section, Kind.GONE, each.number, old=(Piece(each.text, True),), flags=flags)


def _pieces(words: list[Word], changed: list[tuple[int, int]]) -> tuple[Piece, ...]:
    marks = [False] * len(words)
    for first, last in changed:
        marks[first:last] = [True] * (last - first)
    pieces: list[Piece] = []
    for word, is_changed in zip(words, marks, strict=True):
        if pieces and pieces[-1].is_changed == is_changed:
            pieces[-1] = Piece(pieces[-1].text + word.text, is_changed)
        else:
            pieces.append(Piece(word.text, is_changed))
    return tuple(pieces)


def _less_in_numbers(
    section: str, old: Sequence[CompareLine], new: Sequence[CompareLine]
) -> list[Change]:
    """Lines whose words are the same while the amount that was entered for them is lower."""
    pairs = alignment(old, new, section) if section in PROVISION_SECTIONS else {}
    found = []
    for i, j in pairs.items():
        before, after = old[i].minutes_a_week, new[j].minutes_a_week
        if before and after and after < before and keys_of(old[i].text) == keys_of(new[j].text):
            flag = Flag(
                "time", "Less time each week", f"{before} min a week", f"{after} min a week"
            )
            same = (Piece(new[j].text, False),)
            numbers = (old[i].number, new[j].number)
            found.append(Change(section, Kind.CHANGED, *numbers, same, same, (flag,)))
    return found


def _with_moves(changes: list[Change]) -> list[Change]:
    """What went from one section to another: out of Section F it binds the council no longer."""
    added = {keys_of(c.new[0].text): c for c in changes if c.kind == Kind.ADDED}
    moved: dict[int, Change] = {}
    there: set[int] = set()
    for change in changes:
        target = added.get(keys_of(change.old[0].text)) if change.kind == Kind.GONE else None
        if target and id(target) not in there:
            there.add(id(target))
            moved[id(change)] = _moved(change, target)
    return [moved.get(id(c), c) for c in changes if id(c) not in there]


def _moved(change: Change, target: Change) -> Change:
    flags: tuple[Flag, ...] = ()
    if change.section in PROVISION_SECTIONS:
        title = f"Moved out of Section {change.section} into Section {target.section}"
        flags = (Flag("moved", title, change.old[0].text),)
    return Change(
        change.section,
        Kind.MOVED,
        change.old_number,
        target.new_number,
        change.old,
        target.new,
        flags,
        target.section,
    )
