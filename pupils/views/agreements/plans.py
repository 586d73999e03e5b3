"""What people are asked to agree to: plans, who is asked, and whether a change asks again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.agreements import AskPeopleForm
from pupils.selectors.actions import colleagues_at
from pupils.selectors.agreements.page import (
    can_be_asked_about,
    family_of,
    plans_asked,
)
from pupils.selectors.sharing import verdicts_on
from pupils.services.agreements.asking import (
    ask_to_agree,
    note_small_change,
)
from pupils.views.agreements.opening import PLAN, open_plan, plan_url, thing_of
from pupils.views.opening import child_form, child_page, open_child


@school_view(Permission.VIEW_FAMILY_LOG)
def child_agreements(request: HttpRequest, pupil) -> HttpResponse:
    """Every plan to which somebody was asked to agree."""
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    return child_page(
        request,
        "pupils/agreements/child.html",
        child,
        tab="agreements",
        plans=plans_asked(request.access, child.pupil),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS) and child.is_on_roll,
    )


@school_view(Permission.ASK_FOR_VIEWS)
def agreement_choose(request: HttpRequest, pupil) -> HttpResponse:
    """Choose the plan to which people are asked to agree."""
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    found = can_be_asked_about(request.access, child.pupil)
    return child_page(
        request, "pupils/agreements/choose.html", child, tab="agreements", texts=found
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def agreement(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """One plan: who agreed to which version, and who has not answered."""
    child, page = open_plan(request, pupil, agreed_kind, agreed_subject)
    return child_page(
        request,
        "pupils/agreements/plan.html",
        child,
        tab="agreements",
        page=page,
        plan_url=page.kind.url(child.school, child.pupil.pk, page.subject_id),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
        may_record=request.access.can(Permission.LOG_CONTACT),
    )


@school_view(Permission.ASK_FOR_VIEWS)
def agreement_ask_add(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """Choose the people who are asked about the text as it stands."""
    child, page = open_plan(request, pupil, agreed_kind, agreed_subject)
    contacts = family_of(child.pupil)
    form = AskPeopleForm(
        request.POST or None,
        contacts=contacts,
        verdicts=verdicts_on(contacts, thing_of(page), today=request.access.today),
        colleagues={
            str(user.pk): (user, user.name)
            for user in colleagues_at(child.school, today=request.access.today)
        },
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: ask_to_agree(
            pupil=child.pupil,
            kind=page.kind,
            subject_id=page.subject_id,
            shown=page.shown,
            people=form.chosen(),
            due_on=form.cleaned_data["due_on"],
            is_checked=form.cleaned_data["is_checked"],
            by=request.user,
        ),
    ):
        done(request, "They are asked. We remind them on school days.")
        return redirect(plan_url(child, page))
    return child_form(
        request,
        child,
        form,
        heading=f"Ask people to agree: {page.shown.title.lower()}",
        submit="Ask them",
        back=PLAN,
        back_args=(page.kind.key, page.subject_id),
        template="pupils/agreements/ask_form.html",
        tab="agreements",
        page=page,
        hands_over="",
    )


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_tidied(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """Only words were tidied: nobody is asked again."""
    child, page = open_plan(request, pupil, agreed_kind, agreed_subject)
    try:
        note_small_change(
            pupil=child.pupil,
            kind=page.kind,
            subject_id=page.subject_id,
            shown=page.shown,
            by=request.user,
        )
        done(request, "Noted. What people said still holds.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(plan_url(child, page))
