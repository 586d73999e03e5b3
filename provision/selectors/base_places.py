"""A child's places in bases, as the child's pages show them."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from provision.base_codes import ReviewOutcome
from provision.models import BasePlace, BaseReview, BaseStep
from provision.selectors.bases import PlaceLine
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


def child_places(access: Access, pupil: Pupil, *, only_open: bool = False) -> list[PlaceLine]:
    """Every place that the child has or had, the newest first; two statements.

    `only_open`: without those that are over.
    """
    rows = BasePlace.objects.filter(school=access.school, pupil=pupil)
    if only_open:
        rows = rows.ahead(access.today)
    found = rows.select_related("base").prefetch_related("steps")
    for place in found:
        place.pupil = pupil
    return [PlaceLine(place, tuple(place.steps.all()), access.today) for place in found]


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
