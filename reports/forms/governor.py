"""Forms of governor reports."""

from django import forms

from aylsham.changes import version_of
from aylsham.editing import ReportWordsForm
from aylsham.forms import Form
from aylsham.suppression.audience import Audience
from reports.governor.sentences import WORDED, WORDS_ALONE
from reports.models import GovernorReport
from reports.selectors.published import Reportable


class ReportForm(Form):
    """Which report: of whom, on which term, for whom."""

    whose = forms.ChoiceField(label="Of")
    term = forms.ChoiceField(label="Term")
    audience = forms.ChoiceField(
        label="For whom",
        choices=[
            (Audience.GOVERNORS.value, "Governors, confidential: shows the school’s totals"),
            (Audience.PUBLIC.value, "Anybody: hides every number below five"),
        ],
        widget=forms.RadioSelect,
        initial=Audience.GOVERNORS.value,
    )

    def __init__(self, *args, reportables: list[Reportable], **kwargs):
        super().__init__(*args, **kwargs)
        self.by_slug = {each.slug: each for each in reportables if each.terms}
        self.fields["whose"].choices = [(s, each.owner.name) for s, each in self.by_slug.items()]
        terms = sorted({key for each in reportables for key in each.terms}, reverse=True)
        whole = {key for each in reportables for key in each.whole}
        self.fields["term"].choices = [
            (key.code, key.label if key in whole else f"{key.label}, as far as is known")
            for key in terms
        ]
        self.by_code = {key.code: key for key in terms}
        if len(self.by_slug) == 1:
            del self.fields["whose"]

    def clean(self):
        """The term has to be one that can be counted whole there."""
        data = super().clean()
        key = self.by_code.get(data.get("term", ""))
        if key and self._chosen and key not in self._chosen.terms:
            self.add_error("term", f"{key.label} cannot be counted at {self._chosen.owner.name}.")
        elif (
            key
            and self._chosen
            and key not in self._chosen.whole
            and data.get("audience") == Audience.PUBLIC.value
        ):
            self.add_error(
                "audience",
                f"{key.label} is not whole in the record of {self._chosen.owner.name}: choose "
                "“Governors”. A report for anybody would mislead.",
            )
        return data

    @property
    def _chosen(self) -> Reportable | None:
        if "whose" in self.fields:
            return self.by_slug.get(self.cleaned_data.get("whose", ""))
        return next(iter(self.by_slug.values()))

    @property
    def facts(self) -> dict[str, object]:
        """What the service takes."""
        return {
            "owner": self._chosen.owner,
            "key": self.by_code[self.cleaned_data["term"]],
            "audience": Audience(self.cleaned_data["audience"]),
        }


class WordsForm(ReportWordsForm):
    """The SENDCo's own words, a box for each part of the report."""

    #: So much fits on the page of each part.
    LONGEST = 400

    def __init__(self, *args, report: GovernorReport, **kwargs):
        super().__init__(*args, **kwargs)
        for key, title in WORDED:
            self.fields[key] = forms.CharField(
                label=title,
                required=False,
                max_length=self.LONGEST,
                help_text=WORDS_ALONE.get(key, ""),
                initial=report.words.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
            )
        self.initial["version"] = version_of(report, ["words"])
        self.marks_optional = False

    @property
    def words(self) -> dict[str, str]:
        """The words by part."""
        return {key: self.cleaned_data[key] for key, _ in WORDED}


class WithdrawForm(Form):
    """Why a published report is taken back."""

    reason = forms.CharField(
        label="Why it is withdrawn",
        help_text="Governors and the audit log read this. Name no child.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
