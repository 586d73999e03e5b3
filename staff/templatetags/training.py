"""Lines of trainings: hundreds on a page, so they are written here and not by templates."""

from collections.abc import Collection
from html import escape
from uuid import UUID

from django import template
from django.template.defaultfilters import floatformat
from django.utils.safestring import SafeString, mark_safe

from aylsham.addresses import row_address
from aylsham.datewords import full_day_words
from aylsham.templatetags.ui import state
from staff.models import TrainingRecord
from staff.selectors.training import PersonTraining, TrainingLine

register = template.Library()
LINK = '<a class="govuk-link ay-small" href="'


@register.simple_tag
def training_lines(
    person: PersonTraining, papers: Collection[UUID], may_bring: bool, slug: str
) -> SafeString:
    """What somebody took part in: each with what can be done about it."""
    written = "".join(
        f'<li>{_said(line)} {LINK}{row_address("training_change", slug, line.row.pk)}">Change'
        f"{_hidden(f' {line.row.title} of {person.user.name}')}</a> "
        f"{certificate_links(line.row, papers, may_bring, slug)}</li>"
        for line in person.lines
    )
    return mark_safe(written)  # noqa: S308 (every value is escaped where it stands)


@register.simple_tag
def certificate_links(
    row: TrainingRecord, papers: Collection[UUID], may_bring: bool, slug: str
) -> SafeString:
    """To the certificate of a training, and to where one is added."""
    whose, has_one = _hidden(f" of {row.title}"), row.pk in papers
    found = ""
    if has_one:
        address = row_address("training_certificate", slug, row.pk)
        found = f'{LINK}{address}">Open certificate{whose}</a>'
    if may_bring:
        address = row_address("training_certificate_add", slug, row.pk)
        found += f' {LINK}{address}">{"Replace" if has_one else "Add certificate"}{whose}</a>'
    return mark_safe(found)  # noqa: S308 (every value is escaped where it stands)


def _said(line: TrainingLine) -> str:
    """Subject, title and who gave it; when, how long, until when; how it stands."""
    row = line.row
    title = f": {escape(line.title)}" if line.title else ""
    provider = f", {escape(row.provider)}" if row.provider else ""
    facts = full_day_words(row.taken_on) if row.taken_on else "day not known"
    facts += f", {floatformat(row.hours)} hours" if row.hours else ""
    facts += f", valid until {full_day_words(row.ends_on)}" if row.ends_on else ""
    facts += ", certificate seen" if row.certificate_seen_on else ""
    stands = ""
    if line.is_over:
        stands = f" {state('overdue', 'Has run out', plain=True)}"
    elif line.is_soon:
        stands = f" {state('due_soon', 'Runs out soon', plain=True)}"
    return (
        f"<b>{escape(line.subject)}</b>{title}{provider}"
        f' <span class="ay-muted ay-small">{facts}</span>{stands}'
    )


def _hidden(words: str) -> str:
    return f'<span class="govuk-visually-hidden">{escape(words)}</span>'
