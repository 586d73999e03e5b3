"""Markers in what is watched, met about and passed on, for the test of who sees what of care."""

import datetime as dt

from aylsham.access.roles import Role as R
from lac.models import (
    CareAction,
    CareMeeting,
    CareMeetingChild,
    InformationShared,
    SafeguardingFile,
    SdqTotal,
    WatchTask,
    WatchTold,
    WeekAttendance,
)
from lac.services.moves import add_file
from pupils.models import Pupil
from tests.factories import UserFactory

WHOLE = {R.DESIGNATED_TEACHER, R.SENDCO, R.HEAD, R.DEPUTY, R.SAFEGUARDING_LEAD}
STATUS = WHOLE | {R.ASSISTANT_SENDCO, R.FEDERATION_SEND_LEAD}

EXPECTED_OF_WATCHING: dict[str, tuple[str, set]] = {
    "week of attendance": ("Mon 5 Oct", STATUS),
    "share of a week": ("30.8 %", STATUS),
    "half days of a week": ("4 of 13 half days", WHOLE),
    "SDQ total": ('ay-private">37<', WHOLE),
    "SDQ answered on": ("Sun 4 Oct", WHOLE),
    "rule that spoke": ("A target does not move", WHOLE),
    "what a rule saw": ("Markseen", WHOLE),
    "seen on": ("Sun 20 Sep", STATUS),
    "what is done about it": ("Markdone", WHOLE),
    "looked at on": ("Sun 8 Nov", WHOLE),
    "who looked at it": ("Markcloser", WHOLE),
    "who was told of a sign": ("Markhearer", WHOLE),
    "told of a sign on": ("Sun 15 Nov", WHOLE),
    "met with": ("Several agencies", WHOLE),
    "met on": ("11 October 2026", WHOLE),
    "who came": ("Markcame", WHOLE),
    "said in general": ("Markgeneral", WHOLE),
    "said of the child": ("Markspoken", WHOLE),
    "what was agreed": ("Markundertake", WHOLE),
    "who does it": ("Markfrom", WHOLE),
    "agreed by": ("Sun 6 Dec", STATUS),
    "agreed and done on": ("Sun 18 Oct", WHOLE),
    "what was passed on": ("Limits on contact", WHOLE),
    "passed on in words": ("Markpassed", WHOLE),
    "passed on to": ("Marktowhom", WHOLE),
    "role of whoever it was passed to": ("Marktorole", WHOLE),
    "where it was passed to": ("Marktoorg", WHOLE),
    "by what authority": ("A court order", WHOLE),
    "by whose authority": ("Markjudge", WHOLE),
    "passed on on": ("1 February 2026", WHOLE),
    "passed on how": ("In the council’s portal", WHOLE),
    "arrived on": ("Sun 8 Feb", WHOLE),
    "file sent to": ("Markjunior", WHOLE),
    "file sent on": ("Sun 11 Jan", WHOLE),
    "file received on": ("Sun 27 Sep", WHOLE),
    "file received by": ("Markreceiver", WHOLE),
    "file to send": ("Send the safeguarding file", STATUS),
}
FIELDS_OF_WATCHING = {
    "weekattendance.week_on": "week of attendance",
    "weekattendance.possible": "half days of a week",
    "weekattendance.attended": "share of a week",
    "sdqtotal.total": "SDQ total",
    "sdqtotal.answered_on": "SDQ answered on",
    "watchtask.rule": "rule that spoke",
    "watchtask.seen": "what a rule saw",
    "watchtask.raised_on": "seen on",
    "watchtask.done": "what is done about it",
    "watchtask.closed_on": "looked at on",
    "watchtask.closed_by": "who looked at it",
    "watchtold.name": "who was told of a sign",
    "watchtold.told_on": "told of a sign on",
    "caremeeting.kind": "met with",
    "caremeeting.held_on": "met on",
    "caremeeting.came": "who came",
    "caremeeting.notes": "said in general",
    "caremeetingchild.said": "said of the child",
    "careaction.what": "what was agreed",
    "careaction.outside_owner": "who does it",
    "careaction.due_on": "agreed by",
    "careaction.done_on": "agreed and done on",
    "informationshared.what": "what was passed on",
    "informationshared.words": "passed on in words",
    "informationshared.to_name": "passed on to",
    "informationshared.to_role": "role of whoever it was passed to",
    "informationshared.organisation": "where it was passed to",
    "informationshared.authority": "by what authority",
    "informationshared.authority_words": "by whose authority",
    "informationshared.shared_on": "passed on on",
    "informationshared.how": "passed on how",
    "informationshared.acknowledged_on": "arrived on",
    "safeguardingfile.to_school": "file sent to",
    "safeguardingfile.sent_on": "file sent on",
    "safeguardingfile.received_on": "file received on",
    "safeguardingfile.received_by": "file received by",
    "safeguardingfile.leaves_on": "file to send",
    "safeguardingfile.term_starts_on": "file to send",
}
_RULES = "what the school wants to be told of, about no child"
#: Fields that say nothing by themselves, each with the reason.
QUIET_OF_WATCHING = {
    "sdqtotal.answered_by": "one of three, for every child",
    "watchtask.occurrence": "a key",
    "watchtold.task": "which sign it belongs to",
    "watchtold.noted_at": "a moment of work",
    "caremeetingchild.meeting": "which meeting it belongs to",
    "careaction.meeting": "which meeting it belongs to",
    "careaction.owner": "the colleague, who does it",
    "careaction.done_by": "the colleague, who did it",
    "premiumrate.federation": "about no child",
    "premiumrate.rate_for": "about no child",
    "premiumrate.pence": "about no child",
    "watchrules.attendance_below": _RULES,
    "watchrules.attendance_weeks": _RULES,
    "watchrules.moves": _RULES,
    "watchrules.new_worker": _RULES,
    "watchrules.sdq_total": _RULES,
    "watchrules.stalled_weeks": _RULES,
    "watchrules.suspensions": _RULES,
    # The report is about no single child; that nothing planted gets into it has a test.
    **{
        f"yearreport.{name}": "about no single child"
        for name in (
            *("academic_year", "state", "due_on", "content", "counted_on", "words", "answers"),
            *("sent_by", "sent_at", "sent_back_words", "published_by", "published_at", "job_id"),
            *("withdrawn_by", "withdrawn_at", "withdrawn_why"),
        )
    },
    **{
        f"yearreportfile.{name}": "about no single child"
        for name in ("report", "pdf", "digest", "made_at")
    },
}
#: Words of what stays at this school when a child moves: meetings, actions, receipts.
STAYS_HERE = {
    *("Markcame", "Markgeneral", "Markspoken", "Markundertake", "Markfrom"),
    *("Markjunior", "Markreceiver"),
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def plant_watching(child: Pupil) -> None:
    """A week, a total, a sign that waits and one that was looked at, a meeting, a move."""
    own = {"school": child.school, "pupil": child}
    WeekAttendance.objects.create(**own, week_on=day("2026-10-05"), possible=13, attended=4)
    SdqTotal.objects.create(**own, answered_on=day("2026-10-04"), answered_by="teacher", total=37)
    _signs(own)
    _meeting(own)
    _moves(own)


def _signs(own: dict) -> None:
    seen = {"rule": "stalled", "seen": "Markseen", "raised_on": day("2026-09-20")}
    waits = WatchTask.objects.create(**own, **seen, occurrence="waits")
    WatchTask.objects.create(
        **own, **seen, occurrence="closed", done="Markdone", closed_on=day("2026-11-08"),
        closed_by=UserFactory(name="Markcloser"),
    )  # fmt: skip
    WatchTold.objects.create(
        school=own["school"], task=waits, name="Markhearer", told_on=day("2026-11-15")
    )


def _meeting(own: dict) -> None:
    meeting = CareMeeting.objects.create(
        school=own["school"], kind="agencies", held_on=day("2026-10-11"), came="Markcame",
        notes="Markgeneral",
    )  # fmt: skip
    CareMeetingChild.objects.create(**own, meeting=meeting, said="Markspoken")
    for what, days in (
        ("Markundertake", {"due_on": day("2026-12-06")}),
        ("Markundertake again", {"due_on": day("2026-10-18"), "done_on": day("2026-10-18")}),
    ):
        CareAction.objects.create(
            **own, meeting=meeting, what=what, outside_owner="Markfrom", **days
        )


def _moves(own: dict) -> None:
    InformationShared.objects.create(
        **own, what=["contact"], words="Markpassed", to_name="Marktowhom", to_role="Marktorole",
        organisation="Marktoorg", authority="court", authority_words="Markjudge",
        shared_on=day("2026-02-01"), how="portal", acknowledged_on=day("2026-02-08"),
    )  # fmt: skip
    SafeguardingFile.objects.create(
        **own, to_school="Markjunior", leaves_on=day("2026-01-09"), sent_on=day("2026-01-11"),
        received_on=day("2026-09-27"), received_by="Markreceiver",
    )  # fmt: skip
    # By the service, so that what is due is worked out from all of these rows.
    add_file(pupil=own["pupil"], to_school="Markjunior", term_starts_on=day("2026-11-02"), by=None)


def pages_of_watching(children: list[Pupil]) -> list[str]:
    """Every page about these rows that is opened with a GET."""
    found = []
    for task in WatchTask.objects.filter(pupil__in=children):
        found.append(f"/oakfield/children/{task.pupil_id}/care/watch/seen/{task.pk}/")
    for meeting in CareMeeting.objects.filter(children__pupil__in=children):
        found.append(f"/oakfield/care/meetings/{meeting.pk}/")
    return found
