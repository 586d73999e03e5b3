"""The school's own checklists, one for each kind of move."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.models import MoveTemplate
from pupils.moving_codes import TemplateStep

TEMPLATE_FIELDS = ("steps",)


@transaction.atomic
def write_template(
    *, school: School, kind: str, steps: Sequence[TemplateStep], version: str, by: User
) -> MoveTemplate:
    """Keep the checklist of a kind of move; plans that have begun stay as they are.

    `version` is that of the list on the page; "new" when the school had none of its own yet.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    if not steps:
        raise TransitionNotAllowed("Write at least one step.")
    row = MoveTemplate.objects.filter(school=school, kind=kind).first()
    if row:
        require_version(row, TEMPLATE_FIELDS, version)
    row = row or MoveTemplate(school=school, kind=kind)
    row.steps = [asdict(step) for step in sorted(steps, key=lambda s: s.weeks)]
    row.save()
    record_event(
        Action.CHANGE_LIBRARY,
        school=school,
        by=by,
        subject=row,
        detail={"step": "moves", "kind": kind},
    )
    return row
