"""What a meeting speaks of: begun from the school's template, changed as long as nothing is lost."""

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.meeting_codes import AGENDAS, FOR_EACH_CHILD, MeetingKind
from pupils.models import AgendaItem, AgendaTemplate, Meeting, Pupil
from pupils.services.meetings.steps import lock_meeting, record_step

TEMPLATE_FIELDS = ("items",)
Agenda = list[tuple[str, int | None]]


def template_of(school: School, kind: str) -> Agenda:
    """With what a meeting of a kind begins at a school."""
    own = AgendaTemplate.objects.filter(school=school, kind=kind).first()
    return [(title, length) for title, length in (own.items if own else AGENDAS[kind])]


@transaction.atomic
def save_template(
    *, school: School, kind: str, items: Agenda, version: str, by: User
) -> AgendaTemplate:
    """Word the agenda of a kind of meeting for this school; meetings planned before keep theirs."""
    rows = AgendaTemplate.objects.select_for_update(of=("self",))
    row = rows.filter(school=school, kind=kind).first()
    if row is None:
        row = AgendaTemplate(school=school, kind=kind)
        if version != "new":
            raise TransitionNotAllowed("The agenda was taken away meanwhile. Open it again.")
    else:
        require_version(row, TEMPLATE_FIELDS, version)
    row.items = [list(item) for item in items]
    row.save()
    record_event(
        Action.CHANGE_AGENDAS, school=school, by=by, subject=row, detail={"items": len(items)}
    )
    return row


def begin_agenda(meeting: Meeting, pupils: list[Pupil]) -> None:
    """The school's items, and one for each child of a meeting about several."""
    rows = [
        AgendaItem(school=meeting.school, meeting=meeting, place=n, title=title, length=length)
        for n, (title, length) in enumerate(template_of(meeting.school, meeting.kind), 1)
    ]
    if meeting.kind == MeetingKind.PROGRESS:
        rows += [
            AgendaItem(
                school=meeting.school,
                meeting=meeting,
                pupil=pupil,
                place=len(rows) + n,
                title="How the child gets on, what we try next",
                length=FOR_EACH_CHILD,
            )
            for n, pupil in enumerate(pupils, 1)
        ]
    AgendaItem.objects.bulk_create(rows)


@transaction.atomic
def set_agenda(*, meeting: Meeting, items: Agenda, before: list[str], by: User) -> None:
    """Put other items on the agenda; an item keeps its minutes by its title.

    `before` are the titles that the form showed. Refused when somebody changed them meanwhile, or
    when an item with minutes would go.
    """
    meeting = lock_meeting(meeting)
    rows = list(general_items(meeting))
    if [row.title for row in rows] != before:
        raise TransitionNotAllowed("Somebody changed the agenda meanwhile. Open it again.")
    wanted = [title for title, _ in items]
    for row in rows:
        if row.text and row.title not in wanted:
            raise TransitionNotAllowed(f"“{row.title}” has minutes already, so it has to stay.")
    by_title = {row.title: row for row in rows}
    for place, (title, length) in enumerate(items, 1):
        row = by_title.pop(title, None) or AgendaItem(
            school_id=meeting.school_id, meeting=meeting, title=title
        )
        row.place, row.length = place, length
        row.save()
    general_items(meeting).filter(pk__in=[row.pk for row in by_title.values()]).delete()
    record_step(meeting, "agenda", by, moves_dates=False)


def general_items(meeting: Meeting):
    """The items that are about everybody of the meeting."""
    return AgendaItem.objects.filter(school_id=meeting.school_id, meeting=meeting, pupil=None)
