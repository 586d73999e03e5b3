"""The family is asked to agree to a case study with the name, by the same ways as to every plan."""

from uuid import UUID

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.agreeing.registry import AgreedKind, Shown, register_kind
from pupils.models import Pupil
from reports.case_study_codes import StudyState
from reports.models import CaseStudy
from reports.selectors.case_studies import KIND, shown_study
from reports.services.case_studies import withdraw_consent


def _named(pupil: Pupil):
    rows = CaseStudy.objects.filter(school_id=pupil.school_id, pupil=pupil, is_named=True)
    return rows.exclude(state=StudyState.TAKEN_BACK)


def _find(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    study = _named(pupil).filter(pk=pk).select_related("begun_by").first()
    return shown_study(study) if study else None


def _listed(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    rows = _named(pupil).values_list("pk", flat=True)
    return [(pk, "Case study with the name") for pk in rows]


def _url(school: School, pupil_id: UUID, pk: UUID) -> str:
    return reverse("case_study", args=[school.slug, pupil_id, pk])


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_kind(
        AgreedKind(
            KIND,
            "Case studies",
            Permission.MAKE_BUNDLES,
            _find,
            _listed,
            _url,
            document="other",
            fill=withdraw_consent,
        )
    )
