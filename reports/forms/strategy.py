"""Forms of the inclusion strategy."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from provision.provision_codes import FundingStream
from provision.rules.money import in_pounds, pounds_of
from reports.models import StrategyActivity, StrategyBarrier, StrategyOutcome
from reports.selectors.strategy import Row, Strategy
from reports.selectors.strategy_sources import Offer
from reports.services.strategy import FRAME_FIELDS, ROW_FIELDS
from reports.strategy_codes import BARRIER_WORDS, PRINCIPLES, Reach, year_words
from staff.forms.training_topics import pounds_field, whole_pence

#: So many academic years a strategy may be planned ahead.
YEARS_AHEAD = 4


class _PoundsForm(EditForm):
    """A form whose sums are pounds in the boxes and pence in the record."""

    sums: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.sums:
            pence = self.initial.pop(name, None)
            self.initial[_box(name)] = None if pence is None else pounds_of(pence)

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says, sums in pence."""
        pence = {name: whole_pence(self.cleaned_data[_box(name)]) for name in self.sums}
        return {**super().facts, **pence}

    def show_both(self, refused) -> None:
        """Beside each field that somebody else changed, what the record says now."""
        mine = self.facts  # an error takes a field out of what the form says
        super().show_both(refused)
        now = {each.field: each.value for each in refused.differences}
        for name in self.sums:
            if name in now and now[name] != mine[name]:
                words = "empty" if now[name] is None else in_pounds(now[name])
                self.add_error(_box(name), f"The record now says: {words}")


class FrameForm(_PoundsForm):
    """For which years it is, when it is reviewed, who authorises it, the sum of the fund."""

    record_fields = FRAME_FIELDS
    sums = ("fund_pence",)
    first_year = forms.TypedChoiceField(label="First academic year", coerce=int)
    last_year = forms.TypedChoiceField(label="Last academic year", coerce=int)
    review_on = DateField(
        label="Next review",
        required=False,
        help_text="Once a year if it covers several years: the cover says so",
    )
    authorised_by = forms.CharField(
        label="Authorised by",
        max_length=150,
        required=False,
        help_text="Name and role, or the governing body: parents read it",
    )
    fund = pounds_field(
        "Inclusive mainstream fund for this year, in pounds",
        help_text="Empty if you do not know it. It is not published.",
    )

    def __init__(self, *args, year: int, **kwargs):
        super().__init__(*args, **kwargs)
        first = min(self.initial.get("first_year", year), year)
        years = [(each, year_words(each)) for each in range(first, year + YEARS_AHEAD + 1)]
        for name in ("first_year", "last_year"):
            self.fields[name].choices = years
            self.initial.setdefault(name, year)


class BarrierForm(EditForm):
    """What keeps children from learning or taking part."""

    record_fields = ROW_FIELDS[StrategyBarrier]
    what = forms.CharField(
        label="What makes learning or taking part hard",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In words for parents. Name no child.",
    )

    def __init__(self, *args, strategy: Strategy, **kwargs):
        super().__init__(*args, **kwargs)


class ActivityForm(_PoundsForm):
    """What the school does in a year, against which barriers, at what cost."""

    record_fields = ROW_FIELDS[StrategyActivity]
    sums = ("pence", "fund_pence")
    what = forms.CharField(
        label="What we do",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Name no child.",
    )
    year = forms.TypedChoiceField(label="Academic year", coerce=int)
    reach = forms.ChoiceField(label="For whom", choices=Reach, widget=forms.RadioSelect)
    barriers = forms.TypedMultipleChoiceField(
        label="Barriers it addresses",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    principles = forms.MultipleChoiceField(
        label="Principles",
        required=False,
        choices=list(PRINCIPLES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    cost = pounds_field("Budgeted cost of the year, in pounds", help_text="0 if it costs nothing")
    fund = pounds_field("Of it from the inclusive mainstream fund, in pounds")
    funding = forms.MultipleChoiceField(
        label="What else pays for it",
        required=False,
        choices=[each for each in FundingStream.choices if each[0] != FundingStream.MAINSTREAM],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, strategy: Strategy, **kwargs):
        super().__init__(*args, **kwargs)
        last = max(strategy.frame.last_year if strategy.frame else 0, strategy.year)
        first = min(self.initial.get("year", strategy.year), strategy.year)
        self.fields["year"].choices = [(y, year_words(y)) for y in range(first, last + 1)]
        self.initial.setdefault("year", strategy.year)
        self.fields["barriers"].choices = [
            (each.number, f"{each.number}. {each.what}") for each in strategy.barriers
        ]
        if not strategy.barriers:
            del self.fields["barriers"]

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says; nothing of the fund is no pence of it."""
        facts = super().facts
        return {**facts, "fund_pence": facts["fund_pence"] or 0}


class OutcomeForm(EditForm):
    """What is to be different, and how that is seen."""

    record_fields = ROW_FIELDS[StrategyOutcome]
    what = forms.CharField(
        label="What will be different", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    success = forms.CharField(
        label="How we will know",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What somebody can see, count or hear, and by when. Name no child.",
    )

    def __init__(self, *args, strategy: Strategy, **kwargs):
        super().__init__(*args, **kwargs)


FORMS: dict[type[Row], type[EditForm]] = {
    StrategyBarrier: BarrierForm,
    StrategyActivity: ActivityForm,
    StrategyOutcome: OutcomeForm,
}


class TakeForm(Form):
    """What of the record goes into the strategy."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    areas = forms.MultipleChoiceField(
        label="Barriers, from the needs of the register",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Areas of need that at least five children have, the largest first",
    )
    keys = forms.MultipleChoiceField(
        label="Activities, from the provision map and the plan of training",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Planned cost of the year, all groups together. An intervention of fewer than "
        "five children is not offered.",
    )

    def __init__(self, *args, found: list[Offer], areas: list[str], year: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["year"] = year
        self.fields["keys"].choices = [(each.key, _offer_words(each)) for each in found]
        self.fields["areas"].choices = [(area, BARRIER_WORDS[area]) for area in areas]
        for name in ("areas", "keys"):
            if not self.fields[name].choices:
                del self.fields[name]

    @property
    def facts(self) -> dict[str, Any]:
        """What was ticked."""
        return {"keys": (), "areas": (), **self.cleaned_data}


def _offer_words(offer: Offer) -> str:
    cost = "cost not known" if offer.pence is None else in_pounds(offer.pence)
    return f"{offer.what} ({cost})"


def _box(name: str) -> str:
    """The box of pounds for a sum in pence."""
    return {"pence": "cost", "fund_pence": "fund"}[name]
