"""Whose turn it is to ask for a page, and how, where several share the asking; what a page reads."""

import contextlib
import itertools
import re
from collections.abc import Iterator, Sequence

from django.db import connection

from aylsham.access.roles import ROLES, Role
from tests.conventions.addresses import Address, addresses

METHODS = ("get", "post")
SCHOOL_PAGES = [a for a in addresses() if a.rule and a.rule.level == "school"]
#: Where the turns at a page begin.
PLACE = {page.route: place for place, page in enumerate(addresses())}
#: Pages at which every role is asked about its table: one of each permission.
OF_EACH_PERMISSION = {page.rule.permission: page.route for page in reversed(SCHOOL_PAGES)}


def is_turn_of[Who](
    who: Who, allowed: Sequence[Who], page: Address, *, one_of: int, later: int = 0
) -> bool:
    """Whether somebody is among those who may open a page and ask for it: one of every `one_of`.

    All of them ask where they are fewer. `later` moves the turns on, for another row of the page.
    """
    turn = allowed.index(who) + PLACE[page.route] + later
    return len(allowed) < one_of or turn % one_of == 0


@contextlib.contextmanager
def reading(what: re.Pattern[str]) -> Iterator[set[str]]:
    """What of this is named in the statements that are sent meanwhile."""
    found: set[str] = set()

    def see(execute, statement, params, many, context):
        words = statement if isinstance(statement, str) else statement.as_string()
        found.update(what.findall(words))
        return execute(statement, params, many, context)

    with connection.execute_wrapper(see):
        yield found


def falls_to[Way](role: Role, roles: list[Role], page: Address, ways: list[Way]) -> list[Way]:
    """What falls to a role where several share the ways of asking for a page.

    That is enough where the decorator decides, which looks at no page, method or role but the
    table, and does so before anything else.
    """
    start = PLACE[page.route]
    return [way for n, way in enumerate(ways) if roles[(start + n) % len(roles)] == role]


def holds_no_more(role: Role) -> bool:
    """Whether another role of the same reach may do all that this one may, so that a page shows it
    nothing that it does not show the other; of two that are alike the later one."""
    order = list(Role)
    return any(
        ROLES[role].permissions < ROLES[other].permissions
        or (
            ROLES[role].permissions == ROLES[other].permissions
            and order.index(other) < order.index(role)
        )
        for other in order
        if ROLES[other].reach == ROLES[role].reach
    )


def elsewhere(page: Address, role: Role, others):
    """How somebody knocks at another school: with each method at each of them."""
    return falls_to(role, list(Role), page, list(itertools.product(METHODS, others)))


def refused_ways(page: Address, role: Role) -> list[str]:
    """How somebody asks for an own page that is not theirs."""
    if OF_EACH_PERMISSION[page.rule.permission] == page.route:
        return list(METHODS)
    refused = [each for each in Role if page.rule.permission not in ROLES[each].permissions]
    return falls_to(role, refused, page, list(METHODS))


def allowed_ways(page: Address, role: Role, others):
    """How somebody asks for an own page that is theirs: `(in the address, method, whose ids)`.

    Everybody looks at it, with another school's ids beside, but who holds no more than another of
    their reach: every part of a page that such a role is shown, the other is shown too, and what is
    shown for want of a permission falls to them in their turns. All who may open it take turns in
    looking again, in sending its form with such ids, and in having them stand in its address.
    """
    allowed = [each for each in Role if page.rule.permission in ROLES[each].permissions]
    first, second = others if PLACE[page.route] % 2 else others[::-1]
    shared = [(False, "get", second), *((False, "post", other) for other in others)]
    if page.rows:
        shared += [(True, *way) for way in itertools.product(METHODS, others)]
    own = [] if holds_no_more(role) else [(False, "get", first)]
    return [*own, *falls_to(role, allowed, page, shared)]
