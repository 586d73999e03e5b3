"""Plans and costed cases of many children at once."""

from collections.abc import Callable
from functools import partial

from django.template.loader import render_to_string

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.dates import academic_year
from aylsham.documents.fitting import Fitted, fit_pdf
from provision.codes import CycleState
from provision.models import Cycle
from pupils.print_kinds import NothingToPrint, PrintKind, register_print_kind
from pupils.selectors.identity import Child


def register_own() -> None:
    """What goes to families and to the council, without what only a few may read."""
    for kind in (
        PrintKind("cycle", "SEN support plans, as families get them", P.WRITE_CYCLES, _cycle),
        PrintKind("support_plan", "Proposed support plans", P.VIEW_NEEDS, _support_plan),
        PrintKind("top_up", "Costed cases for a top-up", P.VIEW_COSTS, _costed_case),
    ):
        register_print_kind(kind)


def _cycle(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    """The running plan with the child's card; that it was given is written down one by one."""
    from provision.selectors.cycles import cycle_of
    from provision.selectors.family_sheet import sheet_facts

    rows = Cycle.objects.filter(school=child.school, pupil=child.pupil, state=CycleState.RUNNING)
    newest = rows.order_by("-number").values_list("pk", flat=True).first()
    found = cycle_of(child.pupil, newest) if newest else None
    if found is None:
        raise NothingToPrint("No SEN support plan is running that was checked.")
    facts = sheet_facts(child, found, access.today)
    return partial(fit_pdf, [render_to_string("provision/print/sheet.html", facts)])


def _costed_case(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    from provision.selectors.top_up import case_facts

    facts = case_facts(access, child, academic_year(access.today))
    return partial(fit_pdf, [render_to_string("provision/print/top_up.html", facts)])


def _support_plan(access: Access, child: Child, is_large: bool) -> Callable[[], Fitted]:
    from provision.selectors.support_plan import support_plan

    facts = {
        "plan": support_plan(access, child, goes_out=True),
        "name": child.pupil.full_name,
        "school": child.school,
        "today": access.today,
    }
    return partial(fit_pdf, [render_to_string("provision/print/support_plan.html", facts)])
