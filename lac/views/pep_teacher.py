"""What a teacher who was told of a child's care writes for the plan, and nothing else of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from lac.access import Knows, knows_of_care
from lac.forms.peps import PartForm
from lac.pep_parts import BY_KEY
from lac.selectors.pep_rows import answers_of, given_parts
from lac.services.pep_parts import save_answers
from pupils.selectors.identity import Child
from pupils.views.opening import child_page, child_url, open_child

OURS = "pep_my_parts"


def _open(request: HttpRequest, pupil) -> tuple[Child, list]:
    child = open_child(request, pupil, Action.VIEW_CARE)
    if knows_of_care(request.access, child.pupil) == Knows.NOTHING:
        raise Http404  # as if there were nothing of the kind
    return child, given_parts(request.access, child.pupil)


@school_view(Permission.VIEW_PUPILS)
def pep_my_parts(request: HttpRequest, pupil) -> HttpResponse:
    """The parts that wait for the asker."""
    child, parts = _open(request, pupil)
    lines = [(part, BY_KEY[part.key]) for part in parts]
    return child_page(request, "lac/pep/my_parts.html", child, parts=lines)


@school_view(Permission.VIEW_PUPILS)
def pep_my_part(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """One of them, written and handed back."""
    child, parts = _open(request, pupil)
    part = next((each for each in parts if each.pk == pep_part), None)
    if part is None:
        raise Http404
    form = PartForm(request.POST or None, part=part, answers=answers_of(part), simple=True)
    is_done = "done" in request.POST
    if request.method == "POST" and carried_out(
        form,
        lambda: save_answers(
            part=part,
            said=form.said,
            version=form.cleaned_data["version"],
            is_done=is_done,
            by=request.user,
        ),
    ):
        done(request, "Thank you, it is handed back." if is_done else "It is saved.")
        return redirect(child_url(OURS, child) if is_done else request.path)
    return child_page(
        request,
        "lac/pep/my_part.html",
        child,
        part=part,
        about=BY_KEY[part.key],
        form=form,
        boxes=form.boxes,
        hands_over=" ".join(each.key for each in form.questions),
    )
