"""What belongs to an assessment: advice, exceptions, days the council names, papers, talks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp import assessment_part_forms as forms
from ehcp.selectors.assessments.pages import advice_of, claim_of
from ehcp.selectors.assessments.people import documents_of, writers_at
from ehcp.services.assessments import particulars
from ehcp.views.assessments.pages import PAGE, TAB
from ehcp.views.assessments.steps import opened
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_url

EDIT = Permission.EDIT_PLANS


@school_view(EDIT)
def advice_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """The council asked somebody for advice."""
    child, row = opened(request, pupil, needs_assessment)
    form = forms.AdviceForm(request.POST or None, writers=writers_at(request.access))
    if request.method == "POST" and carried_out(
        form, lambda: particulars.add_advice(assessment=row, by=request.user, **form.facts)
    ):
        return _back(request, child, "Recorded. Six weeks run from the day it was received.")
    note = "Holidays do not stop these six weeks: a closed school is no excuse for our advice."
    return _form(request, child, form, "Advice that was asked for", "Save", note)


@school_view(EDIT)
def advice_change(request: HttpRequest, pupil, needs_assessment, assess_advice) -> HttpResponse:
    """Who writes it, that it went, or a slip put right."""
    child, row = opened(request, pupil, needs_assessment)
    found = advice_of(row, assess_advice)
    if found is None:
        raise Http404
    form = forms.AdviceChangeForm(
        request.POST or None, writers=writers_at(request.access), record=found
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: particulars.change_advice(
            advice=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, "Recorded.")
    note = "Keep a copy: file the advice among the documents, and attach it to this step."
    return _form(request, child, form, f"Advice: {found.get_body_display()}", "Save", note)


@school_view(EDIT)
def claim_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """The council relies on an exception."""
    child, row = opened(request, pupil, needs_assessment)
    form = forms.ClaimForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: particulars.claim_exception(assessment=row, by=request.user, **form.facts)
    ):
        return _back(request, child, "Recorded. Whether the dates bear it out stands below.")
    return _form(
        request,
        child,
        form,
        "An exception that the council claims",
        "Save and test it",
        "It is tested against the school’s own closures and the day on which advice was asked for.",
    )


@school_view(EDIT)
def claim_change(request: HttpRequest, pupil, needs_assessment, claimed) -> HttpResponse:
    """A claim put right."""
    child, row = opened(request, pupil, needs_assessment)
    found = claim_of(row, claimed)
    if found is None:
        raise Http404
    form = forms.ClaimChangeForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: particulars.change_claim(
            claim=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, "Corrected, and tested again.")
    return _form(request, child, form, "Correct what the council claims", "Save and test it")


@school_view(EDIT)
def stated_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """A day that the council names itself."""
    child, row = opened(request, pupil, needs_assessment)
    form = forms.StatedForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: particulars.state_day(assessment=row, by=request.user, **form.facts)
    ):
        return _back(request, child, "Recorded beside the legal day, which stays.")
    return _form(
        request,
        child,
        form,
        "A day that the council names",
        "Save",
        "It stands beside the day of the law and never replaces it.",
    )


@school_view(EDIT)
def paper_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """A letter or e-mail belongs to a milestone."""
    child, row = opened(request, pupil, needs_assessment)
    form = forms.PaperForm(
        request.POST or None, documents=documents_of(request.access, child.pupil)
    )
    if request.method == "POST" and carried_out(
        form, lambda: particulars.attach_paper(assessment=row, by=request.user, **form.facts)
    ):
        return _back(request, child, "The paper stands beside its step.")
    return _form(request, child, form, "Attach a paper", "Attach it")


@school_view(EDIT)
def talk_add(request: HttpRequest, pupil, needs_assessment) -> HttpResponse:
    """Somebody spoke to the co-ordinator: the reminder moves."""
    child, row = opened(request, pupil, needs_assessment)
    initial = {"who": row.coordinator, "on": request.access.today}
    form = forms.CouncilTalkForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: particulars.spoke_to_council(assessment=row, by=request.user, **form.facts)
    ):
        return _back(request, child, "Recorded. The reminder comes later.")
    return _form(request, child, form, "You spoke to the council", "Save")


def _back(request: HttpRequest, child: Child, words: str) -> HttpResponse:
    done(request, words)
    return redirect(child_url(PAGE, child))


def _form(
    request: HttpRequest, child: Child, form, heading: str, submit: str, note: str = ""
) -> HttpResponse:
    return child_form(
        request, child, form, heading=heading, submit=submit, note=note, back=PAGE, tab=TAB
    )
