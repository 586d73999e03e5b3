"""Forms of what belongs to a needs assessment: advice, claims, days, papers, talks."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm, PastDateField
from ehcp.assessment_codes import (
    OF_COUNCIL,
    AdviceFrom,
    ExceptionKind,
    Milestone,
)
from ehcp.assessment_forms import long_words
from ehcp.forms import SpokeForm
from ehcp.services.assessments.particulars import ADVICE_FIELDS, CLAIM_FIELDS

_NAME_HINT = "Of the person or service, if it is not us."
_ASKED_HINT = "An exception of the council is tested by this day."


def _milestones(chosen) -> list[tuple[str, str]]:
    return [CHOOSE, *((each.value, each.label) for each in chosen)]


class _AdviceFields(forms.Form):
    """Whom the council asked, the days, and the colleague who writes ours, among those who may."""

    body = forms.ChoiceField(label="Asked of", choices=[CHOOSE, *AdviceFrom.choices])
    who = forms.CharField(label="Name", max_length=150, required=False, help_text=_NAME_HINT)
    asked_on = PastDateField(label="Date on the council’s letter", help_text=_ASKED_HINT)
    received_on = PastDateField(
        label="Request received on", help_text="Six weeks run from this day."
    )
    given_on = PastDateField(label="Advice sent on", required=False)
    writer = forms.ChoiceField(label="Who writes ours", required=False)

    def __init__(self, *args, writers, **kwargs):
        super().__init__(*args, **kwargs)
        self.writers = {str(user.pk): user for user in writers}
        self.fields["writer"].choices = [  # type: ignore[attr-defined]
            ("", "Nobody yet"),
            *((key, user.name) for key, user in self.writers.items()),
        ]

    def _writer(self):
        return self.writers.get(self.cleaned_data.get("writer") or "")


class AdviceForm(_AdviceFields, OnceForm):
    """Somebody was asked for advice."""

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return self.cleaned_data | {"writer": self._writer()}


class AdviceChangeForm(_AdviceFields, EditForm):
    """Who writes it, that it went, or a slip put right."""

    record_fields = ADVICE_FIELDS
    body = forms.ChoiceField(label="Asked of", choices=AdviceFrom.choices)

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {"writer": self._writer()}


class ClaimForm(OnceForm):
    """An exception that the council claims."""

    kind = forms.ChoiceField(
        label="Which exception", choices=ExceptionKind.choices, widget=forms.RadioSelect
    )
    claimed_on = PastDateField(label="Claimed on", help_text="Date of the letter or e-mail.")
    words = long_words("What the council says")
    away_from = DateField(label="Away from", required=False, help_text="For (d) only.")
    back_on = DateField(label="Back on", required=False, help_text="For (d) only.")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return dict(self.cleaned_data)


class ClaimChangeForm(EditForm):
    """The same, put right."""

    record_fields = CLAIM_FIELDS
    kind = forms.ChoiceField(
        label="Which exception", choices=ExceptionKind.choices, widget=forms.RadioSelect
    )
    claimed_on = PastDateField(label="Claimed on")
    words = long_words("What the council says")
    away_from = DateField(label="Away from", required=False, help_text="For (d) only.")
    back_on = DateField(label="Back on", required=False, help_text="For (d) only.")


class StatedForm(OnceForm):
    """A day that the council names itself."""

    milestone = forms.ChoiceField(label="For what", choices=_milestones(OF_COUNCIL))
    day = DateField(label="Day that the council names")
    reason = forms.CharField(label="Reason that it gives", max_length=300)
    said_by = forms.CharField(label="Who said it", max_length=150)
    said_on = PastDateField(label="Said on")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return dict(self.cleaned_data)


class PaperForm(OnceForm):
    """A paper on the record that belongs to a milestone."""

    milestone = forms.ChoiceField(label="It belongs to", choices=_milestones(Milestone))
    document = forms.ChoiceField(
        label="Paper", help_text="File it among the child’s documents first."
    )

    def __init__(self, *args, documents, **kwargs):
        super().__init__(*args, **kwargs)
        self.documents = {str(row.pk): row for row in documents}
        self.fields["document"].choices = [
            CHOOSE,
            *((key, f"{row.title}, {row.of_on:%-d %b %Y}") for key, row in self.documents.items()),
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {"milestone": data["milestone"], "document": self.documents[data["document"]]}


class CouncilTalkForm(SpokeForm):
    """The same about a step of an assessment."""

    field_order = ("milestone",)
    milestone = forms.ChoiceField(
        label="About what",
        choices=_milestones((Milestone.DECISION, Milestone.NO_PLAN, Milestone.FINAL)),
    )
