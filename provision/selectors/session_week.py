"""What is given on no day in particular, and has had its sessions of the week."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.db.models import Count, QuerySet

from aylsham.access.current import Access
from aylsham.statements import Statement, among
from provision.models import Session
from provision.selectors.session_cards import SessionCard


def aside_when_done(access: Access, cards: list[SessionCard], on: dt.date) -> list[SessionCard]:
    """Put aside what has no days of its own and was logged often enough on others of the week."""
    any_day = {card.id for card in cards if not (card.provision.weekdays or card.planned)}
    monday = on - dt.timedelta(days=on.weekday())
    asked = {"school": access.school.pk, "ids": list(any_day), "on": on}
    week = {"monday": monday, "sunday": monday + dt.timedelta(days=6)}
    done = dict(_REST_OF_WEEK.rows(**asked, **week)) if any_day else {}
    return [
        replace(card, is_off_day=True, is_week_done=True)
        if not card.seen
        and not card.at.is_make_up
        and done.get(card.id, 0) >= card.provision.sessions_a_week
        else card
        for card in cards
    ]


def _rest_of_week(
    school: UUID, ids: list[UUID], on: dt.date, monday: dt.date, sunday: dt.date
) -> QuerySet:
    rows = Session.objects.filter(
        among("provision_id", ids),
        school=school,
        on__gte=monday,
        on__lte=sunday,
        is_make_up=False,
        logs__isnull=False,
    ).exclude(on=on)
    counted = rows.order_by().values("provision_id").annotate(times=Count("pk", distinct=True))
    return counted.values_list("provision_id", "times")


_REST_OF_WEEK = Statement(
    _rest_of_week, school=UUID, ids=list, on=dt.date, monday=dt.date, sunday=dt.date
)
