"""A new record after an adoption: the sheet from the old one, and the old one set apart."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.forms import Form
from lac.carried_word import TITLE, sheet_word
from lac.forms.carried import ApartForm, CarriedForm
from lac.selectors.carried import names_to_leave, texts_to_carry
from lac.services.carried import set_apart_after_adoption
from lac.views.opening import PAGE, back_to_care, open_care
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.services.setting_apart import put_back
from pupils.views.opening import child_form, child_page
from pupils.views.printing import to_work


@school_view(Permission.EDIT_CARE)
def new_record(request: HttpRequest, pupil) -> HttpResponse:
    """Choose texts of the old record, take names out of them, and take the sheet away."""
    child = open_care(request, pupil)
    given = {
        "texts": texts_to_carry(request.access, child.pupil),
        "names": names_to_leave(child.pupil),
    }
    form, wanted = CarriedForm(request.POST or None, **given), request.POST.get("do", "")
    if wanted == "suggest":
        form = CarriedForm(initial=form.with_suggestions.dict(), **given)
    elif request.method == "POST" and form.is_valid():
        return _taken_away(request, child, form.carried, wanted)
    return child_page(request, "lac/carried.html", child, tab="care", form=form)


def _taken_away(request: HttpRequest, child, groups, wanted: str) -> HttpResponse:
    record_event(
        Action.EXPORT_CARE,
        school=request.school,
        by=request.access,
        pupil_ids=[child.pupil.pk],
        detail={"format": wanted or "print"},
    )
    context = {"title": TITLE, "groups": groups}
    if wanted == "word":
        return as_download(sheet_word(groups), f"sheet-{child.today:%Y-%m-%d}.docx")
    if wanted == "print":
        return render(request, "lac/carried_sheet.html", context)
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.CARRIED,
        html=render_to_string("lac/print/carried.html", context),
        of_on=child.today,
        permission=Permission.EDIT_CARE,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.EDIT_CARE)
def apart(request: HttpRequest, pupil) -> HttpResponse:
    """Set the old record apart: a leaver whom few find, and with whom nothing is matched."""
    child = open_care(request, pupil)
    form = ApartForm(request.POST or None, initial={"last_day": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: set_apart_after_adoption(
            pupil=child.pupil, last_day=form.cleaned_data["last_day"], by=request.user
        ),
    ):
        return back_to_care(request, child, "The record is set apart. You and the head find it.")
    return child_form(
        request,
        child,
        form,
        heading="Set this record apart",
        submit="Set it apart",
        back=PAGE,
        note="The child leaves with this name. No search, list, roll or pack leads here any more, "
        "and nothing says which record is the new one. Set it apart before the office brings the "
        "new name in.",
    )


@school_view(Permission.EDIT_CARE)
def put_back_page(request: HttpRequest, pupil) -> HttpResponse:
    """It was set apart by mistake."""
    child = open_care(request, pupil)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: put_back(pupil=child.pupil, by=request.user)
    ):
        return back_to_care(request, child, "The record is found again.")
    return child_form(
        request,
        child,
        form,
        heading="Put this record back",
        submit="Put it back",
        back=PAGE,
        note="Only if it was set apart by mistake: everybody who may see the child finds it again.",
    )
