"""Who asks for which page in the test of who sees what of care, and what a page reads of care."""

import re
from collections.abc import Sequence

from aylsham.access.exceptions import EXCEPTIONAL
from aylsham.access.roles import ROLES, Role
from tests.conventions.addresses import Address
from tests.conventions.turns import is_turn_of

#: Pages outside of care that read its tables, what is due, or the log.
MORE_OF_CARE = {
    "audit_log", "child", "child_family", "child_history", "child_looks", "child_timeline",
    "children", "children_export", "compared", "compared_count", "due", "due_export", "duties", "emergencies", "federation_audit_log",
    "federation_children", "federation_due", "federation_due_export", "federation_home", "federation_register",
    "federation_funding", "federation_funding_export", "federation_reports", "funding", "funding_sheet",
    "handover_pack", "my_class", "oddities", "register", "register_export", "reports", "school_home",
    "team_load", "transfer_start",
}  # fmt: skip
#: A table in which something planted stands, where a statement reads from it.
READ = re.compile(r'(?:FROM|JOIN) "?(lac_\w+|aylsham_deadline|aylsham_auditevent)\b')
#: What the line above every page of a child reads, for those who may know that it is in care.
LINE_ABOVE = {"lac_careperiod"}
#: One of so many roles asks for a page that reads nothing of care.
TURNS = 5
#: They ask for everything: who may open the most, and the one teacher who was told something.
ASK_ALL = (Role.SENDCO, "told")


def told_apart() -> list[Role]:
    """One role of each reach and set of permissions: pages cannot tell the others apart."""
    kinds = {}
    for role in Role:
        kinds.setdefault((ROLES[role].reach, ROLES[role].permissions), role)
    return list(kinds.values())


def is_of_care(page: Address) -> bool:
    """Whether a page may read what is kept of care, besides the line above a child's pages."""
    return page.view.__module__.startswith("lac.") or page.name in MORE_OF_CARE


def may_open(role: Role, page: Address) -> bool:
    needed = page.rule.permission
    return not needed or needed in ROLES[role].permissions | EXCEPTIONAL


def asks(who: Role | str, page: Address, child: int = 0, among: Sequence[Role] = ()) -> bool:
    """Whether it is somebody's turn to ask for a page, of this or that child.

    Everybody asks for a page of care. One that reads nothing of care has nothing to tell: each
    is asked for by every fifth of those who may open it, for each child, and every answer is
    held to having read nothing (`reading`).
    """
    if who in ASK_ALL or is_of_care(page):
        return True
    allowed = [role for role in among or told_apart() if may_open(role, page)]
    return is_turn_of(who, allowed, page, one_of=TURNS, later=child)
