"""What the school itself has to publish and send, and by when."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.codes import Phase
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from, to_be_recorded
from aylsham.models import School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from reports.codes import Duty
from reports.selectors.duties import RULES, census_days_ahead, records_of

_EQUALITY = {
    Duty.EQUALITY_INFORMATION: "equality information",
    Duty.EQUALITY_OBJECTIVES: "equality objectives",
}
KINDS = {"published": "Published by the school", "census": "School census"}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The school's own duties; nothing about a child."""
    if pupil_ids is None:
        yield from _Duties(school, calendar).deadlines()


class _Duties:
    def __init__(self, school: School, calendar: SchoolCalendar) -> None:
        self.school = school
        self.calendar = calendar
        self.records = records_of(school)

    def deadlines(self) -> Iterator[DeadlineFact]:
        yield from self._renewed(
            Duty.SEN_REPORT,
            "update_by",
            lambda record: {"published": record.done_on},
            title="Update and publish the SEN information report",
            ask="Record when the SEN information report was last published",
        )
        yield from self._renewed(
            Duty.ACCESSIBILITY_PLAN,
            "period_ends",
            lambda record: {"plan_start": record.about_on},
            title="Review the accessibility plan and have the next one",
            ask="Record when the accessibility plan began",
        )
        for duty, noun in _EQUALITY.items():
            yield from self._renewed(
                duty,
                "publish_by",
                lambda record: {"published": record.done_on},
                title=f"Publish the {noun} again",
                ask=f"Record the last publication of the {noun}",
            )
        if self.school.live_from:
            yield from self._inclusion_strategy()
            yield from self._census()

    def _renewed(
        self, duty: Duty, answer: str, facts, *, title: str, ask: str
    ) -> Iterator[DeadlineFact]:
        """Due again so long after the last time; or to be recorded, once the school is live."""
        if records := self.records[duty]:
            yield self._due(duty, self._says(duty, facts(records[0])), answer, title=title)
        else:
            yield from to_be_recorded(
                self.school,
                self.calendar,
                REGISTRY.rule_for(RULES[duty]),
                key=duty.value,
                kind="published",
                title=ask,
                action=_step(duty, "Record it"),
            )

    def _inclusion_strategy(self) -> Iterator[DeadlineFact]:
        duty = Duty.INCLUSION_STRATEGY
        if self.records[duty]:
            return
        for rule in REGISTRY.versions(RULES[duty]):
            year = rule.effective_from.year
            more: dict[str, Any] = {"title": "Publish the inclusion strategy on the website"}
            if self.school.phase == Phase.NURSERY:
                more = {
                    "title": "Check whether an inclusion strategy is asked of a nursery",
                    "weight": Weight.OURS,
                    "action": _step(duty, "Record what you found"),
                }
            yield self._due(
                duty, self._says(duty, {"academic_year_starting": year}), "legal_deadline", **more
            )

    def _census(self) -> Iterator[DeadlineFact]:
        """A census shows until it is recorded as sent, or the next one has come."""
        duty = Duty.CENSUS
        sent = {record.about_on for record in self.records[duty]}
        days = census_days_ahead(self.school, self.calendar)
        for day, following in pairwise([*days, None]):
            if day in sent:
                continue
            year = day.year if day.month >= 9 else day.year - 1
            says = self._says(duty, {"academic_year_starting": year})
            answer = next(key for key, value in says.values.items() if value == day)
            yield self._due(
                duty,
                says,
                answer,
                key=f"{duty}:{day.isoformat()}",
                kind="census",
                lapses_on=following and following - DAY,
                action=_step(duty, "Record that it was sent"),
            )

    def _says(self, duty: Duty, facts: dict[str, dt.date | int | None]) -> Result:
        return REGISTRY.calculate(RULES[duty], facts, calendar=self.calendar)

    def _due(self, duty: Duty, says: Result, answer: str, **more: Any) -> DeadlineFact:
        words = "Record that it is published"
        known = {"key": duty.value, "kind": "published", "action": _step(duty, words)}
        return deadline_from(says, answer, **(known | more))


def _step(duty: Duty, label: str) -> Action:
    return Action(label, "duty_record", (duty.value,), Permission.EDIT_DUTIES)
