"""What of a line's words is less than before: time, frequency, duty, people, group size.

Section F must be so specific that nobody can doubt what is owed (reg 12(1)(f); Code of Practice
9.69), so each weaker word is named and quoted; whether it matters is for the reader to judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .amounts import Amounts
from .wording import Word, plain, words_of

STRONG = r"will|must|shall|is to|are to|requires?|is required|are required|ensures?"
#: Words that make a duty depend on something.
CONDITIONS = (
    r"may|might|could|should",
    (r"(?:where|when|if|as|wherever|whenever) (?:possible|appropriate|available|needed|required|necessary"
    r"|practicable|feasible|suitable)"),
    r"as far as (?:possible|practicable)|as and when|if staffing allows|staffing permitting",
    r"subject to|at the discretion|depending on",
)  # fmt: skip
WEAK = (
    *CONDITIONS,
    r"can|aims? to|try to|tries to|endeavours? to|hopes? to",
    r"expected to|consider(?:ed|s)?|would benefit|encouraged? to|up to|a maximum of|no more than",
    r"access to|have access|opportunit(?:y|ies)|available to",
    (r"regular(?:ly)?|frequent(?:ly)?|occasional(?:ly)?|usually|normally|generally|typically|ideally"
    r"|often|sometimes|periodic(?:ally)?|flexibl[ey]|some|approximately|around|about|as needed"),
)  # fmt: skip
FLOOR = r"at least|a minimum of|minimum|no less than|not less than|no fewer than|not fewer than"
END = (
    r"not|no longer|ceases?|cease|withdraw\w*|remov\w+|fad(?:e|ed|ing)|phas(?:ed|ing) out|reduc\w+"
)
_TAKES_BACK = r"no longer|cease|ceases|withdraw\w*|removed|fade|faded|phased out|reduced"
WHOLE = (
    r"all|always|throughout|full time|whole|entire"
    r"|(?:each|every)(?! (?:school )?(?:day|week|morning|afternoon|term|half|fortnight|month|year))"
)
SKILLED = (
    r"specialist|specially|qualified|trained|training|experienced|registered|accredited|certified"
    r"|chartered|hcpc|dedicated|named|consistent|level \d"
)
#: Who gives it, the highest qualification first; each phrase is taken out before the next is read.
RANKS: tuple[tuple[int, str], ...] = (
    (2, r"(?:speech and language |speech |occupational |physio)?\s?therapy (?:assistant|technician)s?"),
    (3, r"higher level teaching assistants?|hltas?|elsas?|emotional literacy support assistants?"),
    (2, r"(?:specialist )?(?:teaching|learning support|support|classroom) assistants?|lsas?|tas?"),
    (5, r"educational psychologists?|psychologists?|speech and language therapists?|salts?|slts?"),
    (5, r"occupational therapists?|ots?|physiotherapists?|therapists?|psychotherapists?"),
    (5, r"specialist teachers?|advisory teachers?|qualified teachers? of the \w+|teachers? of the deaf"),
    (4, r"qualified teachers?|teachers?|sendcos?|sencos?|nurses?|counsell?ors?"),
    (1, r"adults?|(?:members? of )?staff|key (?:person|worker|adult)s?|mentors?|practitioners?"),
    (0, r"volunteers?|peers?|buddy|buddies|students?"),
)  # fmt: skip
OVERSIGHT = r"overseen|supervised|monitored|advised|under the (?:guidance|direction)|advice from"
#: Flags that have named a lower number already.
_OF_NUMBERS = frozenset({"time", "length", "count", "number"})
#: So many words taken out with fewer than half as many in their place are named.
LONG_CUT = 3
_MERELY_JOINING = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "of",
        "in",
        "on",
        "for",
        "to",
        "with",
        "by",
        "at",
        "from",
        "as",
        "is",
        "be",
        "s",
    ]
)
#: The lowest number that is a year, not an amount.
_FIRST_YEAR = 1900


@dataclass(frozen=True)
class Flag:
    """One way in which the new words give less than the old, with the words of both."""

    code: str
    title: str
    old: str = ""
    new: str = ""


def reductions(old: str, new: str) -> list[Flag]:
    """Every way in which a sentence gives less than the one whose place it takes."""
    flags = [
        *_time(Amounts(old), Amounts(new)),
        *_group(Amounts(old), Amounts(new)),
        *_duty(plain(old), plain(new)),
        *_people(plain(old), plain(new)),
    ]
    return [*flags, *_cuts(old, new, flags)]


def conditions(added: str) -> list[Flag]:
    """What a new sentence takes back of others: “subject to staffing”, “may be reduced”."""
    said = plain(added)
    found = [each for pattern in CONDITIONS for each in _all(pattern, said)]
    flags = [Flag("weak", "A new condition", "", found[0])] if found else []
    ends = _all(_TAKES_BACK, said)
    return flags + ([Flag("end", "Something ends or is taken away", "", ends[0])] if ends else [])


def _time(old: Amounts, new: Amounts) -> Iterator[Flag]:
    if old.weekly and new.weekly:
        if new.weekly < old.weekly:
            yield Flag("time", "Less time each week", _a_week(old.weekly), _a_week(new.weekly))
    else:
        yield from _lower("length", "Shorter", old.lengths, new.lengths, "{:g} min")
        yield from _lower("count", "Fewer sessions", old.counts, new.counts, "{:g}")
        yield from _lower("often", "Less often", old.often, new.often, "{:.2g} a week")
    for unit in old.others.keys() & new.others.keys():
        if new.others[unit] < old.others[unit]:
            before, after = f"{old.others[unit]:g} {unit}s", f"{new.others[unit]:g} {unit}s"
            yield Flag("number", "A number is lower", before, after)


def _lower(code: str, title: str, old: tuple, new: tuple, words: str) -> Iterator[Flag]:
    """Amounts of one kind: gone, or less than before from the largest down."""
    if old and not new:
        yield Flag(code, f"{title}: it is not said any more", _listed(old, words))
    elif old and (len(new) < len(old) or _any_lower(old, new)):
        yield Flag(code, title, _listed(old, words), _listed(new, words))


def _any_lower(old: tuple, new: tuple) -> bool:
    pairs = zip(sorted(old, reverse=True), sorted(new, reverse=True), strict=False)
    return any(after < before for before, after in pairs)


def _group(old: Amounts, new: Amounts) -> Iterator[Flag]:
    if not old.sizes:
        return
    before = ", ".join(words for _, words in old.sharing)
    if not new.sizes:
        yield Flag("group", "It is not said any more how many share an adult", before)
    elif min(new.sizes) > min(old.sizes) or max(new.sizes) > max(old.sizes):
        after = ", ".join(words for _, words in new.sharing)
        yield Flag("group", "More children share an adult", before, after)


def _duty(old: str, new: str) -> Iterator[Flag]:
    for pattern in WEAK:
        if added := _more(pattern, old, new):
            yield Flag("weak", "Weaker words", "", added)
    before, after = _all(STRONG, old), _all(STRONG, new)
    if before and len(after) < len(before):
        yield Flag("duty", "“Will” or “must” is gone", before[0])
    if gone := _more(FLOOR, new, old):
        yield Flag("floor", "It no longer says the least that is given", gone)
    if added := _more(END, old, new):
        yield Flag("end", "It says that something ends or is taken away", "", added)
    if gone := _more(WHOLE, new, old):
        yield Flag("whole", "It no longer covers all of it", gone)


def _people(old: str, new: str) -> Iterator[Flag]:
    before, after = _ranks(old), _ranks(new)
    if before and not after:
        yield Flag("people", "It is not said any more who gives it", before[0][1])
    elif before and any(pick(after)[0] < pick(before)[0] for pick in (min, max)):
        yield Flag("people", "A lower qualification", max(before)[1], min(after)[1])
    for gone in dict.fromkeys(_all(SKILLED, old)):
        if gone not in _all(SKILLED, new):
            yield Flag("skilled", f"“{gone.capitalize()}” is gone", gone)
    if added := _more(OVERSIGHT, old, new):
        yield Flag("oversight", "Somebody now only oversees or advises", "", added)


def _cuts(old: str, new: str, flags: list[Flag]) -> Iterator[Flag]:
    """What was taken out with nothing in its place, lower numbers, “and” that became “or”."""
    before, after = words_of(old), words_of(new)
    counted = _is_counted(Amounts(old), Amounts(new)) or any(f.code in _OF_NUMBERS for f in flags)
    for step, i, j, k, m in differing(before, after):
        gone, put = before[i:j], after[k:m]
        left = [word for word in gone if word.key not in _MERELY_JOINING]
        if len(left) >= LONG_CUT and len(put) * 2 < len(gone):
            yield Flag("cut", "Words are taken out", _said(gone))
        if step == "replace" and not counted:
            yield from _lower_number(gone, put)
        if "and" in {w.key for w in gone} and "or" in {w.key for w in put}:
            yield Flag("choice", "“And” became “or”", _said(gone), _said(put))


def _is_counted(old: Amounts, new: Amounts) -> bool:
    """Whether what the numbers mean was compared already."""
    return bool(old.weekly and new.weekly) or bool(old.sizes and new.sizes)


def _lower_number(gone: list[Word], put: list[Word]) -> Iterator[Flag]:
    before, after = _numbers(gone), _numbers(put)
    if len(before) == len(after) == 1 and after[0] < before[0] < _FIRST_YEAR:
        yield Flag("number", "A number is lower", f"{before[0]:g}", f"{after[0]:g}")


def differing(old: list[Word], new: list[Word]) -> list[tuple[str, int, int, int, int]]:
    """Where two lists of words differ, as `SequenceMatcher` says it."""
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=False)
    return [step for step in matcher.get_opcodes() if step[0] != "equal"]


def _ranks(text: str) -> list[tuple[int, str]]:
    """(rank, words) of everybody named, in the order of the ranks' list."""
    found = []
    for rank, pattern in RANKS:
        found += [(rank, each.group().strip()) for each in re.finditer(rf"\b(?:{pattern})\b", text)]
        text = re.sub(rf"\b(?:{pattern})\b", "…", text)
    return found


def _numbers(words: list[Word]) -> list[float]:
    return [float(w.key) for w in words if re.fullmatch(r"\d+(?:\.\d+)?", w.key)]


def _more(pattern: str, old: str, new: str) -> str:
    """The words of the new text that fit more often than before; empty when none do."""
    before, after = _all(pattern, old), _all(pattern, new)
    if len(after) <= len(before):
        return next((w for w in after if after.count(w) > before.count(w)), "")
    return next((w for w in after if after.count(w) > before.count(w)), after[-1])


def _all(pattern: str, text: str) -> list[str]:
    return [each.group() for each in re.finditer(rf"\b(?:{pattern})\b", text)]


def _a_week(minutes: float) -> str:
    return f"{minutes:g} min a week"


def _listed(values: tuple, words: str) -> str:
    return ", ".join(words.format(value) for value in values)


def _said(words: list[Word]) -> str:
    return "".join(word.text for word in words).strip()
