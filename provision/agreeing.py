"""Families are asked to agree to a checked cycle, by the same ways as to every other plan."""

from uuid import UUID

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.datewords import full_day_words
from aylsham.models import School
from provision.selectors.family_sheet import KIND, find_shown, shown_cycles
from pupils.agreeing.registry import AgreedKind, Shown, register_kind
from pupils.models import Pupil


def _find(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    sheet = find_shown(access, pupil, pk)
    return Shown(sheet.title, sheet.parts, owner=sheet.cycle.lead) if sheet else None


def _listed(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    rows = shown_cycles(pupil).open()
    return [(cycle.pk, f"Plan from {full_day_words(cycle.starts_on)}") for cycle in rows]


def _url(school: School, pupil_id: UUID, pk: UUID) -> str:
    return reverse("cycle", args=[school.slug, pupil_id, pk])


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_kind(
        AgreedKind(KIND, "Assess, plan, do, review", Permission.VIEW_NEEDS, _find, _listed, _url)
    )
