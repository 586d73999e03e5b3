"""Reading what is owed: every kind in one statement."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.db.models import CharField, QuerySet, Value

from aylsham.asks.compiled import rows_of
from aylsham.asks.registry import COLUMNS, Ask, AskKind, Scope, Whose, kinds_of_asks
from aylsham.asks.rules import place_of

DAY = dt.timedelta(days=1)
_NAMES = [f"ask_{name}" for name in COLUMNS]


def read_asks(scope: Scope) -> list[Ask]:
    """What is owed, in order; one statement, and those of a sieve that finds something to sift.

    Whoever is asked for the same twice, as the teacher and by name, is asked once.
    """
    known = kinds_of_asks()
    found: dict[tuple, Ask] = {}
    for row in rows_of(_all_kinds, scope):
        ask = _ask(known, row)
        if not scope.is_led(ask.whose, ask.year_group):
            continue
        same = found.get(who := (ask.whose, ask.person, ask.key))
        found[who] = ask if same is None else min(ask, same, key=lambda each: each.count)
    return sorted(_sifted(scope, found.values()), key=lambda ask: place_of(ask.owed))


def _all_kinds(scope: Scope) -> QuerySet:
    parts = [_part(kind, read, scope) for kind in kinds_of_asks().values() for read in kind.readers]
    return parts[0].union(*parts[1:], all=True).order_by()


def _part(kind: AskKind, read: Callable[[Scope], QuerySet], scope: Scope) -> QuerySet:
    rows = read(scope).annotate(ask_kind=Value(kind.code, CharField()))
    return scope.narrowed(rows).values_list(*_NAMES)


def _ask(known: dict[str, AskKind], row: tuple) -> Ask:
    told = dict(zip(COLUMNS, row, strict=True))
    kind = known[told.pop("kind")]
    told["whose"] = Whose(told["whose"])
    told["due_on"] += kind.due_after * DAY
    told["asked_on"] += kind.asked_after * DAY
    return Ask(kind=kind, **told)


def _sifted(scope: Scope, found: Iterable[Ask]) -> list[Ask]:
    by_kind: dict[str, list[Ask]] = defaultdict(list)
    for ask in found:
        by_kind[ask.kind.code].append(ask)
    kept: list[Ask] = []
    for asks in by_kind.values():
        if sieve := asks[0].kind.sieve:
            wanted = sieve(scope, asks)
            asks = [ask for ask in asks if (ask.person, ask.subject) in wanted]
        kept += asks
    return kept
