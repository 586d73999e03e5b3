"""The graduated provision map: drafted from what is recorded, with the school's words on top."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from provision.models import MapLine, Place, Provision
from provision.provision_codes import FundingStream, ProvisionState, StaffRole
from provision.rules.graduated_map import (
    CouncilShapes,
    MapShape,
    kept_from,
    shapes_for,
)
from provision.selectors.delivery import delivered
from provision.selectors.graduated_reviews import reviewed_of
from provision.selectors.of_year import counted_elsewhere, is_draft
from provision.selectors.provisions import ProvisionLine, school_year
from provision.selectors.rates import RateBook, cost_of_provision, rate_book
from pupils.codes import NEED_TYPES, Tier
from pupils.models import Strategy
from pupils.words import area_words

#: A sentence that helps so many children is what the school ordinarily offers.
ORDINARY = 3
MOST_STRATEGIES = 12
MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class GraduatedLine:
    """A line of the map: what is recorded, and over it what the school says."""

    key: str
    tier: str
    recorded: dict[str, Any]
    said: Mapping[str, str]
    is_left_out: bool
    columns: tuple
    is_draft: bool = False
    #: The school year in which its cost counts, where that is another: `2025/26`.
    counted_in: str = ""

    @property
    def values(self) -> dict[str, Any]:
        """What stands in each column; None where nothing does."""
        empty = dict.fromkeys(column.key for column in self.columns)
        return {
            **empty,
            **self.recorded,
            **{key: words for key, words in self.said.items() if words},
        }

    @property
    def name(self) -> str:
        return self.values["name"]

    @property
    def address(self) -> str:
        """The key as it stands in an address."""
        return self.key.replace(":", "-", 1)

    @property
    def missing(self) -> list[str]:
        """Columns for the school's words that are still empty, but those of who leads it."""
        return [c.label for c in self.columns if c.is_written and not self.values.get(c.key)]

    @property
    def how_often(self) -> str:
        """`3 × 30 min, 10 weeks`; empty for what has no sessions."""
        said = self.recorded
        if not said.get("minutes"):
            return ""
        return f"{said['sessions_a_week']} × {said['minutes']} min, {said['weeks']} weeks"


@dataclass(frozen=True)
class GraduatedMap:
    """The map of a school year as it would be kept today."""

    shapes: CouncilShapes
    is_own_council: bool
    shape: MapShape
    year: int
    lines: tuple[GraduatedLine, ...]
    left_out: tuple[GraduatedLine, ...]
    #: Confidential provision is never on a map that goes out.
    confidential: int

    @cached_property
    def tiers(self) -> list[tuple[Any, list[GraduatedLine], int]]:
        """Each tier with its lines and what they cost together, in pence."""
        found = []
        for tier in self.shape.tiers:
            lines = [line for line in self.lines if line.tier == tier.code]
            found.append((tier, lines, _sum(lines)))
        return found

    @property
    def total(self) -> int:
        """Pence of every line."""
        return _sum(self.lines)

    @property
    def ready(self) -> int:
        """Lines on which every column for the school's words is filled."""
        return sum(not line.missing for line in self.lines)

    @property
    def first_unready(self) -> GraduatedLine | None:
        """The line to write on next, the heaviest tier first."""
        unready = [line for line in self.lines if line.missing]
        return max(unready, key=lambda line: "UTE".find(line.tier), default=None)

    @property
    def without_rate(self) -> list[GraduatedLine]:
        """Provision of which no rate is known: it costs nothing here."""
        of_year = [x for x in self.lines if x.key[:2] == "pr" and not x.counted_in]
        return [line for line in of_year if line.recorded.get("pence") is None]

    @property
    def drafts(self) -> int:
        """Pence of what nobody has begun; part of `total`."""
        return _sum(line for line in self.lines if line.is_draft)

    @property
    def earlier(self) -> list[GraduatedLine]:
        """What began in another school year, in which its cost counts."""
        return [line for line in self.lines if line.counted_in]

    def line(self, address: str) -> GraduatedLine | None:
        """A line by its address."""
        every = (*self.lines, *self.left_out)
        return next((line for line in every if line.address == address), None)

    def content(self) -> dict[str, Any]:
        """As a version keeps it."""
        return kept_from(self.shapes, self.shape, [(x.key, x.values) for x in self.lines])


def graduated_map(access: Access, year: int, *, has_hours: bool) -> GraduatedMap | None:
    """The map of a school year; None where the council had none.

    Seven statements; three more with the hours of the term, which a version and a print have.
    """
    shapes, is_own = shapes_for(access.school.la_code)
    first, last = school_year(year)
    shape = shapes.map_on(min(max(first, access.today), last))
    if shape is None:
        return None
    rows = Provision.objects.filter(school=access.school).readable_by(access)
    given = list(rows.between(first, last).select_related("staff", "shared_item", "own_item"))
    open_rows = [row for row in given if not row.is_confidential]
    said = {row.key: row for row in MapLine.objects.filter(school=access.school, year=year)}
    lines = [
        *_own(said, shape),
        *_strategies(access, said, shape),
        *_provisions(access, open_rows, said, shape, year, has_hours=has_hours),
    ]
    term = f"{year}/{(year + 1) % 100:02d}"
    for line in lines:
        line.recorded.setdefault("academic_year", term)
        line.recorded["tier"] = _tier_words(shape, line.tier)
    lines.sort(key=lambda line: ("UTE".find(line.tier), line.name.lower(), line.key))
    return GraduatedMap(
        shapes=shapes,
        is_own_council=is_own,
        shape=shape,
        year=year,
        lines=tuple(line for line in lines if not line.is_left_out),
        left_out=tuple(line for line in lines if line.is_left_out),
        confidential=len(given) - len(open_rows),
    )


def _own(said: Mapping[str, MapLine], shape: MapShape) -> Iterable[GraduatedLine]:
    """Lines that the school added itself."""
    for key, row in said.items():
        if key.startswith("own:"):
            tier = row.words.get("tier", Tier.UNIVERSAL)
            words = {k: v for k, v in row.words.items() if k not in ("tier", "name")}
            recorded = {"name": row.words.get("name", ""), "status": "Running"}
            yield GraduatedLine(key, tier, recorded, words, row.is_left_out, shape.columns)


def _strategies(access: Access, said, shape: MapShape) -> Iterable[GraduatedLine]:
    """What helps several children in the same words is ordinarily offered; one statement."""
    rows = Strategy.objects.filter(
        school=access.school,
        ended_on=None,
        tier=Tier.UNIVERSAL,
        sensitivity=Sensitivity.EVERYONE,
    ).exclude(text="")
    counted = rows.values("text").annotate(children=Count("pupil", distinct=True))
    for each in counted.filter(children__gte=ORDINARY).order_by("-children", "text")[
        :MOST_STRATEGIES
    ]:
        digest = hashlib.sha256(each["text"].encode()).hexdigest()[:24]
        recorded = {"name": each["text"], "children": each["children"], "status": "Running"}
        yield _line(f"strategy:{digest}", Tier.UNIVERSAL, recorded, said, shape)


def _provisions(
    access: Access, rows, said, shape: MapShape, year: int, *, has_hours: bool
) -> Iterable[GraduatedLine]:
    places: dict[UUID, list[Place]] = defaultdict(list)
    found = Place.objects.filter(school=access.school, provision__in=[row.pk for row in rows])
    for place in found:
        places[place.provision_id].append(place)
    lines = [ProvisionLine(row, tuple(places[row.pk]), 0) for row in rows]
    hours = _hours(delivered(access, lines)) if has_hours else {}
    book, reviewed = rate_book(access.school), reviewed_of(access, rows, places)
    for row in rows:
        recorded = _recorded(row, len(places[row.pk]), hours.get(row.pk), book)
        recorded["impact"] = reviewed[row.pk]
        counted_in = counted_elsewhere(row, year)
        if counted_in:
            recorded["pence"] = recorded["pence_a_child"] = None
        line = _line(f"provision:{row.pk}", row.tier, recorded, said, shape)
        yield replace(line, is_draft=is_draft(row), counted_in=counted_in)


def _recorded(row: Provision, children: int, hours, book: RateBook) -> dict[str, Any]:
    """What is known of a provision, by the keys of the columns."""
    item = row.shared_item or row.own_item
    pence, rate = cost_of_provision(row, book), book.rate_for(row)
    planned, given = hours or (None, None)
    return {
        "area": f"{area_words(row.need_type)}: {NEED_TYPES[row.need_type].label}"
        if row.need_type
        else "",
        "name": row.name,
        "evidence": ". ".join(x.rstrip(".") for x in (item.aim, item.evidence) if x)
        if item
        else "",
        "group_size": children or None,
        "children": children,
        "sessions_a_week": row.sessions_a_week,
        "minutes": row.minutes,
        "weeks": row.weeks,
        "hours_planned": planned,
        "hours_given": given,
        "staff_role": StaffRole(row.staff_role).label,
        "pence_an_hour": round(rate.exact) if rate else None,
        "resources_pence": row.resources_pence,
        "pence": pence,
        "pence_a_child": round(pence / children) if pence is not None and children else None,
        "funding": FundingStream(row.funding).label,
        "entry": item.entry if item else "",
        "exit": item.exit if item else "",
        "baseline": f"Measured by: {row.measure}" if row.measure else "",
        "lead": row.staff.name if row.staff else "",
        "status": ProvisionState(row.state).label,
    }


def _hours(parts) -> dict[UUID, tuple[float, float]]:
    """Child hours planned and given this term so far, by provision."""
    minutes: dict[UUID, list[int]] = defaultdict(lambda: [0, 0])
    for (provision, _), part in parts.items():
        minutes[provision][0] += part.delivery.planned
        minutes[provision][1] += part.delivery.delivered + part.delivery.made_up
    return {
        key: tuple(round(n / MINUTES_AN_HOUR, 1) for n in pair) for key, pair in minutes.items()
    }


def _line(key: str, tier: str, recorded, said: Mapping[str, MapLine], shape) -> GraduatedLine:
    row = said.get(key)
    words = row.words if row else {}
    return GraduatedLine(key, tier, recorded, words, bool(row and row.is_left_out), shape.columns)


def _tier_words(shape: MapShape, code: str) -> str:
    return next((tier.label for tier in shape.tiers if tier.code == code), code)


def _sum(lines: Iterable[GraduatedLine]) -> int:
    return sum(line.values.get("pence") or 0 for line in lines)


def line_row(access: Access, year: int, key: str) -> MapLine | None:
    """What the school said on a line, if it said anything."""
    return MapLine.objects.filter(school=access.school, year=year, key=key).first()
