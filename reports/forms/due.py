"""Which part of what is due is asked for."""

from django import forms

from aylsham.access.current import Access
from aylsham.deadlines.registry import kind_label
from aylsham.forms import FilterForm, QuickSelect
from aylsham.models import Weight
from reports.bands import Band
from reports.selectors.due import OWNERS
from reports.selectors.due_counts import OTHERS, DueCounts, DueFilter

WHEN = [("", "To the next four weeks"), *((band.code, band.label) for band in Band), ("all", "All")]
_BANDS = {band.code: (band,) for band in Band} | {"all": tuple(Band)}
#: What the list shows when nobody asks for another part of it.
SHOWN_FIRST = (Band.OVERDUE, Band.WEEK, Band.MONTH, Band.ADVISED)


class DueFilterForm(FilterForm):
    """Which part of what is due; it offers only what there is, so that no choice gives away more."""

    school = forms.ChoiceField(label="School", widget=QuickSelect)
    who = forms.ChoiceField(label="Who owes it", widget=QuickSelect)
    kind = forms.ChoiceField(label="Kind", widget=QuickSelect)
    weight = forms.ChoiceField(label="How binding", widget=QuickSelect)
    when = forms.ChoiceField(label="When", choices=WHEN, widget=QuickSelect)

    def __init__(self, *args, access: Access, counts: DueCounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = [("", "All"), *((s.slug, s.name) for s in access.schools)]
        owners = [(who, words) for who, words in OWNERS.items() if counts.by_owner[who]]
        others = [(OTHERS, "Others")] if counts.from_others else []
        self.fields["who"].choices = [("", "Anybody"), *owners, *others]
        kinds = sorted((kind_label(kind), kind) for kind in counts.by_kind)
        self.fields["kind"].choices = [("", "Any"), *((kind, label) for label, kind in kinds)]
        weights = [(str(w.value), w.label) for w in Weight if counts.by_weight[w]]
        self.fields["weight"].choices = [("", "All"), *weights]
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
            weight=Weight(int(chosen["weight"])) if "weight" in chosen else None,
            bands=_BANDS.get(chosen.get("when", ""), SHOWN_FIRST),
        )
