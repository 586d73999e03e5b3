"""Columns of the audit log that Django has no field for."""

from django.db import models
from django.db.models import Func
from django.db.models.functions import Cast


class ClockTimestamp(Func):
    """The moment itself, not the start of the transaction."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()


class TransactionNumber(Func):
    """The number of the present transaction, as text."""

    template = "pg_current_xact_id()::text"
    output_field = models.TextField()


def transaction_number() -> Cast:
    """The number of the present transaction (xid8, which never wraps around)."""
    return Cast(TransactionNumber(), models.BigIntegerField())
