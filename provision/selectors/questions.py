"""What a new cycle asks: the newest version of the school, else of its federation, else ours."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aylsham.calendars import calendar_read
from aylsham.models import School
from aylsham.together import Reads, at_once, read
from provision.models import CycleLength, FederationQuestions, QuestionSet, SchoolQuestions
from provision.rules.cycle_sections import LATEST, VERSIONS, Section, as_row, sections_from
from provision.rules.cycles import A_TERM, Length, ends_of, usual_review

OURS, FEDERATION, SCHOOL = "ours", "federation", "school"


@dataclass(frozen=True)
class Asked:
    """A version of the questions."""

    #: `2026-1`, `school-3`, `shared-2`.
    version: str
    #: OURS, FEDERATION or SCHOOL: whose it is.
    of: str
    sections: tuple[Section, ...]
    #: As a cycle keeps them; empty for ours, which stand in the code.
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Versions:
    """Every version that a school or its federation made, the newest first."""

    of_school: tuple[SchoolQuestions, ...]
    of_federation: tuple[FederationQuestions, ...]

    @property
    def asked(self) -> Asked:
        """What a cycle asks that is begun now."""
        for of, name, versions in (
            (SCHOOL, "school", self.of_school),
            (FEDERATION, "shared", self.of_federation),
        ):
            if versions and versions[0].questions:
                newest = versions[0]
                sections = sections_from(newest.questions)
                return Asked(f"{name}-{newest.number}", of, sections, newest.questions)
        return Asked(LATEST, OURS, VERSIONS[LATEST], [])

    @property
    def base(self) -> str:
        """What a form over the questions must have seen: `school.federation` as numbers."""
        return f"{_newest(self.of_school)}.{_newest(self.of_federation)}"

    @property
    def known_keys(self) -> set[str]:
        """Keys of every question that was ever asked here."""
        made = [
            row["key"] for each in (*self.of_school, *self.of_federation) for row in each.questions
        ]
        return {section.key for sections in VERSIONS.values() for section in sections} | set(made)


def versions_of(school: School) -> Versions:
    """The versions of a school and of its federation; two statements."""
    own = SchoolQuestions.objects.filter(school=school).select_related("made_by")
    shared = FederationQuestions.objects.filter(federation_id=school.federation_id)
    return Versions(tuple(own), tuple(shared.select_related("made_by")))


def asked_now(school: School) -> Asked:
    """What a cycle of the school asks that is begun now; two statements."""
    return versions_of(school).asked


def length_read(school: School) -> Reads[CycleLength | None]:
    """How long the school's cycles last, beside other reads of a page; None: nobody has said."""
    (rows,) = yield [CycleLength.objects.filter(school=school)]
    return rows[0] if rows else None


def length_in(row: CycleLength | None) -> Length:
    """A row as the rules count it."""
    return Length(row.span, row.weeks) if row else A_TERM


def review_day(school: School, starts_on: dt.date) -> dt.date:
    """When a cycle that begins on a day is usually reviewed at this school; one statement."""
    return read(review_day_read(school, starts_on))


def review_day_read(school: School, starts_on: dt.date) -> Reads[dt.date]:
    """The same beside other reads of a page."""
    calendar, row = yield from at_once(calendar_read(school), length_read(school))
    length = length_in(row)
    return usual_review(starts_on, ends_of(calendar, length), length)


def rows_of(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Questions as they are kept."""
    return [as_row(section) for section in sections]


def _newest(versions: tuple[QuestionSet, ...]) -> int:
    return versions[0].number if versions else 0
