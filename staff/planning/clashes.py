"""What speaks against a place, in words that name who is where: for the board of a week."""

from collections.abc import Iterable, Mapping

from .clocks import clock
from .codes import Hard
from .instance import Session, Span
from .moving import Moves
from .words import rule_in_words


def clashes_in_words(
    moves: Moves, session: Session, bars: Iterable[str], names: Mapping[str, str]
) -> list[str]:
    """A sentence for each rule: `Ada Reed is with Group B from 9:30`."""
    return [_words(moves, session, name, names) for name in bars]


def _words(moves: Moves, session: Session, name: str, names: Mapping[str, str]) -> str:
    kind, *about = name.split(":")
    who = names.get(about[0], "") if about else ""
    span = session.span
    adult = moves.instance.adults[session.adult]
    if kind == Hard.ADULT_ONCE:
        other = next(moves.diary.clashes(session))
        what = names.get(other.demand, "somebody")
        return f"{who} is with {what} from {clock(other.span.starts)}"
    if kind == Hard.CHILD_ONCE:
        rows = moves.diary.of_child[about[0], span.weekday]
        other = next(row for row in rows if row.span.overlaps(span))
        what = names.get(other.demand, "something else")
        return f"{who} is in {what} from {clock(other.span.starts)}"
    if kind == Hard.PROTECTED:
        lesson = _met(moves.instance.children[about[0]].protected, span)
        return f"{lesson.name or 'The lesson'} from {clock(lesson.starts)} is protected for {who}"
    if kind == Hard.BREAK:
        return f"{who} has a break from {clock(_met(adult.breaks, span).starts)}"
    if kind == Hard.TASK:
        task = _met(adult.tasks, span)
        return f"{who} has {task.name or 'a directed task'} from {clock(task.starts)}"
    if kind == Hard.ROOM:
        return f"{names.get(about[1], 'the room')} is taken then"
    return rule_in_words(moves.instance, name, names)


def _met(spans: Iterable[Span], span: Span) -> Span:
    return next(each for each in spans if each.overlaps(span))
