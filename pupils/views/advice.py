"""What professionals recommend: of a child, of the school, decided and looked at again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import version_of
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from aylsham.spreadsheets import csv_file
from pupils.agency_codes import AdviceState
from pupils.forms.advice import DecideAdviceForm, RecommendationsForm, ReviewAdviceForm
from pupils.list_files import UNDECIDED_ADVICE
from pupils.selectors.actions import colleagues_at
from pupils.selectors.advice import advice_by_report, recommendation_of, undecided_advice
from pupils.selectors.documents import advice_of, document_of
from pupils.selectors.history import open_needs_of
from pupils.services.advice import (
    ADVICE_FIELDS,
    decide_again,
    decline_advice,
    follow_advice,
    review_advice,
    write_recommendations,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_advice"
TAB = "advice"
HEADINGS = ("No.", "Advice", "Type", "Author", "Profession", "Date", "Source", "File")


@school_view(Permission.VIEW_REFERRALS)
def child_advice(request: HttpRequest, pupil) -> HttpResponse:
    """Reports on a child with their recommendations and what became of each."""
    child = open_child(request, pupil, Action.VIEW_RECOMMENDATIONS)
    return child_page(
        request,
        "pupils/advice/child.html",
        child,
        tab=TAB,
        reports=advice_by_report(request.access, child.pupil),
        may_decide=request.access.can(Permission.DECIDE_ADVICE),
    )


@school_view(Permission.DECIDE_ADVICE)
@has_file
def undecided(request: HttpRequest) -> HttpResponse:
    """What nobody has decided at the school, the oldest first."""
    lines = undecided_advice(request.access)
    ids = [line.pupil_id for line in lines]
    record_event(
        Action.VIEW_RECOMMENDATIONS, school=request.school, by=request.access, pupil_ids=ids
    )
    if asks_for_file(request):
        return list_file(request, UNDECIDED_ADVICE, lines)
    return render(request, "pupils/advice/undecided.html", {"lines": lines})


@school_view(Permission.DECIDE_ADVICE)
def recommendations_add(request: HttpRequest, pupil, document) -> HttpResponse:
    """Write down what a report recommends."""
    child = open_child(request, pupil, Action.VIEW_RECOMMENDATIONS)
    found = document_of(request.access, child.pupil, document)
    if found is None:
        raise Http404
    form = RecommendationsForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: write_recommendations(document=found, texts=form.lines, by=request.user)
    ):
        done(request, "They are written down. Decide on each within three weeks.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="What the report recommends",
        submit="Write them down",
        back=PAGE,
        tab=TAB,
        note=f"{found.get_kind_display()}, {found.of_on:%-d %B %Y}",
    )


@school_view(Permission.DECIDE_ADVICE)
def advice_decide(request: HttpRequest, pupil, recommendation) -> HttpResponse:
    """Adopt, adapt or decline."""
    child, row = _opened(request, pupil, recommendation)
    form = DecideAdviceForm(
        request.POST or None,
        record=row,
        child=child,
        colleagues=colleagues_at(child.school, today=request.access.today),
        levels=request.access.permissions_at(child.school),
        needs=open_needs_of(child.pupil),
    )
    if request.method == "POST" and carried_out(form, lambda: _decide(row, form, request.user)):
        done(request, "The decision is recorded.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Decide on a recommendation",
        submit="Record the decision",
        back=PAGE,
        template="pupils/advice/decide.html",
        tab=TAB,
        row=row,
    )


@school_view(Permission.DECIDE_ADVICE)
def advice_review(request: HttpRequest, pupil, recommendation) -> HttpResponse:
    """Look at it again."""
    child, row = _opened(request, pupil, recommendation)
    form = ReviewAdviceForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: review_advice(
            recommendation=row,
            found=form.cleaned_data["found"],
            next_on=form.cleaned_data["next_on"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "It is recorded.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Look at a recommendation again",
        submit="Record it",
        back=PAGE,
        tab=TAB,
        note=row.words or row.text,
    )


@school_view(Permission.DECIDE_ADVICE)
@require_POST
def advice_again(request: HttpRequest, pupil, recommendation) -> HttpResponse:
    """Take a decision back."""
    child, row = _opened(request, pupil, recommendation)
    version = version_of(row, ADVICE_FIELDS)
    decide_again(recommendation=row, version=version, by=request.user)
    done(request, "The decision is taken back. What came of it among what helps has ended.")
    return redirect(child_url(PAGE, child))


@school_view(Permission.EXPORT)
def advice_export(request: HttpRequest, pupil) -> HttpResponse:
    """The list of advice and information (Section K) as a sheet."""
    child = open_child(request, pupil, Action.EXPORT_LIST, list="advice")
    rows = [
        (
            number,
            line.title,
            line.kind_words,
            line.author,
            line.profession,
            line.of_on.isoformat(),
            line.source,
            line.file_words,
        )
        for number, line in enumerate(advice_of(request.access, child.pupil), start=1)
    ]
    name = f"advice-and-information-{request.access.today:%Y-%m-%d}.csv"
    return as_download(csv_file(HEADINGS, rows), name)


def _decide(row, form: DecideAdviceForm, by) -> None:
    data = form.cleaned_data
    more = {
        "recommendation": row,
        "owner": form.owner,
        "review_on": data["review_on"],
        "version": data["version"],
        "by": by,
    }
    if data["state"] == AdviceState.DECLINED:
        decline_advice(reason=data["reason"], **more)
    else:
        words = data["words"] if data["state"] == AdviceState.ADAPTED else ""
        follow_advice(words=words, helps=form.helps, **more)


def _opened(request: HttpRequest, pupil, recommendation):
    child = open_child(request, pupil, Action.VIEW_RECOMMENDATIONS)
    row = recommendation_of(request.access, child.pupil, recommendation)
    if row is None:
        raise Http404
    return child, row
