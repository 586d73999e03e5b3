"""Forms of specialist assessments and of the school's list of tests."""

import re
from typing import Any

from django import forms

from aylsham.access.current import Access
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField
from pupils.assessment_codes import Confidence, Scale
from pupils.forms.status import past_day
from pupils.models import Document, Pupil
from pupils.rules.scores import Scores, faults
from pupils.selectors.assessments import SpecialistTestLine
from pupils.services.assessments import RESULT_FIELDS, SCORE_FIELDS, TEST_FIELDS

_AGE = re.compile(
    r"^(\d{1,2})\s*(?:y(?:ears?)?|[:;.])?\s*(?:(\d{1,2})\s*(?:m(?:onths?)?)?)?$", re.I
)
_SMALL = {"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}


class AgeField(forms.CharField):
    """An age equivalent in months, written 6y 3m, 6:03 or 6.3."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"})

    def clean(self, value) -> int | None:
        text = super().clean(value).strip()
        if not text:
            return None
        found = _AGE.match(text)
        years, months = (int(found[1]), int(found[2] or 0)) if found else (0, 12)
        if months > 11 or years > 25:
            raise forms.ValidationError("Write the age like 6y 3m or 6:03.")
        return years * 12 + months

    def prepare_value(self, value):
        if isinstance(value, int):
            return f"{value // 12}y {value % 12}m"
        return value


def _number(label: str, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=999,
        widget=forms.TextInput(attrs=_SMALL),
    )


class ResultForm(EditForm):
    """One result; the score first, so that a dozen are entered quickly."""

    record_fields = RESULT_FIELDS
    part = forms.CharField(
        label="Part or index",
        help_text="For example: accuracy. Each part is shown by itself.",
        max_length=60,
        required=False,
    )
    score = _number("Standardised score")
    percentile = _number("Percentile")
    taken_on = DateField(label="Date of the test", help_text="")
    by_whom = forms.CharField(
        label="Who tested",
        help_text="For example: A. Reid, specialist teacher.",
        max_length=120,
        required=False,
    )
    low = _number("Interval from")
    high = _number("Interval to")
    interval = forms.TypedChoiceField(
        label="How sure the interval is",
        choices=[("", "Not said"), *Confidence.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    raw = _number("Raw score")
    age_months = AgeField(label="Age equivalent", help_text="For example: 6y 3m.", required=False)
    note = forms.CharField(
        label="Note", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    document = forms.ModelChoiceField(
        queryset=Document.objects.none(),
        label="Document on file",
        empty_label="None",
        required=False,
    )
    sensitivity = forms.TypedChoiceField(label="Who may read it", coerce=int)

    def __init__(self, *args, access: Access, pupil: Pupil, scale: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.scale = scale
        may = access.permissions_at(access.school)
        self.fields["sensitivity"].choices = sensitivity_choices(may)
        self.initial.setdefault("sensitivity", Sensitivity.SENSITIVE)
        field = self.fields["document"]
        field.queryset = Document.objects.visible_to(access).filter(pupil=pupil).in_order()
        field.label_from_instance = lambda paper: f"{paper.title}, {paper.of_on:%-d %b %Y}"
        linked = self.record and self.record.document_id
        if linked and not field.queryset.filter(pk=linked).exists():
            del self.fields["document"]  # the link stays to a paper that the writer may not see

    def clean_taken_on(self):
        return past_day(self.cleaned_data["taken_on"], "The date of the test")

    def clean(self) -> dict[str, Any]:
        """Scores that can be, and at least one."""
        data = super().clean()
        if self.scale and not self.errors:
            given = Scores(**{name: data.get(name) for name in SCORE_FIELDS})
            for name, words in faults(self.scale, given).items():
                self.add_error(name, words)
        if not self.errors and all(
            data.get(name) is None for name in ("score", "raw", "percentile", "age_months")
        ):
            self.add_error("score", "Give at least one score.")
        return data


class NewResultForm(ResultForm):
    """A result in a test that is chosen here."""

    test = forms.ChoiceField(label="Test")
    field_order = ("test", "part", "score", "percentile", "taken_on", "by_whom")

    def __init__(self, *args, tests: list[SpecialistTestLine], **kwargs):
        super().__init__(*args, **kwargs)
        self.tests = {line.value: line for line in tests if not line.is_retired}
        self.fields["test"].choices = [
            ("", "Choose a test"),
            *((value, line.name) for value, line in self.tests.items()),
        ]

    def clean(self) -> dict[str, Any]:
        """The scale is the chosen test's."""
        line = self.tests.get(self.cleaned_data.get("test", ""))
        self.scale = line.scale if line else ""
        return super().clean()

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        line = self.tests[self.cleaned_data["test"]]
        return super().facts | {"test": line.row or line.key}


class SpecialistTestForm(EditForm):
    """A test of the school's list."""

    record_fields = TEST_FIELDS
    name = forms.CharField(label="Test", max_length=100)
    measures = forms.CharField(label="What it measures", max_length=100, required=False)
    scale = forms.ChoiceField(
        label="Kind of scores", choices=Scale.choices, widget=forms.RadioSelect
    )
    is_retired = forms.BooleanField(label="No longer offered", required=False)
