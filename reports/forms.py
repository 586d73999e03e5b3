"""Forms of the top floor."""

from django import forms

from aylsham.access.current import Access
from aylsham.changes import StaleSave, version_of
from aylsham.deadlines.registry import kind_label
from aylsham.forms import FilterForm, Form
from reports.bands import Band
from reports.governor.sentences import SECTIONS
from reports.models import GovernorReport
from reports.selectors.due import OTHERS, OWNERS, DueCounts, DueFilter
from reports.selectors.published import Reportable
from reports.suppression import Audience

WHEN = [("", "To the next four weeks"), *((band.code, band.label) for band in Band), ("all", "All")]
_BANDS = {band.code: (band,) for band in Band} | {"all": tuple(Band)}
#: What the list shows when nobody asks for another part of it.
SHOWN_FIRST = (Band.OVERDUE, Band.WEEK, Band.MONTH)


class DueFilterForm(FilterForm):
    """Which part of what is due; it offers only what there is, so that no choice gives away more."""

    school = forms.ChoiceField(label="School")
    who = forms.ChoiceField(label="Who owes it")
    kind = forms.ChoiceField(label="Kind")
    when = forms.ChoiceField(label="When", choices=WHEN)

    def __init__(self, *args, access: Access, counts: DueCounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = [("", "All"), *((s.slug, s.name) for s in access.schools)]
        owners = [(who, words) for who, words in OWNERS.items() if counts.by_owner[who]]
        others = [(OTHERS, "Others")] if counts.from_others else []
        self.fields["who"].choices = [("", "Anybody"), *owners, *others]
        kinds = sorted((kind_label(kind), kind) for kind in counts.by_kind)
        self.fields["kind"].choices = [("", "Any"), *((kind, label) for label, kind in kinds)]
        if access.school:
            del self.fields["school"]

    @property
    def due_filter(self) -> DueFilter:
        """As the selector takes it."""
        chosen = self.chosen if self.is_bound else {}
        return DueFilter(
            school=chosen.get("school", ""),
            who=chosen.get("who", ""),
            kind=chosen.get("kind", ""),
            bands=_BANDS.get(chosen.get("when", ""), SHOWN_FIRST),
        )


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
        self.fields["term"].choices = [(key.code, key.label) for key in terms]
        self.by_code = {key.code: key for key in terms}
        if len(self.by_slug) == 1:
            del self.fields["whose"]

    def clean(self):
        """The term has to be one that can be counted whole there."""
        data = super().clean()
        key = self.by_code.get(data.get("term", ""))
        if key and self._chosen and key not in self._chosen.terms:
            self.add_error("term", f"{key.label} cannot be counted at {self._chosen.owner.name}.")
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


class WordsForm(Form):
    """The SENDCo's own words, a box for each part of the report."""

    #: So much fits on the page of each part.
    LONGEST = 400
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, report: GovernorReport, **kwargs):
        super().__init__(*args, **kwargs)
        for key, title in SECTIONS:
            self.fields[key] = forms.CharField(
                label=title,
                required=False,
                max_length=self.LONGEST,
                initial=report.words.get(key, ""),
                widget=forms.Textarea(attrs={"rows": 4}),
            )
        self.initial["version"] = version_of(report, ["words"])
        self.marks_optional = False

    @property
    def words(self) -> dict[str, str]:
        """The words by part."""
        return {key: self.cleaned_data[key] for key, _ in SECTIONS}

    def show_both(self, refused: StaleSave) -> None:
        """Beside each box that somebody else changed, what it says now."""
        for each in refused.differences:
            if self.cleaned_data.get(each.field) != each.value:
                self.add_error(each.field, f"The report now says: {each.now}")
        self.add_error(None, f"{refused} Save again to keep what is in the boxes.")
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = refused.version


class WithdrawForm(Form):
    """Why a published report is taken back."""

    reason = forms.CharField(
        label="Why it is withdrawn",
        help_text="Governors and the audit log read this. Name no child.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
