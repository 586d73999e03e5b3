"""The law of needs assessments, EHC plans and their reviews: pure, no Django."""

from aylsham.timescales.rules import RuleBook

from . import annual_review, appeals, assessment, phase_transfer, plans

BOOK = RuleBook(assessment.BOOK, plans.BOOK, annual_review.BOOK, phase_transfer.BOOK, appeals.BOOK)
