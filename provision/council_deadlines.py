"""What becomes due towards the council: INDES records, agreed changes of the map, own actions."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from provision.models import EvaluationAction, IndesRecord, MapModeration

KINDS = {
    "council_map": "What moderation of the map agreed",
    "indes": "INDES records to send",
    "evaluation": "Actions of the self-evaluation",
}
#: What is about a child; the rest comes when the school is worked out whole.
TABLES = (IndesRecord,)
VERSION = "2026-11"
TITLE_LENGTH = 200


def register_council() -> None:
    """Called once, when the floor is loaded."""
    register_provider("council", deadlines, kinds=KINDS, tables=TABLES)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Days that somebody set; what is about no child comes when the school is worked out whole."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = IndesRecord.objects.standing().filter(chosen, school=school, submitted_on=None)
    for record in rows.exclude(due_on=None):
        yield _indes(record, calendar)
    if pupil_ids is None:
        yield from _of_school(school, calendar)


def _of_school(school: School, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    agreed = MapModeration.objects.filter(school=school, done_on=None).exclude(act_by=None)
    for note in agreed.select_related("kept"):
        yield _fact(
            f"moderation:{note.pk}",
            "council_map",
            f"Graduated map, version {note.kept.number}: do what moderation agreed",
            note.act_by,
            calendar,
            how="the day that was agreed when the map was moderated",
            action=_step("Open it", "kept_map", note.kept_id),
        )
    actions = EvaluationAction.objects.filter(school=school, done_on=None)
    for row in actions.select_related("statement", "owner"):
        who = f"{row.owner.name}: " if row.owner else ""
        yield _fact(
            f"evaluation:{row.pk}",
            "evaluation",
            f"{who}{row.what}",
            row.by_on,
            calendar,
            how="the day that was set when the action was written",
            action=_step("Open it", "evaluation", row.statement.evaluation_id),
        )


def _indes(record: IndesRecord, calendar: SchoolCalendar) -> DeadlineFact:
    return _fact(
        f"indes:{record.pk}",
        "indes",
        "Send the INDES record",
        record.due_on,
        calendar,
        how="the day by which the council wants it",
        action=_step("Open it", "child_indes", record.pupil_id),
        pupil_id=record.pupil_id,
        lapses_with_roll=True,
    )


def _fact(key: str, kind: str, title: str, due_on, calendar: SchoolCalendar, **more):
    return DeadlineFact(
        key=key,
        kind=kind,
        title=title[:TITLE_LENGTH],
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=kind.upper().replace("_", "-"),
        rule_version=VERSION,
        citation="A day that the council or the school set",
        confidence=Confidence.WORKING,
        permission=Permission.VIEW_NEEDS if kind == "indes" else Permission.EDIT_PROVISION,
        facts={"Day": due_on.isoformat()},
        **more,
    )


def _step(label: str, url_name: str, pk) -> Action:
    return Action(label, url_name, (str(pk),), Permission.EDIT_PROVISION)
