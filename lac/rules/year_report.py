"""The designated teacher's report on a school year: from facts about children to sentences; pure.

Every sentence about children goes through `anonymity`: a group of fewer than five, or of nobody,
gets words that are the same whatever happened to any child of it.
Source: designated teacher guidance (DfE, 2018), which asks for a report at least once a year.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lac.rules.anonymity import band, is_more_than_half, is_small

CODE, VERSION = "lac.year_report", "2018"
CITATION = "Designated teacher for looked-after and previously looked-after children (DfE, 2018)"
#: Below it attendance is called persistent absence (DfE).
PERSISTENT = Decimal(90)


class Group(StrEnum):
    """Whom the report is about; a child is in one of them."""

    IN_CARE = "in care"
    BEFORE = "in care before"
    SOCIAL_WORKER = "with a social worker, not in care"


@dataclass(frozen=True)
class ChildYear:
    """A child's year without a name; None is what is not known, or does not arise."""

    group: Group
    joined: bool = False
    left: bool = False
    #: By term: whether the plan owed for it was ready in time.
    plans: dict[str, bool] = field(default_factory=dict)
    reviewed: bool | None = None
    progress: bool | None = None
    #: Whether the child stands where that age is expected to, in most subjects.
    expected: bool | None = None
    attendance: Decimal | None = None
    suspended: bool = False
    has_sen: bool = False
    supported: bool | None = None
    #: Whether more than half of the minutes that were promised or planned were given.
    given: bool | None = None
    money_spent: bool | None = None
    money_worked: bool | None = None
    #: Whether, after each move, what helps was passed on by its last day, and the file too.
    in_time: bool | None = None
    passed_on: bool | None = None


@dataclass(frozen=True)
class SchoolYear:
    """A school's year: its children, how many adults had each training, the terms that began."""

    children: tuple[ChildYear, ...]
    training: tuple[tuple[str, int], ...]
    terms: tuple[str, ...]
    #: The same of every other child of the school: whether it holds for more than half of them.
    others_expected: bool | None = None


@dataclass(frozen=True)
class Section:
    """A part of the report: what the record says, and what governors may ask."""

    key: str
    title: str
    said: tuple[str, ...]
    ask: str


@dataclass(frozen=True)
class _Measure:
    """A question about each child: what is said where it holds for more than half, or does not."""

    about: str
    most: str
    less: str

    def say(self, flags: Iterable[bool | None], whom: str) -> str:
        answer = is_more_than_half(flags)
        if answer is None:
            return f"{self.about}: known of fewer than five {whom}, so nothing is said."
        return f"{self.about}: {self.most if answer else self.less}."


_HALF = "half of them or fewer"
_REVIEWED = _Measure("A review of the care plan in the year", "for more than half of them", _HALF)
_PROGRESS = _Measure(
    "Met at least part of most targets that were looked at", "more than half of them", _HALF
)
_EXPECTED = _Measure(
    "At what is expected of that age in most subjects", "more than half of them", _HALF
)
_ATTENDED = _Measure("Attended at least 90% of the time", "more than half of them", _HALF)
_NEVER_OUT = _Measure("Not suspended in the year", "more than half of them", _HALF)
_SEN = _Measure("On the SEND register", "more than half of them", _HALF)
_SUPPORT = _Measure("Extra help is planned and running", "for more than half of them", _HALF)
_GIVEN = _Measure(
    "Most minutes of the help that was promised were given", "for more than half of them", _HALF
)
_SPENT = _Measure("Most of the year’s money is spent", "for more than half of them", _HALF)
_WORKED = _Measure("The money did at least part of what it was for", "for more than half", _HALF)
_IN_TIME = _Measure(
    "After a move, what helps was passed on within ten working days, and the file in its five",
    "for more than half of them",
    _HALF,
)
_PASSED = _Measure("What was passed on was acknowledged", "for more than half of them", _HALF)

#: Said of a group that is small or nobody, whatever its children did.
_QUIET = (
    "The school has fewer than five children in care, or none. Nothing is said here about how "
    "their year went: a single child could be recognised."
)
_QUIET_BEFORE = (
    "The school has fewer than five children who were in care before, or none. Nothing is said "
    "here about how their year went: a single child could be recognised."
)
#: By part: title, what is asked of every school (no claim about this one), and a question.
_PARTS: dict[str, tuple[str, str, str]] = {
    "numbers": (
        "The children",
        "Each child is counted in one group only. Numbers are given in fives, and never for fewer.",
        "Would we know if a child’s care changed? Who tells us, and how soon?",
    ),
    "plans": (
        "Plans and reviews",
        "Each child in care should have a personal education plan (PEP), looked at every term.",
        "How do we know that each plan is ready on its day, and that it is a good one?",
    ),
    "progress": (
        "Progress",
        "Progress should be judged by the targets in the plans, and beside children of that age.",
        "What do we do when a target is not met?",
    ),
    "attendance": (
        "Attendance and suspensions",
        "Attendance should be watched, and other ways tried before a child is suspended.",
        "Who is told when attendance falls, and what happens next?",
    ),
    "sen": (
        "Special educational needs",
        "The PEP and the SEN papers of a child should say the same.",
        "Are needs found early, and is the help that was promised given?",
    ),
    "premium": (
        "Pupil premium plus",
        (
            "Money should serve a target, and somebody should say what it changed. No sums are "
            "given here: from a sum the number of children could be worked out."
        ),
        "How do we know that the money changed something for the child it came for?",
    ),
    "training": (
        "Training",
        "These are adults of the whole school, not only those around a child in care.",
        "Which training comes next, and for whom?",
    ),
    "moves": (
        "Moves and passing information on",
        "When a child comes or goes, what helps should be passed on, and the safeguarding file.",
        "How soon does a new school know what it needs to know?",
    ),
    "virtual": (
        "Working with virtual schools",
        (
            "A council’s virtual school looks after the education of its children in care. It checks "
            "plans, holds the money and gives advice."
        ),
        "What do we ask of the virtual school, and does it answer?",
    ),
    "before": (
        "Children who were in care before",
        "Parents and guardians choose what the school may know, and have a say in the support.",
        "Do families know whom to ask, and that they may?",
    ),
    "policy": (
        "What governors may want to change",
        "Rules on admission, behaviour, trips and uniform can weigh more on children in care.",
        "Which of our policies did we read with these children in mind?",
    ),
}
#: The parts in order: key and title.
PARTS = tuple((key, title) for key, (title, _, _) in _PARTS.items())


def sections_of(year: SchoolYear) -> tuple[Section, ...]:
    """The whole report, apart from the designated teacher's own words."""
    by_group = {group: [c for c in year.children if c.group is group] for group in Group}
    in_care = by_group[Group.IN_CARE]
    said = {} if is_small(len(in_care)) else _of_children_in_care(in_care, year)
    said["numbers"] = (*_numbers(by_group), *([_QUIET] if is_small(len(in_care)) else []))
    said["training"] = tuple(
        f"Adults with training in “{subject}” that holds: {band(count)}."
        for subject, count in year.training
    )
    said["before"] = _of_children_before(by_group[Group.BEFORE])
    return tuple(
        Section(key, title, (*said.get(key, ()), does), ask)
        for key, (title, does, ask) in _PARTS.items()
    )


def is_report_owed(
    year: int, begun: Collection[int], care: Iterable[tuple[date, date | None]]
) -> bool:
    """Whether a report of a school year is owed that nobody has begun.

    It is, once the school knew in that year of a child who is or was in care: `care` are the days
    since when it knew, and on which care ended. It is too in the year after a report, so that none
    is left out because the last child left. The duty is that of s. 20 and 20A of the Children and
    Young Persons Act 2008; the guidance asks for a report at least once a year.
    """
    if year in begun or year - 1 in begun:
        return True
    first, last = date(year, 9, 1), date(year + 1, 8, 31)
    return any(known <= last and (ended is None or ended >= first) for known, ended in care)


def _numbers(by_group: dict[Group, list[ChildYear]]) -> tuple[str, ...]:
    lines = [f"Children {group.value}: {band(len(found))}." for group, found in by_group.items()]
    for words, name in (("came to the school", "joined"), ("left the school", "left")):
        count = sum(getattr(child, name) for child in by_group[Group.IN_CARE])
        lines.append(f"Children in care who {words} in the year: {band(count)}.")
    return tuple(lines)


def _of_children_in_care(children: list[ChildYear], year: SchoolYear) -> dict[str, tuple[str, ...]]:
    whom = "children in care"
    plans = [
        _Measure(f"{term} term: plan ready in time", "for more than half of them", _HALF).say(
            (child.plans.get(term) for child in children), whom
        )
        for term in year.terms
    ]
    return {
        "plans": (*plans, _REVIEWED.say((c.reviewed for c in children), whom)),
        "progress": (
            _PROGRESS.say((c.progress for c in children), whom),
            *_beside_others(children, year.others_expected, whom),
        ),
        "attendance": _attendance(children, whom),
        "sen": _sen(children, whom),
        "premium": _premium(children, whom),
        "moves": (
            _IN_TIME.say((c.in_time for c in children), whom),
            _PASSED.say((c.passed_on for c in children), whom),
        ),
    }


def _beside_others(children: list[ChildYear], others: bool | None, whom: str) -> tuple[str, ...]:
    said = _EXPECTED.say((c.expected for c in children), whom)
    if others is None:
        return (said,)
    words = _EXPECTED.most if others else _HALF
    return said, f"Of all other children of the school: {words}."


def _of_children_before(children: list[ChildYear]) -> tuple[str, ...]:
    if is_small(len(children)):
        return (_QUIET_BEFORE,)
    whom = "children who were in care before"
    progress = _PROGRESS.say((c.progress for c in children), whom)
    return (progress, *_attendance(children, whom), *_sen(children, whom))


def _attendance(children: list[ChildYear], whom: str) -> tuple[str, ...]:
    seen = (None if c.attendance is None else c.attendance >= PERSISTENT for c in children)
    return _ATTENDED.say(seen, whom), _NEVER_OUT.say((not c.suspended for c in children), whom)


def _sen(children: list[ChildYear], whom: str) -> tuple[str, ...]:
    return (
        _SEN.say((c.has_sen for c in children), whom),
        _SUPPORT.say((c.supported for c in children), whom),
        _GIVEN.say((c.given for c in children), whom),
    )


def _premium(children: list[ChildYear], whom: str) -> tuple[str, ...]:
    return (
        _SPENT.say((c.money_spent for c in children), whom),
        _WORKED.say((c.money_worked for c in children), whom),
    )
