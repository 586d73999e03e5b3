"""The plan of training of a school: the year, one session, who came, what is seen; all schools."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file, table_file
from aylsham.notices import done, problem
from staff.forms.training_plan import AttendanceForm, SeenForm, SessionForm
from staff.list_files import FEDERATION_TRAINING
from staff.selectors.training_plan import (
    SessionPage,
    federation_costs,
    invited_to,
    people_to_ask,
    plan_page,
    session_lines,
    session_page,
    topics_to_plan,
)
from staff.services.attendance import (
    say_what_is_seen,
    take_attendance,
    take_back_attendance,
)
from staff.services.training_plan import call_off, change_session, plan_session
from staff.training_codes import SessionState
from staff.training_export import HEADINGS, rows_of
from staff.views.training_parts import training_parts

PAGE, ONE = "training_plan", "training_session"


@school_view(Permission.KEEP_TRAINING)
def plan(request: HttpRequest) -> HttpResponse:
    """What is planned and was held in a school year, what it costs, the SENCO's own clock."""
    year = asked_year(request)
    context = {
        "parts": training_parts(request, PAGE),
        "page": plan_page(request.school, year, request.access.today),
        "year": year,
        "years": [year - 1, year, year + 1],
        "may_export": request.access.can(Permission.EXPORT),
        "has_all": len(request.access.schools_with(Permission.KEEP_TRAINING)) > 1,
    }
    return render(request, "staff/training/plan.html", context)


@school_view(Permission.KEEP_TRAINING)
def plan_export(request: HttpRequest) -> HttpResponse:
    """The plan as a workbook, without a name."""
    if not request.access.can(Permission.EXPORT):
        raise Http404
    year = asked_year(request)
    lines = session_lines(request.school, year, request.access.today)
    detail = {"list": "training_plan", "rows": len(lines)}
    record_event(Action.EXPORT_LIST, school=request.school, by=request.access, detail=detail)
    return table_file(request, "Training", HEADINGS, rows_of(lines), f"training-plan-{year}")


@school_view(Permission.KEEP_TRAINING)
def session_add(request: HttpRequest) -> HttpResponse:
    """Plan a training."""
    school, year = request.school, asked_year(request)
    form = SessionForm(
        request.POST or None,
        topics=topics_to_plan(school),
        people=people_to_ask(school, request.access.today),
        year=year,
        initial={"topic": request.GET.get("topic", "")},
    )
    made: list = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            plan_session(
                school=school,
                by=request.user,
                people=form.chosen,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "It is planned. Everybody who is asked sees it under My training.")
        return redirect(ONE, school.slug, made[0].pk)
    return _form(request, form, "Plan a training", "Plan it")


@school_view(Permission.KEEP_TRAINING)
def session(request: HttpRequest, training_session) -> HttpResponse:
    """One training: who is asked, who came, how it was, what is seen of it."""
    page = _found(request, training_session)
    return render(request, "staff/training/session.html", {"page": page, "line": page.line})


@school_view(Permission.KEEP_TRAINING)
def session_change(request: HttpRequest, training_session) -> HttpResponse:
    """Change what is planned, and who is asked."""
    row = _found(request, training_session).line.row
    invited = invited_to(row)
    form = SessionForm(
        request.POST or None,
        record=row,
        topics=topics_to_plan(request.school),
        people=people_to_ask(request.school, request.access.today, invited),
        year=row.year,
        invited=invited,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_session(
            session=row,
            version=form.cleaned_data["version"],
            by=request.user,
            people=form.chosen,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, form, "Change the training", "Save", row)


@school_view(Permission.KEEP_TRAINING)
@require_POST
def session_off(request: HttpRequest, training_session) -> HttpResponse:
    """It does not take place; or, sent again, it does after all."""
    row = _found(request, training_session).line.row
    is_off = row.state != SessionState.CALLED_OFF
    step = partial(call_off, session=row, by=request.user, is_off=is_off)
    return _stepped(request, row, step, "It is called off." if is_off else "It is planned again.")


@school_view(Permission.KEEP_TRAINING)
@require_POST
def session_reopen(request: HttpRequest, training_session) -> HttpResponse:
    """Attendance was written down by mistake."""
    row = _found(request, training_session).line.row
    step = partial(take_back_attendance, session=row, by=request.user)
    return _stepped(request, row, step, "Taken back. It is planned again.")


@school_view(Permission.KEEP_TRAINING)
def attendance(request: HttpRequest, training_session) -> HttpResponse:
    """Who came: everybody, but for those who are ticked."""
    row = _found(request, training_session).line.row
    form = AttendanceForm(request.POST or None, session=row, invited=invited_to(row))
    if request.method == "POST" and carried_out(
        form, lambda: take_attendance(session=row, by=request.user, **form.facts)
    ):
        done(request, "Written on everybody’s record. They are asked how it was.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, form, "Who came?", "Write it down", row)


@school_view(Permission.KEEP_TRAINING)
def seen(request: HttpRequest, training_session) -> HttpResponse:
    """What is seen of it in classrooms, a term later."""
    row = _found(request, training_session).line.row
    form = SeenForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: say_what_is_seen(
            session=row,
            version=form.cleaned_data["version"],
            by=request.user,
            seen=form.cleaned_data["seen"],
        ),
    ):
        done(request, "It is written down.")
        return redirect(ONE, request.school.slug, row.pk)
    return _form(request, form, "What is seen in classrooms", "Save", row)


@federation_view(Permission.KEEP_TRAINING)
@has_file
def federation_training(request: HttpRequest) -> HttpResponse:
    """What every school plans and spends on training in a year."""
    year = asked_year(request)
    schools = federation_costs(request.access.schools, year)
    if asks_for_file(request):
        return list_file(
            request,
            FEDERATION_TRAINING,
            [(n, s.school, s.by_topic[n]) for s in schools for n in sorted(s.by_topic)],
            [("School year", f"{year}/{year + 1}")],
        )
    topics = sorted({name for school in schools for name in school.by_topic})
    context = {
        "schools": schools,
        "rows": [(name, [school.by_topic.get(name) for school in schools]) for name in topics],
        "year": year,
        "years": [year - 1, year, year + 1],
    }
    return render(request, "staff/training/federation.html", context)


def asked_year(request: HttpRequest) -> int:
    """The school year that the address names, or this one."""
    this = academic_year(request.access.today)
    near = {str(year): year for year in range(this - 3, this + 3)}
    return near.get(request.GET.get("year", ""), this)


def _found(request: HttpRequest, pk) -> SessionPage:
    page = session_page(request.school, pk, request.access.today)
    if page is None:
        raise Http404
    return page


def _stepped(request: HttpRequest, row, step, words: str) -> HttpResponse:
    try:
        step()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, words)
    return redirect(ONE, request.school.slug, row.pk)


def _form(request: HttpRequest, form, heading: str, submit: str, row=None) -> HttpResponse:
    name, args = (ONE, [row.pk]) if row else (PAGE, [])
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse(name, args=[request.school.slug, *args]),
        "crumb": (row.title or row.topic.name) if row else "Training plan",
    }
    name = "session_form" if isinstance(form, SessionForm) else "form"
    return render(request, f"staff/training/{name}.html", context)
