"""What whoever gives something says of its children, said of the last session that was logged."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from provision.models import Provision, Session, SessionLog, SessionMark
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from pupils.models import Pupil
from pupils.services.recording import lock_pupils


@dataclass(frozen=True)
class Saying:
    """A word about a child, and the mark of its session that was in view."""

    pupil: Pupil
    last: SessionMark
    word: str


@transaction.atomic
def say_how_it_goes(
    *, provision: Provision, sayings: Iterable[Saying], by: User, key: uuid.UUID | None = None
) -> list[SessionLog]:
    """Log the last sessions of these children again as they were, each with its word.

    Refused where somebody logged one of them meanwhile: it is read again first.
    """
    said = list(sayings)
    if not said:
        raise TransitionNotAllowed("Write a word about at least one child.")
    lock_pupils(provision.school, [each.pupil.pk for each in said])
    by_session: dict[uuid.UUID, list[Saying]] = defaultdict(list)
    for each in said:
        by_session[each.last.log.session_id].append(each)
    return [
        _say(provision, each[0].last.log.session, each, by, key) for each in by_session.values()
    ]


def _say(
    provision: Provision, session: Session, said: list[Saying], by: User, key: uuid.UUID | None
) -> SessionLog:
    logs = SessionLog.objects.filter(school_id=provision.school_id, session=session)
    last = logs.order_by("-number")[0].number
    children = [each.pupil.pk for each in said]
    marks = SessionMark.objects.filter(school_id=provision.school_id, log__session=session)
    newer = marks.filter(pupil__in=children, log__number__gt=min(e.last.log.number for e in said))
    if newer.exclude(pk__in=[each.last.pk for each in said]).exists():
        raise TransitionNotAllowed("Somebody logged this session meanwhile. Look at it first.")
    return log_session(
        provision=provision,
        at=SessionAt(session.on, session.slot, session.is_make_up),
        marks=[_facts(each) for each in said],
        by=by,
        key=uuid.uuid5(key, str(session.pk)) if key else None,
        seen=last,
    )


def _facts(each: Saying) -> MarkFacts:
    mark = each.last
    return MarkFacts(
        pupil=each.pupil,
        came=Came(mark.came),
        minutes=mark.minutes,
        reason=Reason(mark.reason) if mark.reason else None,
        measure=mark.measure,
        word=each.word,
    )
