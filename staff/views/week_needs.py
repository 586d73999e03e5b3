"""What a week has to cover and heed: time needs, times of provision, handovers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from staff.forms.weeks import HandoverForm, NeedForm, PlanningForm, WindowForm
from staff.list_files import WEEK_NEEDS
from staff.selectors.school_days import classes_now
from staff.selectors.weeks.needs import (
    children_here,
    handover_of,
    members_here,
    need_of,
    needs_page,
    provision_line,
    rooms_of,
    topics_of,
    visible_child,
    window_of,
)
from staff.services.weeks.needs import (
    add_need,
    add_window,
    change_need,
    plan_handover,
    plan_provision,
    remove_handover,
    remove_need,
    remove_window,
    set_careful,
)

PAGE, FORM = "week_needs", "staff/week/form.html"


@school_view(Permission.VIEW_STAFF)
@has_file
def week_needs(request: HttpRequest) -> HttpResponse:
    """Everything that takes an adult's time beside provision, and what a plan must heed."""
    page = needs_page(request.access)
    ids = {line.need.pupil_id for line in page.needs if line.need.pupil_id and not line.is_hidden}
    ids |= {pupil.pk for pupil in page.careful} | {each.pupil_id for each in page.handovers}
    record_event(Action.VIEW_WEEK, school=request.school, by=request.access, pupil_ids=list(ids))
    if asks_for_file(request):
        return list_file(request, WEEK_NEEDS, page.needs)
    context = {"page": page, "may_keep": request.access.can(Permission.KEEP_STAFF)}
    return render(request, "staff/week/needs.html", context)


@school_view(Permission.KEEP_STAFF)
def need_add(request: HttpRequest) -> HttpResponse:
    """Something that takes an adult's time."""
    form = NeedForm(
        request.POST or None, initial={"starts_on": request.access.today}, **_offered(request)
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_need(
            school=request.school, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return _back(request, "It is kept. Plans that are begun from now on cover it.")
    return _shown(request, form, "What is time needed for?", "Save")


@school_view(Permission.KEEP_STAFF)
def need_change(request: HttpRequest, time_need: UUID) -> HttpResponse:
    """Put a time need right, or end it."""
    need = _or_404(need_of(request.access, time_need))
    form = NeedForm(request.POST or None, record=need, **_offered(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_need(
            need=need, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, "It is changed. Let drafts read again what they have to cover.")
    remove = reverse("need_remove", args=[request.school.slug, need.pk])
    return _shown(request, form, need.name, "Save", remove_url=remove)


@school_view(Permission.KEEP_STAFF)
def need_remove(request: HttpRequest, time_need: UUID) -> HttpResponse:
    """Take out what was written down by mistake."""
    need = _or_404(need_of(request.access, time_need))
    words = f"{need.name} goes from every plan, those of before too. If it only ends, give it a last day instead."
    return _confirmed(
        request, "Take this out?", words, lambda: remove_need(need=need, by=request.user)
    )


@school_view(Permission.KEEP_STAFF)
def provision_planning(request: HttpRequest, provision: UUID) -> HttpResponse:
    """Room, adult and times of a provision."""
    line = _or_404(provision_line(request.access, provision))
    rooms = rooms_of(request.access)
    form = PlanningForm(request.POST or None, record=line.planning, rooms=rooms)
    if request.method == "POST" and carried_out(
        form,
        lambda: plan_provision(
            provision=line.provision,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Kept.")
        return redirect("provision_planning", request.school.slug, line.provision.pk)
    context = {
        "line": line,
        "form": form,
        "window_form": WindowForm(),
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "staff/week/provision.html", context)


@school_view(Permission.KEEP_STAFF)
def window_add(request: HttpRequest, provision: UUID) -> HttpResponse:
    """A time for a provision."""
    line = _or_404(provision_line(request.access, provision))
    form = WindowForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: add_window(provision=line.provision, by=request.user, **form.facts)
    ):
        done(request, "The time is kept.")
        return redirect("provision_planning", request.school.slug, line.provision.pk)
    back = reverse("provision_planning", args=[request.school.slug, line.provision.pk])
    return _shown(request, form, f"When is {line.provision.name}?", "Save", cancel_url=back)


@school_view(Permission.KEEP_STAFF)
def window_remove(request: HttpRequest, provision: UUID, window: UUID) -> HttpResponse:
    """The time no longer matters."""
    line = _or_404(provision_line(request.access, provision))
    row = _or_404(window_of(request.access, line.provision, window))
    words = f"{row.get_weekday_display()} {row.starts_at:%-H:%M} to {row.ends_at:%-H:%M}"
    back = "provision_planning", request.school.slug, line.provision.pk
    return _confirmed(
        request,
        "Take this time out?",
        words,
        lambda: remove_window(window=row, by=request.user),
        back,
    )


@school_view(Permission.KEEP_STAFF)
def handover_add(request: HttpRequest) -> HttpResponse:
    """A child gets to know an adult; from then on they may be planned together."""
    children, members = children_here(request.access), members_here(request.access)
    form = HandoverForm(request.POST or None, children=children, members=members)
    if request.method == "POST" and carried_out(
        form, lambda: _keep_handover(request, **form.facts)
    ):
        return _back(request, "The handover is kept.")
    return _shown(request, form, "A child gets to know an adult", "Save")


def _keep_handover(request: HttpRequest, *, pupil, member, on, how) -> None:
    set_careful(pupil=pupil, is_careful=True, by=request.user)
    plan_handover(pupil=pupil, member=member, on=on, how=how, by=request.user)


@school_view(Permission.KEEP_STAFF)
def handover_remove(request: HttpRequest, handover: UUID) -> HttpResponse:
    """It does not take place."""
    row = _or_404(handover_of(request.access, handover))
    words = f"{row.pupil.full_name} and {row.member.name}, {row.on:%-d %B %Y}"
    return _confirmed(
        request,
        "Take this handover out?",
        words,
        lambda: remove_handover(handover=row, by=request.user),
    )


@school_view(Permission.KEEP_STAFF)
def careful_end(request: HttpRequest, pupil: UUID) -> HttpResponse:
    """New adults may come to the child without a planned handover."""
    child = _or_404(visible_child(request.access, pupil))
    words = f"New adults may be planned with {child.full_name} at once."
    return _confirmed(
        request,
        "No more planned handovers?",
        words,
        lambda: set_careful(pupil=child, is_careful=False, by=request.user),
    )


def _offered(request: HttpRequest) -> dict:
    return {
        "classes": classes_now(request.access),
        "children": children_here(request.access),
        "topics": topics_of(request.access),
    }


def _confirmed(request: HttpRequest, heading: str, words: str, change, back=None) -> HttpResponse:
    form = Form(request.POST if request.method == "POST" else None)
    back = back or (PAGE, request.school.slug)
    if request.method == "POST" and carried_out(form, change):
        done(request, "Done.")
        return redirect(*back)
    context = {
        "form": form,
        "heading": heading,
        "words": words,
        "submit": "Yes",
        "cancel_url": reverse(back[0], args=back[1:]),
    }
    return render(request, "layouts/take_out.html", context)


def _back(request: HttpRequest, words: str) -> HttpResponse:
    done(request, words)
    return redirect(PAGE, request.school.slug)


def _or_404(row):
    if row is None:
        raise Http404
    return row


def _shown(request: HttpRequest, form, heading: str, submit: str, **more) -> HttpResponse:
    back = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": back, **more}
    return render(request, FORM, context)
