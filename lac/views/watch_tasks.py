"""What a rule saw about a child: who was told, what is done; and totals of questionnaires."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.models import User
from aylsham.notices import done
from lac.forms.watch import DoneForm, SdqForm, ToldForm
from lac.models import SdqTotal, WatchTask
from lac.selectors.rows import row_of
from lac.selectors.watch_page import task_lines, task_queries
from lac.services.watch import (
    add_sdq,
    change_sdq,
    close_watch_task,
    note_told,
    remove_sdq,
    reopen_watch_task,
)
from lac.views.opening import asked_to_remove, found, open_care
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from pupils.views.opening import child_form, child_page, child_url

PAGE = "child_watch"


@school_view(Permission.READ_CARE)
def watch_task(request: HttpRequest, pupil, watch_task) -> HttpResponse:
    """What was seen, who was told and what is done about it."""
    child = open_care(request, pupil)
    task = found(row_of(request.access, WatchTask, child.pupil, watch_task))
    tasks, told = task_queries(child.pupil, pk=task.pk)
    [line] = task_lines(list(tasks), list(told))
    return child_page(
        request,
        "lac/watch/task.html",
        child,
        tab="watch",
        line=line,
        may_edit=request.access.can(Permission.EDIT_CARE),
    )


@school_view(Permission.EDIT_CARE)
def watch_close(request: HttpRequest, pupil, watch_task) -> HttpResponse:
    """Say what is done about it."""
    child = open_care(request, pupil)
    task = found(row_of(request.access, WatchTask, child.pupil, watch_task))
    form = DoneForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: close_watch_task(task=task, done=form.cleaned_data["done"], by=request.user),
    ):
        done(request, "It is closed, with your words.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="What is done about it",
        submit="Close it",
        back="watch_task",
        back_args=(task.pk,),
        note=f"{task.get_rule_display()}. {task.seen}.",
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def watch_reopen(request: HttpRequest, pupil, watch_task) -> HttpResponse:
    """It needs another look."""
    child = open_care(request, pupil)
    task = found(row_of(request.access, WatchTask, child.pupil, watch_task))
    reopen_watch_task(task=task, by=request.user)
    done(request, "It is open again.")
    return redirect(child_url("watch_task", child, task.pk))


@school_view(Permission.EDIT_CARE)
def watch_told(request: HttpRequest, pupil, watch_task) -> HttpResponse:
    """Note who was told."""
    child = open_care(request, pupil)
    task = found(row_of(request.access, WatchTask, child.pupil, watch_task))
    posts = posts_at(request.school, today=child.today, roles=NEAR_CHILDREN)
    people = User.objects.filter(pk__in=posts.order_by().values("user")).order_by("name")
    form = ToldForm(request.POST or None, people=people, initial={"told_on": child.today})
    if request.method == "POST" and carried_out(
        form, lambda: note_told(task=task, by=request.user, **form.facts)
    ):
        done(request, "It is noted.")
        return redirect(child_url("watch_task", child, task.pk))
    return child_form(
        request,
        child,
        form,
        heading="Who was told?",
        submit="Note it",
        back="watch_task",
        back_args=(task.pk,),
        hands_over="",
        note="This only notes it: nobody gets a message, and the page opens to nobody new.",
    )


@school_view(Permission.EDIT_CARE)
def sdq_add(request: HttpRequest, pupil) -> HttpResponse:
    """Keep the total of a questionnaire."""
    child = open_care(request, pupil)
    form = SdqForm(request.POST or None, initial={"answered_on": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: add_sdq(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The total is kept.")
        return redirect(child_url(PAGE, child))
    return child_form(request, child, form, heading="Add an SDQ total", submit="Add", back=PAGE)


@school_view(Permission.EDIT_CARE)
def sdq_change(request: HttpRequest, pupil, sdq_total) -> HttpResponse:
    """Put a total right."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SdqTotal, child.pupil, sdq_total))
    form = SdqForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_sdq(
            sdq=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Change an SDQ total",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("sdq_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def sdq_remove(request: HttpRequest, pupil, sdq_total) -> HttpResponse:
    """Take out a total that was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SdqTotal, child.pupil, sdq_total))
    what = f"SDQ total of {row.answered_on:%-d %B %Y}"
    return asked_to_remove(
        request, child, what, lambda: remove_sdq(sdq=row, by=request.user), "It never was so."
    )
