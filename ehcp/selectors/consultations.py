"""Consultations of a school: the list, one with its clock, and the reply as the council gets it."""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of, calendar_read
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.assessment_codes import GROUNDS, Answer
from ehcp.models import Consultation, ConsultationReply
from ehcp.rules.consultations import faults_of
from pupils.models import Pupil
from pupils.selectors.letters.values import letterhead_of
from pupils.words import year_words

#: A day so near is shown as due soon.
SOON = dt.timedelta(days=7)
_LIGHT = ("id", "school_id", "consultation_id", "gone_on", "how", "digest", "signed_by", "content")


@dataclass(frozen=True)
class ConsultationPage:
    """One consultation, its clock, the reply as it stands, and what stops it."""

    row: Consultation
    reply: ConsultationReply | None
    reply_by: dt.date
    careful_by: dt.date
    #: The school day by which it should go.
    do_by: dt.date
    citation: str
    note: str
    content: dict[str, Any]
    faults: tuple[str, ...]
    today: dt.date
    may_write: bool
    may_sign: bool

    @property
    def digest(self) -> str:
        """A mark of the reply as it stands: what a head has seen."""
        return digest_of(self.content)

    @property
    def is_open(self) -> bool:
        return self.reply is None and self.row.closed_on is None

    @property
    def state(self) -> tuple[str, str]:
        """A key of STATES and words."""
        return standing_of(self.row, self.reply, self.reply_by, self.today)


@dataclass(frozen=True)
class ConsultationLine:
    """A consultation in the list."""

    row: Consultation
    reply: ConsultationReply | None
    reply_by: dt.date
    do_by: dt.date
    state: str
    words: str

    @property
    def year(self) -> str:
        return year_words(self.row.year_group)


def consultation_clock(received_on: dt.date, calendar: SchoolCalendar) -> Result:
    """Fifteen calendar days; the day before for the careful."""
    facts = {"consultation_received": received_on}
    return REGISTRY.calculate("ehcp.consultation_reply", facts, calendar=calendar)


def standing_of(
    row: Consultation, reply: ConsultationReply | None, reply_by: dt.date, today: dt.date
) -> tuple[str, str]:
    """How a consultation stands: a key of STATES and words."""
    if reply:
        late = (reply.gone_on - reply_by).days
        return ("overdue", f"Sent {_days(late)} late") if late > 0 else ("closed", "Sent in time")
    if row.closed_on:
        return "closed", "No answer needed"
    if reply_by < today:
        return "overdue", f"Late by {_days((today - reply_by).days)}: answer all the same"
    if row.signed_on:
        return "due_soon", "Signed, to be sent"
    return ("due_soon", "") if reply_by <= today + SOON else ("on_track", "To be answered")


def consultations(access: Access) -> list[ConsultationLine]:
    """Every consultation that the asker may read, the open ones first; one statement."""
    return read(consultations_read(access))


def consultations_read(access: Access) -> Reads[list[ConsultationLine]]:
    """The same, to go with other reads."""
    replies = ConsultationReply.objects.filter(school=access.school).only(*_LIGHT)
    calendar, (rows, gone) = yield from at_once(
        calendar_read(access.school), rows_read(_bare(access), replies)
    )
    sent = {reply.consultation_id: reply for reply in gone}
    found = [_line(row, sent.get(row.pk), calendar, access.today) for row in rows]
    return sorted(found, key=lambda line: (bool(line.reply or line.row.closed_on), line.reply_by))


def consultation_of(access: Access, pk: UUID) -> Consultation | None:
    """One consultation."""
    row = _rows(access).filter(pk=pk).first()
    if row:
        row.school = access.school
    return row


def consultation_page(access: Access, row: Consultation) -> ConsultationPage:
    """The page of a consultation."""
    calendar = calendar_of(access.school)
    result, reply = consultation_clock(row.received_on, calendar), _reply(row)
    careful: dt.date = result["conservative_reply_by"].value  # type: ignore[assignment]
    return ConsultationPage(
        row=row,
        reply=reply,
        reply_by=result["reply_by"].value,  # type: ignore[arg-type]
        careful_by=careful,
        do_by=calendar.do_by(careful),
        citation=result["reply_by"].citation,
        note=result.rule.note,
        content=reply.content if reply else reply_content(row),
        faults=tuple(faults(row)),
        today=access.today,
        may_write=access.can(Permission.ANSWER_CONSULTATIONS),
        may_sign=access.can(Permission.SIGN_CONSULTATIONS),
    )


def faults(row: Consultation) -> list[str]:
    """What stops a head from signing."""
    reasons = {key: getattr(row, key) for key in GROUNDS}
    needing = [key for key, each in GROUNDS.items() if each.needs_steps]
    return faults_of(row.answer, row.grounds, reasons, row.steps, needing)


def reply_content(row: Consultation) -> dict[str, Any]:
    """The reply as it stands, as plain data: what is shown, signed, set and kept."""
    head = letterhead_of(row.school)
    return {
        "school": row.school.name,
        "head": [line for line in (*head.address.splitlines(), head.phone, head.email) if line],
        "council": row.council,
        "to": row.coordinator,
        "reference": row.reference,
        "child": row.child,
        "year": year_words(row.year_group),
        "received_on": row.received_on.isoformat(),
        "answer": Answer(row.answer).label if row.answer else "",
        "is_objection": row.answer == Answer.OBJECTS,
        "grounds": [
            {
                "label": GROUNDS[key].label,
                "citation": GROUNDS[key].citation,
                "words": getattr(row, key),
            }
            for key in row.grounds
        ],
        "steps": row.steps,
        "facts": row.facts,
        "premises": row.premises,
        "comments": row.comments,
        "signed_by": row.signed_by.name if row.signed_by else "",
        "signed_on": row.signed_on.isoformat() if row.signed_on else "",
    }


def digest_of(content: dict[str, Any]) -> str:
    """A mark of the words of a reply, whoever has signed them."""
    words = {k: v for k, v in content.items() if not k.startswith("signed")}
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:16]


def sent_reply(row: Consultation) -> ConsultationReply | None:
    """The reply with its pages, as it left."""
    return ConsultationReply.objects.filter(school_id=row.school_id, consultation=row).first()


def last_premises(school: School) -> str:
    """What was said last of rooms and premises, to begin with."""
    rows = Consultation.objects.filter(school=school).exclude(premises="")
    return rows.values_list("premises", flat=True).first() or ""


def children_on_roll(access: Access) -> list[Pupil]:
    """Children who may be consulted about although they are ours."""
    return list(
        Pupil.objects.visible_to(access)
        .filter(school=access.school)
        .on_roll(clock.today())
        .in_register_order()
    )


def _rows(access: Access):
    light = ConsultationReply.objects.only(*_LIGHT)
    return _bare(access).prefetch_related(Prefetch("replies", queryset=light))


def _bare(access: Access):
    return Consultation.objects.filter(school=access.school).select_related("signed_by", "pupil")


def _reply(row: Consultation) -> ConsultationReply | None:
    return next(iter(row.replies.all()), None)


def _line(
    row: Consultation, reply: ConsultationReply | None, calendar: SchoolCalendar, today: dt.date
) -> ConsultationLine:
    result = consultation_clock(row.received_on, calendar)
    reply_by: dt.date = result["reply_by"].value  # type: ignore[assignment]
    careful: dt.date = result["conservative_reply_by"].value  # type: ignore[assignment]
    state, words = standing_of(row, reply, reply_by, today)
    return ConsultationLine(row, reply, reply_by, calendar.do_by(careful), state, words)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
