"""A professional outside opens what is shared with them: code, copy, words back to us.

Nothing here trusts the browser: the secret address names the share, the one-time code proves who
reads the named mailbox, and each paper is looked at again before it is given.
"""

from operator import attrgetter

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Owes
from pupils.family_codes import AskKind
from pupils.models import ContributionRequest, OutsideShare, SecretLink, SharedItem, ShareNote
from pupils.rules.asking import MOST_FETCHED
from pupils.selectors.shares import READ, is_here, item_of, over_words, why_not
from pupils.services.contributions.asking import ask_for_views
from pupils.services.pace import require_pace
from pupils.services.recording import lock, lock_pupil
from pupils.services.secret_addresses import OVER, Door
from pupils.services.shares.sharing import CODE_MAIL, as_outgoing, note
from pupils.share_codes import ShareStep


def _require_open(share: OutsideShare) -> None:
    today = clock.today()
    if over_words(share, today=today, is_here=is_here(share.pupil, today=today)):
        raise TransitionNotAllowed(OVER)


DOOR = Door(
    links=SecretLink,
    code_mail=CODE_MAIL,
    as_outgoing=as_outgoing,
    require_open=_require_open,
    note=note,
    steps=ShareStep,
    pupil_id=attrgetter("pupil_id"),
)


@transaction.atomic
def open_paper(
    *, share: OutsideShare, item: SharedItem, place: str, wants_original: bool = False
) -> SharedItem:
    """Write down that a paper is opened, and let it be given.

    TransitionNotAllowed says why not; TooFast when a lot was opened a moment ago.
    """
    share, now_of = require_readable(share, item)
    if wants_original and not now_of.gives_original:
        raise TransitionNotAllowed("Only a marked copy of this paper is shared.")
    moments = ShareNote.objects.filter(school_id=share.school_id, share=share, step__in=READ)
    require_pace(moments.order_by("-id").values_list("at", flat=True)[:MOST_FETCHED])
    step = ShareStep.ORIGINAL if wants_original else ShareStep.READ
    note(share, step, item=now_of, place=place)
    record_event(
        Action.OPEN_SHARED,
        school=share.school,
        by=None,
        as_name=f"{share.name}, {share.organisation} (from outside)",
        pupil_ids=[share.pupil_id],
        subject=now_of.version.document if now_of.version else share,
        detail={"share": str(share.pk), "version": now_of.version.number if now_of.version else 0},
    )
    return now_of


def require_readable(share: OutsideShare, item: SharedItem) -> tuple[OutsideShare, SharedItem]:
    """Share and paper as they are now, the share locked; TransitionNotAllowed when one is over."""
    share = _open(share)
    now_of = item_of(share, item.pk)
    if now_of is None or why_not(now_of, share.pupil_id):
        raise TransitionNotAllowed("This paper is no longer shared.")
    return share, now_of


@transaction.atomic
def write_back(*, share: OutsideShare, place: str) -> ContributionRequest:
    """The request by which the professional sends advice or a report; the open one, or a new one."""
    lock_pupil(share.pupil)
    share = _open(share)
    asked = share.ask
    is_usable = asked and asked.is_open and clock.today() <= asked.expires_on
    # A corrected address has a request of its own: nobody reads another's draft.
    if not is_usable or asked.email != share.email:
        asked = ask_for_views(
            pupil=share.pupil,
            by=share.shared_by,
            sends_link=False,
            kind=AskKind.ADVICE,
            name=share.name,
            role=share.profession,
            email=share.email,
            owed_by=Owes.HEALTH,
            due_on=share.ends_on,
        )
        share.ask = asked
        share.save(update_fields=["ask"])
    note(share, ShareStep.WROTE, place=place)
    return asked


def _open(share: OutsideShare) -> OutsideShare:
    """The share as it is now, locked; TransitionNotAllowed when it is over."""
    school, pupil = share.school, share.pupil
    share = lock(share)
    share.school, share.pupil = school, pupil
    _require_open(share)
    return share
