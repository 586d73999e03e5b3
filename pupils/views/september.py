"""September's question: asked by a link, and what the school's checklist learns from answers."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.moving import AskBackForm, LessonForm
from pupils.selectors.moving.plans import plan_of
from pupils.selectors.moving.september import lesson_of, lessons_of
from pupils.services.moving.september import ask_receiver, learn_lesson
from pupils.views.opening import child_form, child_url, open_child

#: How long the receiving teacher has, unless another day is chosen.
USUAL_DAYS = 14


@school_view(Permission.ASK_FOR_VIEWS)
def move_ask_back(request: HttpRequest, pupil, move_plan) -> HttpResponse:
    """Ask the receiving teacher elsewhere by a link."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    plan = plan_of(child.pupil, move_plan)
    if plan is None:
        raise Http404
    due_on = request.access.today + dt.timedelta(days=USUAL_DAYS)
    initial = {"name": plan.receiver_name, "due_on": due_on}
    form = AskBackForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: ask_receiver(plan=plan, by=request.user, **form.cleaned_data)
    ):
        done(request, "Asked. The answer comes to this page and to the lessons of moves.")
        return redirect(child_url("child_moving", child))
    return child_form(
        request,
        child,
        form,
        heading="Ask what we did not know",
        submit="Send the link",
        back="child_moving",
        note=f"{plan.to_name}, since {plan.moves_on:%-d %B %Y}",
    )


@school_view(Permission.PLAN_MOVES)
def move_lessons(request: HttpRequest) -> HttpResponse:
    """What receiving teachers told the school, and what came of it."""
    lessons = lessons_of(request.access)
    record_event(
        Action.VIEW_MOVES, school=request.school, by=request.access, pupil_ids=lessons.pupil_ids
    )
    context = {
        "lessons": lessons,
        "may_learn": request.access.can(Permission.MANAGE_STRATEGIES),
    }
    return render(request, "pupils/moving/lessons.html", context)


@school_view(Permission.MANAGE_STRATEGIES)
def move_lesson(request: HttpRequest, move_lesson) -> HttpResponse:
    """Put a step into the checklist because of an answer, or say why not."""
    plan = lesson_of(request.access, move_lesson)
    if plan is None:
        raise Http404
    record_event(
        Action.VIEW_MOVES, school=request.school, by=request.access, pupil_ids=[plan.pupil_id]
    )
    form = LessonForm(request.POST or None, record=plan)
    home = reverse("move_lessons", args=[request.school.slug])
    if request.method == "POST" and carried_out(
        form,
        lambda: learn_lesson(
            plan=plan,
            step=form.step,
            why=form.cleaned_data["why"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "Written down.")
        return redirect(home)
    context = {"form": form, "plan": plan, "cancel_url": home}
    return render(request, "pupils/moving/lesson.html", context)
