"""The law of needs assessments, EHC plans and their reviews: pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import (
    annual_review,
    appeals,
    assessment,
    phase_transfer,
    plans,
    preparation,
    under_five,
)

BOOK = RuleBook(
    assessment.BOOK,
    plans.BOOK,
    annual_review.BOOK,
    preparation.BOOK,
    under_five.BOOK,
    phase_transfer.BOOK,
    appeals.BOOK,
)
