"""The request to agree behind a secret address."""

from dataclasses import dataclass

from aylsham import clock
from aylsham.secrets import hash_of
from aylsham.tenancy.row_security import set_schools
from pupils.agreement_codes import AgreementState
from pupils.models import AgreementAnswer, AgreementAsk, SecretLink


@dataclass(frozen=True)
class Agreeing:
    """A live secret address, the request behind it and what was answered last."""

    link: SecretLink
    ask: AgreementAsk
    answer: AgreementAnswer | None


def live_link(secret: str, leads: SecretLink.Leads) -> SecretLink | None:
    """A secret address that still works; one statement."""
    return (
        SecretLink.objects.select_related("school")
        .filter(
            token_hash=hash_of(secret),
            leads=leads,
            revoked_at=None,
            expires_on__gte=clock.today(),
        )
        .first()
    )


def find_agreeing(secret: str) -> Agreeing | None:
    """The request behind a secret address, if it still works; sets the wall to its one school.

    None alike for an address that never was, has ended, was revoked or is no longer asked:
    nobody learns which.
    """
    link = live_link(secret, SecretLink.Leads.AGREEMENT)
    if link is None:
        return None
    set_schools([link.school_id])
    ask = (
        AgreementAsk.objects.filter(school_id=link.school_id, pk=link.row_id, locked_at=None)
        .exclude(state=AgreementState.CANCELLED)
        .select_related("pupil", "contact", "text")
        .first()
    )
    if ask is None or ask.pupil.closed_on:
        set_schools([])
        return None
    ask.school = ask.pupil.school = ask.text.school = link.school
    answers = AgreementAnswer.objects.filter(school_id=ask.school_id, ask=ask)
    return Agreeing(link, ask, answers.order_by("id").last())
