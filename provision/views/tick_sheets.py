"""A week of sessions on one page: printed as a tick sheet, and typed in from it."""

import datetime as dt
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from provision.forms.sessions import AtForm
from provision.forms.tick_sheets import WeekForm
from provision.rules.ticks import letter_key
from provision.selectors.tick_sheets import TickSheet, days_of, tick_sheets
from provision.services.week_log import log_week
from provision.views.parts import parts
from pupils.models import Pupil
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.printing import to_work

PAGE = "week_log"
WEEK = dt.timedelta(days=7)


@school_view(Permission.RECORD_PROGRESS)
def week_log(request: HttpRequest) -> HttpResponse:
    """A box for each child and day of one adult's week, in the order of the paper."""
    require(request, Permission.VIEW_NEEDS)
    days, sheets = _asked(request)
    sheet = _chosen(request, sheets)
    today = request.access.today
    form = WeekForm(request.POST or None, sheet=sheet, days=days, today=today)
    if request.method == "POST" and _logged(request, form):
        return redirect(request.get_full_path())
    _record(request, Action.VIEW_SESSIONS, sheet)
    context = {
        "parts": parts(request, "sessions"),
        "form": form,
        "sheet": sheet,
        "sheets": sheets,
        "days": form.days,
        "monday": days[0],
        "before": days[0] - WEEK,
        "after": days[0] + WEEK,
        "letters": letter_key(),
        "query": urlencode({"on": days[0], **_kept(request)}),
    }
    return render(request, "provision/sessions/week.html", context)


@school_view(Permission.RECORD_PROGRESS)
@require_POST
def week_print(request: HttpRequest) -> HttpResponse:
    """Start setting the sheet of one adult, of a provision, or of everybody: a side each."""
    require(request, Permission.VIEW_NEEDS)
    days, sheets = _asked(request)
    wanted = sheets if "everybody" in request.POST else [_chosen(request, sheets)]
    pupils = {pupil.pk: pupil for sheet in wanted for pupil in sheet.pupils}
    seen = Pupil.objects.visible_to(request.access).filter(school=request.school)
    first, *others = seen.filter(pk__in=pupils).order_by("pk") or [None]
    if first is None:
        problem(request, "You open no child's record on this sheet: ask the SENDCo to print it.")
        return redirect(f"{reverse(PAGE, args=[request.school.slug])}?{request.GET.urlencode()}")
    record_event(Action.PRINT, school=request.school, by=request.access, pupil_ids=sorted(pupils))
    first.school = request.school
    initials = request.POST.get("names") == "initials"
    facts = {
        "sheets": [(sheet, sheet.on_paper(initials=initials)) for sheet in wanted],
        "days": days,
        "letters": letter_key(),
        "school": request.school,
        "today": request.access.today,
    }
    _, job = ask_for_paper(
        pupil=first,
        others=others,
        kind=PaperKind.TICKS,
        html=render_to_string("provision/print/ticks.html", facts),
        of_on=days[0],
        permission=Permission.RECORD_PROGRESS,
        by=request.user,
    )
    return to_work(job)


def _asked(request: HttpRequest) -> tuple[list[dt.date], list[TickSheet]]:
    """The days of the week that the address names, and the sheets of it."""
    days = days_of(AtForm(request.GET).at(request.access.today).on)
    try:
        provision = UUID(request.GET.get("provision", ""))
    except ValueError:
        provision = None
    return days, tick_sheets(request.access, days, provision)


def _chosen(request: HttpRequest, sheets: list[TickSheet]) -> TickSheet:
    """The sheet that is named, or else the asker's own, or the first."""
    by_key = {sheet.key: sheet for sheet in sheets}
    mine = f"adult-{request.user.pk}"
    first = next(iter(sheets), TickSheet("", "", ()))
    return by_key.get(request.GET.get("whose", "")) or by_key.get(mine, first)


def _kept(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in ("whose", "provision") if name in request.GET}


def _logged(request: HttpRequest, form: WeekForm) -> bool:
    count: list[int] = []
    is_kept = carried_out(
        form,
        lambda: count.append(
            len(
                log_week(
                    school=request.school,
                    sessions=form.to_log(),
                    by=request.user,
                    key=form.cleaned_data["key"],
                )
            )
        ),
    )
    if is_kept:
        words = "1 session is logged." if count == [1] else f"{count[0]} sessions are logged."
        done(request, words if count[0] else "Nothing was changed.")
    return is_kept


def _record(request: HttpRequest, action: Action, sheet: TickSheet) -> None:
    ids = sorted(pupil.pk for pupil in sheet.pupils)
    record_event(action, school=request.school, by=request.access, pupil_ids=ids)
