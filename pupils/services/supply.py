"""Links to the class sheet for a supply teacher: made, ended, opened."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import ClassGroup, SupplyLink
from pupils.selectors.supply import SupplySheet, last_days
from pupils.services.secret_addresses import new_address


@transaction.atomic
def make_supply_link(
    *, class_group: ClassGroup, expires_on: dt.date, today: dt.date, by: User
) -> tuple[SupplyLink, str]:
    """A link to the sheet of a class until the end of a day; the secret is handed out once."""
    if expires_on not in last_days(class_group.school, today):
        raise TransitionNotAllowed("A link lasts until one of the next five school days.")
    secret = new_address(SupplyLink, class_group, until=expires_on, made_by=by)
    link = SupplyLink.objects.live(secret)
    _record(Action.MAKE_SUPPLY_LINK, link, by, {"until": expires_on.isoformat()})
    return link, secret


@transaction.atomic
def end_supply_link(*, link: SupplyLink, by: User) -> None:
    """The address shows nothing any more; ending it twice changes nothing."""
    link = SupplyLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
        _record(Action.END_SUPPLY_LINK, link, by)


def note_supply_opened(*, supply: SupplySheet) -> None:
    """Write down that somebody who is not known by name read the sheet."""
    record_event(
        Action.OPEN_SUPPLY_SHEET,
        school=supply.link.school,
        by=None,
        pupil_ids=supply.sheet.pupil_ids,
        subject=supply.link,
    )


def _record(action: Action, link: SupplyLink, by: User, detail: dict | None = None) -> None:
    about = {"group": str(link.class_group_id)} | (detail or {})
    record_event(action, school=link.school, by=by, subject=link, detail=about)
