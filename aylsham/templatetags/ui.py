"""The components of the product's pages; `/components/` shows each of them."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from aylsham import clock
from aylsham.components import STATES, Event, Fact, HistoryLine, Identity, Progress, Tab, Tile
from aylsham.datewords import day_words, full_day_words
from aylsham.glossary import GLOSSARY
from aylsham.icons import SHAPES

register = template.Library()
#: Boxes of a filter that stand beside each other on a phone.
ONE_LINE = 2

# States and dates


@register.simple_tag
@lru_cache(maxsize=1024, typed=True)  # typed: a safe text and an equal other one differ
def state(key: str, words: str = "", plain: bool = False) -> SafeString:
    """A state by its word, shape and colour; `plain` inside a dense cell or sentence."""
    known = STATES[key]
    return format_html(
        '<span class="ay-state ay-state--{}{}">{}{}</span>',
        known.colour,
        " ay-state--plain" if plain else "",
        _shape(known.shape),
        words or known.word,
    )


@register.simple_tag
def state_shape(key: str) -> SafeString:
    """The shape of a state alone, where its word stands beside it."""
    return _shape(STATES[key].shape)


@register.filter
def day(value: dt.date | None) -> str:
    """`Fri 20 Nov`, with the year when it is not this one."""
    return day_words(_date(value), today=clock.today()) if value else ""


@register.filter
def full_day(value: dt.date | None) -> str:
    """`3 September 2018`."""
    return full_day_words(_date(value)) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """`Fri 20 Nov, 14:03`, in London's time."""
    if not value:
        return ""
    local = clock.shown(value)
    return f"{day(local.date())}, {local:%H:%M}"


@register.filter
def breaking(value: str) -> SafeString:
    """An e-mail address that goes on below after a sign of its own, not inside a word."""
    parts = re.split(r"(?<=[.\-_+])|(?=@)", value)
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in parts))


@register.filter
def in_days(value: dt.date | None) -> str:
    """How far off a day is: "today", "in 3 days", "9 days ago"."""
    if not value:
        return ""
    days = (_date(value) - clock.today()).days
    if days in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


@register.simple_tag(takes_context=True)
def term(context, word: str) -> SafeString:
    """A word of the field, with its explanation one tap away."""
    number = context.render_context.setdefault("terms", count(1))
    return format_html(
        '<button type="button" class="ay-term" popovertarget="term-{0}">{1}</button>'
        '<span class="ay-term__words" id="term-{0}" popover>{2}</span>',
        next(number),
        word,
        GLOSSARY[word.lower()],
    )


# Finding one's way


@register.simple_tag
def crumbs(*pairs: str) -> SafeString:
    """Breadcrumbs from label, address, label, address …; the page itself is not among them."""
    items = format_html_join_pairs(
        '<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{1}">{0}</a></li>',
        pairs,
    )
    return format_html(
        '<nav class="govuk-breadcrumbs ay-crumbs" aria-label="Breadcrumb">'
        '<ol class="govuk-breadcrumbs__list">{}</ol></nav>',
        items,
    )


@register.inclusion_tag("components/tabs.html")
def tabs(items: Iterable[Tab], label: str = "Part") -> dict:
    """Sub-navigation: pages, never hidden panels."""
    return {"items": items, "label": label}


@register.inclusion_tag("components/tiles.html")
def tiles(items: Iterable[Tile]) -> dict:
    """Numbers that lead to the lists behind them."""
    return {"items": [(tile, STATES.get(tile.state)) for tile in items]}


# Tables


@register.simple_block_tag
def scroll(content: str, label: str) -> SafeString:
    """Lets a wide table scroll by itself, by keyboard too."""
    return format_html(
        '<div class="ay-scroll" role="group" aria-label="{}" tabindex="0">{}</div>',
        label,
        mark_safe(content),  # noqa: S308 (rendered and escaped already)
    )


@register.simple_tag(takes_context=True)
def sort_header(
    context, key: str, label: str, target: str = "", default: str = "", number: bool = False
) -> SafeString:
    """A column head that sorts by a link: `?sort=key`, then `?sort=-key`."""
    query: QueryDict = context["request"].GET.copy()
    current = query.get("sort", default)
    direction = {key: "ascending", f"-{key}": "descending"}.get(current, "none")
    query["sort"] = f"-{key}" if direction == "ascending" else key
    query.pop("page", None)
    return format_html(
        '<th scope="col" aria-sort="{}"{}><a class="ay-sort" {}>{}{}</a></th>',
        direction,
        mark_safe(' class="ay-number"') if number else "",
        _link(f"?{query.urlencode()}", target),
        label,
        mark_safe(_ARROWS[direction]),  # noqa: S308
    )


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, things: str = "rows", target: str = "") -> dict:
    """Page numbers as links that keep the filter and the order."""
    query: QueryDict = context["request"].GET.copy()
    query.pop("page", None)
    prefix = f"?{query.urlencode()}&page=" if query else "?page="
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(n, _link(f"{prefix}{n}", target) if isinstance(n, int) else "") for n in numbers]
    return {"page": page, "links": links, "things": things}


@register.inclusion_tag("components/filter_panel.html", takes_context=True)
def filter_panel(context, form, target: str = "", label: str = "Filter") -> dict:
    """A form over a list, and what is chosen, each with a link that takes it off.

    A GET, or a POST where words must not be read in the address.
    """
    request = context["request"]
    query: QueryDict = request.GET
    more = set(getattr(form, "more_fields", ()))
    fields = [f for f in form if not f.is_hidden]
    return {
        "form": form,
        "label": label,
        "path": request.path,
        "target": target,
        "fields": [f for f in fields if f.name not in more],
        "more": [f for f in fields if f.name in more],
        # Two boxes are one line on a phone; more of them fold away there until they are wanted.
        "folds": len(fields) > ONE_LINE,
        "more_is_open": any(query.getlist(name) for name in more),
        "chosen": _chosen(form, fields, query, target),
        "is_post": bool(getattr(form, "sealed_fields", {})),
        "csrf_token": context.get("csrf_token"),
        "kept": [(n, query[n]) for n in ("sort", *getattr(form, "kept_names", ())) if query.get(n)],
        "clear": _link("?", target),
    }


# Parts of a page


@register.inclusion_tag("components/summary_list.html")
def summary_list(facts: Iterable[Fact]) -> dict:
    """Labels and values, each with its own change link."""
    return {"facts": facts}


@register.inclusion_tag("components/timeline.html")
def timeline(events: Iterable[Event]) -> dict:
    """What happened, newest first."""
    return {"events": events}


@register.inclusion_tag("components/history.html")
def history(lines: Iterable[HistoryLine], title: str = "History") -> dict:
    """Who looked and who changed, in sentences, at the foot of a record."""
    return {"lines": lines, "title": title}


@register.inclusion_tag("components/identity_bar.html")
def identity_bar(child: Identity, heading_level: int = 1) -> dict:
    """The child, on every page about the child."""
    return {"child": child, "level": heading_level}


@register.inclusion_tag("components/progress.html", takes_context=True)
def progress(context, work: Progress) -> dict:
    """Progress of background work: asks again by itself, by a link without script."""
    return {"work": work, "csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def nothing(content: str, title: str) -> SafeString:
    """An empty list that says what to do next."""
    return format_html(
        '<div class="ay-empty"><p class="ay-empty__title">{}</p>{}</div>',
        title,
        mark_safe(content),  # noqa: S308 (rendered and escaped already)
    )


@register.simple_block_tag
def private(content: str) -> SafeString:
    """A name or a need: hidden while the class can see the screen."""
    return format_html('<span class="ay-private">{}</span>', mark_safe(content.strip()))  # noqa: S308


@register.inclusion_tag("components/error_summary.html")
def error_summary(form) -> dict:
    """The faults of a form, where they should stand; the form then does not repeat them."""
    if form:
        form.summary_is_shown = True
    return {"form": form}


@register.inclusion_tag("components/chart.html")
def chart(drawing, *, has_table: bool = True) -> dict:
    """A drawing of `aylsham.charts`, with its figures as a table, unless the page has that."""
    return {"drawing": drawing, "has_table": has_table}


# What the tags share

_ARROWS = {
    "none": '<svg viewBox="0 0 8 12" aria-hidden="true" focusable="false"><path d="M4 0l3.5 5h-7zM4 12L.5 7h7z"/></svg>',
    "ascending": '<svg viewBox="0 0 8 12" aria-hidden="true" focusable="false"><path d="M4 2l4 7H0z"/></svg>',
    "descending": '<svg viewBox="0 0 8 12" aria-hidden="true" focusable="false"><path d="M4 10L0 3h8z"/></svg>',
}


def _shape(name: str) -> SafeString:
    return mark_safe(  # noqa: S308 (a constant of ours)
        f'<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">{SHAPES[name]}</svg>'
    )


def _date(value: dt.date | dt.datetime) -> dt.date:
    return clock.shown(value).date() if isinstance(value, dt.datetime) else value


def _link(url: str, target: str) -> SafeString:
    """The attributes of a link that swaps `target`, or loads the page without script."""
    if not target:
        return format_html('href="{}"', url)
    return format_html(
        'href="{0}" hx-get="{0}" hx-target="{1}" hx-swap="outerHTML" hx-push-url="true"',
        url,
        target,
    )


def _chosen(form, fields, query: QueryDict, target: str) -> list[tuple[str, str, SafeString]]:
    sealed = getattr(form, "sealed_fields", {})
    said = [(k, v) for k, vs in query.lists() for v in vs if v and k not in {"page", *sealed}]
    chosen = []
    for bound in fields:
        choices = {str(k): v for k, v in getattr(bound.field, "choices", ())}
        name = bound.html_name
        for value in filter(
            None, form.data.getlist(name) if name in sealed else query.getlist(name)
        ):
            own = (sealed[name], query.get(sealed[name])) if name in sealed else (name, value)
            url = "?" + urlencode([each for each in said if each != own])
            is_tick = getattr(bound.field.widget, "input_type", "") == "checkbox" and not choices
            chosen.append(
                (bound.label, "" if is_tick else choices.get(value, value), _link(url, target))
            )
    return chosen


def format_html_join_pairs(form: str, pairs: tuple[str, ...]) -> SafeString:
    """One piece of markup for each two arguments."""
    return mark_safe(  # noqa: S308 (each piece is escaped by format_html)
        "".join(format_html(form, a, b) for a, b in zip(pairs[::2], pairs[1::2], strict=True))
    )
