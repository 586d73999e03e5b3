"""What a secret address of a survey leads to."""

from dataclasses import dataclass

from aylsham import clock
from pupils.selectors.secret_addresses import behind
from reports.models import SurveyInvitee, SurveyLink, SurveyRound


@dataclass(frozen=True)
class Answering:
    """A secret address that leads somewhere, and how it stands with it."""

    link: SurveyLink
    invitee: SurveyInvitee
    round: SurveyRound

    @property
    def is_used(self) -> bool:
        return self.invitee.used_on is not None

    @property
    def is_open(self) -> bool:
        return self.round.is_open(clock.today())


def find_answering(secret: str) -> Answering | None:
    """Who was asked by this address, until a month after the last day for answers."""
    return behind(SurveyLink.objects, secret, _answering)


def _answering(link: SurveyLink) -> Answering | None:
    rows = SurveyInvitee.objects.filter(school_id=link.school_id, pk=link.invitee_id)
    invitee = rows.select_related("round").first()
    if invitee is None:
        return None
    invitee.school = invitee.round.school = link.school
    return Answering(link, invitee, invitee.round)
