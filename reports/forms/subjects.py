"""Forms of the subject leaders: who leads, what is done."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from aylsham.forms import DateField, Form
from aylsham.models import User
from reports.forms.objectives import NO_CHILD, StateForm
from reports.models import Objective
from reports.services.subjects import ACTION_FIELDS


class LeadsForm(Form):
    """Who leads a subject."""

    user_ids = forms.TypedMultipleChoiceField(
        label="Who leads it",
        coerce=UUID,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever is chosen opens the subject’s page once they have the role of subject "
        "leader. It names no child.",
    )
    #: Who led it when the page was opened.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, adults: Iterable[User], leads: Iterable[UUID], **kwargs):
        now = [str(pk) for pk in leads]
        kwargs["initial"] = {"user_ids": now, "seen": " ".join(sorted(now))}
        super().__init__(*args, **kwargs)
        self.fields["user_ids"].choices = [(str(each.pk), each.name) for each in adults]

    def clean_seen(self) -> list[UUID]:
        """The ids as they stood in the page."""
        try:
            return [UUID(each) for each in self.cleaned_data["seen"].split()]
        except ValueError:
            raise forms.ValidationError("Open the page again.") from None


class SubjectActionForm(StateForm):
    """An action in the curriculum: what, for whom, by when, towards which objective."""

    record_fields = ACTION_FIELDS
    what = forms.CharField(
        label="What is done", max_length=300, help_text=f"Begin with a verb. {NO_CHILD}"
    )
    for_whom = forms.CharField(
        label="For which classes or years",
        max_length=150,
        help_text="For example: Years 3 and 4, every class",
    )
    due_on = DateField(label="By when")
    owner_id = forms.TypedChoiceField(
        label="Who is asked for it",
        coerce=UUID,
        empty_value=None,
        required=False,
        help_text="It stands in what is asked of them two weeks before.",
    )
    objective_id = forms.TypedChoiceField(
        label="Does it count towards an objective?",
        coerce=UUID,
        empty_value=None,
        required=False,
    )
    evidence = forms.CharField(
        label="What came of it",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"What changed in lessons, and how one can see it. {NO_CHILD}",
    )

    def __init__(
        self, *args, adults: Iterable[User], objectives: Iterable[Objective], **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        people = [(str(each.pk), each.name) for each in adults]
        known = {pk for pk, _ in people}
        if self.record and self.record.owner_id and str(self.record.owner_id) not in known:
            people.append((str(self.record.owner_id), self.record.who))
        self.fields["owner_id"].choices = [("", "Whoever leads the subject"), *people]
        aims = [(str(each.pk), each.what) for each in objectives]
        if self.record and self.record.objective and not self.record.objective.is_to_do:
            aims.append((str(self.record.objective_id), self.record.objective.what))
        self.fields["objective_id"].choices = [("", "No"), *aims]
