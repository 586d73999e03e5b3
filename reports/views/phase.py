"""The phase leader's front page; the page of a class that they teach themselves."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from aylsham.components import Tile
from reports.selectors.phase import PhasePage, phase_page


def phase_home(request: HttpRequest) -> HttpResponse:
    """Three questions about the leader's year groups, each number with its list."""
    access, slug = request.access, request.school.slug
    page = phase_page(access)
    record_event(Action.VIEW_CLASS, school=request.school, by=access)
    led = access.by_school[request.school.pk].year_groups
    context = {
        "page": page,
        "slug": slug,
        "years": _years(led),
        "in_date": _in_date(page, slug),
        "support": _support(page, slug),
        "waits": _waits(page, slug),
    }
    return render(request, "reports/phase.html", context)


def _years(led: Iterable[str]) -> list[str]:
    return [YEAR_GROUP_LABELS[year] for year in sorted(led, key=YEAR_GROUP_ORDER.__getitem__)]


def _tile(label: str, number: int, state: str, name: str, slug: str, more: str = "") -> Tile:
    """A number that is well when it is none."""
    return Tile(label, number, reverse(name, args=[slug]) + more, state if number else "on_track")


def _in_date(page: PhasePage, slug: str) -> list[Tile]:
    passports = page.passports
    return [
        _tile("Plans past review", page.plans_late, "overdue", "cycles", slug, "?stands=late"),
        _tile(
            "Plans to check", page.plans_to_check, "due_soon", "cycles", slug, "?stands=checking"
        ),
        _tile("Passports to check", passports.to_check, "due_soon", "passports", slug, "#check"),
        _tile("Passports stale", passports.stale, "overdue", "passports", slug, "#stale"),
        _tile("No passport", passports.missing, "overdue", "passports", slug, "#missing"),
        _tile("Papers of the sample", page.sample, "due_soon", "quality", slug),
    ]


def _support(page: PhasePage, slug: str) -> list[Tile]:
    owed = reverse("owed", args=[slug])
    percent = page.support.percent
    given = "–" if percent is None else f"{percent}%"
    minutes = f"{page.support.given:,} of {page.support.planned:,} min in three weeks"
    return [
        Tile("of what was planned", given, owed, note=minutes),
        _tile("Legal minutes owed", page.owed_by_law, "overdue", "owed", slug),
    ]


def _waits(page: PhasePage, slug: str) -> list[Tile]:
    asks = reverse("my_asks", args=[slug])
    note = f"{page.asks_late} late" if page.asks_late else ""
    state = "overdue" if page.asks_late else "due_soon" if page.asks else "on_track"
    return [
        _tile("Over two weeks with colleagues", page.who.count, "overdue", "who_owes", slug),
        Tile("Asked of you", page.asks, asks, state, note=note),
        _tile("Levels to rate", page.to_rate, "due_soon", "moderation", slug),
    ]
