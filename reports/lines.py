"""Rows of long lists as pages show them: words, and the marks that only some rows carry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from aylsham.models import Standing
from aylsham.templatetags.ui import day, state
from pupils.addresses import child_address
from reports.selectors.due import DueItem
from reports.selectors.list_rows import Row
from reports.selectors.next_due import NextDue
from reports.templatetags.due import why


@dataclass(frozen=True, slots=True)
class ChildLine:
    """A child of a list; a mark is empty where there is nothing to say."""

    child: Row
    untold: str
    needs: str
    flags: str
    due: str
    #: The cells of extra fields.
    extra: str = ""


def child_lines(rows: Iterable[Row], due: Mapping[UUID, NextDue]) -> list[ChildLine]:
    """A line for each row."""
    untold = format_html(" {}", state("due_soon", "Parents not told", plain=True))
    marks = {each: _next(each) for each in set(due.values())}  # many children have the same
    return [
        ChildLine(
            row,
            untold if row.is_untold else "",
            _private(row.needs_words),
            _private(row.flags_words) if row.flags else "",
            marks[due[row.id]] if row.id in due else "",
            format_html_join("", "<td>{}</td>", ((_private(words),) for words in row.extra))
            if row.extra
            else "",
        )
        for row in rows
    ]


def _private(words: str) -> str:
    return format_html('<span class="ay-private">{}</span>', words) if words else ""


def _next(due: NextDue) -> SafeString:
    return format_html("{} {}", state(due.state, due.day_words, plain=True), due.title)


@dataclass(frozen=True, slots=True)
class DueLine:
    """A thing that is due, cell by cell."""

    item: DueItem
    when: SafeString
    child: SafeString
    who: SafeString | str
    why: SafeString
    step: SafeString | str


def due_lines(items: Iterable[DueItem]) -> list[DueLine]:
    """A line for each thing."""
    return [
        DueLine(
            item, _when(item), _child(item), _who(item), why(item, with_legal_day=True), _step(item)
        )
        for item in items
    ]


def _when(item: DueItem) -> SafeString:
    if item.is_advice:
        form = '{}<span class="ay-due__day">by about {}</span>'
        return format_html(form, state("advised", plain=True), day(item.due_on))
    if item.is_overdue:
        late = state("overdue", item.late_words, plain=True)
        return format_html("<b>{}</b> {}", day(item.due_on), late)
    if item.standing == Standing.DUE_SOON:
        form = '<b>Now</b><span class="ay-due__day">{} at the latest</span>'
        return format_html(form, day(item.due_on))
    last = '<span class="ay-due__day">{} {}</span>'
    other = format_html(last, item.last_day_words, day(item.due_on)) if item.has_other_day else ""
    return format_html("<b>{}</b>{}", day(item.do_by), other)


def _child(item: DueItem) -> SafeString:
    if item.pupil is None:
        return mark_safe('<span class="ay-muted">the school</span>')
    return format_html(
        '<a class="govuk-link" href="{}"><span class="ay-private">{}</span></a>'
        '<span class="ay-due__day">{}</span>',
        child_address(item.school.slug, item.pupil.id),
        item.pupil.name,
        item.pupil.place,
    )


def _who(item: DueItem) -> SafeString | str:
    return "Us" if item.is_ours else state("waiting", item.who, plain=True)


def _step(item: DueItem) -> SafeString | str:
    if item.step is None:
        return ""
    return format_html(
        '<a class="govuk-button govuk-button--secondary ay-button--small" href="{}">{}'
        '<span class="govuk-visually-hidden">: {}{}</span></a>',
        item.step.url,
        item.step.label,
        item.title,
        f", {item.pupil.name}" if item.pupil else "",
    )
