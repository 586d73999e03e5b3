"""What an hour of each role costs: a new card when rates change, put right while it is new."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from provision.models import RateCard, RoleRate
from provision.rules.costs import Rate
from pupils.services.recording import as_pk, lock

CARD_FIELDS = ("starts_on", "threshold_pence")


@transaction.atomic
def add_rate_card(
    *,
    school: School,
    starts_on: dt.date,
    threshold_pence: int,
    rates: Mapping[str, Rate],
    by: User | None,
    key: UUID | None = None,
) -> RateCard:
    """Rates for provision that begins on this day or later, until the next card."""
    rows = RateCard.objects.filter(school=school)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_free(rows, starts_on)
    card = RateCard.objects.create(
        school=school, starts_on=starts_on, threshold_pence=threshold_pence, **as_pk(key)
    )
    _set_rates(card, rates)
    _record(card, by, "added")
    return card


@transaction.atomic
def change_rate_card(
    *,
    card: RateCard,
    starts_on: dt.date,
    threshold_pence: int,
    rates: Mapping[str, Rate],
    version: str,
    by: User,
) -> RateCard:
    """Put a card right: what it costs is worked out anew from it, also of provision that ended."""
    card = lock(card)
    require_version(card, CARD_FIELDS, version)
    _require_free(RateCard.objects.filter(school=card.school).exclude(pk=card.pk), starts_on)
    card.starts_on, card.threshold_pence = starts_on, threshold_pence
    card.save(update_fields=CARD_FIELDS)
    _set_rates(card, rates)
    _record(card, by, "changed")
    return card


def _require_free(rows, starts_on: dt.date) -> None:
    if rows.filter(starts_on=starts_on).exists():
        raise TransitionNotAllowed("There is a card from this day already. Change that one.")


def _set_rates(card: RateCard, rates: Mapping[str, Rate]) -> None:
    mine = {"school_id": card.school_id, "card": card}
    known = {row.role: row for row in RoleRate.objects.filter(**mine)}
    new, changed = [], []
    for role, rate in rates.items():
        row = known.pop(role, None)
        (changed if row else new).append(row := row or RoleRate(**mine, role=role))
        row.pence_an_hour, row.on_cost_percent = rate.pence_an_hour, Decimal(rate.on_cost_percent)
    RoleRate.objects.bulk_create(new)
    RoleRate.objects.bulk_update(changed, ["pence_an_hour", "on_cost_percent"])
    RoleRate.objects.filter(**mine, pk__in=[row.pk for row in known.values()]).delete()


def _record(card: RateCard, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_RATES, school=card.school, by=by, subject=card, detail={"step": step}
    )
