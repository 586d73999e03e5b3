"""How each record of the child's own floor is told: its beginning, its end, where it stands."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from pupils.agency_codes import ReferralStepKind
from pupils.codes import AreaOfNeed, FactKind, SafetyPlanKind, SuspensionReason
from pupils.concern_codes import StepKind
from pupils.family_codes import ActionSource, AskKind, Channel, TalkOutcome
from pupils.meeting_codes import HelpLevel, MeetingKind, MeetingState
from pupils.selectors.identity import Child
from pupils.words import need_words
from reports.selectors.timeline.entries import NEW_LINE, Told, told
from reports.selectors.timeline.rows import Row


def told_of(row: Row, child: Child) -> Iterator[Told]:
    """The events that a record makes, one or two."""
    yield from _TELLERS[row.what](row, child)


def _both(kind: str, source: str, began: str, ended: str, row: Row, **more) -> Iterator[Told]:
    """What has a beginning and perhaps an end."""
    if row.starts:
        yield told(kind, row.starts, began, source, by=row.by or "", text=row.text or "", **more)
    if row.ends:
        yield told(kind, row.ends, ended, source, **more)


def _url(name: str, child: Child, *args) -> str:
    return reverse(name, args=[child.school.slug, child.pupil.pk, *args])


def _enrolment(row: Row, child: Child) -> Iterator[Told]:
    return _both("school", "Roll", "Came on roll", "Left the school", row)


def _need(row: Row, child: Child) -> Iterator[Told]:
    words = need_words(row.code)
    return _both("needs", "SEND register", f"Need: {words}", f"Need ended: {words}", row)


def _fact(row: Row, child: Child) -> Iterator[Told]:
    label = FactKind(row.code).label
    return _both("facts", "Roll", f"{label} began", f"{label} ended", row)


def _diagnosis(row: Row, child: Child) -> Iterator[Told]:
    return _both(
        "needs", "SEND register", f"Diagnosis: {row.code}", f"No longer holds: {row.code}", row
    )


def _concern(row: Row, child: Child) -> Iterator[Told]:
    area = AreaOfNeed(row.code).label
    url = _url("concern", child, row.id)
    return _both("concerns", "Concern", f"Concern: {area}", f"Concern closed: {area}", row, url=url)


def _step(row: Row, child: Child) -> Iterator[Told]:
    title = f"Decided on a concern: {StepKind(row.code).label}"
    return _both("concerns", "Concern", title, "", row)


def _strategy(row: Row, child: Child) -> Iterator[Told]:
    words = f"What helps, no longer: {row.text}"
    return _both("helps", "What helps", NEW_LINE, words, row)


def _passport(row: Row, child: Child) -> Iterator[Told]:
    url = _url("child_passport", child)
    return _both("helps", "Passport", f"Passport, version {row.code}", "", row, url=url)


def _plan_version(row: Row, child: Child) -> Iterator[Told]:
    label = SafetyPlanKind(row.code).label
    text = f"With {row.text}" if row.text else ""
    yield told(
        "safety",
        row.starts,
        f"{label}, version {row.more} agreed",
        label,
        by=row.by or "",
        text=text,
    )


def _safety_plan(row: Row, child: Child) -> Iterator[Told]:
    label = SafetyPlanKind(row.code).label
    yield told("safety", row.ends, f"{label} ended", label)


def _kept(kind: str, source: str, noun: str) -> Callable[[Row, Child], Iterator[Told]]:
    """Records that say what they are in one line."""

    def tell(row: Row, child: Child) -> Iterator[Told]:
        return _both(kind, source, f"{noun}: {row.more}", f"{noun} ended: {row.more}", row)

    return tell


def _suspension(row: Row, child: Child) -> Iterator[Told]:
    noun = "Permanent exclusion" if row.more == "true" else "Suspension"
    reason = SuspensionReason(row.code).label
    return _both("absence", "Suspensions", f"{noun}: {reason}", "Last day of suspension", row)


def _part_time(row: Row, child: Child) -> Iterator[Told]:
    began = f"Part-time timetable: {row.more} hours a week"
    return _both("absence", "Part-time timetables", began, "Part-time timetable ended", row)


def _voice(row: Row, child: Child) -> Iterator[Told]:
    title = f"{AskKind(row.code).label}: {row.more}"
    return _both("family", "Views and advice", title, "", row, url=_url("voice", child, row.id))


def _talk(row: Row, child: Child) -> Iterator[Told]:
    title = {
        TalkOutcome.NO_ANSWER: f"Tried {row.more}: no answer",
        TalkOutcome.DECLINED: f"Meeting offered to {row.more}, declined",
    }.get(row.code) or f"{Channel(row.code).label} with {row.more}"
    return _both("family", "Contact log", title, "", row)


def _ask(row: Row, child: Child) -> Iterator[Told]:
    title = f"{AskKind(row.code).label} asked for: {row.more}"
    return _both("family", "Requests", title, "", row, url=_url("ask", child, row.id))


def _meeting(row: Row, child: Child) -> Iterator[Told]:
    title = f"{MeetingKind(row.code).label}: {MeetingState(row.more).label.lower()}"
    return _both("meetings", "Meetings", title, "", row, url=_url("meeting", child, row.id))


def _action(row: Row, child: Child) -> Iterator[Told]:
    source = ActionSource(row.code).label
    yield told("meetings", row.starts, f"Agreed: {row.more} will", source, text=row.text)
    if row.ends:
        yield told("meetings", row.ends, f"Done: {row.more}", source, text=row.text)


def _help_plan(row: Row, child: Child) -> Iterator[Told]:
    began = f"Early-help plan, {HelpLevel(row.code).label.lower()}, led by {row.more}"
    url = _url("help_plan", child, row.id)
    return _both("meetings", "Early help", began, "Early-help plan closed", row, url=url)


def _help_review(row: Row, child: Child) -> Iterator[Told]:
    url = _url("help_plan", child, row.more)
    return _both("meetings", "Early help", "Early-help plan reviewed", "", row, url=url)


def _referral_step(row: Row, child: Child) -> Iterator[Told]:
    referral, _, step = row.code.partition(" ")
    title = f"{row.more}: {ReferralStepKind(step).label.lower()}"
    return _both("agencies", "Referrals", title, "", row, url=_url("referral", child, referral))


_TELLERS: dict[str, Callable[[Row, Child], Iterator[Told]]] = {
    "enrolment": _enrolment,
    "need": _need,
    "datedfact": _fact,
    "diagnosis": _diagnosis,
    "concern": _concern,
    "concernstep": _step,
    "strategy": _strategy,
    "passportversion": _passport,
    "safetyplanversion": _plan_version,
    "safetyplan": _safety_plan,
    "medicalalert": _kept("safety", "Medical alerts", "Medical alert"),
    "medicine": _kept("safety", "Medicines", "Medicine"),
    "equipment": _kept("safety", "Equipment", "Equipment"),
    "adjustment": _kept("safety", "Adjustments", "Adjustment"),
    "suspension": _suspension,
    "parttimetimetable": _part_time,
    "alternativeprovision": _kept("absence", "Learning elsewhere", "Learning elsewhere"),
    "voice": _voice,
    "talk": _talk,
    "contributionrequest": _ask,
    "meeting": _meeting,
    "agreedaction": _action,
    "helpplan": _help_plan,
    "helpreview": _help_review,
    "referralstep": _referral_step,
}
