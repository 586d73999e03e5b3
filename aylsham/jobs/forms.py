"""Filters over background work."""

from django import forms
from django.db.models import QuerySet

from aylsham.forms import FilterForm
from aylsham.jobs.codes import JobState
from aylsham.jobs.registry import handlers


def _kinds():
    return [("", "Any"), *((handler.kind, handler.title) for handler in handlers())]


class WorkFilter(FilterForm):
    """Which background work to show."""

    state = forms.ChoiceField(label="State", choices=[("", "Any"), *JobState.choices])
    kind = forms.ChoiceField(label="Kind of work", choices=_kinds)

    def narrow(self, jobs: QuerySet) -> QuerySet:
        """The jobs that were asked for."""
        return jobs.filter(**self.chosen)
