"""A child's places in bases, as the child's pages show them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects

from aylsham.access.current import Access
from aylsham.together import read_rows
from provision.base_codes import ReviewOutcome
from provision.models import BasePlace, BaseReview, BaseStep, ReleasedDelivery
from provision.selectors.bases import PlaceLine
from provision.selectors.kept import released_to
from pupils.models import Pupil


@dataclass(frozen=True)
class ReviewLine:
    """A review with its outcome in words."""

    review: BaseReview

    @property
    def outcome_words(self) -> str:
        return ReviewOutcome(self.review.outcome).label


@dataclass(frozen=True)
class ChildPlace:
    """One place of a child with its steps and reviews."""

    line: PlaceLine
    reviews: tuple[ReviewLine, ...]

    @property
    def is_over(self) -> bool:
        return self.line.place.ended_on is not None


def place_rows(access: Access, pupil: Pupil, *, only_open: bool = False) -> QuerySet[BasePlace]:
    """The rows of a child's places, to be read together with something else."""
    rows = BasePlace.objects.filter(school=access.school, pupil=pupil).select_related("base")
    return rows.ahead(access.today) if only_open else rows


def lines_of_places(access: Access, pupil: Pupil, rows: list[BasePlace]) -> list[PlaceLine]:
    """Those rows as lines with their steps; one statement, none without rows."""
    prefetch_related_objects(rows, "steps")
    for place in rows:
        place.pupil = pupil
    return [PlaceLine(place, tuple(place.steps.all()), access.today) for place in rows]


def released_and_places(
    access: Access, pupil: Pupil
) -> tuple[list[ReleasedDelivery], list[PlaceLine]]:
    """What parents of a child are shown, and the child's places in bases; two statements."""
    released, places = read_rows(released_to(pupil), place_rows(access, pupil))
    return released, lines_of_places(access, pupil, places)


def place_of(access: Access, pupil: Pupil, pk: UUID) -> BasePlace | None:
    """One place of the child."""
    rows = BasePlace.objects.filter(school=access.school, pupil=pupil, pk=pk)
    place = rows.select_related("base").first()
    if place:
        place.pupil, place.school, place.base.school = pupil, access.school, access.school
    return place


def place_page(access: Access, place: BasePlace) -> ChildPlace:
    """A place with its steps and reviews; two statements."""
    reviews = place.reviews.select_related("written_by")
    line = PlaceLine(place, tuple(place.steps.all()), access.today)
    return ChildPlace(line, tuple(ReviewLine(review) for review in reviews))


def step_of(access: Access, place: BasePlace, pk: UUID) -> BaseStep | None:
    """One step of a place."""
    step = BaseStep.objects.filter(school=access.school, place=place, pk=pk).first()
    if step:
        step.place = place
    return step
