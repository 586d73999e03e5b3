"""Percentages, and on how many children they may stand; pure."""

from decimal import ROUND_HALF_UP, Decimal

from aylsham.suppression.settings import USUAL, Settings


def percent(count: int, base: int, settings: Settings = USUAL) -> float | None:
    """To one decimal, halves up; None on a base under ten, or as the settings say."""
    if base < settings.smallest_base:
        return None
    exact = Decimal(count * 100) / Decimal(base)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
