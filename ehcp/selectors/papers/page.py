"""A paper of a review as its pages show it, cut to what the asker may read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.together import Reads, read, read_rows
from ehcp.models import AnnualReview, PartWriter, ReviewPaper, ReviewPaperPart, SentPaper
from ehcp.paper_codes import PARTS, PaperState, PartKind, parts_of
from ehcp.rules.paper_order import OrderedPart, PaperMap, in_order
from ehcp.selectors.pages import find_review
from ehcp.selectors.papers.orders import order_of
from ehcp.selectors.papers.people import others_who_check

#: Who was not seen for so long no longer writes.
STILL_HERE = dt.timedelta(seconds=60)
_WITHOUT_FILES = ("pdf", "word")
type Opened = tuple[ReviewPaperPart, tuple[PartWriter, ...]]
_STATES = {
    PaperState.DRAFT: "due_soon",
    PaperState.CHECKED: "waiting",
    PaperState.SENT: "closed",
}


@dataclass(frozen=True)
class ShownLine:
    """A line from the record."""

    key: str
    text: str
    source: str
    is_under: bool
    page: str
    is_left_out: bool


@dataclass(frozen=True)
class ShownPart:
    """A part in its place; `row` is None for somebody who may not read it."""

    kind: PartKind
    place: OrderedPart
    row: ReviewPaperPart | None
    lines: tuple[ShownLine, ...]
    writers: tuple[PartWriter, ...]
    may_write: bool

    @property
    def kept(self) -> tuple[ShownLine, ...]:
        """The lines that stand in the paper."""
        return tuple(line for line in self.lines if not line.is_left_out)

    @property
    def is_filled(self) -> bool:
        """Whether the record says something here."""
        return bool(self.kept)

    @property
    def is_ready(self) -> bool:
        """Something stands in it, or whoever writes it says that there is nothing to say."""
        row = self.row
        if row is None:
            return True
        if row.owner_id and not row.is_done:
            return False
        return bool(row.is_done or self.kept or row.text.strip())


@dataclass(frozen=True)
class PaperPage:
    """A paper with its parts in order."""

    paper: ReviewPaper
    order: PaperMap
    parts: tuple[ShownPart, ...]
    #: Earlier and present versions that were sent, the newest first, without their files.
    sent: tuple[SentPaper, ...]
    may_edit: bool
    may_check: bool

    @property
    def readable(self) -> list[ShownPart]:
        """Parts that the asker may read."""
        return [part for part in self.parts if part.row]

    @property
    def filled_words(self) -> str:
        """`11 of 15 parts filled from the record`."""
        filled = sum(part.is_filled for part in self.readable)
        return f"{filled} of {len(self.readable)} parts filled from the record"

    @property
    def is_open(self) -> bool:
        """Not sent."""
        return self.paper.state != PaperState.SENT

    @property
    def state(self) -> tuple[str, str]:
        """A state of the pages, and its words."""
        state = PaperState(self.paper.state)
        return _STATES[state], str(state.label)

    @property
    def is_whole(self) -> bool:
        """Whether the asker reads every part."""
        return len(self.readable) == len(self.parts)

    @property
    def missing(self) -> list[str]:
        """What stops the check, in sentences."""
        return [_missing(part) for part in self.readable if not part.is_ready]

    @property
    def sent_now(self) -> SentPaper | None:
        """The copy of this version as it left."""
        return next((row for row in self.sent if row.paper_id == self.paper.pk), None)


def review_for(access: Access, review_id: UUID) -> AnnualReview | None:
    """A review of a child whom the asker may see, with its plan and school."""
    review = find_review(access, review_id)
    if review:
        review.school = review.plan.school = review.plan.pupil.school = access.school
    return review


def paper_of(access: Access, review: AnnualReview, kind: str) -> ReviewPaper | None:
    """The newest version of a kind of paper."""
    rows = ReviewPaper.objects.filter(school=access.school, review=review, kind=kind)
    found = rows.select_related("checked_by", "started_by").order_by("-number").first()
    if found:
        found.school, found.review = access.school, review
    return found


def paper_page(access: Access, paper: ReviewPaper) -> PaperPage:
    """A paper as far as the asker may read it; one statement, three for whoever may edit it."""
    return read(page_read(access, paper))


def page_read(access: Access, paper: ReviewPaper) -> Reads[PaperPage]:
    """The same, to go with other reads."""
    sent = SentPaper.objects.filter(
        school=access.school, paper__review=paper.review, paper__kind=paper.kind
    ).select_related("paper", "by")
    found, writers, copies = yield [
        _parts(access, paper),
        _writers(access, paper),
        sent.defer(*_WITHOUT_FILES).order_by("-paper__number"),
    ]
    order = order_of(access.school, paper.order)
    may_edit = access.can(Permission.EDIT_PLANS, access.school)
    rows = {row.key: (row, here) for row, here in _opened(access, paper, found, writers)}
    titles = {part.key: part.title for part in parts_of(paper.kind)}
    parts = tuple(
        _shown(access, place, *rows.get(place.key, (None, ())), may_edit=may_edit, paper=paper)
        for place in in_order(order, paper.kind, titles)
    )
    return PaperPage(
        paper=paper,
        order=order,
        parts=parts,
        sent=tuple(copies),
        may_edit=may_edit,
        may_check=may_edit and may_check(access, paper),
    )


def part_of(access: Access, pk: UUID) -> ShownPart | None:
    """One part that the asker may read: of their plans, or because they are asked to write it."""
    paper = ReviewPaper.objects.filter(school=access.school, parts=pk).first()
    review = review_for(access, paper.review_id) if paper else None
    if paper is None or review is None:
        return None
    paper.school, paper.review = access.school, review
    found = read_rows(_parts(access, paper).filter(pk=pk), _writers(access, paper))
    row, writers = next(iter(_opened(access, paper, *found)), (None, ()))
    if row is None:
        return None
    is_owner = row.owner_id == access.user.pk
    if not (is_owner or access.can(Permission.VIEW_PLANS, access.school)):
        return None
    order = order_of(access.school, paper.order)
    titles = {part.key: part.title for part in parts_of(paper.kind)}
    place = next(each for each in in_order(order, paper.kind, titles) if each.key == row.key)
    may_edit = access.can(Permission.EDIT_PLANS, access.school)
    return _shown(access, place, row, writers, may_edit=may_edit, paper=paper)


def may_check(access: Access, paper: ReviewPaper) -> bool:
    """Whoever began it does not check it, unless nobody else at the school could."""
    if paper.started_by_id != access.user.pk:
        return True
    return not others_who_check(access.school, access.user, today=access.today)


def sent_copy(access: Access, paper: ReviewPaper, number: int | None = None) -> SentPaper | None:
    """A version as it left, with its files: the newest, or that of a number."""
    rows = SentPaper.objects.filter(
        school=access.school, paper__review=paper.review, paper__kind=paper.kind
    ).select_related("paper")
    if number is not None:
        rows = rows.filter(paper__number=number)
    return rows.order_by("-paper__number").first()


def may_read_whole(access: Access, kind: str) -> bool:
    """Whether the asker may read every part of a kind of paper: it cannot be cut once it is set."""
    school = access.school
    needs = {part.permission for part in parts_of(kind)} | {Permission.VIEW_NEEDS}
    return all(access.can(each, school) for each in needs)


def _parts(access: Access, paper: ReviewPaper) -> QuerySet[ReviewPaperPart]:
    rows = ReviewPaperPart.objects.filter(school=access.school, paper=paper)
    return rows.readable_by(access).select_related("owner", "written_by")


def _writers(access: Access, paper: ReviewPaper) -> QuerySet[PartWriter]:
    """Who else writes in its parts now."""
    now = access.now - STILL_HERE
    rows = PartWriter.objects.filter(school=access.school, part__paper=paper, seen_at__gte=now)
    return rows.exclude(user=access.user).select_related("user").order_by("since")


def _opened(
    access: Access,
    paper: ReviewPaper,
    rows: Iterable[ReviewPaperPart],
    writers: Iterable[PartWriter],
) -> Iterable[Opened]:
    """Rows that the asker may read, with who writes in them now."""
    here: dict[UUID, list[PartWriter]] = defaultdict(list)
    for each in writers:
        here[each.part_id].append(each)
    for row in rows:
        if row.key in PARTS and access.can(PARTS[row.key].permission, access.school):
            row.school, row.paper = access.school, paper
            yield row, tuple(here[row.pk])


def _shown(
    access: Access,
    place: OrderedPart,
    row: ReviewPaperPart | None,
    writers: tuple[PartWriter, ...],
    *,
    may_edit: bool,
    paper: ReviewPaper,
) -> ShownPart:
    is_mine = row is not None and row.owner_id == access.user.pk
    return ShownPart(
        kind=PARTS[place.key],
        place=place,
        row=row,
        lines=tuple(_line(each, row) for each in row.lines) if row else (),
        writers=writers,
        may_write=row is not None
        and paper.state != PaperState.SENT
        and paper.review.plan.ended_on is None
        and paper.review.plan.pupil.closed_on is None
        and (may_edit or is_mine),
    )


def _line(each: dict[str, Any], row: ReviewPaperPart) -> ShownLine:
    return ShownLine(**each, is_left_out=each["key"] in row.left_out)


def _missing(part: ShownPart) -> str:
    row = part.row
    if row and row.owner and not row.is_done:
        return f"“{part.place.heading}” is not finished: {row.owner.name} is asked to write it."
    return f"“{part.place.heading}” is empty. Write in it, or tick that it is finished."
