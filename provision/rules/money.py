"""Sums as people read and type them."""

from decimal import ROUND_HALF_UP, Decimal

_PENCE = Decimal(100)


def in_pounds(pence: int) -> str:
    """`£1,234.56`; with a minus before the sign where it is less than nothing."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{whole:,}.{rest:02d}"


def in_pence(pounds: Decimal) -> int:
    """Pounds as somebody typed them, in whole pence; half a penny counts as one."""
    return int((pounds * _PENCE).to_integral_value(ROUND_HALF_UP))


def pounds_of(pence: int) -> Decimal:
    """Pence as pounds, for a box or a spreadsheet."""
    return Decimal(pence) / _PENCE
