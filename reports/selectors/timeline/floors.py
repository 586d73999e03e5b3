"""What other records tell: the register with its reasons, moves, EHC plans, documents, care."""

from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from django.apps import apps
from django.urls import reverse

from aylsham.access.current import Access
from aylsham.together import read_rows
from ehcp.appeal_codes import AppealAbout, Order
from ehcp.codes import Decision, ReviewKind
from ehcp.models import AnnualReview, EhcPlan, PlanAppeal
from lac.codes import CareKind
from lac.models import CarePeriod
from pupils.models import Pupil
from pupils.selectors.documents import documents_of
from pupils.selectors.history import StatusLine
from pupils.selectors.identity import Child
from pupils.words import year_words
from reports.selectors.timeline.entries import Told, told

REGISTER, COUNCIL = "SEND register", "EHC plan"


def levels(line: StatusLine, *, with_notes: bool) -> Iterator[Told]:
    """A level of support: begun, the parents told, ended, each with its reason."""
    note = line.note if with_notes else ""
    text = ". ".join(filter(None, [line.reason, note]))
    yield told("register", line.starts_on, f"{line.level} began", REGISTER, by=line.by, text=text)
    if line.told_on:
        yield told("register", line.told_on, "Parents told", REGISTER, text=line.told)
    if line.ends_on:
        note = line.end_note if with_notes else ""
        text = ". ".join(filter(None, [line.end_reason, note]))
        yield told(
            "register",
            line.ends_on,
            f"{line.level} ended",
            REGISTER,
            by=line.ended_by,
            text=text,
        )


def moves(pupil: Pupil) -> Iterator[Told]:
    """Changes of class and year group, from the field history."""
    events = apps.get_model("pupils", "PupilEvent").objects
    states = (
        events.filter(school_id=pupil.school_id, pgh_obj_id=pupil.pk)
        .order_by("pgh_created_at", "pgh_id")
        .values_list("pgh_created_at", "class_group__name", "year_group")
    )
    for (_, group, year), (at, new_group, new_year) in pairwise(states):
        if new_group and new_group != group:
            yield told("school", at.date(), f"Moved to class {new_group}", "Roll")
        if new_year != year:
            yield told("school", at.date(), f"Moved to {year_words(new_year)}", "Roll")


def plans(pupil: Pupil) -> Iterator[Told]:
    """EHC plans with their reviews, decisions and disagreements; one statement."""
    own = {"school_id": pupil.school_id}
    found, reviews, appeals = read_rows(
        EhcPlan.objects.filter(**own, pupil=pupil),
        AnnualReview.objects.filter(**own, plan__pupil=pupil),
        PlanAppeal.objects.filter(**own, pupil=pupil),
    )
    for plan in found:
        yield told("plan", plan.made_on, "EHC plan first issued", COUNCIL, by=plan.local_authority)
        if plan.ended_on:
            why = plan.get_end_reason_display()
            yield told("plan", plan.ended_on, "EHC plan ended", COUNCIL, text=why)
    for review in reviews:
        yield from _review(review)
    for appeal in appeals:
        yield from _appeal(appeal)


def _appeal(appeal: PlanAppeal) -> Iterator[Told]:
    """Mediation, appeal and order about one decision of the council."""
    source, about = "Mediation and appeal", AppealAbout(appeal.about).label
    for on, title in (
        (appeal.adviser_told_on, "Parents told the mediation adviser"),
        (appeal.mediation_on, "Mediation held"),
        (appeal.certificate_on, "Mediation certificate"),
        (appeal.lodged_on, "Appeal lodged"),
        (appeal.unopposed_on, "Council does not oppose the appeal"),
        (appeal.hearing_on, "Hearing of the appeal"),
        (appeal.withdrawn_on, "Parents ended mediation or appeal"),
    ):
        if on:
            yield told("plan", on, title, source, text=about)
    if appeal.order_on:
        words = Order(appeal.order).label
        yield told("plan", appeal.order_on, "Tribunal decided", source, text=words)
    if appeal.obeyed_on:
        yield told("plan", appeal.obeyed_on, "Council did what it had to", source, text=about)


def _review(review: AnnualReview) -> Iterator[Told]:
    kind, source = ReviewKind(review.kind).label, "Annual review"
    held = "held" if review.is_held else "planned"
    yield told("plan", review.meeting_on, f"{kind} {held}", source)
    if review.decided_on:
        words = Decision(review.decision).label
        yield told("plan", review.decided_on, "Decision of the council", source, text=words)
    for on, title in (
        (review.report_sent_on, "Review report sent"),
        (review.amendment_notice_on, "Amendment notice"),
        (review.final_plan_on, "Final amended plan"),
    ):
        if on:
            yield told("plan", on, title, source)


def documents(access: Access, child: Child, *, told_elsewhere: set[UUID]) -> Iterator[Told]:
    """By the day on the paper, as far as the asker may read them."""
    for line in documents_of(access, child.pupil):
        if line.id in told_elsewhere:
            continue
        url = reverse("document", args=[child.school.slug, child.pupil.pk, line.id])
        says_kind = line.title.casefold().startswith(line.kind_words.casefold())
        title = line.title if says_kind else f"{line.kind_words}: {line.title}"
        source = f"Documents: {line.source}" if line.source else "Documents"
        yield told("documents", line.of_on, title, source, by=line.writer, url=url)


def care(pupil: Pupil) -> Iterator[Told]:
    """Times in care."""
    for period in CarePeriod.objects.filter(school_id=pupil.school_id, pupil=pupil):
        label = CareKind(period.kind).label
        yield told("care", period.starts_on or period.known_since, label, "Care status")
        if period.ends_on:
            yield told("care", period.ends_on, f"{label}: ended", "Care status")
