"""A child's passport: read by all who work with the child, written on the page itself."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.notices import done, note, problem
from pupils.forms.passports import LineForm, PassportForm
from pupils.passport_beside import beside_passport
from pupils.rules.lines import NEW
from pupils.selectors.identity import Child, find_child
from pupils.selectors.passports.lines import aside_of, writable_line
from pupils.selectors.passports.page import PassportPage, passport_page, room_of
from pupils.selectors.readers import unread_passports, who_would_read_again
from pupils.services.passports.reading import ask_to_read_again, confirm_passport_read
from pupils.services.passports.writing import settle_aside, take_up_aside, write_line
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.passport_answers import Editor, answer_of, editor_of, with_typed
from pupils.views.passport_steps import NotSaved, save_lines, take_step

PAGE = "child_passport"
#: The step that leads to a question first.
ASK_AGAIN = "must_read"


@school_view(Permission.VIEW_NEEDS)
def passport(request: HttpRequest, pupil) -> HttpResponse:
    """The passport: for whoever writes it, the page is the editor."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    page = passport_page(request.access, child)
    editor = editor_of(request, child) if may_write(request, child) else None
    return _page(request, child, page, editor)


def _page(
    request: HttpRequest, child: Child, page: PassportPage, editor: Editor | None, **context
) -> HttpResponse:
    return child_page(
        request,
        "pupils/passports/editor.html" if editor else "pupils/passports/passport.html",
        child,
        tab="passport",
        page=page,
        editor=editor,
        may_check=request.access.can(Permission.CHECK_PASSPORTS),
        may_mark=request.access.can(Permission.VIEW_SENSITIVE),
        may_name=request.access.can(Permission.GRANT_ACCESS)
        and request.access.can(Permission.VIEW_SENSITIVE),
        may_preview=request.access.can(Permission.VIEW_FAMILY_LOG),
        by_law=beside_passport(request.access, child.pupil),
        is_unread=bool(unread_passports(request.access, [child.school.pk], [child.pupil.pk])),
        **context,
    )


@school_view(Permission.VIEW_NEEDS)
@require_POST
def read(request: HttpRequest, pupil) -> HttpResponse:
    """The person has read the passport as their page showed it."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    try:
        shown = request.POST.get("shown", "")
        confirm_passport_read(pupil=child.pupil, shown=shown, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Thank you. It is recorded that you have read this version.")
    return redirect(child_url(PAGE, child))


@school_view(Permission.EDIT_PASSPORTS)
@require_POST
def save(request: HttpRequest, pupil) -> HttpResponse:
    """Save every line that was changed, without a script; then the step that was pressed."""
    child = _written_by(request, pupil)
    form = PassportForm(request.POST)
    saved = save_lines(request, child, form)
    if saved.refused:
        return _not_saved(request, child, saved.refused)
    try:
        words = take_step(request, child, form)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        if form.step == ASK_AGAIN:
            return redirect(child_url("passport_ask_again", child))
        if saved.asides:
            note(
                request,
                "A colleague changed a line while you typed. Your words are kept beside it.",
            )
        done(request, words)
    return redirect(child_url(PAGE, child))


def _not_saved(request: HttpRequest, child: Child, refused: dict[str, NotSaved]) -> HttpResponse:
    """The page again with the words that were typed, each with why it is not saved."""
    record_event(
        Action.VIEW_PASSPORT, school=child.school, by=request.access, pupil_ids=[child.pupil.pk]
    )
    page, left = with_typed(passport_page(request.access, child), refused)
    editor = editor_of(request, child)
    if new := next((name for name in left if name.startswith(NEW)), None):
        editor = replace(editor, new_line=new, new_text=left[new].text, new_error=left[new].why)
        del left[new]
    return _page(request, child, page, editor, has_errors=True, not_saved=list(left.values()))


@school_view(Permission.EDIT_PASSPORTS)
def ask_again(request: HttpRequest, pupil) -> HttpResponse:
    """Who is asked to read the passport again, and asking them."""
    child = _written_by(request, pupil)
    if request.method == "POST":
        try:
            ask_to_read_again(pupil=child.pupil, on=request.access.today, by=request.user)
            done(request, "They are asked to read it again.")
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
        return redirect(child_url(PAGE, child))
    return child_page(
        request,
        "pupils/passports/ask_again.html",
        child,
        tab="passport",
        names=who_would_read_again(child.pupil, today=request.access.today),
        cancel_url=child_url(PAGE, child),
    )


@school_view(Permission.EDIT_PASSPORTS)
@require_POST
def line(request: HttpRequest, pupil) -> HttpResponse:
    """Save one line while it is typed; the answer says how the line stands now."""
    child = _written_by(request, pupil)
    form = LineForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"state": "refused", "words": form.first_error}, status=400)
    key = writable_line(request.access, child.pupil, form.cleaned_data["line"])
    if key is None:
        raise Http404
    try:
        outcome = write_line(
            pupil=child.pupil,
            line=key,
            on=request.access.today,
            by=request.user,
            **form.facts,
        )
    except TransitionNotAllowed as refused:
        return JsonResponse({"state": "refused", "words": str(refused)}, status=400)
    return JsonResponse(answer_of(request, child, outcome, room_of(child.pupil)))


@school_view(Permission.EDIT_PASSPORTS)
@require_POST
def aside(request: HttpRequest, pupil, aside: UUID) -> HttpResponse:
    """Decide about words that wait beside a colleague's: use them, or let them go."""
    child = _written_by(request, pupil)
    found = aside_of(request.access, child.pupil, aside)
    if found is None:
        raise Http404
    if request.POST.get("use"):
        both = request.POST["use"] == "both"
        try:
            take_up_aside(aside=found, both=both, on=request.access.today, by=request.user)
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
        else:
            done(request, "Your words are in the passport.")
    else:
        settle_aside(aside=found, by=request.user)
        if not request.htmx:
            done(request, "Your words are let go. They stay in the history.")
    return HttpResponse(status=204) if request.htmx else redirect(child_url(PAGE, child))


def may_write(request: HttpRequest, child: Child) -> bool:
    """Whether the asker may write here: the passport of a child who has left stays as it is."""
    return request.access.can(Permission.EDIT_PASSPORTS) and child.is_on_roll


def _written_by(request: HttpRequest, pupil: UUID) -> Child:
    """The child whose passport the asker writes: the change itself is written down, not a look."""
    child = find_child(request.access, pupil)
    if child is None or not child.is_on_roll:
        raise Http404
    return child
