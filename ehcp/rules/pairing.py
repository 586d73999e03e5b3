"""Which sentence of one version takes the place of which of another; layout is no difference."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from .wording import Word, words_of

#: From this share of words in common two sentences are taken as one that was changed.
ALIKE = 0.42
#: Fewer words in a row may stand in two sentences by chance.
CARVED = 6


@dataclass(frozen=True)
class Sentence:
    """A sentence of a line."""

    section: str
    number: str
    text: str
    keys: tuple[str, ...]
    line: int


def take_equal(old: list[Sentence], new: list[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Take out of both what says the same, wherever it stands."""
    by_keys: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for each in new:
        by_keys[each.keys].append(each)
    pairs = [(one, by_keys[one.keys].pop(0)) for one in old if by_keys[one.keys]]
    _take_out(old, new, pairs)
    return pairs


def take_set_otherwise(old: list[Sentence], new: list[Sentence]) -> None:
    """Take out of both what is the same words, cut and joined in other places."""
    _carve(old, new)
    _carve(new, old)
    _cut_or_joined(old, new)
    _cut_or_joined(new, old)
    _same_run(old, new)


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


def take_alike(old: list[Sentence], new: list[Sentence]) -> list[tuple[Sentence, Sentence]]:
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
