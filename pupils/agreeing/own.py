"""The texts of this floor that people are asked to agree to."""

from uuid import UUID

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from aylsham.models import School
from pupils.agreeing.filling import fill_medicine, fill_part_time, fill_safety_plan
from pupils.agreeing.registry import AgreedKind, Shown, register_kind
from pupils.codes import SENSITIVE_PLANS, PassportState, SafetyPlanKind
from pupils.meeting_codes import MeetingState
from pupils.models import (
    AgendaItem,
    Medicine,
    Meeting,
    MeetingChild,
    MovePlan,
    PartTimeTimetable,
    Passport,
    PassportVersion,
    Pupil,
    SafetyPlan,
)
from pupils.rules.sharing import ThingKind
from pupils.selectors.passports.versions import line_label
from pupils.selectors.safety import find_plan, plan_text, plans_for


def _own(pupil: Pupil) -> dict:
    return {"school_id": pupil.school_id, "pupil": pupil}


def _find_passport(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    """The newest published version, without lines that few may read."""
    version = (
        PassportVersion.objects.filter(
            school_id=pupil.school_id, passport__pupil=pupil, passport_id=pk
        )
        .order_by("-number")
        .first()
    )
    if version is None:
        return None
    parts: dict[str, list[str]] = {}
    for line in version.content:
        if line["sensitivity"] == Sensitivity.EVERYONE and line["text"]:
            parts.setdefault(line_label(line["line"]), []).append(line["text"])
    return Shown("Passport", tuple((label, "\n".join(lines)) for label, lines in parts.items()))


def _passports(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    rows = Passport.objects.filter(**_own(pupil), state=PassportState.PUBLISHED)
    return [(pk, "Passport") for pk in rows.values_list("pk", flat=True)]


def _find_safety(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    """What is written and not in force yet, or else the version in force."""
    plan = find_plan(access, pupil, pk)
    if plan is None:
        return None
    is_sensitive = plan.kind in SENSITIVE_PLANS
    return Shown(
        SafetyPlanKind(plan.kind).label,
        tuple(plan_text(plan)),
        Sensitivity.SENSITIVE if is_sensitive else Sensitivity.EVERYONE,
        plan.owner,
    )


def _safety_plans(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    plans = plans_for(access, SafetyPlan.objects.filter(**_own(pupil)).live(access.today))
    return [
        (plan.pk, SafetyPlanKind(plan.kind).label)
        for plan in plans.order_by("kind")
        if plan.version or plan.draft
    ]


def _find_part_time(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    row = PartTimeTimetable.objects.filter(**_own(pupil), pk=pk).first()
    if row is None:
        return None
    return Shown(
        "Part-time timetable",
        (
            ("Hours a week at school", f"{row.hours_a_week.normalize():f}"),
            *((("In school", "; ".join(row.times_words)),) if row.times else ()),
            ("Why", row.reason),
            ("From", full_day_words(row.starts_on)),
            ("Last day", full_day_words(row.ends_on)),
            ("We look at it again on", full_day_words(row.review_on)),
        ),
    )


def _part_time(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    rows = PartTimeTimetable.objects.live(access.today).filter(**_own(pupil))
    return [
        (row.pk, f"Part-time timetable until {full_day_words(row.ends_on)}")
        for row in rows
        if row.ends_on >= access.today
    ]


def _find_medicine(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    row = Medicine.objects.filter(**_own(pupil), pk=pk).first()
    if row is None:
        return None
    return Shown(
        "Medicine at school",
        (
            ("Medicine", row.name),
            ("Dose", row.dose),
            ("When it is given", row.given),
            ("Where it is kept", row.kept_at),
        ),
    )


def _medicines(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    rows = Medicine.objects.live(access.today).filter(**_own(pupil)).order_by("name", "id")
    return [(row.pk, f"Medicine: {row.name}") for row in rows]


def _meetings(pupil: Pupil):
    """Held meetings about this child alone, whose minutes are finished."""
    children = MeetingChild.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return Meeting.objects.filter(
        school_id=pupil.school_id,
        pk__in=children.values("meeting_id"),
        class_group=None,
        state=MeetingState.HELD,
        minutes_done_on__isnull=False,
    )


def _find_minutes(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    """What was written under each point, without points that few may read."""
    meeting = _meetings(pupil).filter(pk=pk).select_related("chair").first()
    if meeting is None:
        return None
    items = AgendaItem.objects.filter(
        school_id=pupil.school_id, meeting=meeting, sensitivity=Sensitivity.EVERYONE
    ).exclude(text="")
    return Shown(
        f"Minutes of {full_day_words(meeting.on)}",
        tuple((item.title, item.text) for item in items),
        owner=meeting.chair,
    )


def _minutes(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    return [(m.pk, f"Minutes of {full_day_words(m.on)}") for m in _meetings(pupil)[:5]]


#: What a plan for a move says to the family.
_MOVE_PARTS = (
    ("wishes", "What you and your child want"),
    ("key_adults", "Who your child will meet"),
    ("worries", "What could be hard"),
    ("helps", "What helps with the move"),
)


def _find_move(access: Access, pupil: Pupil, pk: UUID) -> Shown | None:
    plan = MovePlan.objects.filter(**_own(pupil), pk=pk).select_related("lead").first()
    if plan is None:
        return None
    texts = ((label, getattr(plan, name)) for name, label in _MOVE_PARTS)
    return Shown(
        "Plan for a move",
        (
            ("Where to", plan.to_name),
            ("When", full_day_words(plan.moves_on)),
            *((label, text) for label, text in texts if text),
        ),
        owner=plan.lead,
    )


def _moves(access: Access, pupil: Pupil) -> list[tuple[UUID, str]]:
    return [(plan.pk, "Plan for a move") for plan in MovePlan.objects.open().filter(**_own(pupil))]


def _page(name: str, *, takes_id: bool = False):
    def url(school: School, pupil_id: UUID, pk: UUID) -> str:
        return reverse(name, args=[school.slug, pupil_id, *([pk] if takes_id else [])])

    return url


KINDS = (
    AgreedKind(
        "safety",
        "Health, behaviour and other plans",
        P.VIEW_NEEDS,
        _find_safety,
        _safety_plans,
        _page("safety_plan", takes_id=True),
        document="health_plan",
        fill=fill_safety_plan,
    ),
    AgreedKind(
        "passport",
        "Passport",
        P.VIEW_NEEDS,
        _find_passport,
        _passports,
        _page("child_passport"),
    ),
    AgreedKind(
        "part-time",
        "Part-time timetable",
        P.VIEW_NEEDS,
        _find_part_time,
        _part_time,
        _page("child_absence"),
        fill=fill_part_time,
    ),
    AgreedKind(
        "medicine",
        "Medicine at school",
        P.VIEW_NEEDS,
        _find_medicine,
        _medicines,
        _page("child_safety"),
        document="health_plan",
        fill=fill_medicine,
    ),
    AgreedKind(
        "minutes",
        "Minutes of a meeting",
        P.VIEW_FAMILY_LOG,
        _find_minutes,
        _minutes,
        _page("meeting", takes_id=True),
        thing=ThingKind.NOTES,
        document="meeting",
    ),
    AgreedKind(
        "move",
        "Plan for a move",
        P.VIEW_NEEDS,
        _find_move,
        _moves,
        _page("child_moving"),
    ),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KINDS:
        register_kind(kind)
