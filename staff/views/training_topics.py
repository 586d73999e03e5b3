"""The catalogue of training, and what is needed of it today."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from staff.forms.training_topics import ProgrammesForm, TopicForm
from staff.list_files import TOPICS, TRAINING_NEEDS
from staff.models import TrainingTopic
from staff.selectors.exceptions import exception_lines
from staff.selectors.training_needs import gaps_of, training_needs
from staff.selectors.training_topics import (
    asked_by,
    keeps_shared_topics,
    own_only,
    programmes_to_ask,
    topic_lines,
    topic_of,
)
from staff.services.training_plan import plan_for_gap
from staff.services.training_topics import (
    add_topic,
    change_topic,
    require_at_school,
    start_topics,
)
from staff.views.training_parts import training_parts

PAGE, NEEDS = "training_topics", "training_needs"


@school_view(Permission.KEEP_TRAINING)
@has_file
def needs(request: HttpRequest) -> HttpResponse:
    """Topic by topic: what asks for it today, who does it, who is trained."""
    lines = training_needs(request.access)
    record_event(Action.VIEW_STAFF, school=request.school, by=request.access)
    if asks_for_file(request):
        return list_file(request, TRAINING_NEEDS, lines)
    exceptions = exception_lines(request.access)
    context = {
        "parts": training_parts(request, NEEDS),
        "exceptions": [line for line in exceptions if not line.over],
        "exceptions_over": [line for line in exceptions if line.over],
        "asked": [line for line in lines if line.is_asked_for],
        "for_class": [line for line in lines if line.is_for_class],
        "others": [line for line in lines if not (line.is_asked_for or line.is_for_class)],
        "has_topics": bool(lines),
        "gaps": len({giver.person for line in lines for giver in line.gaps}),
        "overrides": len({g.person for line in lines for g in line.gaps if g.overrides}),
    }
    return render(request, "staff/training/needs.html", context)


@school_view(Permission.KEEP_TRAINING)
@require_POST
def gap_plan(request: HttpRequest, training_topic) -> HttpResponse:
    """Put everybody who does it untrained into the plan."""
    topic = _found(request, training_topic)
    people = gaps_of(request.access, topic)
    try:
        session = plan_for_gap(school=request.school, topic=topic, people=people, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(NEEDS, request.school.slug)
    done(request, "They are in the plan. Now say when and where.")
    return redirect("training_session", request.school.slug, session.pk)


@school_view(Permission.KEEP_TRAINING)
@has_file
def topics(request: HttpRequest) -> HttpResponse:
    """The catalogue: what each topic is needed for, its cost, how long it counts."""
    lines = topic_lines(request.access)
    is_started = any(line.topic.about and not line.is_own for line in lines)
    if asks_for_file(request):
        return list_file(request, TOPICS, lines)
    context = {
        "parts": training_parts(request, PAGE),
        "lines": lines,
        "may_start": not is_started and keeps_shared_topics(request.access),
    }
    return render(request, "staff/training/topics.html", context)


@school_view(Permission.KEEP_TRAINING)
def topic_add(request: HttpRequest) -> HttpResponse:
    """Add a topic, of this school or of all."""
    may_share = keeps_shared_topics(request.access)
    items = programmes_to_ask(request.access)
    form = TopicForm(request.POST or None, items=items, may_share=may_share)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_topic(
            school=request.school,
            by=request.user,
            programmes=form.said,
            is_shared=form.cleaned_data.get("is_shared", False),
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        done(request, "It is in the catalogue.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Add a topic", "Add it")


@school_view(Permission.KEEP_TRAINING)
def topic_change(request: HttpRequest, training_topic) -> HttpResponse:
    """Change a topic; of one that others keep, only which of our own programmes ask for it."""
    topic = _found(request, training_topic)
    items, asked = programmes_to_ask(request.access), asked_by(request.school, topic)
    if topic.only_at_id is None and not keeps_shared_topics(request.access):
        return _ask_here(request, topic, own_only(items, request.school), asked)
    form = TopicForm(request.POST or None, record=topic, items=items, asked=asked)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_topic(
            topic=topic,
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            programmes=form.said,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, topic.name, "Save")


def _ask_here(request: HttpRequest, topic: TrainingTopic, items, asked) -> HttpResponse:
    form = ProgrammesForm(request.POST or None, items=items, asked=asked)
    if request.method == "POST" and carried_out(
        form,
        lambda: require_at_school(
            topic=topic, school=request.school, by=request.user, programmes=form.said
        ),
    ):
        done(request, "It is changed.")
        return redirect(PAGE, request.school.slug)
    note = "Every school uses this topic: whoever keeps training at all of them changes the rest."
    return _form(request, form, topic.name, "Save", note=note)


@school_view(Permission.KEEP_TRAINING)
@require_POST
def topics_start(request: HttpRequest) -> HttpResponse:
    """Take the topics that come with Aylsham into the federation's catalogue."""
    if not keeps_shared_topics(request.access):
        raise Refused(request.school, Permission.KEEP_TRAINING)
    count = start_topics(school=request.school, by=request.user)
    done(request, f"{count} topics are in the catalogue. Look through costs and months.")
    return redirect(PAGE, request.school.slug)


def _found(request: HttpRequest, pk) -> TrainingTopic:
    topic = topic_of(request.school, pk)
    if topic is None:
        raise Http404
    return topic


def _form(request: HttpRequest, form, heading: str, submit: str, note: str = "") -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "note": note,
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
        "crumb": "Catalogue of training",
    }
    return render(request, "staff/training/form.html", context)
