"""The one door to addresses outside: no e-mail about a child goes to a typed address past it.

The sharing rules are asked at the moment of sending, of everybody in the child's life who reads
the address, whatever name was typed beside it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.mail.services import queue_mail
from aylsham.models import School, User
from pupils.models import Contact
from pupils.rules.sharing import Thing
from pupils.selectors.addressees import may_reach


@dataclass(frozen=True)
class Outgoing:
    """Something about children that leaves for an address."""

    email: str
    thing: Thing
    school: School
    pupil_ids: Collection[UUID]
    #: Whom it is meant for, if it is somebody of the family.
    contact: Contact | None = None
    #: A colleague with an account: only an order about them stops it.
    is_colleague: bool = False
    #: Somebody has looked that nothing stands in it which has to come out.
    is_checked: bool = False
    #: What to do about cuts, `{cuts}` naming them.
    on_cuts: str = "Take out first: {cuts}."


def refusal_of(out: Outgoing) -> str:
    """Why it may not go as it is; empty when it may."""
    verdict = may_reach(
        out.email,
        out.thing,
        school_id=out.school.pk,
        pupil_ids=out.pupil_ids,
        contact=out.contact,
        is_colleague=out.is_colleague,
        today=clock.today(),
    )
    words = list(verdict.reasons)
    if verdict.has_cuts and not out.is_checked:
        words.append(out.on_cuts.format(cuts="; ".join(verdict.cut_words)))
    elif not verdict.is_refused:
        return ""
    if out.contact is None:
        words.insert(0, "This is the address of somebody in the child's family.")
    return " ".join(words)


def require_may_go(out: Outgoing) -> None:
    """Raises TransitionNotAllowed when the sharing rules refuse, or ask for cuts unchecked."""
    if refusal := refusal_of(out):
        raise TransitionNotAllowed(refusal)


def send_outside(
    out: Outgoing,
    kind: str,
    *,
    context: Mapping[str, Any],
    secret: str = "",
    by: User | None = None,
) -> None:
    """Queue an e-mail of a kind to an address outside; TransitionNotAllowed if it may not go."""
    require_may_go(out)
    queue_mail(
        kind, to=out.email.strip(), context=context, schools=[out.school], secret=secret, by=by
    )
