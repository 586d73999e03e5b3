"""Opening a plan or a part of it, on every page about one; and the way back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.editing import carried_out
from aylsham.models import User
from aylsham.notices import done
from lac.models import Pep, PepPart
from lac.selectors.pep_rows import part_of, pep_of
from lac.views.opening import found, open_care
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_url

TAB, PLANS, PLAN, PART = "pep", "child_pep", "pep", "pep_part"


def open_plan(request: HttpRequest, pupil, pk) -> tuple[Child, Pep]:
    """The child and one of its plans, or 404; the reading is written down."""
    child = open_care(request, pupil)
    return child, found(pep_of(request.access, child.pupil, pk))


def open_part(request: HttpRequest, pupil, pk) -> tuple[Child, PepPart]:
    """The child and a part of one of its plans, or 404."""
    child = open_care(request, pupil)
    return child, found(part_of(request.access, child.pupil, pk))


def to_plan(request: HttpRequest, child: Child, pep: Pep, words: str) -> HttpResponse:
    """Say what was done, on the page of the plan."""
    done(request, words)
    return redirect(child_url(PLAN, child, pep.pk))


def to_part(request: HttpRequest, child: Child, part: PepPart, words: str) -> HttpResponse:
    """Say what was done, on the page of the part."""
    done(request, words)
    return redirect(child_url(PART, child, part.pk))


def plan_step(
    request: HttpRequest, child: Child, pep: Pep, form, change: Callable[[], object], **page
) -> HttpResponse:
    """A form that takes a plan a step further; `words` are said when it is done."""
    words = page.pop("words")
    if request.method == "POST" and carried_out(form, change):
        return to_plan(request, child, pep, words)
    page.setdefault("hands_over", "")
    return child_form(request, child, form, back=PLAN, back_args=(pep.pk,), tab=TAB, **page)


def colleagues(request: HttpRequest, child: Child):
    """Everybody at the school who works with children, by name."""
    staff = posts_at(request.school, today=child.today, roles=NEAR_CHILDREN)
    return User.objects.filter(pk__in=staff.order_by().values("user")).order_by("name")
