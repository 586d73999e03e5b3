"""Disagreements: the next step, and the dates of mediation and appeal."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence, OutputKind, Owner
from pupils.disagreement_codes import RULES, Route
from pupils.models import Disagreement

KINDS = {"disagreement": "Disagreements"}
TABLES = (Disagreement,)
#: Whose dates are followed: what a mediation adviser owes is between them and the parent.
SHOWN = (Owner.PARENT, Owner.LA)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open disagreements; they do not lapse when the child leaves."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = Disagreement.objects.open().filter(chosen, school=school)
    for row in rows:
        more = {
            "kind": "disagreement",
            "pupil_id": row.pupil_id,
            "permission": Permission.KEEP_DISAGREEMENTS,
            "action": Action("Open", "disagreement", (str(row.pupil_id), str(row.pk))),
        }
        yield _next_step(row, calendar, more)
        yield from _of_the_route(row, calendar, more)


def _next_step(row: Disagreement, calendar: SchoolCalendar, more: dict) -> DeadlineFact:
    assert row.next_on is not None
    return DeadlineFact(
        key=f"disagreement:{row.pk}:next",
        title="Next step in a disagreement",  # what it is stands behind the link
        due_on=row.next_on,
        do_by=calendar.do_by(row.next_on),
        owed_by=Owes(row.next_owed_by),
        weight=Weight.OURS,
        rule_code="ours.disagreement",
        rule_version="1",
        citation="Set by us",
        confidence=Confidence.WORKING,
        how="the day that was set",
        facts={"Raised on": row.raised_on.isoformat()},
        **more,
    )


def _of_the_route(
    row: Disagreement, calendar: SchoolCalendar, more: dict
) -> Iterator[DeadlineFact]:
    code = RULES.get(Route(row.route))
    if code is None or code not in REGISTRY or row.letter_on is None:
        return
    facts = {"decision_letter": row.letter_on}
    if row.route == Route.MEDIATION:
        facts["parent_contacts_adviser"] = row.adviser_on
    else:
        facts["mediation_certificate"] = row.certificate_on
    known = {name: value for name, value in facts.items() if value is not None}
    try:
        result = REGISTRY.calculate(code, known, calendar=calendar)
    except FactProblem:
        return  # the page shows what is missing; a date that is not known is not guessed
    for line in result.lines:
        is_last_day = line.output.kind is OutputKind.LAST_DAY
        if is_last_day and line.owed_by in SHOWN and not _is_done(row, line.key):
            yield deadline_from(result, line.key, key=f"disagreement:{row.pk}:{line.key}", **more)


def _is_done(row: Disagreement, key: str) -> bool:
    if key == "contact_adviser_by":
        return row.adviser_on is not None
    return row.certificate_on is not None and key.startswith("la_arranges")
