"""What is asked of me this week, answered on the page; who owes what, without asking anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, note
from reports.answering.asked import Asked, Shown
from reports.answering.table import answered, shown
from reports.list_files import WHO_OWES
from reports.selectors.asks import WeeklyAsk, weekly_ask
from reports.selectors.who_owes import who_owes


@school_view(Permission.OPEN_TODAY)
def my_asks(request: HttpRequest) -> HttpResponse:
    """Everything the asker owes, what a child waits for first; what is answered is gone."""
    page = weekly_ask(request.access, request.school)
    line = page.by_key.get(request.POST.get("ask", ""))
    if request.method == "POST":
        if line is None:
            note(request, "That was done already.")
            return redirect("my_asks", request.school.slug)
        asked = Asked(request, page, line, request.POST)
        if not shown(asked).answer:
            note(request, "This is answered on its own page.")
            return redirect("my_asks", request.school.slug)
        found = answered(asked)
        if not found.has_errors:
            done(request, found.answer.said)
            return redirect("my_asks", request.school.slug)
        return _shown(request, page, {line.key: found})
    return _shown(request, page, {})


def _shown(request: HttpRequest, page: WeeklyAsk, refused: dict[str, Shown]) -> HttpResponse:
    record_event(
        Action.VIEW_ASKS, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    lines = [refused.get(line.key) or shown(Asked(request, page, line)) for line in page.lines]
    context = {
        "page": page,
        "lines": lines,
        "has_errors": bool(refused),
        "opened": next((each.line.key for each in lines if each.answer), ""),
        "may_see_all": request.access.can(Permission.CHECK_CYCLES),
    }
    return render(request, "reports/my_asks.html", context)


@school_view(Permission.CHECK_CYCLES)
@has_file
def owed_by_whom(request: HttpRequest) -> HttpResponse:
    """Every adult who owes something; a phase leader sees what waited for two school weeks."""
    page = who_owes(request.access, request.school)
    if asks_for_file(request):
        return list_file(request, WHO_OWES, (*filter(None, (page.nobody,)), *page.people))
    return render(request, "reports/who_owes.html", {"page": page})
