"""Clocks of a pupil's records: requests to see them, transfer to the next school, retention."""

from datetime import date

from aylsham.dates import (
    DAY,
    days_after,
    days_beginning_with,
    months_beginning_with,
    months_corresponding,
    next_working_day,
)
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    choice,
    day,
    last_day,
    maybe_day,
    not_before,
    other_day,
    require_order,
    school_calendar,
    value,
    yes_no,
)

BOOK = RuleBook(subject=Subject.RECORDS)

UK_GDPR = date(2018, 5, 25)
PUPIL_INFORMATION_2005 = date(2005, 9, 1)
SCHOOL_DAYS = 15
FIVE_DAYS = 5
#: Years that a file is kept after the date of birth, by kind of file.
RETENTION_YEARS = {"sen_file": 31, "child_protection_file": 25}


@BOOK.rule(
    "records.subject_access",
    title="Subject access request",
    citation="UK GDPR art 12(3); ICO guidance",
    effective_from=UK_GDPR,
    dated_by="received",
    facts=(
        day("received", "Day the request was received"),
        yes_no("extended", "Extended because it is complex", hint="By two further months."),
        maybe_day("clarification_sought", "Day the school asked what is meant"),
        maybe_day("clarification_received", "Day the answer came"),
        maybe_day(
            "identity_confirmed",
            "Day the school had proof of identity",
            hint="Only if it had to ask: time starts then.",
        ),
    ),
    outputs=(
        other_day("corresponding_date", "The same day of the month, one or three months on"),
        value(
            "paused_days",
            "Days the clock stood still",
            citation="UK GDPR art 12A",
            confidence=Confidence.UNVERIFIED,
        ),
        last_day(
            "tell_requester_by",
            "Tell the requester that it takes longer, and why",
            "one month after the request, with the days of the pause; it does not move to the next "
            "working day",
            owed_by=Owner.SCHOOL,
        ),
        last_day(
            "internal_target",
            "Answer, counting the pause the shorter way",
            "a day less of pause",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "respond_by",
            "Answer the request",
            "one month after the request (three if extended), with the days of the pause; a "
            "weekend or bank holiday moves to the next working day",
            owed_by=Owner.SCHOOL,
        ),
        value(
            "status",
            "Where it stands",
            words=(("waiting_for_clarification", "Paused until the requester has answered"),),
        ),
    ),
    note="School holidays do not stop this clock.",
)
def subject_access(
    *,
    received: date,
    extended: bool | None = None,
    clarification_sought: date | None = None,
    clarification_received: date | None = None,
    identity_confirmed: date | None = None,
) -> Values:
    """One month or three, longer by a pause; the answer is rolled on to a working day."""
    require_order(
        received=received,
        clarification_sought=clarification_sought,
        clarification_received=clarification_received,
    )
    start = max(received, identity_confirmed or received)
    paused = _paused_days(start, clarification_sought, clarification_received)
    corresponding = months_corresponding(start, 3 if extended else 1)
    found: Values = {"corresponding_date": corresponding}
    if paused is None:
        return {**found, "status": "waiting_for_clarification"}
    one_month = months_corresponding(start, 1)
    return {
        **found,
        "paused_days": paused if clarification_sought else None,
        # Only the time to answer is known to move to a working day: this one is met early.
        "tell_requester_by": days_after(one_month, paused) if extended else None,
        "internal_target": _rolled(corresponding, paused - 1) if paused else None,
        "respond_by": _rolled(corresponding, paused),
    }


def _paused_days(start: date, sought: date | None, answered: date | None) -> int | None:
    """Days from asking to the answer; None while there is no answer."""
    if sought is None:
        return 0
    if answered is None:
        return None
    # Asking before the month has begun (identity still unproved) stops nothing until it has.
    return max(0, (answered - max(sought, start)).days)


def _rolled(day: date, paused: int) -> date:
    return next_working_day(days_after(day, paused))


@BOOK.rule(
    "records.education_record",
    title="A parent asks for the education record",
    citation="Education (Pupil Information) (England) Regs 2005 reg 5",
    effective_from=PUPIL_INFORMATION_2005,
    dated_by="received",
    facts=(day("received", "Day the written request was received"), school_calendar()),
    outputs=(
        last_day(
            "due_by",
            "Let the parent have the record",
            "15 school days after the request",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="Maintained schools. Only days with a session count: no weekends, holidays or INSET days. "
    "Adoption and abuse matters, and what is exempt, are left out.",
)
def education_record(*, received: date, calendar: SchoolCalendar) -> Values:
    """Fifteen days on which that school has a session."""
    return {"due_by": calendar.school_days_after(received, SCHOOL_DAYS)}


@BOOK.rule(
    "records.ctf_transfer",
    title="A child leaves: common transfer file and education record",
    citation="Education (Pupil Information) (England) Regs 2005 reg 9",
    confidence=Confidence.UNVERIFIED,
    effective_from=PUPIL_INFORMATION_2005,
    dated_by="left_roll",
    facts=(day("left_roll", "Day the child left the roll"), school_calendar()),
    outputs=(
        last_day(
            "transfer_by",
            "Send the file and the record to the new school",
            "15 school days after leaving",
            owed_by=Owner.SCHOOL,
        ),
    ),
)
def ctf_transfer(*, left_roll: date, calendar: SchoolCalendar) -> Values:
    """Fifteen days on which the old school has a session."""
    return {"transfer_by": calendar.school_days_after(left_roll, SCHOOL_DAYS)}


@BOOK.rule(
    "records.safeguarding_file",
    title="A child leaves: the child-protection file",
    citation="KCSIE, transfer of the child-protection file",
    effective_from=PUPIL_INFORMATION_2005,
    dated_by=("left_roll", "new_term_start"),
    facts=(
        maybe_day("left_roll", "Day the child left the roll", hint="For a move during the year."),
        maybe_day(
            "new_term_start",
            "First day of the new term",
            hint="For a move at the start of a term.",
        ),
    ),
    outputs=(
        last_day(
            "transfer_by",
            "Send the file, apart from the main one and securely, and keep the receipt",
            "5 calendar days after leaving; within the first 5 days of a new term",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="As soon as possible. The guidance just says 5 days: calendar days are the strictest "
    "reading; some councils count school days.",
)
def safeguarding_file(
    *, left_roll: date | None = None, new_term_start: date | None = None
) -> Values:
    """Five calendar days after leaving, or the first five days of the new term."""
    if new_term_start:
        return {"transfer_by": days_beginning_with(new_term_start, FIVE_DAYS)}
    if left_roll:
        return {"transfer_by": days_after(left_roll, FIVE_DAYS)}
    raise ValueError("Give left_roll, or new_term_start for a move at the start of a term.")


@BOOK.rule(
    "records.retention",
    title="How long a file is kept",
    citation="IRMS Schools Toolkit",
    confidence=Confidence.GUIDANCE,
    facts=(
        day("dob", "Date of birth"),
        choice(
            "record",
            "Kind of file",
            ("sen_file", "SEN file, EHC plan, reviews and advice (31 years)"),
            ("child_protection_file", "Child-protection file (25 years)"),
        ),
    ),
    outputs=(
        other_day("retain_through", "Keep to the end of", "the day before the birthday"),
        not_before("earliest_disposal_review", "Decide about disposal from", "the birthday"),
    ),
    note="Kept by the last school: a primary school passes the file on. A legal hold, such as an "
    "inquiry, comes first.",
)
def retention(*, dob: date, record: str | None = None) -> Values:
    """Up to the day before the 31st birthday (25th for child protection)."""
    years = RETENTION_YEARS[record or "sen_file"]
    retain_through = months_beginning_with(dob, 12 * years)
    return {"retain_through": retain_through, "earliest_disposal_review": retain_through + DAY}
