"""The support plan of many children at once."""

from collections.abc import Callable
from functools import partial

from django.template.loader import render_to_string

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.documents.fitting import Fitted, fit_pdf
from pupils.print_kinds import PrintKind, register_print_kind
from pupils.selectors.identity import Child


def register_own() -> None:
    """The proposed individual support plan, without what only a few may read."""
    register_print_kind(
        PrintKind("support_plan", "Proposed support plans", Permission.VIEW_NEEDS, _support_plan)
    )


def _support_plan(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    from provision.selectors.support_plan import support_plan

    facts = {
        "plan": support_plan(access, child, goes_out=True),
        "name": child.pupil.full_name,
        "school": child.school,
        "today": access.today,
    }
    return partial(fit_pdf, [render_to_string("provision/print/support_plan.html", facts)])
