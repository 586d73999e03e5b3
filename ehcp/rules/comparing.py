"""Two versions of a plan side by side, sentence by sentence: what changed, and what is less.

Moved, renumbered, re-typed or re-set words are no change. In the sections with provision each
sentence that is gone or gives less is named.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .reductions import Flag, conditions, differing, reductions
from .wording import Word, keys_of, pieces_of, words_of

#: Sections that say what is given; less of it is a reduction.
PROVISION_SECTIONS = frozenset({"F", "G", "H1", "H2", "J"})
#: From this share of words in common two sentences are taken as one that was changed.
ALIKE = 0.42
#: Fewer words in a row may stand in two sentences by chance.
CARVED = 6
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


@dataclass(frozen=True)
class Sentence:
    """A sentence of a line."""

    section: str
    number: str
    text: str
    keys: tuple[str, ...]
    line: int


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
    pairs = [*_equal(before, after), *_alike(before, after)]
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
    _equal(old, new)
    _carve(old, new)
    _carve(new, old)
    _cut_or_joined(old, new)
    _cut_or_joined(new, old)
    _same_run(old, new)
    pairs = _alike(old, new)
    found = [(other.line, _changed(one, other)) for one, other in pairs]
    found += [(each.line, _added(each)) for each in new]
    found += [(each.line, _gone(each)) for each in old]
    return [change for _, change in sorted(found, key=lambda each: each[0])]


def _equal(old: list[Sentence], new: list[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Take out of both what says the same, wherever it stands."""
    by_keys: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for each in new:
        by_keys[each.keys].append(each)
    pairs = [(one, by_keys[one.keys].pop(0)) for one in old if by_keys[one.keys]]
    _take_out(old, new, pairs)
    return pairs


def _carve(wholes: list[Sentence], parts: list[Sentence]) -> None:
    """Take out sentences that stand word for word inside a longer one; the rest of it stays."""
    for part in list(parts):
        size = len(part.keys)
        for place, whole in enumerate(wholes) if size >= CARVED else ():
            at = _place_in(whole.keys, part.keys)
            if at is None:
                continue
            words = words_of(whole.text)
            rest = [_of_words(whole, each) for each in (words[:at], words[at + size :]) if each]
            others = [each for each in parts if each is not part]
            # Otherwise words were added to the sentence, which are to be read with it.
            if all(_is_like_any(each, others) for each in rest):
                wholes[place : place + 1] = rest
                parts[:] = others
                break


def _is_like_any(sentence: Sentence, others: list[Sentence]) -> bool:
    return any(_likeness(sentence.keys, other.keys) >= ALIKE for other in others)


def _place_in(whole: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    spots = range(len(whole) - len(part) + 1)
    return next((at for at in spots if whole[at : at + len(part)] == part), None)


def _of_words(whole: Sentence, words: list[Word]) -> Sentence:
    keys = tuple(word.key for word in words)
    text = "".join(word.text for word in words).strip()
    return Sentence(whole.section, whole.number, text, keys, whole.line)


def _cut_or_joined(whole: list[Sentence], parts: list[Sentence]) -> None:
    """Take out sentences that the other version has in several parts, in whatever order."""
    for each in list(whole):
        if found := _parts_of(each.keys, parts):
            whole.remove(each)
            parts[:] = [part for part in parts if not any(part is one for one in found)]


def _parts_of(keys: tuple[str, ...], parts: list[Sentence]) -> list[Sentence] | None:
    """Sentences that together say these words and no others."""
    if not keys:
        return []
    for part in parts:
        if keys[: len(part.keys)] == part.keys:
            others = [each for each in parts if each is not part]
            if (rest := _parts_of(keys[len(part.keys) :], others)) is not None:
                return [part, *rest]
    return None


def _same_run(old: list[Sentence], new: list[Sentence]) -> None:
    """Take out what is the same but cut into sentences or lines in other places."""
    for start in range(len(old)):
        for place in range(len(new)):
            if old[start : start + 1] and (run := _run(old[start:], new[place:])):
                del old[start : start + run[0]]
                del new[place : place + run[1]]
                return _same_run(old, new)
    return None


def _run(old: list[Sentence], new: list[Sentence]) -> tuple[int, int] | None:
    """How many sentences of each, from the first on, say together the same."""
    one = other = 0
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    while True:
        if left and left == right:
            return one, other
        shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
        if longer[: len(shorter)] != shorter:
            return None
        if len(left) <= len(right):
            if one == len(old):
                return None
            left, one = left + old[one].keys, one + 1
        else:
            if other == len(new):
                return None
            right, other = right + new[other].keys, other + 1


def _alike(old: list[Sentence], new: list[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Take out pairs of a sentence and what it was changed into, the most alike first."""
    scored = [
        (score, -abs(one.line - other.line), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := _likeness(one.keys, other.keys)) >= ALIKE
    ]
    used_old, used_new, pairs = set(), set(), []
    for _, _, i, j in sorted(scored, key=lambda each: (-each[0], -each[1], each[2], each[3])):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    _take_out(old, new, pairs)
    return pairs


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """From 0 to 1; words in another order count less."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _take_out(old: list[Sentence], new: list[Sentence], pairs: Iterable) -> None:
    gone = {id(each) for pair in pairs for each in pair}
    old[:] = [each for each in old if id(each) not in gone]
    new[:] = [each for each in new if id(each) not in gone]


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
