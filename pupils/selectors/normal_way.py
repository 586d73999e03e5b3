"""The normal-way-of-working log: what a child has always used, for the next school."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from pupils.codes import Setting
from pupils.models import AccessArrangement, Pupil, Strategy
from pupils.selectors.arrangement_evidence import tries_of
from pupils.selectors.arrangements import line_of, place_of


@dataclass(frozen=True)
class WayLine:
    """One line of the log: normal practice, or an arrangement that was given."""

    name: str
    upn: str
    born_on: dt.date
    place: str
    part: str
    what: str
    setting: str
    since_on: dt.date
    confirmed_on: dt.date | None
    tried: int
    worked: int
    last_tried_on: dt.date | None
    outcome: str

    @property
    def cells(self) -> list[object]:
        """As a row of a sheet, under `HEADINGS`."""
        return [
            self.name,
            self.upn,
            self.born_on,
            self.place,
            self.part,
            self.what,
            self.setting,
            self.since_on,
            self.confirmed_on,
            self.tried,
            self.worked,
            self.last_tried_on,
            self.outcome,
        ]


HEADINGS = [
    "Child",
    "UPN",
    "Date of birth",
    "Year and class",
    "Part",
    "What",
    "Where",
    "Since",
    "Last found true",
    "Times tried",
    "Times it worked",
    "Last tried",
    "Outcome",
]


def log_of(access: Access, pupils: Iterable[Pupil]) -> list[WayLine]:
    """The log of these children (whom the asker sees); three statements.

    It leaves the school, so it holds what everybody who teaches the child may read.
    """
    children = {pupil.pk: pupil for pupil in pupils}
    own = {"school": access.school, "pupil_id__in": list(children)}
    strategies = list(
        Strategy.objects.filter(
            **own, ended_on=None, is_normal_practice=True, sensitivity=Sensitivity.EVERYONE
        ).order_by("since_on", "pk")
    )
    tries = tries_of(access.school.pk, [row.pk for row in strategies])
    lines = [(row.pupil_id, _practice(children[row.pupil_id], row, tries)) for row in strategies]
    for row in AccessArrangement.objects.filter(**own).order_by("academic_year", "test"):
        lines.append((row.pupil_id, _arrangement(children[row.pupil_id], row)))
    by_child: dict[UUID, list[WayLine]] = {pk: [] for pk in children}
    for pupil_id, line in lines:
        by_child[pupil_id].append(line)
    return [line for found in by_child.values() for line in found]


def _practice(pupil: Pupil, row: Strategy, tries) -> WayLine:
    log = tries[row.pk]
    return _line(
        pupil,
        part="Normal classroom practice",
        what=row.text,
        setting=Setting(row.setting).label,
        since_on=row.since_on,
        confirmed_on=row.confirmed_on,
        tried=log.tried,
        worked=log.worked,
        last_tried_on=log.last_on,
    )


def _arrangement(pupil: Pupil, row: AccessArrangement) -> WayLine:
    line = line_of(row)
    return _line(
        pupil,
        part=line.test_words,
        what=line.label,
        setting="Tests",
        since_on=line.state_on,
        outcome=line.state_words,
    )


def _line(pupil: Pupil, **facts) -> WayLine:
    usual = {"confirmed_on": None, "tried": 0, "worked": 0, "last_tried_on": None, "outcome": ""}
    return WayLine(
        name=pupil.full_name,
        upn=pupil.upn,
        born_on=pupil.born_on,
        place=place_of(pupil),
        **usual | facts,
    )
