"""What the pages of objectives, policies and briefs share: a form, a refusal, a way back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem


def form_page(
    request: HttpRequest,
    form,
    act: Callable[[], object],
    *,
    back: str,
    heading: str,
    submit: str,
    said: str,
    crumbs: tuple[tuple[str, str], ...],
    about: str = "",
    links: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """Show the form; once it is sent and good, act, say so, and go back."""
    if request.method == "POST" and carried_out(form, act):
        done(request, said)
        return redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": back,
        "way": crumbs,
        "about": about,
        "links": links,
    }
    return render(request, "reports/plan_form.html", context)


def press(request: HttpRequest, act: Callable[[], object], *, back: str, said: str) -> HttpResponse:
    """A button alone: act and say so, or say why not."""
    try:
        act()
        done(request, said)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(back)
