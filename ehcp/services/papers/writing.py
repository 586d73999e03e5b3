"""A paper of a review is begun, filled from the record, and written part by part by several."""

import copy
import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.access.current import Access
from aylsham.audit.codes import Action
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed, version_of
from aylsham.models import User
from ehcp.models import AnnualReview, PartWriter, ReviewPaper, ReviewPaperPart
from ehcp.paper_codes import PARTS, PaperKind, PaperState, parts_of
from ehcp.selectors.papers.filling import fill_paper
from ehcp.selectors.papers.lines import FilledLine
from ehcp.selectors.papers.orders import map_of, maps
from ehcp.selectors.papers.page import paper_of
from ehcp.selectors.papers.people import may_write
from ehcp.services.recording import lock_review
from pupils.handed_texts import SEALED
from pupils.services.recording import lock, record_change, require_writable

#: What a person changes in a part.
PART_FIELDS = ("text", "left_out", "is_done")
MOST_LETTERS = 20_000
#: Colleagues' words, then one's own.
BETWEEN = "\n\n"
#: Whoever comes back after so long begins anew.
AWAY = dt.timedelta(minutes=2)


@transaction.atomic
def start_paper(*, review: AnnualReview, kind: str, access: Access) -> ReviewPaper:
    """Begin a paper, filled from the record, in the council's order; pressed twice it begins once."""
    school = access.school
    review = locked_review(review)
    if known := paper_of(access, review, kind):
        return known
    if kind == PaperKind.REPORT and not review.is_held:
        raise TransitionNotAllowed("The meeting has not been held. Record the meeting first.")
    paper = ReviewPaper.objects.create(
        school=school,
        review=review,
        kind=kind,
        number=1,
        order=map_of(school, review.plan.local_authority).key,
        started_by=access.user,
        started_on=access.today,
    )
    filled = fill_paper(access, review, kind)
    ReviewPaperPart.objects.bulk_create(
        ReviewPaperPart(
            school=school,
            paper=paper,
            key=part.key,
            sensitivity=part.sensitivity,
            lines=[line.as_data() for line in filled.get(part.key, ())],
            filled_on=access.today,
        )
        for part in parts_of(kind)
    )
    record_paper(paper, access.user, "begun")
    return paper


@transaction.atomic
def refill_parts(
    *, paper: ReviewPaper, access: Access, keys: Iterable[str] | None = None
) -> list[str]:
    """Take the lines anew from the record, of all parts or some; which of them changed.

    Somebody's own words stay, and a line that was left out stays out.
    """
    paper = open_paper(paper)
    filled = fill_paper(access, paper.review, paper.kind)
    wanted = set(filled) if keys is None else set(filled) & set(keys)
    rows = ReviewPaperPart.objects.filter(school=paper.school, paper=paper, key__in=wanted)
    changed = [key for row in rows for key in _refill(row, filled[row.key], access.today)]
    if changed:
        _uncheck(paper)
        record_paper(paper, access.user, "filled", parts=sorted(changed))
    return changed


@transaction.atomic
def write_part(
    *,
    part: ReviewPaperPart,
    marks: str | None,
    by: User,
    text: str,
    left_out: Iterable[str],
    is_done: bool,
    joins: bool = False,
    sitting: UUID | None = None,
) -> ReviewPaperPart:
    """Save a part that was opened at `marks`; what a colleague changed meanwhile is never lost.

    Different fields of two people meet without a word. Where both wrote in the same one, StaleSave
    carries the colleague's words; `joins` puts one's own after them. `sitting` is the open page:
    what it saved itself is no colleague's.
    """
    paper = open_paper(part.paper)
    row = lock(part)
    values = {
        "text": _tidy(text),
        "left_out": sorted(set(left_out) & {line["key"] for line in row.lines}),
        "is_done": is_done,
    }
    if joins and row.text.strip() and row.text != values["text"]:
        values["text"] = row.text.rstrip() + BETWEEN + values["text"]
    elif marks is not None:
        values = _merged(row, values, marks, sitting)
    if _save(row, values, by, sitting):
        _uncheck(paper)
        record_paper(paper, by, "written", parts=[row.key])
    return row


@transaction.atomic
def hand_part_to(
    *, part: ReviewPaperPart, owner: User | None, due_on: dt.date | None, access: Access
) -> ReviewPaperPart:
    """Ask a colleague to write a part by a day, or take it back with `owner=None`."""
    paper = open_paper(part.paper)
    row, today = lock(part), access.today
    if owner is None:
        due_on = None
    elif due_on is None or due_on < today:
        raise TransitionNotAllowed("Say by when: today or a later day.")
    elif not may_write(access, paper.review.plan.pupil, PARTS[row.key], owner):
        raise TransitionNotAllowed(f"{owner.name} may not read this part of the child’s record.")
    is_new = owner is not None and row.owner_id != owner.pk
    row.asked_on = today if is_new else (row.asked_on if owner else None)
    row.owner, row.due_on = owner, due_on
    row.is_done = row.is_done and not is_new
    row.save(update_fields=["owner", "due_on", "asked_on", "is_done"])
    _uncheck(paper)
    person = str(owner.pk) if owner else ""
    record_paper(paper, access.user, "asked", parts=[row.key], person=person)
    return row


@transaction.atomic
def choose_order(*, paper: ReviewPaper, order: str, by: User) -> ReviewPaper:
    """Put the parts in the order of another council."""
    paper = open_paper(paper)
    if order not in maps(paper.school):
        raise TransitionNotAllowed("This order is not one of ours. Choose another.")
    if paper.order != order:
        paper.order = order
        paper.save(update_fields=["order"])
        _uncheck(paper)
        record_paper(paper, by, "order")
    return paper


def note_writing(*, part: ReviewPaperPart, access: Access) -> None:
    """Somebody has the part open for writing now; nothing is noted on a closed record."""
    require_writable(access, part.paper.review.plan.pupil_id)
    now, user = access.now, access.user
    mine = PartWriter.objects.filter(school=part.school, part=part, user=user)
    from_here = mine.filter(seen_at__gte=now - AWAY)
    if not from_here.update(seen_at=now):
        mine.delete()
        PartWriter.objects.bulk_create(
            [PartWriter(school=part.school, part=part, user=user, since=now, seen_at=now)],
            ignore_conflicts=True,  # two tabs at once
        )


def stop_writing(*, part: ReviewPaperPart, user: User) -> None:
    """Somebody has saved, and turned to something else."""
    PartWriter.objects.filter(school_id=part.school_id, part=part, user=user).delete()


def marks_of(part: ReviewPaperPart) -> str:
    """What a form starts from: a mark of each field."""
    return ".".join(version_of(part, [name]) for name in PART_FIELDS)


def open_paper(paper: ReviewPaper) -> ReviewPaper:
    """The paper as it is now, locked after its child, and not sent."""
    review = locked_review(paper.review)
    row = lock(paper)
    row.review, row.school = review, paper.school
    if row.state == PaperState.SENT:
        raise TransitionNotAllowed(
            "This paper has been sent and stays as it was. Begin a new version to change it."
        )
    return row


def record_paper(paper: ReviewPaper, by: User | None, what: str, **more: Any) -> None:
    """Write down what became of a paper."""
    detail = {"what": what, "kind": paper.kind, "version": paper.number, **more}
    pupil = paper.review.plan.pupil
    record_change(
        Action.WRITE_REVIEW_PAPER,
        pupil=pupil, by=by, subject=paper, detail=detail, moves_dates=False,
    )  # fmt: skip


def locked_review(review: AnnualReview) -> AnnualReview:
    """The review, locked after its child and plan, with its school."""
    school = review.plan.pupil.school
    row = lock_review(review)
    row.school = row.plan.school = school
    return row


def _uncheck(paper: ReviewPaper) -> None:
    """What changes after the check is checked again."""
    if paper.state == PaperState.CHECKED:
        paper.state, paper.checked_by, paper.checked_on = PaperState.DRAFT, None, None
        paper.save(update_fields=["state", "checked_by", "checked_on"])


def _save(row: ReviewPaperPart, values: dict[str, Any], by: User, sitting: UUID | None) -> bool:
    """Set what differs; whether anything does."""
    changed = [name for name in PART_FIELDS if getattr(row, name) != values[name]]
    if not changed:
        return False
    for name in changed:
        setattr(row, name, values[name])
        row.sittings[name] = str(sitting or "")
    if "text" in changed:
        row.written_by, row.written_at = by, clock.moment()
        changed += ["written_by", "written_at"]
    row.save(update_fields=[*changed, "sittings"])
    return True


def _refill(row: ReviewPaperPart, lines: Iterable[FilledLine], today: dt.date) -> Iterable[str]:
    """The part's key if its lines changed."""
    fresh = [line.as_data() for line in lines]
    is_changed = row.lines != fresh
    row.lines, row.filled_on = fresh, today
    row.left_out = [key for key in row.left_out if key in {line["key"] for line in fresh}]
    row.save(update_fields=["lines", "filled_on", "left_out"])
    return [row.key] if is_changed else []


def _merged(
    row: ReviewPaperPart, values: dict[str, Any], marks: str, sitting: UUID | None
) -> dict[str, Any]:
    """One's own fields and a colleague's together; StaleSave where both changed the same one."""
    now, base = _by_field(marks_of(row)), _by_field(marks)
    mine = copy.copy(row)
    for name, value in values.items():
        setattr(mine, name, value)
    merged, both = dict(values), []
    for name, mark in _by_field(marks_of(mine)).items():
        if mark == now[name] or now[name] == base.get(name) or _is_own(row, name, sitting):
            continue
        if mark == base.get(name):
            merged[name] = getattr(row, name)
        else:
            both.append(_difference(row, name))
    if both:
        raise StaleSave(both, marks_of(row))
    return merged


def _is_own(row: ReviewPaperPart, name: str, sitting: UUID | None) -> bool:
    """Whether a field says what the same open page saved; never where words were taken out since."""
    is_same = sitting is not None and row.sittings.get(name) == str(sitting)
    return is_same and SEALED not in row.text


def _by_field(marks: str) -> dict[str, str]:
    return dict(zip(PART_FIELDS, marks.split("."), strict=False))


def _difference(row: ReviewPaperPart, name: str) -> Difference:
    field, value = row._meta.get_field(name), getattr(row, name)
    return Difference(name, str(field.verbose_name), value, str(value) or "empty")


def _tidy(text: str) -> str:
    """One kind of line end, and no more than anybody reads."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > MOST_LETTERS:
        raise TransitionNotAllowed(
            f"That is more than {MOST_LETTERS} letters. Put long texts in a document of their own."
        )
    return text
