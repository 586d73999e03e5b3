"""Forms of the self-evaluation."""

from collections.abc import Iterable

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, OnceForm
from aylsham.models import User
from provision.rules.graduated_map import Ipsef
from provision.services.evaluations import ACTION_FIELDS, STATEMENT_FIELDS


class StatementForm(EditForm):
    """How well a statement holds, and what shows it."""

    record_fields = STATEMENT_FIELDS
    text = forms.CharField(
        label="Statement",
        help_text="As the council's form words it.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    rating = forms.ChoiceField(label="How well does it hold?", required=False)
    evidence = forms.CharField(
        label="What shows it",
        help_text="No child's name.",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, shape: Ipsef, **kwargs):
        super().__init__(*args, **kwargs)
        ratings = [(each.key, each.label) for each in shape.ratings]
        self.fields["rating"].choices = [("", "Not rated yet"), *ratings]


class EvaluationActionForm(EditForm, OnceForm):
    """What is to be done, by whom, by when."""

    record_fields = ACTION_FIELDS
    what = forms.CharField(label="What is to be done", max_length=300)
    owner = forms.ModelChoiceField(
        label="Who does it", queryset=User.objects.none(), required=False, empty_label="Nobody yet"
    )
    by_on = DateField(label="By when", help_text="Stands on the list of what is due.")
    done_on = DateField(label="Done on", help_text="", required=False)

    def __init__(self, *args, owners: Iterable[User], **kwargs):
        super().__init__(*args, **kwargs)
        ids = [user.pk for user in owners]
        if self.record and self.record.owner_id:
            ids.append(self.record.owner_id)
        self.fields["owner"].queryset = User.objects.filter(pk__in=ids).order_by("name", "pk")
        self.fields["owner"].label_from_instance = lambda user: user.name
