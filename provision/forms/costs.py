"""What the pages of costs can be asked for."""

from collections.abc import Iterable, Mapping

from django import forms

from aylsham.codes import YEAR_GROUPS
from aylsham.forms import FilterForm, QuickSelect
from aylsham.models import School
from provision.provision_codes import FundingStream
from provision.selectors.cost_ways import Asked, Way
from pupils.codes import NEED_TYPE_CHOICES, Tier

BY = ("by", "then", "and")
#: Boxes that narrow costs, named after the way that says what they hold.
NARROWED = {
    "only_year": ("Year group", YEAR_GROUPS),
    "only_need": ("Main need", NEED_TYPE_CHOICES),
    "only_tier": ("Tier", Tier.choices),
    "only_stream": ("Paid from", FundingStream.choices),
}


def _choice(label: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=QuickSelect, choices=choices)


class CostsFilter(FilterForm):
    """Which school year, broken down how, narrowed to what; a wrong value asks for nothing."""

    def __init__(self, data, *, ways: Mapping[str, Way], schools: Iterable[School], year: int):
        self.ways = ways
        super().__init__(data)
        years = sorted((year - 1, year, year + 1), key=lambda each: (each != year, each))
        named = [(each, f"{each}/{(each + 1) % 100:02d}") for each in years]
        self.fields["year"] = _choice("School year", named)
        keys = [(way.key, way.label) for way in ways.values()]
        self.fields["by"] = _choice("By", keys)
        for name, label in (("then", "then by"), ("and", "and by")):
            self.fields[name] = _choice(label, [("", "nothing more"), *keys])
        if "school" in ways:
            slugs = [(school.slug, school.name) for school in schools]
            self.fields["only_school"] = _choice("School", [("", "All"), *slugs])
        for name, (label, choices) in NARROWED.items():
            self.fields[name] = _choice(label, [("", "All"), *choices])
        self.more_fields = tuple(name for name in self.fields if name.startswith("only_"))
        for field in self.fields.values():
            field.required, field.is_quick = False, True

    @property
    def asked(self) -> Asked:
        """As it was asked; by the first way when nobody says."""
        chosen = {"by": next(iter(self.ways))} | self.chosen
        keys = dict.fromkeys(chosen[name] for name in BY if name in chosen)
        narrowed = [name for name in self.more_fields if name in chosen]
        return Asked(
            ways=tuple(self.ways[key] for key in keys),
            only=tuple((self.ways[name.removeprefix("only_")], chosen[name]) for name in narrowed),
        )
