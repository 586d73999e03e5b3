"""Which steps of a request a page offers, and in which words."""

from dataclasses import dataclass

from lac.models import PremiumRequest
from lac.premium_codes import STEPS, Payer, RequestState


@dataclass(frozen=True)
class Step:
    """A step that somebody may take: the state it leads to, and what the button says."""

    to: str
    words: str
    heading: str
    is_first: bool = False


_ASK = Step("asked", "Ask for it", "It was asked for", is_first=True)
_AGREE = Step("agreed", "It is agreed", "It is agreed", is_first=True)
_REFUSE = Step("refused", "It is not agreed", "It is not agreed")
_WITHDRAW = Step("withdrawn", "Withdraw it", "Withdraw the request")
_AGAIN = Step("asked", "Take the answer back", "Take the answer back")
_REOPEN = Step("draft", "Write on it again", "Write on the request again")


def steps_of(request: PremiumRequest) -> list[Step]:
    """What may follow, the usual step first.

    The school agrees to its own money itself; the virtual school is asked.
    """
    is_own = request.payer == Payer.SCHOOL
    found = {
        RequestState.DRAFT: [_AGREE if is_own else _ASK, _WITHDRAW],
        RequestState.ASKED: [_AGREE, _REFUSE, _REOPEN, _WITHDRAW],
        RequestState.AGREED: [_AGAIN],
        RequestState.REFUSED: [_AGAIN],
        RequestState.WITHDRAWN: [_REOPEN],
    }[RequestState(request.state)]
    return [step for step in found if step.to in STEPS[request.state]]
