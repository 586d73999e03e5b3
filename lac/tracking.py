"""Care has a readable history, for those who may read it."""

from typing import Any

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from lac import models as own
from lac.codes import LOOK_ALIKE, CareKind, CareRole, Matter, PlacementKind
from lac.report_codes import YearReportState
from lac.watch_codes import WatchRule

_READ = Permission.READ_CARE
#: Of a time in care, what goes beyond that it is so and since when.
_WHOLE = (
    "left_care_through",
    "placing_authority",
    "legal_status",
    "legal_since",
    "first_pep_on",
    "pep_with_officer_on",
    "corrected_why",
)

_OF_YEAR = Tracked(
    own.YearReport,
    "a designated teacher’s report",
    _READ,
    pupil_lookup="",
    title=lambda values: YearReportState(values["state"]).label.lower(),
    # What it says is read on its own page.
    quiet=frozenset({"words", "answers", "sent_back_words"}),
    left_out=frozenset({"sent_by", "published_by"}),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_tracked(
        Tracked(
            own.CarePeriod,
            "a care period",
            Permission.VIEW_CARE,
            title=lambda values: CareKind(values["kind"]).label,
            labels={
                "starts_on": "day of coming into care",
                "known_since": "day on which we knew",
                "ends_on": "last day",
                "left_care_through": "way of leaving care",
                "placing_authority": "council",
                "first_pep_on": "day the first PEP was started",
                "pep_with_officer_on": "day the reviewing officer had the PEP",
                "corrected_why": "reason of the change",
            },
            guarded=dict.fromkeys(_WHOLE, _READ),
        )
    )
    for tracked in (*_of_child(), *_of_period(), *_of_watching(), *_of_meetings(), _OF_YEAR):
        register_tracked(tracked)


def _of_child() -> tuple[Tracked, ...]:
    return (
        Tracked(own.SocialWorkPeriod, "social work", _social_work, guarded={"council": _READ}),
        Tracked(
            own.CarePerson,
            "a person around the child in care",
            _READ,
            title=lambda values: CareRole(values["role"]).label,
            quiet=frozenset({"phone", "email"}),
        ),
        Tracked(
            own.CarePlacement,
            "a placement",
            _READ,
            title=lambda values: PlacementKind(values["kind"]).label,
            # A home can be withheld from whoever reads the history.
            left_out=frozenset({"contact", "home"}),
        ),
        Tracked(
            own.Delegation,
            "who may say yes",
            _READ,
            title=lambda values: Matter(values["matter"]).label,
        ),
        Tracked(
            own.CareView,
            "that a colleague knows of the child’s care",
            _READ,
            left_out=frozenset({"user", "given_by"}),
        ),
    )


def _of_period() -> tuple[Tracked, ...]:
    return (
        Tracked(
            own.CareDeclaration,
            "what was declared of care before",
            _READ,
            pupil_lookup="period__pupil_id",
            quiet=frozenset({"consents_to"}),
            left_out=frozenset({"period", "seen_by"}),
        ),
        Tracked(
            own.CareReview,
            "a review of the care plan",
            _READ,
            pupil_lookup="period__pupil_id",
            labels={"held_on": "day of the review"},
            quiet=frozenset({"decisions"}),
            left_out=frozenset({"period"}),
        ),
    )


def _of_watching() -> tuple[Tracked, ...]:
    return (
        Tracked(own.WeekAttendance, "a week of attendance", _READ),
        Tracked(own.SdqTotal, "an SDQ total", _READ),
        Tracked(own.WatchRules, "when the school is told", _READ, pupil_lookup=""),
        Tracked(
            own.WatchTask,
            "what a rule saw",
            _READ,
            title=lambda values: WatchRule(values["rule"]).label,
            quiet=frozenset({"done"}),
            left_out=frozenset({"closed_by", "occurrence"}),
        ),
        Tracked(
            own.WatchTold,
            "who was told of what a rule saw",
            _READ,
            pupil_lookup="task__pupil_id",
            left_out=frozenset({"task", "user", "noted_at"}),
        ),
    )


def _of_meetings() -> tuple[Tracked, ...]:
    quiet = frozenset({"notes", "said", "what", "words"})
    return (
        Tracked(own.CareMeeting, "a meeting about care", _READ, pupil_lookup="", quiet=quiet),
        Tracked(
            own.CareMeetingChild,
            "what a meeting said of the child",
            _READ,
            quiet=quiet,
            left_out=frozenset({"meeting"}),
        ),
        Tracked(
            own.CareAction,
            "an action of a meeting about care",
            _READ,
            quiet=quiet,
            left_out=frozenset({"meeting", "owner", "done_by"}),
        ),
        Tracked(
            own.InformationShared,
            "what was passed on",
            _READ,
            quiet=quiet | {"what"},
        ),
        Tracked(own.SafeguardingFile, "that the safeguarding file was sent", _READ),
    )


def _social_work(values: dict[str, Any]) -> Permission:
    """Kinds that could tell of a child protection plan are read by those who may know of one."""
    return Permission.VIEW_CHILD_PROTECTION if values["kind"] in LOOK_ALIKE else _READ
