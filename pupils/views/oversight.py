"""Who has looked at a child, what happened at a school, and what was unusual."""

from collections import defaultdict
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action, Kind
from aylsham.audit.selectors import (
    PAGE_LENGTH,
    LogLine,
    LogPage,
    actors_at,
    log_of,
    lookers_at,
    looks_at,
    sign_ins_at,
    weeks_of,
)
from aylsham.audit.services import record_event, record_events
from aylsham.clock import log_day
from aylsham.list_files import asks_for_file, chosen_words, has_file, list_file
from aylsham.own_lists import AUDIT_LOG, SIGN_INS
from pupils.forms.oversight import LogForm, PeriodForm
from pupils.list_files_of_school import ODDITIES
from pupils.models import Pupil
from pupils.selectors.oddities import RULES, oddities_at
from pupils.views.opening import child_page, open_child

#: More children than this are counted, not named.
MOST_NAMES = 3
#: Events in a file; for more a shorter period is chosen.
FILE_LENGTH = 20_000


@school_view(Permission.VIEW_AUDIT)
def child_looks(request: HttpRequest, pupil) -> HttpResponse:
    """Who has looked at this child, how often, when."""
    child = open_child(request, pupil, Action.VIEW_WHO_LOOKED)
    form = PeriodForm(request.GET)
    period = form.period(log_day())
    school = request.school
    page = looks_at(school, pupil, period, before=request.GET.get("page", ""))
    return child_page(
        request,
        "pupils/child_looks.html",
        child,
        tab="looks",
        form=form,
        period=period,
        people=lookers_at(school, pupil, period),
        weeks=weeks_of(school, pupil, period),
        page=page,
        older_url=_older(request, page.older),
    )


@school_view(Permission.VIEW_AUDIT)
@has_file
def audit_log(request: HttpRequest) -> HttpResponse:
    """What happened at this school."""
    return _log(request)


@federation_view(Permission.VIEW_AUDIT)
@has_file
def federation_audit_log(request: HttpRequest) -> HttpResponse:
    """What happened at all schools of the asker."""
    return _log(request)


def _log(request: HttpRequest) -> HttpResponse:
    access = request.access
    form = LogForm(request.GET)
    period = form.period(log_day())
    form.offer(actors_at(access.schools, period))
    chosen = form.chosen
    page = log_of(
        access.schools,
        period,
        actor_id=chosen.get("person"),
        kind=Kind(chosen["kind"]) if "kind" in chosen else None,
        pupil_id=chosen.get("child"),
        before=request.GET.get("page", ""),
        most=_length(request),
    )
    names = _names(access, page.lines)
    _record_reading(request, Action.VIEW_AUDIT, page.lines, names)
    if asks_for_file(request):
        lines = [(line, _children(line, names)) for line in page.lines]
        return list_file(request, AUDIT_LOG, lines, _said(form, page))
    context = {
        "form": form,
        "period": period,
        "about": _names_of(access, {chosen["child"]}) if "child" in chosen else {},
        "lines": [(line, _children(line, names)) for line in page.lines],
        "older_url": _older(request, page.older),
        "schools": {s.pk: s for s in access.schools},
        "is_federation": access.school is None,
    }
    return render(request, "pupils/audit_log.html", context)


@school_view(Permission.VIEW_AUDIT)
@has_file
def oddities(request: HttpRequest) -> HttpResponse:
    """Unusual reads of the last four weeks at this school."""
    form = PeriodForm(request.GET)
    period = form.period(log_day())
    found = oddities_at(request.access, period)
    shown = {pupil for oddity in found for pupil in oddity.pupil_ids}
    names = _names_of(request.access, shown)
    record_event(Action.VIEW_AUDIT, school=request.school, by=request.access, pupil_ids=names)
    lines = [(each, ", ".join(names.get(p, "") for p in each.pupil_ids)) for each in found]
    if asks_for_file(request):
        return list_file(request, ODDITIES, lines, form)
    context = {"form": form, "period": period, "lines": lines, "rules": RULES}
    return render(request, "pupils/oddities.html", context)


@school_view(Permission.VIEW_AUDIT)
@has_file
def sign_ins(request: HttpRequest) -> HttpResponse:
    """Who signed in, from where, and who tried to."""
    form = PeriodForm(request.GET)
    period = form.period(log_day())
    before = request.GET.get("page", "")
    page = sign_ins_at([request.school], period, before, most=_length(request))
    record_event(Action.VIEW_AUDIT, school=request.school, by=request.access)
    if asks_for_file(request):
        return list_file(request, SIGN_INS, page.lines, _said(form, page))
    context = {
        "form": form,
        "period": period,
        "page": page,
        "older_url": _older(request, page.older),
    }
    return render(request, "pupils/sign_ins.html", context)


def _length(request: HttpRequest) -> int:
    return FILE_LENGTH if asks_for_file(request) else PAGE_LENGTH


def _said(form: PeriodForm, page: LogPage) -> list[tuple[str, str]]:
    """What was chosen, and that the file ends before the period begins."""
    return chosen_words(form) + ([("Left out", "what is older")] if page.older else [])


def _names(access, lines: list[LogLine]) -> dict[UUID, str]:
    """Names of the children of short events; those out of the asker's reach have none."""
    few = {p for line in lines if len(line.pupil_ids) <= MOST_NAMES for p in line.pupil_ids}
    return _names_of(access, few)


def _names_of(access, pupil_ids: set[UUID]) -> dict[UUID, str]:
    if not pupil_ids:
        return {}
    pupils = Pupil.objects.visible_to(access).filter(pk__in=pupil_ids)
    return {pupil.pk: pupil.full_name for pupil in pupils}


def _children(line: LogLine, names: dict[UUID, str]) -> str:
    if len(line.pupil_ids) > MOST_NAMES:
        return f"{len(line.pupil_ids)} children"
    known = [names[p] for p in line.pupil_ids if p in names]
    return ", ".join(known) or ("a child who is no longer here" if line.pupil_ids else "")


def _record_reading(request, action: Action, lines: list[LogLine], names: dict) -> None:
    shown: dict = defaultdict(set)
    for line in lines:
        shown[line.school_id].update(p for p in line.pupil_ids if p in names)
    record_events(
        action,
        by=request.access,
        pupil_ids_by_school={s: shown[s.pk] for s in request.access.schools},
    )


def _older(request: HttpRequest, place: str) -> str:
    if not place:
        return ""
    query = {k: v for k, v in request.GET.items() if k != "page" and v}
    return f"?{urlencode(query | {'page': place})}"
