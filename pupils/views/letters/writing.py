"""Letters about one child: begun, looked at, written, dropped."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.letters import BeginForm, LetterForm
from pupils.models import Letter
from pupils.selectors.identity import Child
from pupils.selectors.letters.addressees import addressees_of
from pupils.selectors.letters.library import by_reader, templates
from pupils.selectors.letters.register import letter_of, letters_of
from pupils.selectors.letters.values import school_facts
from pupils.services.letters.writing import (
    Begun,
    ForChild,
    begin_letters,
    change_letter,
    drop_letter,
    level_of,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

WRITE = Permission.WRITE_LETTERS
TAB = "letters"


@school_view(WRITE)
def child_letters(request: HttpRequest, pupil) -> HttpResponse:
    """Letters about the child, and the templates to begin one from."""
    child = open_child(request, pupil, Action.VIEW_LETTERS)
    return child_page(
        request,
        "pupils/letters/child.html",
        child,
        tab=TAB,
        lines=letters_of(request.access, child.pupil),
        groups=by_reader(templates(child.school)),
    )


@school_view(WRITE)
def letter_begin(request: HttpRequest, pupil, letter_code: str) -> HttpResponse:
    """Whom it goes to, and the day from which its rule counts."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    template = templates(child.school).get(letter_code)
    if template is None:
        raise Http404
    wording, today = template.wording, request.access.today
    people = addressees_of(child.pupil, wording.thing, level_of(template), today=today)
    at = school_facts(child.school, [child.pupil.pk], today=today)
    known = {
        "counted_from": at.known_day(wording.clock, child.pupil.pk),
        "name": at.council(child.pupil.pk) if wording.to == "council" else "",
    }
    form = BeginForm(request.POST or None, template=template, people=people, known=known)
    begun: list[Begun] = []
    if request.method == "POST" and carried_out(
        form, lambda: begun.append(_begin(request, child, template, form))
    ):
        rows = begun[0].letters
        if len(rows) == 1:
            return redirect(child_url("letter", child, rows[0].pk))
        done(request, f"{len(rows)} letters are ready to be looked at.")
        return redirect("letter_batch", child.school.slug, begun[0].batch)
    return child_form(
        request,
        child,
        form,
        heading=wording.title,
        submit="Write it",
        back="child_letters",
        template="pupils/letters/begin.html",
        tab=TAB,
        refused=[each for each in people if each.verdict.is_refused] if form.is_family else [],
        chosen=template,
    )


@school_view(WRITE)
def letter_words(request: HttpRequest, pupil, letter) -> HttpResponse:
    """The words of this letter."""
    child, row = opened(request, pupil, letter)
    levels = request.access.permissions_at(child.school)
    form = LetterForm(request.POST or None, record=row, levels=levels)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_letter(
            letter=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Saved. This is how it will look.")
        return redirect(child_url("letter", child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading="Words of the letter",
        submit="Save and look at it",
        back="letter",
        back_args=(row.pk,),
        tab=TAB,
        hands_over="body",
    )


@school_view(WRITE)
@require_POST
def letter_drop(request: HttpRequest, pupil, letter) -> HttpResponse:
    """Not to be sent, or to be sent after all."""
    child, row = opened(request, pupil, letter)
    is_dropped = "again" not in request.GET
    try:
        drop_letter(letter=row, by=request.user, is_dropped=is_dropped)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url("letter", child, row.pk))
    if not is_dropped:
        return redirect(child_url("letter", child, row.pk))
    undo = f"{child_url('letter_drop', child, row.pk)}?again"
    done(request, "The letter is dropped.", undo_url=undo)
    return redirect(child_url("child_letters", child))


def opened(
    request: HttpRequest, pupil: UUID, pk: UUID, action: Action = Action.VIEW_LETTER
) -> tuple[Child, Letter]:
    """The child, and a letter about it that the asker may read."""
    child = open_child(request, pupil, action, letter=str(pk))
    row = letter_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    row.pupil.school = child.school
    return child, row


def _begin(request: HttpRequest, child: Child, template, form: BeginForm) -> Begun:
    about = ForChild(child.pupil, form.recipients, form.cleaned_data.get("counted_from"))
    return begin_letters(
        school=child.school,
        template=template,
        children=[about],
        by=request.user,
        batch=form.cleaned_data["batch"],
    )
