"""The bank of targets: kept by the school, picked from for a child."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from provision.forms.bank import BankForm
from provision.list_files import TARGET_BANK
from provision.rules.writing import TARGET, check_writing
from provision.selectors.bank import (
    FEDERATION,
    SCHOOL,
    BankLine,
    bank_areas,
    bank_line,
    bank_lines,
    offered,
)
from provision.selectors.catalogue import keeps_shared_catalogue
from provision.services.bank import (
    BANK_FIELDS,
    add_bank_target,
    change_bank_target,
    retire_bank_target,
)
from pupils.codes import NEED_TYPES
from pupils.selectors.history import open_needs_of
from pupils.views.opening import child_page, open_child

PAGE = "target_bank"


@school_view(Permission.VIEW_NEEDS)
@has_file
def target_bank(request: HttpRequest) -> HttpResponse:
    """Every target that can be picked, by area of need; who keeps it also sees the others."""
    lines = bank_lines(request.access)
    if asks_for_file(request):
        return list_file(
            request,
            TARGET_BANK,
            _each_target(lines, may_keep=request.access.can(Permission.EDIT_PROVISION)),
        )
    context = {
        "areas": bank_areas(line for line in lines if not line.entry.is_retired),
        "retired": [line for line in lines if line.entry.is_retired],
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/bank/bank.html", context)


@school_view(Permission.WRITE_CYCLES)
def bank_pick(request: HttpRequest, pupil) -> HttpResponse:
    """Pick a target for a child: those of the child's year, the child's needs first."""
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    every = "all" in request.GET
    year = "" if every else child.pupil.year_group
    needed = {NEED_TYPES[need.need_type].area for need in open_needs_of(child.pupil)}
    return child_page(
        request,
        "provision/bank/pick.html",
        child,
        tab="targets",
        areas=bank_areas(offered(request.access, year), needed),
        every=every,
        year=child.pupil.get_year_group_display(),
    )


@school_view(Permission.EDIT_PROVISION)
def bank_add(request: HttpRequest) -> HttpResponse:
    """Add a target of our own."""
    form = BankForm(request.POST or None, may_share=keeps_shared_catalogue(request.access))
    if request.method == "POST" and carried_out(form, lambda: _add(request, form)):
        done(request, "The target is in the bank.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Add a target to the bank")


@school_view(Permission.EDIT_PROVISION)
def bank_change(request: HttpRequest, bank_target) -> HttpResponse:
    """Reword a target; one of ours or of the federation gets the school's own words."""
    line, may_share = _found(request, bank_target), keeps_shared_catalogue(request.access)
    own = line.entry if _is_kept(line, may_share) else None
    start = None if own else {name: getattr(line.entry, name) for name in BANK_FIELDS}
    form = BankForm(
        request.POST or None, record=own, initial=start or {}, may_share=may_share and not own
    )
    if request.method == "POST" and carried_out(
        form, lambda: _change(request, form, own) if own else _add(request, form, line.code)
    ):
        done(request, "Reworded. Targets of children stay as they are.")
        return redirect(PAGE, request.school.slug)
    return _form(request, form, "Reword the target")


@school_view(Permission.EDIT_PROVISION)
@require_POST
def bank_retire(request: HttpRequest, bank_target) -> HttpResponse:
    """Offer a target no longer, or again; for this school, unless it is the federation's own."""
    line = _found(request, bank_target)
    retired = not line.entry.is_retired
    entry = line.entry
    if not _is_kept(line, keeps_shared_catalogue(request.access)):
        facts = {name: getattr(entry, name) for name in BANK_FIELDS}
        entry = add_bank_target(
            school=request.school, by=request.user, stands_for=line.code, **facts
        )
    retire_bank_target(entry=entry, school=request.school, by=request.user, is_retired=retired)
    done(request, "It is no longer offered." if retired else "It is offered again.")
    return redirect(PAGE, request.school.slug)


def _is_kept(line: BankLine, may_share: bool) -> bool:
    """Whether the asker changes the entry itself rather than laying own words over it."""
    return line.of == SCHOOL or (line.of == FEDERATION and may_share)


def _add(request: HttpRequest, form: BankForm, code: str = "") -> None:
    add_bank_target(
        school=request.school,
        by=request.user,
        is_shared=form.cleaned_data.get("is_shared", False),
        stands_for=code,
        key=form.cleaned_data["key"],
        **form.facts,
    )


def _change(request: HttpRequest, form: BankForm, entry) -> None:
    change_bank_target(
        entry=entry,
        school=request.school,
        version=form.cleaned_data["version"],
        by=request.user,
        **form.facts,
    )


def _form(request: HttpRequest, form: BankForm, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
        "check_url": reverse("check_target", args=[request.school.slug]),
        "findings": check_writing(form["text"].value() or "", TARGET),
        "rest": [field for field in form.visible_fields() if field.name != "text"],
    }
    return render(request, "provision/bank/form.html", context)


def _found(request: HttpRequest, code: str) -> BankLine:
    line = bank_line(request.access, code)
    if line is None:
        raise Http404
    return line


def _each_target(lines, *, may_keep: bool) -> list[tuple]:
    """Every target with its area; those no longer offered only for whoever keeps the bank."""
    shown = [line for line in lines if may_keep or not line.entry.is_retired]
    return [(area.name, line) for area in bank_areas(shown) for line in area.lines]
