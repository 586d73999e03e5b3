"""Printed slips for families without an address: one for each bag, and a list that stays."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models.roll import tell_apart
from reports.models import SurveyInvitee, SurveyRound
from reports.services.surveys.rounds import record_survey
from reports.services.surveys.sending import open_to_families, survey_address

NOBODY = "Every family has a link by e-mail, or has answered. No slip is to be printed."
ALTERNATIVE = "Picture to scan, the same as the address below"


@dataclass(frozen=True)
class Slip:
    """One slip: a number, an address and its picture; no child and no name."""

    number: int
    address: str
    picture: SafeString
    #: For the list that stays at school.
    child: str


@dataclass(frozen=True)
class ClassSlips:
    """The slips of one class."""

    name: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True)
class Slips:
    """All that is printed, class by class."""

    classes: tuple[ClassSlips, ...]
    pupil_ids: tuple[UUID, ...]


@transaction.atomic
def make_slips(*, round: SurveyRound, by: User) -> Slips:
    """A slip for each family that has no address and has not answered; earlier slips still work."""
    found = open_to_families(round)
    rows = SurveyInvitee.objects.filter(
        school=found.school_id, round=found, contact=None, used_on=None
    ).select_related("pupil__class_group")
    invitees = sorted(
        rows, key=lambda row: (_class(row), row.pupil.last_name, row.pupil.first_name)
    )
    if not invitees:
        raise TransitionNotAllowed(NOBODY)
    tell_apart(row.pupil for row in invitees)
    by_class: dict[str, list[Slip]] = {}
    for number, row in enumerate(invitees, 1):
        by_class.setdefault(_class(row), []).append(_slip(found, row, number))
    record_survey(found, by, "slips")
    classes = tuple(ClassSlips(name, tuple(slips)) for name, slips in by_class.items())
    return Slips(classes, tuple(row.pupil_id for row in invitees))


def _class(row: SurveyInvitee) -> str:
    return row.pupil.class_group.name if row.pupil.class_group else "No class"


def _slip(round: SurveyRound, row: SurveyInvitee, number: int) -> Slip:
    secret = survey_address(round, row)
    address = settings.PUBLIC_URL + reverse("survey_link", args=[secret])
    return Slip(number, address, picture_of(address), row.pupil.full_name)


def picture_of(address: str) -> SafeString:
    """An address to be scanned, as a drawing that stands in the page: paper fetches no pictures."""
    svg = get_adapter().build_totp_svg(address)
    drawing = svg[svg.index("<svg") :].replace(' id="qr-path"', "")
    start, rest = drawing.split(">", 1)
    return mark_safe(f'{start} role="img"><title>{ALTERNATIVE}</title>{rest}')  # noqa: S308 (drawn here)
