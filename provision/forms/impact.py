"""What the page of impact can be asked for."""

from collections.abc import Sequence

from django import forms

from aylsham.codes import TermName
from aylsham.forms import FilterForm, QuickSelect
from aylsham.models import School
from provision.selectors.impact.page import ImpactPage
from provision.selectors.impact.runs import Asked
from pupils.codes import NEED_TYPE_CHOICES


def _choice(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=QuickSelect)


class ImpactFilter(FilterForm):
    """Whose, what, when and where; choices of what was given come once it is known."""

    need = _choice("Children with")
    item = _choice("Intervention")
    year = _choice("Begun in")
    term = _choice("Term")
    school = _choice("School")

    def __init__(self, *args, schools: Sequence[School], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", "Any need"), *NEED_TYPE_CHOICES]
        self.fields["term"].choices = [("", "Any term"), *TermName.choices]
        if len(schools) > 1:
            names = [(school.slug, school.name) for school in schools]
            self.fields["school"].choices = [("", "All schools"), *names]
        else:
            del self.fields["school"]

    @property
    def asked(self) -> Asked:
        """What was chosen; what makes no sense asks for nothing."""
        said = {name: self.data.get(name, "") for name in ("need", "item", "term", "school")}
        year = self.data.get("year", "")
        is_year = year.isascii() and year.isdigit() and len(year) == 4
        known = {name: dict(self.fields[name].choices) for name in ("need", "term")}
        if "school" in self.fields:
            known["school"] = dict(self.fields["school"].choices)
        for name in ("need", "term", "school"):
            if said[name] not in known.get(name, {}):
                said[name] = ""
        return Asked(**said, year=int(year) if is_year else None)

    def offer(self, page: ImpactPage) -> None:
        """The interventions and years that there are; one year at a time for who sees not all."""
        self.fields["item"].choices = [("", "All"), *page.items]
        # What is shown without being asked for stands first: the box shows it.
        years = sorted(page.years, key=lambda y: (page.is_whole or y != page.year, -y))
        named = [(str(year), f"{year}/{(year + 1) % 100:02d}") for year in years]
        self.fields["year"].choices = [("", "Any year"), *named] if page.is_whole else named
        if not page.is_whole:
            for name in ("need", "item", "term", "school"):
                self.fields.pop(name, None)
