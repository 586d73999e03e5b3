"""Forms of what a school publishes."""

import datetime as dt
from typing import Any

from django import forms

from aylsham.editing import ReportWordsForm
from aylsham.forms import DateField, Form
from reports.models import Publication
from reports.publications.kind import Kind
from reports.publications.kinds import kind_of
from reports.selectors.publications import mark_of_words, said_under


class PublicationWordsForm(ReportWordsForm):
    """The school's own words, a box for each heading; last year's are in them."""

    LONGEST = 4000

    def __init__(self, *args, publication: Publication, **kwargs):
        super().__init__(*args, **kwargs)
        self.headings = kind_of(publication.kind).headings
        for heading in self.headings:
            said = " ".join(said_under(publication, heading))
            self.fields[heading.key] = forms.CharField(
                label=heading.title,
                required=False,
                max_length=self.LONGEST,
                initial=publication.words.get(heading.key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text=f"{heading.asks} The record says: {said}" if said else heading.asks,
            )
        self.initial["version"] = mark_of_words(publication)
        self.marks_optional = False

    @property
    def words(self) -> dict[str, str]:
        """The words by heading."""
        return {heading.key: self.cleaned_data[heading.key] for heading in self.headings}


class PublishForm(Form):
    """Where it stands once it is out, and from when it runs."""

    starts_on = DateField(label="First day of the plan")
    web_address = forms.URLField(
        label="Address of the page on your website",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Leave it empty if the office puts it there later.",
    )

    def __init__(self, *args, kind: Kind, starts_on: dt.date | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if not kind.months:
            del self.fields["starts_on"]
            return
        self.fields["starts_on"].label = f"First day of the {kind.short}"
        self.fields["starts_on"].help_text = f"It runs {kind.months} months from this day."
        self.initial["starts_on"] = starts_on

    @property
    def facts(self) -> dict[str, Any]:
        """What publishing asks for."""
        return {"starts_on": None, **self.cleaned_data}


class SendBackForm(Form):
    """What the head wants changed."""

    words = forms.CharField(
        label="What is to change", max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )


class WithdrawForm(Form):
    """Why a published document is taken back."""

    why = forms.CharField(
        label="Why",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stays with the document. Name no child.",
    )
