"""What happened to a child, over every floor, as far as the asker may know."""

from collections.abc import Iterator
from itertools import pairwise

from django.apps import apps
from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.components import Event
from ehcp.codes import Decision, ReviewKind
from ehcp.models import AnnualReview, EhcPlan
from lac.codes import CareKind
from lac.models import CarePeriod
from pupils.access import fact_permission
from pupils.codes import FactKind
from pupils.models import DatedFact, Diagnosis, Enrolment, Need, Pupil
from pupils.selectors.documents import documents_of
from pupils.selectors.history import StatusLine, status_history
from pupils.selectors.identity import Child
from pupils.words import need_words, year_words

#: Kinds of event that a person can choose between.
KINDS = {
    "register": "SEND register",
    "needs": "Needs and diagnoses",
    "plan": "EHC plan",
    "documents": "Documents",
    "school": "School and class",
    "facts": "Other facts",
    "care": "Care",
}
Told = tuple[str, Event]


def timeline(access: Access, child: Child, kind: str = "") -> list[Event]:
    """What happened, the latest first; at most seven statements."""
    told = [t for t in _all(access, child) if kind in ("", t[0])]
    return [event for _, event in sorted(told, key=lambda t: t[1].on, reverse=True)]


def kinds_for(access: Access) -> dict[str, str]:
    """The kinds of which the asker may know anything."""
    needed = {
        "register": Permission.VIEW_NEEDS,
        "needs": Permission.VIEW_NEEDS,
        "plan": Permission.VIEW_PLANS,
        "documents": Permission.VIEW_DOCUMENTS,
        "facts": Permission.VIEW_NEEDS,
        "care": Permission.VIEW_CARE,
    }
    return {k: v for k, v in KINDS.items() if k not in needed or access.can(needed[k])}


def _all(access: Access, child: Child) -> Iterator[Told]:
    pupil = child.pupil
    yield from _spans(access, pupil)
    yield from _moves(pupil)
    if access.can(Permission.VIEW_NEEDS):
        for line in status_history(pupil):
            yield from _levels(line, with_notes=access.can(Permission.VIEW_REGISTER))
    if access.can(Permission.VIEW_PLANS):
        yield from _plans(pupil)
    if access.can(Permission.VIEW_DOCUMENTS):
        yield from _documents(access, child)
    if access.can(Permission.VIEW_CARE):
        yield from _care(pupil)


def _levels(line: StatusLine, *, with_notes: bool) -> Iterator[Told]:
    note = line.note if with_notes else ""
    text = ". ".join(filter(None, [line.reason, note]))
    yield "register", Event(line.starts_on, f"{line.level} began", line.by, text)
    if line.told_on:
        yield "register", Event(line.told_on, "Parents told", "", line.told)
    if line.ends_on:
        note = line.end_note if with_notes else ""
        text = ". ".join(filter(None, [line.end_reason, note]))
        yield "register", Event(line.ends_on, f"{line.level} ended", line.ended_by, text)


def _spans(access: Access, pupil: Pupil) -> Iterator[Told]:
    """Needs, facts, diagnoses and enrolments: each has a beginning and perhaps an end."""
    parts = [_span(Enrolment, pupil, "status", "starts_on", "ends_on")]
    if access.can(Permission.VIEW_NEEDS):
        parts.append(_span(Need, pupil, "need_type", "since_on", "ended_on"))
        parts.append(_span(DatedFact, pupil, "kind", "starts_on", "ends_on"))
    if access.can(Permission.VIEW_SENSITIVE):
        parts.append(_span(Diagnosis, pupil, "name", "made_on", "ended_on"))
    may_know = _knowable_facts(access)
    for what, code, start, end in parts[0].union(*parts[1:], all=True):
        if what == "datedfact" and code not in may_know:
            continue
        kind, began, ended = _SPANS[what](code)
        if start:
            yield kind, Event(start, began)
        if end:
            yield kind, Event(end, ended)


def _span(model, pupil: Pupil, code: str, start: str, end: str):
    return (
        model.objects.filter(school_id=pupil.school_id, pupil=pupil)
        .order_by()
        .values_list(
            Value(model._meta.model_name, output_field=CharField()),
            Cast(code, TextField()),
            F(start),
            F(end),
        )
    )


def _knowable_facts(access: Access) -> set[str]:
    return {kind for kind in FactKind if access.can(fact_permission(kind))}


_SPANS = {
    "enrolment": lambda code: ("school", "Came on roll", "Left the school"),
    "need": lambda code: ("needs", f"Need: {need_words(code)}", f"Need ended: {need_words(code)}"),
    "datedfact": lambda code: (
        "facts",
        f"{FactKind(code).label} began",
        f"{FactKind(code).label} ended",
    ),
    "diagnosis": lambda code: ("needs", f"Diagnosis: {code}", f"No longer holds: {code}"),
}


def _moves(pupil: Pupil) -> Iterator[Told]:
    """Changes of class and year group, from the field history."""
    events = apps.get_model("pupils", "PupilEvent").objects
    states = (
        events.filter(school_id=pupil.school_id, pgh_obj_id=pupil.pk)
        .order_by("pgh_created_at", "pgh_id")
        .values_list("pgh_created_at", "class_group__name", "year_group")
    )
    for (_, group, year), (at, new_group, new_year) in pairwise(states):
        if new_group and new_group != group:
            yield "school", Event(at.date(), f"Moved to class {new_group}")
        if new_year != year:
            yield "school", Event(at.date(), f"Moved to {year_words(new_year)}")


def _plans(pupil: Pupil) -> Iterator[Told]:
    own = {"school_id": pupil.school_id}
    for plan in EhcPlan.objects.filter(**own, pupil=pupil):
        yield "plan", Event(plan.made_on, "EHC plan first issued", plan.local_authority)
        if plan.ended_on:
            yield "plan", Event(plan.ended_on, "EHC plan ended", "", plan.get_end_reason_display())
    for review in AnnualReview.objects.filter(**own, plan__pupil=pupil):
        yield from _review(review)


def _review(review: AnnualReview) -> Iterator[Told]:
    kind = ReviewKind(review.kind).label
    held = "held" if review.is_held else "planned"
    yield "plan", Event(review.meeting_on, f"{kind} {held}")
    if review.decided_on:
        yield (
            "plan",
            Event(
                review.decided_on, "Decision of the council", "", Decision(review.decision).label
            ),
        )
    for on, title in (
        (review.report_sent_on, "Review report sent"),
        (review.amendment_notice_on, "Amendment notice"),
        (review.final_plan_on, "Final amended plan"),
    ):
        if on:
            yield "plan", Event(on, title)


def _documents(access: Access, child: Child) -> Iterator[Told]:
    """By the day on the paper, as far as the asker may read them."""
    for line in documents_of(access, child.pupil):
        url = reverse("document", args=[child.school.slug, child.pupil.pk, line.id])
        yield "documents", Event(line.of_on, f"{line.kind_words}: {line.title}", line.who, url=url)


def _care(pupil: Pupil) -> Iterator[Told]:
    for period in CarePeriod.objects.filter(school_id=pupil.school_id, pupil=pupil):
        label = CareKind(period.kind).label
        yield "care", Event(period.starts_on or period.known_since, label)
        if period.ends_on:
            yield "care", Event(period.ends_on, f"{label}: ended")
