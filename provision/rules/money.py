"""Sums as people read them."""


def in_pounds(pence: int) -> str:
    """`£1,234.56`; with a minus before the sign where it is less than nothing."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{whole:,}.{rest:02d}"
