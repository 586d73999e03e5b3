"""National figures to compare with: dated data with a source, pure."""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data" / "national_figures.json"
NOT_KNOWN = "not known here"


@dataclass(frozen=True)
class NationalFigure:
    """One published figure: None where it is not known here, which is said in words."""

    label: str
    percent: float | None
    when: str  # "January 2026"
    source: str

    @property
    def words(self) -> str:
        """The figure as it stands beside ours."""
        return NOT_KNOWN if self.percent is None else f"{self.percent:.1f}%"


@dataclass(frozen=True)
class NationalPicture:
    """The newest census on or before a day."""

    support: NationalFigure
    plans: NationalFigure
    all_in_primary: NationalFigure
    #: New EHC plans issued within 20 weeks, in the newest full calendar year.
    new_plans_in_time: NationalFigure

    @property
    def sources(self) -> tuple[str, ...]:
        """Each source once, with when it counted."""
        figures = (self.support, self.plans, self.all_in_primary, self.new_plans_in_time)
        known = (f"{figure.source} ({figure.when})" for figure in figures if figure.source)
        return tuple(dict.fromkeys(known))


def national_picture(on: dt.date, data: dict[str, Any] | None = None) -> NationalPicture:
    """What England's figures were on that day, as far as they are known here."""
    data = data or _data()
    census = _newest(data["pupils"], lambda row: dt.date.fromisoformat(f"{row['census']}-01"), on)
    year = _newest(
        data["new_plans_within_20_weeks"], lambda row: dt.date(row["calendar_year"], 12, 31), on
    )
    when = f"{dt.date.fromisoformat(census['census'] + '-01'):%B %Y}" if census else ""

    def of_census(label: str, schools: str, key: str) -> NationalFigure:
        percent = census.get(schools, {}).get(key)
        return NationalFigure(label, percent, when, census.get("source", ""))

    return NationalPicture(
        support=of_census("SEN support, all schools", "all_schools", "sen_support_percent"),
        plans=of_census("EHC plans, all schools", "all_schools", "ehc_plan_percent"),
        all_in_primary=of_census(
            "All pupils with SEN, state-funded primary schools", "state_primary", "all_sen_percent"
        ),
        new_plans_in_time=NationalFigure(
            "New EHC plans issued within 20 weeks",
            year.get("percent"),
            str(year.get("calendar_year", "")),
            year.get("source", ""),
        ),
    )


def _newest(rows, day_of, on: dt.date) -> dict[str, Any]:
    known = [row for row in rows if day_of(row) <= on]
    return max(known, key=day_of, default={})


@cache
def _data() -> dict[str, Any]:
    return json.loads(DATA.read_text(encoding="utf-8"))
