"""Forms of the designated teacher's report."""

import datetime as dt

from django import forms

from aylsham.editing import ReportWordsForm
from aylsham.forms import DateField, Form
from lac.models import YearReport
from lac.rules.year_report import PARTS
from lac.selectors.year_reports import mark_of_words


class StartForm(Form):
    """Which school year the report is about."""

    year = forms.TypedChoiceField(label="School year", coerce=int)

    def __init__(self, *args, years: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, f"{year} to {year + 1}") for year in years]


class YearWordsForm(ReportWordsForm):
    """The designated teacher's own words, a box for each part; last year's stand beside them."""

    LONGEST = 1500
    due_on = DateField(
        label="To be published by",
        required=False,
        help_text="Leave empty for the end of the summer term",
    )

    def __init__(self, *args, report: YearReport, before: YearReport | None, **kwargs):
        super().__init__(*args, **kwargs)
        was = before.words if before else {}
        for key, title in PARTS:
            self.fields[key] = forms.CharField(
                label=title,
                required=False,
                max_length=self.LONGEST,
                initial=report.words.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text=f"Last year: {was[key]}" if was.get(key) else "",
            )
        self.initial |= {"version": mark_of_words(report), "due_on": report.due_on}
        self.marks_optional = False

    @property
    def words(self) -> dict[str, str]:
        """The words by part."""
        return {key: self.cleaned_data[key] for key, _ in PARTS}

    @property
    def day(self) -> dt.date | None:
        return self.cleaned_data["due_on"]


class AnswerForm(Form):
    """Why something that was found leads to no child."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=400)
    why = forms.CharField(
        label="Why it leads to no child",
        max_length=300,
        help_text="“A month of the year”, “the name of our hall”. Name nobody here.",
    )


class SendBackForm(Form):
    """What the head wants changed."""

    words = forms.CharField(
        label="What is to change",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The designated teacher reads this. Name no child.",
    )


class WithdrawForm(Form):
    """Why a published report is taken back."""

    why = forms.CharField(
        label="Why",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Governors do not see this. It stays with the report. Name no child.",
    )
