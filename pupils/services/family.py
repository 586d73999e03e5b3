"""The homes of a child, and what courts have laid down."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.family_codes import ORDER_MEANS, Withheld
from pupils.models import AddressWithheld, Contact, ContactOrder, Home, Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

HOME_FIELDS = ("name", "address", "child_is_there", "withheld", "withheld_why")
ORDER_FIELDS = (
    "kind",
    "stops_contact",
    "stops_information",
    "shares_responsibility",
    "says",
    "starts_on",
    "ends_on",
    "evidence",
)


@transaction.atomic
def add_home(
    *,
    pupil: Pupil,
    by: User | None,
    withheld_from: Iterable[Contact] = (),
    key: UUID | None = None,
    **values: Any,
) -> Home:
    """Add a home; its address can be withheld from named contacts or from everybody.

    `key` comes with the form, so that pressing twice adds one.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(Home, pupil, key):
        return known
    home = Home.objects.create(school=pupil.school, pupil=pupil, **as_pk(key), **values)
    _withhold(home, withheld_from)
    record_change(Action.CHANGE_HOME, pupil=pupil, by=by, subject=home)
    return home


@transaction.atomic
def change_home(
    *,
    home: Home,
    version: str,
    by: User | None,
    withheld_from: Iterable[Contact] = (),
    **values: Any,
) -> Home:
    """Change a home, its address and from whom it is withheld."""
    pupil = lock_pupil(home.pupil)
    home = lock(home)
    require_version(home, HOME_FIELDS, version)
    for field in values.keys() & set(HOME_FIELDS):
        setattr(home, field, values[field])
    home.save(update_fields=HOME_FIELDS)
    _withhold(home, withheld_from)
    record_change(Action.CHANGE_HOME, pupil=pupil, by=by, subject=home)
    return home


@transaction.atomic
def remove_home(*, home: Home, by: User | None) -> None:
    """Take a home off the record; raises TransitionNotAllowed while a contact lives there."""
    pupil = lock_pupil(home.pupil)
    home = lock(home)
    if home.people.filter(school_id=home.school_id).exists():
        raise TransitionNotAllowed("Give the people who live there another home first.")
    record_change(Action.CHANGE_HOME, pupil=pupil, by=by, subject=home, detail={"step": "removed"})
    home.delete()


@transaction.atomic
def record_order(
    *, contact: Contact, by: User | None, key: UUID | None = None, **values: Any
) -> ContactOrder:
    """Record a court order or a written agreement about a contact, and where its evidence is.

    `key` comes with the form, so that pressing twice records one: ended, it has ended.
    """
    pupil = lock_pupil(contact.pupil)
    if known := added_before(ContactOrder, pupil, key):
        return known
    order = ContactOrder.objects.create(
        school=pupil.school,
        pupil=pupil,
        contact=contact,
        **as_pk(key),
        **_with_meaning(values),
    )
    record_change(Action.CHANGE_ORDER, pupil=pupil, by=by, subject=order)
    return order


@transaction.atomic
def change_order(
    *, order: ContactOrder, version: str, by: User | None, **values: Any
) -> ContactOrder:
    """Correct an order, or say on which day it ended."""
    pupil = lock_pupil(order.pupil)
    order = lock(order)
    require_version(order, ORDER_FIELDS, version)
    for field, value in _with_meaning(values).items():
        setattr(order, field, value)
    order.save(update_fields=ORDER_FIELDS)
    record_change(Action.CHANGE_ORDER, pupil=pupil, by=by, subject=order)
    return order


@transaction.atomic
def end_order(*, order: ContactOrder, last_day: dt.date, by: User | None) -> ContactOrder:
    """An order no longer holds after a day; it stays on the record."""
    pupil = lock_pupil(order.pupil)
    order = lock(order)
    if last_day < order.starts_on:
        raise TransitionNotAllowed("The last day is before the first.")
    order.ends_on = last_day
    order.save(update_fields=["ends_on"])
    record_change(Action.CHANGE_ORDER, pupil=pupil, by=by, subject=order, detail={"step": "ended"})
    return order


def _with_meaning(values: dict[str, Any]) -> dict[str, Any]:
    """What a kind always means holds, whatever was ticked."""
    meaning = ORDER_MEANS.get(values["kind"])
    return values | ({meaning: True} if meaning else {})


def _withhold(home: Home, contacts: Iterable[Contact]) -> None:
    chosen = {c.pk for c in contacts} if home.withheld == Withheld.NAMED else set()
    if home.withheld == Withheld.NAMED and not chosen:
        raise TransitionNotAllowed("Tick from whom the address is withheld.")
    rows = AddressWithheld.objects.filter(school_id=home.school_id, home=home)
    rows.exclude(contact_id__in=chosen).delete()
    known = set(rows.values_list("contact_id", flat=True))
    AddressWithheld.objects.bulk_create(
        AddressWithheld(school_id=home.school_id, home=home, contact_id=pk)
        for pk in sorted(chosen - known)
    )
