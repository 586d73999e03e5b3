"""The newest PEP of many children at once."""

from collections.abc import Callable
from functools import partial

from django.template.loader import render_to_string

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.documents.fitting import Fitted, fit_pdf
from pupils.print_kinds import NothingToPrint, PrintKind, register_print_kind
from pupils.selectors.identity import Child


def register_own() -> None:
    """The newest personal education plan, for who may read about care."""
    register_print_kind(
        PrintKind("pep", "Personal education plans", Permission.READ_CARE, _newest_pep)
    )


def _newest_pep(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    from lac.models import Pep
    from lac.selectors.pep_content import paper_of
    from lac.selectors.pep_rows import pep_of

    rows = Pep.objects.filter(school=child.school, pupil=child.pupil)
    newest = rows.order_by("-started_on", "-pk").values_list("pk", flat=True).first()
    row = pep_of(access, child.pupil, newest) if newest else None
    if row is None:
        raise NothingToPrint("There is no PEP that you may read.")
    context = {"paper": paper_of(access, row), "today": child.today}
    return partial(fit_pdf, [render_to_string("lac/print/pep.html", context)])
