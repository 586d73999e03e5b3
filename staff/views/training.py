"""Who had which training: of a school, and one's own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.datewords import full_day_words
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from staff.forms import TrainingForm
from staff.list_files import TRAINING
from staff.models import TrainingRecord
from staff.selectors import training_of, training_page, trainings_of
from staff.selectors.certificates import leads_training, papers_of
from staff.selectors.training import people_to_train, topics
from staff.selectors.training_plan import my_plan
from staff.services import add_training, change_training, remove_training
from staff.views.training_parts import training_parts


@school_view(Permission.KEEP_TRAINING)
@has_file
def training(request: HttpRequest) -> HttpResponse:
    """Everybody of the school with what they took part in."""
    people = training_page(request.school, request.access.today)
    lines = [line for person in people for line in person.lines]
    if asks_for_file(request):
        return list_file(
            request, TRAINING, [(p, line) for p in people for line in (p.lines or (None,))]
        )
    context = {
        "people": people,
        "parts": training_parts(request, "training"),
        "papers": papers_of(request.access, lines),
        "may_bring": leads_training(request.access),
    }
    return render(request, "staff/training.html", context)


@school_view(Permission.OPEN_TODAY)
def my_training(request: HttpRequest) -> HttpResponse:
    """What the person who asks took part in at this school."""
    school, today = request.school, request.access.today
    lines = trainings_of(school, request.user, today)
    context = {
        "lines": lines,
        "papers": papers_of(request.access, lines),
        "ending": [line for line in lines if line.is_over or line.is_soon],
        "plan": my_plan(school, request.user, today),
    }
    return render(request, "staff/my_training.html", context)


@school_view(Permission.KEEP_TRAINING)
def training_add(request: HttpRequest) -> HttpResponse:
    """Record a training."""
    people = people_to_train(request.school, request.access.today)
    initial = {"person": request.GET.get("person", ""), "taken_on": request.access.today}
    form = TrainingForm(
        request.POST or None, people=people, topics=topics(request.school), initial=initial
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_training(
            school=request.school,
            by=request.user,
            key=form.cleaned_data["key"],
            new_topic=form.cleaned_data["new_topic"],
            is_certificate_seen=form.cleaned_data["is_certificate_seen"],
            **form.who,
            **form.facts,
        ),
    ):
        return _back(request, "The training is recorded.")
    return _shown(request, form, "Record a training", "Record it")


@school_view(Permission.KEEP_TRAINING)
def training_change(request: HttpRequest, training_record) -> HttpResponse:
    """Put a training right."""
    row = _found(request, training_record)
    form = TrainingForm(request.POST or None, record=row, people={}, topics=topics(request.school))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_training(
            training=row,
            version=form.cleaned_data["version"],
            by=request.user,
            new_topic=form.cleaned_data["new_topic"],
            is_certificate_seen=form.cleaned_data["is_certificate_seen"],
            **form.facts,
        ),
    ):
        return _back(request, "It is changed.")
    remove_url = reverse("training_remove", args=[request.school.slug, row.pk])
    return _shown(request, form, f"{_name(row)}: training", "Save", remove_url=remove_url)


@school_view(Permission.KEEP_TRAINING)
def training_remove(request: HttpRequest, training_record) -> HttpResponse:
    """Take out a training that was entered by mistake."""
    row = _found(request, training_record)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_training(training=row, by=request.user)
    ):
        return _back(request, "It is taken out. The history keeps what it said.")
    day = f", {full_day_words(row.taken_on)}" if row.taken_on else ""
    context = {
        "form": form,
        "heading": "Take this training out?",
        "which": f"{_name(row)}: {row.title}{day}",
        "words": "If it has run out, leave it: it says what somebody learned.",
        "submit": "Take it out",
        "cancel_url": reverse("training", args=[row.school.slug]),
    }
    return render(request, "layouts/take_out.html", context)


def _name(row: TrainingRecord) -> str:
    return row.user.name if row.user else row.member.name


def _found(request: HttpRequest, pk) -> TrainingRecord:
    row = training_of(request.school, pk)
    if row is None:
        raise Http404
    return row


def _back(request: HttpRequest, words: str) -> HttpResponse:
    done(request, words)
    return redirect(reverse("training", args=[request.school.slug]))


def _shown(request: HttpRequest, form, heading: str, submit: str, **more) -> HttpResponse:
    cancel_url = reverse("training", args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel_url}
    return render(request, "staff/training_form.html", context | more)
