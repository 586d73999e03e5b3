"""A child's first two contacts, as a roll names them.

Who was put right here stays, and who was taken off the record here does not come back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from pupils.codes import Source
from pupils.importing.roll import RollRow
from pupils.models import Contact, Pupil
from pupils.services.importing.parts import Difference, Writing, fold, grouped, own

#: What stands here of a contact whom somebody took off the record.
TAKEN_OFF = "taken off the record here"
CONTACT_NAMES = ("name", "relationship", "phone", "email")


class Contacts:
    """The first two contacts that a roll names."""

    def load(self, school, pupil_ids) -> dict:
        """All contacts of the children, and how a roll named those edited or taken off here."""
        contacts = grouped(own(Contact, school, pupil_ids).order_by("priority", "pk"))
        imported = _as_imported(school, pupil_ids)
        gone = _taken_off(school, pupil_ids)
        return {
            pk: Adults(contacts.get(pk, []), imported, gone.get(pk, frozenset()))
            for pk in contacts.keys() | gone.keys()
        }

    def compare(self, row: RollRow, mine, today) -> Iterator[Difference]:
        """A contact that is new, or whose phone or e-mail differs."""
        for place, stated in _stated(row):
            contact = _same_person(mine, place, stated)
            words = _contact_words(stated)
            if contact is None:
                is_gone = mine is not None and mine.is_gone(stated["name"])
                ours = TAKEN_OFF if is_gone else ""
                yield Difference(f"contact_{place}", f"Contact {place}", ours, words, is_gone)
            elif any(getattr(contact, n) != v for n, v in _more(mine, contact, stated).items()):
                yield Difference(
                    f"contact_{place}",
                    f"Contact {place}",
                    _contact_words(_values(contact)),
                    words,
                    not _is_only_the_rolls(contact, stated),
                )

    def reads(self, field: str) -> Iterable[str]:
        """All that a roll says of the contact."""
        prefix, _, place = field.partition("_")
        is_contact = prefix == "contact" and place in ("1", "2")
        return [f"{field}_{name}" for name in CONTACT_NAMES] if is_contact else ()

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """Change the same person, replace one whom only the roll knew, or add."""
        for place, stated in _stated(row):
            if f"contact_{place}" not in accepted:
                continue
            contact = _same_person(mine, place, stated)
            if contact:
                more = _more(mine, contact, stated)
                writing.journal.change(contact, source=Source.ROLL, **more)
            else:
                writing.journal.create(
                    Contact(pupil=pupil, priority=place, source=Source.ROLL, **stated)
                )


def _stated(row: RollRow) -> Iterator[tuple[int, dict[str, str]]]:
    for place in (1, 2):
        values = {name: getattr(row, f"contact_{place}_{name}") for name in CONTACT_NAMES}
        if values["name"]:
            limits = {name: Contact._meta.get_field(name).max_length for name in CONTACT_NAMES}
            yield place, {name: value[: limits[name]] for name, value in values.items()}


def _values(contact: Contact) -> dict[str, str]:
    return {n: getattr(contact, n) for n in CONTACT_NAMES}


@dataclass(frozen=True)
class Adults:
    """A child's contacts, and of those edited here the name and place that a roll gave them."""

    contacts: list[Contact]
    imported: Mapping[UUID, tuple[str, int]]
    #: Names, folded, of contacts whom somebody took off the record here.
    gone: frozenset[str]

    def is_gone(self, name: str) -> bool:
        """Whether somebody of that name was taken off the record, and nobody has it now."""
        return fold(name) in self.gone and self.same_name(name) is None

    def same_name(self, name: str) -> Contact | None:
        """Whoever has that name, or had it in the roll before somebody put it right here."""
        for contact in self.contacts:
            if fold(contact.name) == fold(name):
                return contact
        for contact in self.contacts:
            if fold(self.imported.get(contact.pk, ("", 0))[0]) == fold(name):
                return contact
        return None

    def same_place(self, place: int, stated: dict[str, str]) -> Contact | None:
        """Whom only rolls have spoken of, else whom a roll once put into that place."""
        for contact in self.contacts:
            if contact.priority == place and _is_only_the_rolls(contact, stated):
                return contact
        for contact in self.contacts:
            if self.imported.get(contact.pk, ("", 0))[1] == place:
                return contact
        return None


def _as_imported(school, pupil_ids) -> dict[UUID, tuple[str, int]]:
    """contact → (name, place) as the last roll left it, for those edited here since."""
    edited = Q(pgh_obj__source=Source.HERE) | Q(pgh_obj__has_parental_responsibility__isnull=False)
    rolls = Contact.pgh_event_model.objects.filter(edited, school=school, source=Source.ROLL)
    if pupil_ids is not None:
        rolls = rolls.filter(pupil_id__in=list(pupil_ids))
    latest = rolls.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    rows = latest.values_list("pgh_obj_id", "name", "priority")
    return {pk: (name, place) for pk, name, place in rows}


def _taken_off(school, pupil_ids) -> dict[UUID, frozenset[str]]:
    """child → the names, folded, that a contact had who was taken off the record here.

    What an import made and its undoing deleted was never touched here, so it is the roll's still.
    """
    events = Contact.pgh_event_model.objects.filter(school=school)
    if pupil_ids is not None:
        events = events.filter(pupil_id__in=list(pupil_ids))
    ended = events.filter(pgh_label="delete", source=Source.HERE)
    named = events.filter(pgh_obj_id__in=ended.values("pgh_obj_id"))
    found: dict[UUID, set[str]] = {}
    for pupil_id, name in named.values_list("pupil_id", "name"):
        found.setdefault(pupil_id, set()).add(fold(name))
    return {pupil_id: frozenset(names) for pupil_id, names in found.items()}


def _is_only_the_rolls(contact: Contact, stated: dict[str, str]) -> bool:
    """Nobody here has spoken of this person, or only of what the roll does not contradict."""
    if contact.source == Source.HERE:
        return False
    is_named = fold(contact.name) == fold(stated["name"])
    return is_named or contact.has_parental_responsibility is None


def _same_person(mine: Adults | None, place: int, stated: dict[str, str]) -> Contact | None:
    """The contact of that name, now or in the roll; else the one in that place."""
    if mine is None:
        return None
    if mine.is_gone(stated["name"]):
        return None
    return mine.same_name(stated["name"]) or mine.same_place(place, stated)


def _more(mine: Adults, contact: Contact, stated: dict[str, str]) -> dict[str, str]:
    """What the roll says of a contact; empty cells take nothing away from the same person."""
    if mine.same_name(stated["name"]) != contact:
        return stated
    is_named = fold(contact.name) == fold(stated["name"])
    return {n: value for n, value in stated.items() if value and not (is_named and n == "name")}


def _contact_words(values: dict[str, str]) -> str:
    return ", ".join(value for value in values.values() if value)
