"""Agreed actions: agreed, done, given to somebody else, no longer needed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.family_codes import ActionSource
from pupils.forms.talks import ActionForm, DoneForm, NotNeededForm
from pupils.list_files import ACTIONS
from pupils.selectors.actions import action_of, colleagues_at, open_actions
from pupils.services.actions import (
    add_action,
    complete_action,
    reassign_action,
    reopen_action,
    withdraw_action,
)
from pupils.views.opening import child_form, child_url, open_child

TAB = "child_family"


@school_view(Permission.VIEW_FAMILY_LOG)
@has_file
def actions(request: HttpRequest) -> HttpResponse:
    """What I have agreed to do, or what everybody has."""
    access = request.access
    everybody = request.GET.get("whose") == "all"
    found = open_actions(access, only_mine=not everybody)
    record_event(
        Action.VIEW_ACTIONS,
        school=request.school,
        by=access,
        pupil_ids=list(dict.fromkeys(action.pupil_id for action in found)),
    )
    if asks_for_file(request):
        return list_file(
            request, ACTIONS, found, [("Whose", "everybody’s" if everybody else "mine")]
        )
    context = {
        "actions": found,
        "everybody": everybody,
        "may_log": access.can(Permission.LOG_CONTACT),
        "today": access.today,
    }
    return render(request, "pupils/actions.html", context)


@school_view(Permission.LOG_CONTACT)
def action_add(request: HttpRequest, pupil) -> HttpResponse:
    """Agree an action."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    today = request.access.today
    form = _form(request, child)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_action(
            pupil=child.pupil, action=form.new_action, agreed_on=today, by=request.user
        ),
    ):
        done(request, "Agreed. It stands in what is due.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Agree an action", submit="Save", back=TAB)


@school_view(Permission.LOG_CONTACT)
def action_change(request: HttpRequest, pupil, action) -> HttpResponse:
    """Give an action to somebody else, move its day, or say it better."""
    child, found = _opened(request, pupil, action)
    form = _form(request, child, found)

    def change() -> None:
        new = form.new_action
        reassign_action(
            action=found,
            owner=new.owner,
            due_on=new.due_on,
            what=new.what,
            version=form.cleaned_data["version"],
            by=request.user,
        )

    if request.method == "POST" and carried_out(form, change):
        done(request, "The action is changed.")
        return redirect(child_url(_tab(found), child))
    return child_form(
        request, child, form, heading="Change an action", submit="Save", back=_tab(found)
    )


@school_view(Permission.LOG_CONTACT)
def action_done(request: HttpRequest, pupil, action) -> HttpResponse:
    """An action is done."""
    child, found = _opened(request, pupil, action)
    form = DoneForm(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: complete_action(action=found, by=request.user, **form.cleaned_data)
    ):
        undo = child_url("action_reopen", child, found.pk)
        done(request, "Done.", undo_url=undo)
        return redirect(child_url(_tab(found), child))
    return child_form(
        request,
        child,
        form,
        heading="Is it done?",
        submit="It is done",
        back=_tab(found),
        note=f"{found.owner_name}: {found.what}",
    )


@school_view(Permission.LOG_CONTACT)
def action_withdraw(request: HttpRequest, pupil, action) -> HttpResponse:
    """An action is no longer needed."""
    child, found = _opened(request, pupil, action)
    form = NotNeededForm(request.POST or None)
    today = request.access.today
    if request.method == "POST" and carried_out(
        form,
        lambda: withdraw_action(action=found, on=today, by=request.user, **form.cleaned_data),
    ):
        done(request, "Taken off the list.", undo_url=child_url("action_reopen", child, found.pk))
        return redirect(child_url(_tab(found), child))
    return child_form(
        request,
        child,
        form,
        heading="No longer needed?",
        submit="Take it off",
        back=_tab(found),
        note=f"{found.owner_name}: {found.what}",
    )


@school_view(Permission.LOG_CONTACT)
@require_POST
def action_reopen(request: HttpRequest, pupil, action) -> HttpResponse:
    """Not done after all."""
    child, found = _opened(request, pupil, action)
    reopen_action(action=found, by=request.user)
    done(request, "The action is open again.")
    return redirect(child_url(_tab(found), child))


def _opened(request: HttpRequest, pupil, action):
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = action_of(request.access, child.pupil, action)
    if found is None:
        raise Http404
    return child, found


def _tab(action) -> str:
    """A step of a plan for a move leads back to that plan."""
    return "child_moving" if action.source == ActionSource.MOVE else TAB


def _form(request: HttpRequest, child, record=None) -> ActionForm:
    return ActionForm(
        request.POST or None,
        record=record,
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
    )
