"""Law and arithmetic about staff (pure, no Django)."""

from staff.rules.senco import BOOK, senco_qualification

__all__ = ["BOOK", "senco_qualification"]
