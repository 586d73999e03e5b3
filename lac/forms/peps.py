"""Forms of plans: their parts, targets, checks and steps."""

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham.changes import StaleSave
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from lac.models import PepAnswer, PepCheck, PepPart, PepTarget
from lac.pep_codes import (
    Met,
    PepKind,
    PepWhy,
    TargetSort,
    TargetTerm,
    Whose,
)
from lac.pep_parts import BY_KEY
from lac.selectors.pep_marks import mark_of_answers, mark_of_checks, mark_of_targets
from provision.forms.aims import TargetForm
from provision.models import Target

SUPPORT_ONLY = ("consents_on", "consents_to")


def words(rows: int = 4) -> forms.Textarea:
    """A box for sentences, so many lines high."""
    return forms.Textarea(attrs={"rows": rows})


class MarkedForm(Form):
    """A form over several rows: it carries a mark of what they said when it was opened."""

    marks_optional = False

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def show_both(self, refused: StaleSave) -> None:
        """Beside each box what the record says now; saving again keeps what is in the boxes."""
        for each in refused.differences:
            if each.field in self.cleaned_data and self.cleaned_data[each.field] != each.value:
                self.add_error(each.field, f"The record now says: {each.now}")
        self.add_error(None, f"{refused} Look at it again. Save to keep what is in the boxes.")
        self.data = self.data.copy()
        self.data["version"] = refused.version


class PartForm(MarkedForm):
    """The words of one part, each with whose words they are."""

    said_by = forms.CharField(
        label="Who said it",
        max_length=150,
        required=False,
        help_text="Where you write down somebody else’s words",
    )

    def __init__(self, *args, part: PepPart, answers: list[PepAnswer], simple=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = BY_KEY[part.key].asked(part.pep.kind)
        self.is_simple = simple
        said = {row.question: row for row in answers}
        self.initial["version"] = mark_of_answers(answers)
        self.initial["said_by"] = next((row.said_by for row in answers if row.said_by), "")
        for each in self.questions:
            row = said.get(each.key)
            self.fields[each.key] = forms.CharField(
                label=each.label,
                help_text=each.hint,
                # No counter beside each box: nobody writes so much.
                validators=[MaxLengthValidator(10_000)],
                required=False,
                widget=words(3),
                initial=row.text if row else "",
            )
            self.fields[f"{each.key}_whose"] = forms.ChoiceField(
                label="In whose words",
                choices=Whose.choices,
                required=False,
                initial=row.whose if row else each.whose,
            )
        if simple:
            del self.fields["said_by"]
            for each in self.questions:
                del self.fields[f"{each.key}_whose"]
        self.known = said

    @property
    def boxes(self) -> list[tuple]:
        """(question, words, whose) for the page."""
        return [
            (each, self[each.key], None if self.is_simple else self[f"{each.key}_whose"])
            for each in self.questions
        ]

    @property
    def said(self) -> dict[str, tuple[str, str]]:
        """(text, whose) by question."""
        data = self.cleaned_data
        return {
            each.key: (data[each.key], self._whose(each.key, each.whose)) for each in self.questions
        }

    def _whose(self, key: str, usual: Whose) -> str:
        if self.is_simple:
            return self.known[key].whose if key in self.known else usual
        return self.cleaned_data[f"{key}_whose"] or usual


class WhyForm(Form):
    """A reason."""

    why = forms.CharField(label="Why", max_length=200)

    def __init__(self, *args, label: str = "Why", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].label = label


class PlanForm(EditForm):
    """What a plan is for, who leads it, and what parents agree to."""

    record_fields = ("why", "lead", "council", "meeting_on", *SUPPORT_ONLY)
    why = forms.ChoiceField(label="What it is for", choices=PepWhy.choices)
    lead = forms.ModelChoiceField(label="Who leads it", queryset=None, empty_label=None)
    council = forms.CharField(
        label="Council whose virtual school looks at it", max_length=100, required=False
    )
    meeting_on = DateField(label="Day of the meeting", required=False)
    consents_on = DateField(label="Parents agreed on", required=False)
    consents_to = forms.CharField(
        label="What the parents agree to have recorded",
        required=False,
        max_length=2000,
        widget=words(3),
        help_text="They choose. What they do not want here is not written here.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = people
        self.fields["lead"].label_from_instance = lambda user: user.name
        if self.record and self.record.kind == PepKind.PEP:
            for name in SUPPORT_ONLY:
                del self.fields[name]


class ChecksForm(MarkedForm):
    """The school looks at its own plan by the virtual school's criteria."""

    def __init__(self, *args, criteria: list[str], rows: list[PepCheck], **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        said = {row.criterion: row for row in rows}
        self.initial["version"] = mark_of_checks(rows)
        for number, criterion in enumerate(criteria):
            row = said.get(criterion)
            self.fields[f"met{number}"] = forms.ChoiceField(
                label=criterion,
                choices=[("", "Not looked at"), *Met.choices],
                required=False,
                initial=row.met if row else "",
            )
            self.fields[f"note{number}"] = forms.CharField(
                label="What is missing",
                max_length=300,
                required=False,
                initial=row.note if row else "",
            )

    @property
    def lines(self) -> list[tuple]:
        """(met, note) for the page."""
        return [(self[f"met{n}"], self[f"note{n}"]) for n in range(len(self.criteria))]

    @property
    def said(self) -> dict[str, tuple[str, str]]:
        """(met, note) by criterion."""
        data = self.cleaned_data
        return {c: (data[f"met{n}"], data[f"note{n}"]) for n, c in enumerate(self.criteria)}


class TargetsForm(MarkedForm):
    """Which targets of the child stand in the plan."""

    def __init__(self, *args, targets: list[Target], rows: list[PepTarget], **kwargs):
        super().__init__(*args, **kwargs)
        self.targets, said = targets, {row.target_id: row for row in rows}
        self.initial["version"] = mark_of_targets(rows)
        for target in targets:
            row, key = said.get(target.pk), target.pk.hex
            self.fields[f"in_{key}"] = forms.BooleanField(
                label=target.text, required=False, initial=row is not None
            )
            self.fields[f"sort_{key}"] = forms.ChoiceField(
                label="Kind",
                choices=TargetSort.choices,
                required=False,
                initial=row.sort if row else TargetSort.ACADEMIC,
            )
            self.fields[f"term_{key}"] = forms.ChoiceField(
                label="How long",
                choices=TargetTerm.choices,
                required=False,
                initial=row.term if row else TargetTerm.SHORT,
            )

    @property
    def lines(self) -> list[tuple]:
        """(target, chosen, kind, how long) for the page."""
        return [
            (t, self[f"in_{t.pk.hex}"], self[f"sort_{t.pk.hex}"], self[f"term_{t.pk.hex}"])
            for t in self.targets
        ]

    @property
    def chosen(self) -> dict:
        """(kind, how long) by target."""
        data = self.cleaned_data
        return {
            t.pk: (
                data[f"sort_{t.pk.hex}"] or TargetSort.ACADEMIC,
                data[f"term_{t.pk.hex}"] or TargetTerm.SHORT,
            )
            for t in self.targets
            if data[f"in_{t.pk.hex}"]
        }


class PepTargetForm(TargetForm):
    """A new target that stands in the plan."""

    field_order = ("text", "sort", "term", *TargetForm.field_order[1:])
    sort = forms.ChoiceField(label="Kind", choices=TargetSort.choices)
    term = forms.ChoiceField(label="How long", choices=TargetTerm.choices)
