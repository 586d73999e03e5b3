"""Lines of a paper as the record gives them: each says where it comes from."""

import datetime as dt
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from ehcp.models import AnnualReview, EhcPlan, PlanLine, PlanVersion
from ehcp.selectors.sections import VersionPage, version_page
from pupils.handed_texts import SEALED
from pupils.models import Pupil, Voice
from pupils.selectors.contributions import voices_of


@dataclass(frozen=True)
class FilledLine:
    """One thing that the record says, where it stands there, and on which page it is put right."""

    #: Names it from one filling to the next.
    key: str
    text: str
    source: str
    #: It belongs to the line above.
    is_under: bool = False
    #: Name of the child's page; empty where there is none.
    page: str = ""

    def as_data(self) -> dict[str, Any]:
        """As a part keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class Filling:
    """Whose record is read for a paper, by whom, since when.

    A paper goes to everybody invited: it takes only what everybody who teaches the child may
    read, whoever fills it.
    """

    access: Access
    review: AnnualReview
    #: The last meeting before this one, or the day of the plan; a year ago if that is long ago.
    since: dt.date

    @property
    def plan(self) -> EhcPlan:
        return self.review.plan

    @property
    def pupil(self) -> Pupil:
        return self.review.plan.pupil

    @property
    def today(self) -> dt.date:
        return self.access.today

    @property
    def mine(self) -> dict[str, Any]:
        """The child's rows."""
        return {"school": self.access.school, "pupil": self.pupil}

    @cached_property
    def version(self) -> PlanVersion | None:
        """The plan in force, as far as its wording was taken in and checked."""
        rows = PlanVersion.objects.filter(school=self.access.school, plan=self.plan)
        found = rows.in_force().first()
        if found:
            found.plan = self.plan
        return found

    @cached_property
    def wording(self) -> VersionPage | None:
        """What the plan in force says."""
        return version_page(self.access, self.version) if self.version else None

    def section(self, code: str, most: Sensitivity = Sensitivity.EVERYONE) -> list[PlanLine]:
        """The lines of a section of the plan in force, up to a sensitivity."""
        shown = self.wording.sections if self.wording else ()
        lines = [each.line for section in shown if section.code == code for each in section.lines]
        return [line for line in lines if line.sensitivity <= most]

    @cached_property
    def voices(self) -> list[Voice]:
        """What was said about the child in this time, the latest first."""
        return [
            voice
            for voice in voices_of(self.access, self.pupil)
            if voice.sensitivity == Sensitivity.EVERYONE and voice.given_on >= self.since
        ]

    def open_to_all(self, rows):
        """Rows with a sensitivity, as far as they may leave the school and the asker reads them."""
        return rows.readable_by(self.access).filter(sensitivity=Sensitivity.EVERYONE)

    def plan_source(self, label: str = "") -> str:
        """`EHC plan of 24 November 2025, E1`."""
        day = self.version.served_on if self.version else self.plan.made_on
        return f"EHC plan of {full_day_words(day)}" + (f", {label}" if label else "")


def without_sealed(lines: list[FilledLine]) -> tuple[FilledLine, ...]:
    """Nothing that was taken out of the record."""
    return tuple(line for line in lines if SEALED not in line.text)


def sentences(*parts: str) -> str:
    """Parts as sentences, each with one full stop."""
    said = (part.strip().rstrip(".") for part in parts if part and part.strip())
    return ". ".join(said) + "." if any(parts) else ""
