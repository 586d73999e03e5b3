"""The passport for the child: pictures beside short sentences, chosen together, and its print."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import PdfProblem
from aylsham.notices import problem
from pupils.selectors.identity import Child
from pupils.selectors.passports.easy import easy_parts, unprintable
from pupils.selectors.passports.lines import writable_line
from pupils.selectors.passports.page import passport_page
from pupils.services.passports.printing import easy_read
from pupils.services.passports.symbols import choose_symbol
from pupils.symbols import LICENCE, LICENCE_URL, OF_PARTS, SYMBOLS
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.passports import may_write
from pupils.views.printing import pdf_answer

PAGE = "passport_symbols"


@school_view(Permission.VIEW_NEEDS)
def passport_symbols(request: HttpRequest, pupil) -> HttpResponse:
    """The passport in easy-read; `?as=pdf` prints it, `?line=` opens the pictures for a line."""
    is_print = request.GET.get("as") == "pdf"
    child = open_child(request, pupil, Action.PRINT if is_print else Action.VIEW_PASSPORT)
    page = passport_page(request.access, child)
    parts = easy_parts(child, page)
    if is_print:
        try:
            today = request.access.today
            fitted = easy_read(child.pupil.known_as, parts, page.own, child.school, today=today)
            return pdf_answer(fitted.pdf, f"easy-read-passport-{today:%Y-%m-%d}.pdf")
        except PdfProblem as refused:
            problem(request, str(refused))
    may_choose = may_write(request, child)
    return child_page(
        request,
        "pupils/passports/symbols.html",
        child,
        tab="passport",
        parts=parts,
        page=page,
        unprintable=unprintable(child.pupil.known_as, parts, page.own),
        may_choose=may_choose,
        line=request.GET.get("line", "") if may_choose else "",
        groups=_groups(),
        licence=LICENCE,
        licence_url=LICENCE_URL,
    )


@school_view(Permission.EDIT_PASSPORTS)
@require_POST
def symbol_choose(request: HttpRequest, pupil) -> HttpResponse:
    """Put the pressed picture beside the line."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    line = _line(request, child, request.POST.get("line", ""))
    try:
        symbol = request.POST.get("symbol", "")
        choose_symbol(pupil=child.pupil, line=line, symbol=symbol, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url(PAGE, child))


def _line(request: HttpRequest, child: Child, name: str) -> str:
    """A part, a sentence of one, or one of what helps that the asker may write."""
    part, _, _ = name.partition("~")
    is_known = part in OF_PARTS and re.fullmatch(r"\w+(~[0-9a-f]{12})?", name)
    if not child.is_on_roll or not (is_known or writable_line(request.access, child.pupil, name)):
        raise Http404
    return name


def _groups() -> dict[str, list]:
    groups: dict[str, list] = {}
    for symbol in SYMBOLS.values():
        groups.setdefault(symbol.group, []).append(symbol)
    return groups
