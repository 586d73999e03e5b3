"""What the date calculator shows: rules by subject, two sets of dates side by side, versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.forms import Form

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Fact
from aylsham.datewords import full_day_words
from aylsham.models import Deadline, School
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY, Line, Result
from aylsham.timescales.rules import Output, OutputKind, Rule, Subject, Value


@dataclass(frozen=True)
class Cell:
    """One answer in one of the two sets of facts."""

    words: str = ""
    day: date | None = None
    do_by: date | None = None
    #: Somebody has to do something by then.
    is_due: bool = False


@dataclass(frozen=True)
class Row:
    """One answer of the rule with its reasons, for the facts and for the what-if."""

    output: Output
    line: Line
    now: Cell
    what_if: Cell
    #: What the what-if does to the date, in words.
    moves: str


@dataclass(frozen=True)
class Moved:
    """A date of this school that the newest version of a rule has moved."""

    title: str
    before: Value
    now: date
    school: School
    #: The child as a plain id: the page links to the record, and names nobody.
    pupil_id: UUID | None


def subjects() -> list[tuple[Subject, list[Rule]]]:
    """Every rule under the heading of what it is about."""
    return [
        (subject, [rule for rule in REGISTRY if rule.subject is subject]) for subject in Subject
    ]


def rows(result: Result, what_if: Result | None) -> list[Row]:
    """The shown answers, in the rule's own order, with what the other facts would change."""
    first = {line.key: line for line in result.shown}
    second = {line.key: line for line in what_if.shown} if what_if else {}
    outputs = (what_if or result).rule.outputs
    found = (output for output in outputs if output.key in first or output.key in second)
    return [_row(output, first, second) for output in found]


def _row(output: Output, first: dict[str, Line], second: dict[str, Line]) -> Row:
    now, then = first.get(output.key), second.get(output.key)
    line = now or then
    assert line is not None
    return Row(output, line, _cell(now), _cell(then), _moves(now, then))


def _cell(line: Line | None) -> Cell:
    if line is None:
        return Cell()
    if not isinstance(line.value, date):
        return Cell(words=_words(line.output, line.value))
    is_due = line.output.kind is OutputKind.LAST_DAY
    return Cell(day=line.value, do_by=line.do_by, is_due=is_due)


def _moves(now: Line | None, then: Line | None) -> str:
    if now is None:
        return "is new"
    if then is None:
        return "falls away"
    if not (isinstance(now.value, date) and isinstance(then.value, date)):
        return "stays" if now.value == then.value else "changes"
    days = (then.value - now.value).days
    if not days:
        return "stays"
    return f"{abs(days)} day{'s' * (abs(days) != 1)} {'later' if days > 0 else 'earlier'}"


def _words(output: Output, value: Value) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return dict(output.words).get(str(value), str(value))


def facts_of(form: Form, prefix: str = "") -> list[Fact]:
    """What was entered, in words: for paper."""
    known = getattr(form, "cleaned_data", {})
    return [
        Fact(f"{prefix}{field.label}", _entered(known.get(field.name), field.value()))
        for field in form
        if field.value()
    ]


def _entered(fact: object, text: str) -> str:
    return full_day_words(fact) if isinstance(fact, date) else text


def moved_dates(access: Access, rule: Rule) -> list[Moved]:
    """Dates of the page's schools that the newest version of a rule has moved."""
    newest = REGISTRY.versions(rule.code)[-1]
    schools = [s for s in access.schools if Permission.VIEW_DUE in access.permissions_at(s)]
    if newest.version == 1 or not schools:
        return []
    rows = Deadline.objects.filter(rule_code=rule.code, rule_version=str(newest.version))
    rows = rows.filter(school__in=schools).readable_by(access).live(access.today)
    return list(_moved(newest, rows.select_related("school")))


def _moved(rule: Rule, rows: Iterable[Deadline]) -> Iterable[Moved]:
    names = {fact.label: fact.name for fact in rule.facts}
    for row in rows:
        facts = {names[label]: value for label, value in row.facts.items() if label in names}
        try:
            answers = REGISTRY.moved(rule.code, facts)
        except FactProblem:
            continue  # our own reminder to record the facts: no version worked its date out
        for _, before, now in answers:
            if now == row.due_on:
                yield Moved(row.title, before, row.due_on, row.school, row.pupil_id)
