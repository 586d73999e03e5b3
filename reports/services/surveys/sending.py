"""Asking families: one link an address, a slip for whoever has none, one reminder."""

from collections.abc import Iterator

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.codes import OPEN_STATES
from aylsham.jobs.services import start_job
from aylsham.models import Job, User
from pupils.models import Contact, Pupil
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.sharing import may_receive
from pupils.services.outgoing import Outgoing, refusal_of, send_outside
from pupils.services.secret_addresses import is_same_address, new_address
from reports.models import SurveyInvitee, SurveyLink, SurveyRound
from reports.selectors.surveys.scope import children_of, groups_told_apart
from reports.services.surveys.rounds import OVER, locked_round, record_survey
from reports.survey_codes import LINKS_KEPT

SEND_JOB, REMIND_JOB = "survey_send", "survey_remind"
ASKED_MAIL, REMINDER_MAIL = "survey_asked", "survey_reminder"
#: The same questions for everybody: nothing of a child stands in them.
QUESTIONS = Thing(ThingKind.REQUEST)


@transaction.atomic
def send_links(*, round: SurveyRound, by: User) -> Job:
    """Begin to ask families, in the background; nobody who was asked is asked again.

    Sent again it reaches those whom somebody could not be asked for before.
    """
    found = open_to_families(round)
    if found.sent_on is None:
        found.sent_on = clock.today()
        found.save(update_fields=["sent_on"])
    record_survey(found, by, "sent")
    about = {"kind": SEND_JOB, "arguments__round": str(found.pk), "state__in": OPEN_STATES}
    return Job.objects.filter(**about).first() or _start(SEND_JOB, found, by)


@transaction.atomic
def remind_families(*, round: SurveyRound, by: User) -> Job:
    """Remind once everybody with an address who has not answered."""
    found = open_to_families(round)
    if found.asked_count is None:
        raise TransitionNotAllowed("The links are still being sent.")
    if found.sent_on == clock.today():
        raise TransitionNotAllowed("The links went out today. Remind on a later day.")
    if found.reminded_on is None:
        found.reminded_on = clock.today()
        found.save(update_fields=["reminded_on"])
        record_survey(found, by, "reminded")
    return _start(REMIND_JOB, found, by, key=f"{REMIND_JOB}:{found.pk}")


def invite_all(round: SurveyRound, after: int = 0) -> Iterator[tuple[int, int]]:
    """Ask child by child; after each how many are done, of how many.

    Begun again it passes over whoever has been asked, so that `after` is not needed.
    """
    tells_groups = groups_told_apart(round)
    children = list(children_of(round))
    for done, child in enumerate(children, 1):
        _invite(round, child, child.status if tells_groups else "")
        yield done, len(children)
    invitees = SurveyInvitee.objects.filter(school=round.school_id, round=round)
    round.asked_count = invitees.count()
    round.save(update_fields=["asked_count"])


def remind_all(round: SurveyRound, after: int = 0) -> Iterator[tuple[int, int]]:
    """A further link to each address that has not answered and may still be written to.

    Begun again it goes on `after` so many addresses.
    """
    asked = SurveyInvitee.objects.filter(school=round.school_id, round=round).exclude(email="")
    rows = list(asked.select_related("contact", "pupil").order_by("id"))
    for done, invitee in enumerate(rows, 1):
        if done > after:
            if _is_waiting(invitee):
                _send(round, invitee, REMINDER_MAIL)
            yield done, len(rows)


def survey_address(round: SurveyRound, invitee: SurveyInvitee) -> str:
    """A further secret address of somebody who was asked."""
    return new_address(SurveyLink, invitee, until=round.closes_on + LINKS_KEPT)


def _invite(round: SurveyRound, child: Pupil, group: str) -> None:
    contacts = list(Contact.objects.filter(school=round.school_id, pupil=child))
    reached = [_ask(round, child, c, group) for c in contacts if c.email.strip()]
    if any(reached):
        return
    today = clock.today()
    # An address that may not be asked is no reason for a slip: it would come to the same home.
    silent = (c for c in contacts if not c.email.strip())
    if any(not may_receive(c, QUESTIONS, today=today).is_refused for c in silent):
        SurveyInvitee.objects.get_or_create(
            school=round.school, round=round, pupil=child, contact=None, defaults={"group": group}
        )


def _ask(round: SurveyRound, child: Pupil, contact: Contact, group: str) -> bool:
    """Whether the family has a link by this address: sent now, or before for a brother."""
    email = contact.email.strip().lower()
    if SurveyInvitee.objects.filter(school=round.school_id, round=round, email=email).exists():
        return True
    invitee = SurveyInvitee(
        school=round.school, round=round, pupil=child, contact=contact, email=email, group=group
    )
    if refusal_of(_outgoing(round, invitee)):
        return False
    invitee.save(force_insert=True)
    _send(round, invitee, ASKED_MAIL)
    return True


def _is_waiting(invitee: SurveyInvitee) -> bool:
    is_same = is_same_address(invitee.contact.email, invitee.email)
    return invitee.used_on is None and is_same and not invitee.pupil.closed_on


def _send(round: SurveyRound, invitee: SurveyInvitee, kind: str) -> None:
    out = _outgoing(round, invitee)
    if refusal_of(out):
        return
    context = {"school": round.school_id, "until": round.closes_on}
    send_outside(out, kind, context=context, secret=survey_address(round, invitee))


def _outgoing(round: SurveyRound, invitee: SurveyInvitee) -> Outgoing:
    return Outgoing(
        email=invitee.email,
        thing=QUESTIONS,
        school=round.school,
        pupil_ids=[invitee.pupil_id],
        contact=invitee.contact,
    )


def open_to_families(round: SurveyRound) -> SurveyRound:
    """The round, locked, while families may be asked."""
    found, today = locked_round(round), clock.today()
    if not found.is_of_families:
        raise TransitionNotAllowed("Children answer at school. No link is sent.")
    if found.is_over(today):
        raise TransitionNotAllowed(OVER)
    if today < found.opens_on:
        raise TransitionNotAllowed("It has not opened yet. Send the links from its first day on.")
    return found


def _start(kind: str, round: SurveyRound, by: User, key: str | None = None) -> Job:
    arguments = {"round": str(round.pk)}
    return start_job(kind, school=round.school, by=by, key=key, arguments=arguments)
