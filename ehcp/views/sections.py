"""Writing what a plan says: a section in rows, or the paste of many."""

import datetime as dt
from collections import defaultdict
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.datewords import parse_day
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.line_forms import SectionForm
from ehcp.models import PlanLine
from ehcp.rules.pasting import PastedLine, read_plan
from ehcp.section_codes import PlanSection
from ehcp.section_forms import PasteForm
from ehcp.selectors.sections import lines_for, may_read
from ehcp.selectors.writing import linkable, linked, section_lines
from ehcp.services.sections import LineFacts, add_lines, mark_of, write_section
from ehcp.views.versions import TAB, opened_version, version_url
from pupils.views.opening import child_page


@school_view(Permission.EDIT_PLANS)
def version_section(request: HttpRequest, plan_version: UUID, plan_section: str) -> HttpResponse:
    """One section in rows."""
    code = plan_section.upper()
    if code not in PlanSection.values or not may_read(request.access, code):
        raise Http404
    child, found = opened_version(request, plan_version)
    lines = section_lines(request.access, found, code)
    form = SectionForm(
        request.POST or None,
        section=code,
        lines=lines,
        choices=linkable(request.access, found),
        links=linked(request.access, found),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: write_section(
            version=found,
            section=code,
            lines=form.lines,
            mark=form.cleaned_data["mark"],
            by=request.user,
        ),
    ):
        done(request, f"Section {code} is saved.")
        again = "more" in request.POST
        return redirect(request.path if again else f"{version_url(found)}#section-{code.lower()}")
    return child_page(
        request,
        "ehcp/section.html",
        child,
        tab=TAB,
        form=form,
        code=code,
        title=PlanSection(code).label,
        lines=lines,
        version=found,
        cancel_url=version_url(found),
    )


@school_view(Permission.EDIT_PLANS)
def version_paste(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """Paste the text of a plan: first a preview, then its lines are added."""
    child, found = opened_version(request, plan_version)
    require(request, Permission.VIEW_SENSITIVE)
    rows = list(lines_for(request.access, found))
    form = PasteForm(request.POST or None, initial={"mark": mark_of(rows)})
    pasted = None
    if request.method == "POST" and form.is_valid():
        pasted = read_plan(form.cleaned_data["text"], form.cleaned_data["section"])
        if "add" in request.POST and carried_out(
            form,
            lambda: add_lines(
                version=found,
                lines=_facts(pasted.lines, request.access.today),
                mark=form.cleaned_data["mark"],
                by=request.user,
            ),
        ):
            done(request, f"{len(pasted.lines)} lines are added. Read them against the paper.")
            return redirect(version_url(found))
    return child_page(
        request,
        "ehcp/paste.html",
        child,
        tab=TAB,
        form=form,
        version=found,
        sections=_preview(pasted.lines, rows) if pasted else (),
        unread=pasted.unread if pasted else "",
        is_previewed=pasted is not None,
        cancel_url=version_url(found),
    )


def _preview(lines: tuple[PastedLine, ...], rows: list[PlanLine]) -> list[tuple]:
    """(section, its title, its lines, how many it has already), in the order of the plan."""
    found = []
    for section in PlanSection:
        mine = [line for line in lines if line.section == section]
        if mine:
            there = sum(row.section == section for row in rows)
            found.append((section.value, section.label, mine, there))
    return found


def _facts(lines: tuple[PastedLine, ...], today: dt.date) -> dict[str, list[LineFacts]]:
    found: dict[str, list[LineFacts]] = defaultdict(list)
    for line in lines:
        amount = line.quantity
        found[line.section].append(
            LineFacts(
                text=line.text,
                number=line.number[:12],
                page=line.page,
                sessions_a_week=amount and amount.sessions_a_week,
                minutes=amount and amount.minutes,
                hours_a_week=amount and amount.exact_hours,
                who=line.who,
                arrangement=line.arrangement,
                author=line.author,
                profession=line.profession[:100],
                of_on=_day(line.of_on, today),
                source=line.source,
            )
        )
    return dict(found)


def _day(text: str, today: dt.date) -> dt.date | None:
    """The date of a piece of advice; None where it cannot be read."""
    try:
        return parse_day(text, today=today) if text else None
    except ValueError:
        return None
