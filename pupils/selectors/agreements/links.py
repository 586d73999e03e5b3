"""The request to agree behind a secret address."""

from dataclasses import dataclass

from pupils.agreement_codes import AgreementState
from pupils.models import AgreementAnswer, AgreementAsk, SecretLink
from pupils.selectors.secret_addresses import behind


@dataclass(frozen=True)
class Agreeing:
    """A live secret address, the request behind it and what was answered last."""

    link: SecretLink
    ask: AgreementAsk
    answer: AgreementAnswer | None


def find_agreeing(secret: str) -> Agreeing | None:
    """The request behind a secret address, if it still works and the person is still asked."""
    links = SecretLink.objects.filter(leads=SecretLink.Leads.AGREEMENT)
    return behind(links, secret, _agreeing)


def _agreeing(link: SecretLink) -> Agreeing | None:
    ask = (
        AgreementAsk.objects.filter(school_id=link.school_id, pk=link.row_id, locked_at=None)
        .exclude(state=AgreementState.CANCELLED)
        .select_related("pupil", "contact", "text")
        .first()
    )
    if ask is None or ask.pupil.closed_on:
        return None
    ask.school = ask.pupil.school = ask.text.school = link.school
    answers = AgreementAnswer.objects.filter(school_id=ask.school_id, ask=ask)
    return Agreeing(link, ask, answers.order_by("id").last())
