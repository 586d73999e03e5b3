"""What a target counts, in words and in steps, and as its cycle was checked."""

from copy import copy
from decimal import Decimal

from provision.codes import LOCKED, MeasureKind
from provision.models import Cycle, CycleTarget, Measurement, Target


def number_words(value: Decimal) -> str:
    """`8`, `8.5`."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def value_words(target: Target, value: Decimal, out_of: int | None = None) -> str:
    """What was counted, in the target's unit: `8 of 20 words`, `4 of 10`, `3 times`."""
    number, unit = number_words(value), f" {target.unit}" if target.unit else ""
    match target.measure:
        case MeasureKind.TRIALS:
            return f"{number} of {out_of or target.out_of}{unit}"
        case MeasureKind.SCALE:
            return f"{number} of 10{unit}"
        case MeasureKind.TIMES:
            times = "once" if value == 1 else f"{number} times"
            return f"{times}{unit}"
        case MeasureKind.DONE:
            return "done" if value else "not yet"
    return f"{number}{unit}"


def scaled(target: Target, measurement: Measurement) -> Decimal:
    """A measurement in the target's own number of tries."""
    if measurement.out_of and target.out_of:
        return measurement.value * target.out_of / measurement.out_of
    return measurement.value


def as_checked(part: CycleTarget, cycle: Cycle) -> Target:
    """A target with the words and numbers with which its cycle was checked.

    As it is now while the cycle is still written, and in cycles from before these were kept.
    """
    if cycle.state not in LOCKED or not part.kept_text:
        return part.target
    target = copy(part.target)
    target.text, target.unit = part.kept_text, part.kept_unit
    target.baseline, target.goal = part.kept_baseline, part.kept_goal
    target.out_of, target.by_on = part.kept_out_of, part.kept_by_on
    return target


def steps_done(target: Target, value: Decimal, steps: int) -> int:
    """How many of so many steps from start to goal a value has come; never more than all."""
    way = (value - target.baseline) / (target.goal - target.baseline)
    return max(0, min(steps, int(way * steps)))
