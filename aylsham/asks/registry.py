"""What colleagues owe: each floor registers its kinds of asks when it is loaded.

An ask is worked out from the facts whenever it is read, so what is done is gone at once. It carries
ids, dates and numbers; words about a child are read by the page of the one who is asked.
"""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import CharField, DateField, F, IntegerField, Q, QuerySet, UUIDField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from aylsham.access.permissions import Permission
from aylsham.asks.rules import Owed
from aylsham.models import School

DAY = dt.timedelta(days=1)


class Whose(StrEnum):
    """Who is asked: one person by name, or whoever checks for that year group."""

    PERSON = "person"
    LEADER = "leader"
    SENDCO = "sendco"


@dataclass(frozen=True)
class Week:
    """A Monday to Sunday with its number of school days."""

    starts_on: dt.date
    school_days: int

    @property
    def ends_on(self) -> dt.date:
        return self.starts_on + 6 * DAY


@dataclass(frozen=True)
class Scope:
    """Whose asks are read, at which school, on which day."""

    school: School
    today: dt.date
    #: The last week that is over.
    week: Week
    #: None: everybody's.
    person: UUID | None = None
    #: Year groups for which the person checks as their phase leader; None: leads none.
    leads: frozenset[str] | None = None
    #: Whether the person checks what no phase leader checks.
    is_sendco: bool = False
    #: The sensitivities that the person's roles open; None: not known.
    levels: frozenset[int] | None = None

    def narrowed(self, rows: QuerySet) -> QuerySet:
        """Rows made by `asked`, cut to what concerns the person."""
        if self.person is None:
            return rows
        mine = Q(ask_whose=Whose.PERSON, ask_person=self.person)
        if self.leads is not None:
            mine |= Q(ask_whose=Whose.LEADER)  # of which year groups: see `is_led`
        if self.is_sendco:
            mine |= Q(ask_whose=Whose.SENDCO)
        return rows.filter(mine)

    def is_led(self, whose: str, year_group: str) -> bool:
        """Whether a check is of a year group that the person leads; none named: all."""
        return whose != Whose.LEADER or not self.leads or year_group in self.leads


@dataclass(frozen=True)
class Ask:
    """One thing that somebody owes. `due_on` is the last day, `asked_on` the day it came up."""

    kind: "AskKind"
    whose: Whose
    #: Who owes it; None where nobody is named, or where checkers share it.
    person: UUID | None
    pupil: UUID | None
    year_group: str
    #: What is to be answered, and a second row where the page needs one.
    subject: UUID
    about: UUID | None
    due_on: dt.date
    asked_on: dt.date
    #: Two numbers that the kind understands: targets left, sessions missing, versions read.
    count: int = 0
    upto: int = 0
    #: A plain word beside it, such as a provision's name; never an account of a child.
    words: str = ""

    @property
    def key(self) -> str:
        """Names it in a form of the page."""
        return f"{self.kind.code}.{self.subject}"

    @property
    def owed(self) -> Owed:
        """As the rules order it."""
        return Owed(self.key, self.kind.code, self.kind.weight, self.due_on, self.asked_on)


@dataclass(frozen=True)
class AskKind:
    """A kind of ask: its words, the minutes one takes, where it is answered, who owes it."""

    code: str
    #: What to do, for one: “Say what you see”.
    label: str
    #: What a table calls several: “Concerns to say something about”.
    plural: str
    #: Minutes for one, or for each of `count` where `is_counted`.
    minutes: int
    #: What makes its rows by `asked`: a reader for each way in which somebody can owe it.
    readers: tuple[Callable[[Scope], QuerySet], ...]
    #: Name of the page where it is answered, and its arguments after the school; empty: elsewhere.
    page: str
    args: Callable[[Ask], tuple] = lambda ask: (ask.pupil,)
    query: Callable[[Ask, Scope], dict[str, str]] = lambda ask, scope: {}
    #: 1: the child waits for it; 2: it keeps the record in order.
    weight: int = 1
    is_counted: bool = False
    #: Days from the row's dates to the last day, and to the day on which it comes up.
    due_after: int = 0
    asked_after: int = 0
    #: What the page of the answer asks for; None: whoever is asked may answer.
    permission: Permission | None = None
    #: Which of these are asks after all, where a database cannot say it.
    sieve: Callable[[Scope, list[Ask]], Collection[tuple[UUID | None, UUID]]] | None = None


_kinds: dict[str, AskKind] = {}
#: What every kind of ask says, in this order.
COLUMNS = (
    "kind", "whose", "person", "pupil", "year_group", "subject", "about", "due_on", "asked_on",
    "count", "upto", "words",
)  # fmt: skip


def register_ask(kind: AskKind) -> None:
    """Add a kind of ask, or replace the one with its code."""
    _kinds[kind.code] = kind


def kinds_of_asks() -> dict[str, AskKind]:
    """Every kind by its code."""
    return dict(_kinds)


def asked(
    rows: QuerySet,
    *,
    due_on: Combinable | str,
    asked_on: Combinable | str,
    person: Combinable | str | None = None,
    pupil: str | None = "pupil_id",
    subject: str = "pk",
    about: str | None = None,
    count: Combinable | int = 0,
    upto: Combinable | int = 0,
    words: Combinable | str = "",
    whose: Combinable | Whose = Whose.PERSON,
) -> QuerySet:
    """Rows of a kind in the columns that all kinds share; names are those of its own columns.

    Subqueries of `rows` may refer to `OuterRef("ask_person")`.
    """
    year = f"{pupil.removesuffix('_id')}__year_group" if pupil else None
    return rows.order_by().annotate(
        ask_whose=Cast(_value(whose), CharField()),
        ask_person=Cast(_column(person), UUIDField()),
        ask_pupil=Cast(_column(pupil), UUIDField()),
        ask_year_group=Cast(F(year) if year else Value(""), CharField()),
        ask_subject=Cast(F(subject), UUIDField()),
        ask_about=Cast(_column(about), UUIDField()),
        ask_due_on=Cast(_column(due_on), DateField()),
        ask_asked_on=Cast(_column(asked_on), DateField()),
        ask_count=Cast(_value(count), IntegerField()),
        ask_upto=Cast(_value(upto), IntegerField()),
        ask_words=Cast(_value(words), CharField()),
    )


def _column(name: Combinable | str | None) -> Combinable:
    return F(name) if isinstance(name, str) else Value(None) if name is None else name


def _value(value: Combinable | str | int) -> Combinable:
    return value if isinstance(value, Combinable) else Value(value)
