"""What a rule is: its facts, the dates it gives, its citation, version and standing in law.

A rule is a pure function with a description, kept in the `RuleBook` of the package that owns it.
Nothing here imports Django, and nothing asks what day it is today.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from itertools import pairwise
from typing import Any

Value = date | int | str | bool | None
Values = Mapping[str, Value]


class Confidence(StrEnum):
    """How sure the product is that a date is the law."""

    LAW = "law"
    GUIDANCE = "guidance"
    WORKING = "working"
    UNVERIFIED = "unverified"

    @property
    def words(self) -> str:
        """The word that a person sees."""
        return _CONFIDENCE_WORDS[self]


_CONFIDENCE_WORDS = {
    Confidence.LAW: "law",
    Confidence.GUIDANCE: "guidance",
    Confidence.WORKING: "our own working date",
    Confidence.UNVERIFIED: "check locally",
}


class Owner(StrEnum):
    """Who owes what is due."""

    SCHOOL = "school"
    LA = "la"
    OLD_LA = "old_la"
    NEW_LA = "new_la"
    HEALTH = "health"
    SOCIAL_CARE = "social_care"
    PARENT = "parent"
    MEDIATION_ADVISER = "mediation_adviser"
    SENCO = "senco"

    @property
    def words(self) -> str:
        """The name that a person sees."""
        return _OWNER_WORDS[self]


_OWNER_WORDS = {
    Owner.SCHOOL: "School",
    Owner.LA: "Council",
    Owner.OLD_LA: "Council the child leaves",
    Owner.NEW_LA: "Council the child moves to",
    Owner.HEALTH: "Health service",
    Owner.SOCIAL_CARE: "Social worker",
    Owner.PARENT: "Parent",
    Owner.MEDIATION_ADVISER: "Mediation adviser",
    Owner.SENCO: "SENCO",
}


class Subject(StrEnum):
    """What a rule is about, in the order in which a list of rules shows it."""

    ASSESSMENT = "Needs assessment"
    PLAN = "EHC plan"
    REVIEW = "Annual review"
    APPEAL = "Disagreement and appeal"
    CARE = "Children in care"
    RECORDS = "Records and requests"
    AGE = "Age and year group"
    SCHOOL = "School and staff"


class FactKind(Enum):
    """What sort of thing a fact is."""

    DAY = "date"
    YEAR = "year"
    YES_NO = "yes or no"
    CHOICE = "choice"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class Fact:
    """A fact that a rule starts from."""

    name: str
    label: str
    kind: FactKind = FactKind.DAY
    optional: bool = False
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def day(name: str, label: str, **more: Any) -> Fact:
    """A date the rule cannot do without."""
    return Fact(name, label, **more)


def maybe_day(name: str, label: str, **more: Any) -> Fact:
    """A date that may be missing, or may not have happened."""
    return Fact(name, label, optional=True, **more)


def year(name: str, label: str, **more: Any) -> Fact:
    """A calendar year."""
    return Fact(name, label, FactKind.YEAR, **more)


def yes_no(name: str, label: str, **more: Any) -> Fact:
    """A yes or no; missing counts as no."""
    return Fact(name, label, FactKind.YES_NO, optional=True, **more)


def choice(name: str, label: str, *choices: tuple[str, str], **more: Any) -> Fact:
    """One of a few codes; missing is the first."""
    return Fact(name, label, FactKind.CHOICE, optional=True, choices=choices, **more)


def school_calendar(name: str = "calendar", label: str = "The school's calendar") -> Fact:
    """The term dates of the school."""
    return Fact(name, label, FactKind.CALENDAR)


class OutputKind(Enum):
    """What sort of answer an output is."""

    LAST_DAY = "last day"  # something is due: it has a day to do it by
    NOT_BEFORE = "not before"  # the first day on which something may be done
    OTHER_DAY = "day"  # a step of the sum, or a day that nobody owes
    VALUE = "value"


@dataclass(frozen=True)
class Output:
    """One answer of a rule: its key, its words, how it is counted and who owes it."""

    key: str
    label: str
    how: str = ""
    owed_by: Owner | None = None
    kind: OutputKind = OutputKind.LAST_DAY
    #: None: as the rule.
    confidence: Confidence | None = None
    citation: str = ""
    #: Shown to people; the others only repeat another answer in another form.
    is_shown: bool = True
    #: The words for a code that the rule gives.
    words: tuple[tuple[str, str], ...] = ()

    @property
    def by_school_day(self) -> bool:
        """Whether it is to be done on a school day rather than on any working day."""
        return self.owed_by is Owner.SCHOOL


def last_day(key: str, label: str, how: str = "", *, owed_by: Owner, **more: Any) -> Output:
    """The last day on which somebody may still do what they owe."""
    return Output(key, label, how, owed_by, **more)


def not_before(key: str, label: str, how: str = "", **more: Any) -> Output:
    """The first day on which something may be done or begins."""
    return Output(key, label, how, kind=OutputKind.NOT_BEFORE, **more)


def other_day(key: str, label: str, how: str = "", **more: Any) -> Output:
    """A day that explains the sum, or that nobody owes."""
    return Output(key, label, how, kind=OutputKind.OTHER_DAY, **more)


def value(key: str, label: str, how: str = "", **more: Any) -> Output:
    """A number, a word, or yes or no."""
    return Output(key, label, how, kind=OutputKind.VALUE, **more)


def also(key: str, label: str) -> Output:
    """Another answer's working day under a name of its own; not shown a second time."""
    return Output(key, label, kind=OutputKind.OTHER_DAY, is_shown=False)


#: The date of the case, from its facts; None when the facts do not tell.
CaseDate = Callable[[Mapping[str, Any]], date | None]


@dataclass(frozen=True)
class Rule:
    """One version of one clock."""

    code: str
    title: str
    citation: str
    function: Callable[..., Values] = field(repr=False)
    facts: tuple[Fact, ...] = ()
    outputs: tuple[Output, ...] = ()
    confidence: Confidence = Confidence.LAW
    version: int = 1
    effective_from: date = date.min
    #: None: until further notice.
    effective_to: date | None = None
    #: What a person should know about the reading of the law that was chosen.
    note: str = ""
    #: What is new in this version, in plain words.
    change_note: str = ""
    subject: Subject | None = None
    case_date: CaseDate = field(default=lambda facts: None, repr=False)

    def covers(self, day: date) -> bool:
        """Whether this version is the one for a case of that date."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )

    def fact(self, name: str) -> Fact | None:
        """The fact of that name."""
        return next((fact for fact in self.facts if fact.name == name), None)


class RuleBook:
    """The rules of one package; its AppConfig registers the book when it is loaded."""

    def __init__(self, *chapters: "RuleBook", subject: Subject | None = None) -> None:
        self.subject = subject
        self.rules: list[Rule] = [rule for chapter in chapters for rule in chapter.rules]

    def rule(
        self, code: str, *, dated_by: str | tuple[str, ...] | CaseDate = (), **description: Any
    ) -> Callable[[Callable[..., Values]], Callable[..., Values]]:
        """Describe a pure function as a rule; `dated_by` names the facts that date the case."""

        def describe(function: Callable[..., Values]) -> Callable[..., Values]:
            case_date = dated_by if callable(dated_by) else _first_of(dated_by)
            known = {"subject": self.subject, "function": function, "case_date": case_date}
            self.rules.append(Rule(code, **(known | description)))
            return function

        return describe


def require_order(**days: date | None) -> None:
    """Refuse facts that cannot follow each other: the earliest comes first, a missing one is none.

    ValueError names the two that do not fit.
    """
    known = [(name, found) for name, found in days.items() if found]
    for (name, found), (later_name, later) in pairwise(known):
        if later < found:
            raise ValueError(f"{later_name} cannot be before {name}.")


def _first_of(names: str | tuple[str, ...]) -> CaseDate:
    names = (names,) if isinstance(names, str) else names

    def case_date(facts: Mapping[str, Any]) -> date | None:
        return next((facts[name] for name in names if facts.get(name)), None)

    return case_date
