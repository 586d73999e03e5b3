"""The school's own statement of what is ordinarily available."""

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.models import OrdinaryProvision

ORDINARY_FIELDS = ("text",)


@transaction.atomic
def write_ordinary_provision(
    *, school: School, area: str, stage: str, text: str, version: str, by: User
) -> OrdinaryProvision:
    """Keep the school's text for an area and phase: one offer on each line.

    `version` is that of the text on the page; empty when the school had none of its own yet.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    lines = list(dict.fromkeys(filter(None, (line.strip()[:300] for line in text.splitlines()))))
    if not lines:
        raise TransitionNotAllowed("Write at least one line.")
    row = OrdinaryProvision.objects.filter(school=school, area=area, stage=stage).first()
    if row:
        require_version(row, ORDINARY_FIELDS, version)
    row = row or OrdinaryProvision(school=school, area=area, stage=stage)
    row.text = "\n".join(lines)
    row.save()
    detail = {"step": "ordinary", "area": area, "stage": stage}
    record_event(Action.CHANGE_LIBRARY, school=school, by=by, subject=row, detail=detail)
    return row
