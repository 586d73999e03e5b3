"""Filters over lists of children: only what the asker may know can be filtered by."""

from dataclasses import dataclass, fields
from typing import Any, Self

from django import forms

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from aylsham.forms import FilterForm, QuickSelect
from pupils.codes import NEED_TYPES, AreaOfNeed, SenStatus
from pupils.flags import flags_for

ON_REGISTER = [(s.value, s.label) for s in (SenStatus.SUPPORT, SenStatus.PLAN)]
ANY = ("", "Any")


@dataclass(frozen=True)
class Choice:
    """What was chosen from a list of children; empty means everything."""

    text: str = ""
    school: str = ""
    year: str = ""
    group: str = ""
    status: str = ""
    need: str = ""
    area: str = ""
    flag: str = ""
    untold: bool = False
    sort: str = ""

    @classmethod
    def of(cls, chosen: dict[str, Any], sort: str) -> Self:
        """From the cleaned values of the filter."""
        names = {f.name for f in fields(cls)}
        return cls(**{k: v for k, v in chosen.items() if k in names} | {"sort": sort})


class ChildrenFilter(FilterForm):
    """Filter over all children in the asker's reach."""

    text = forms.CharField(label="Name or UPN", max_length=100)
    school = forms.ChoiceField(label="School", widget=QuickSelect)
    year = forms.ChoiceField(label="Year", widget=QuickSelect)
    group = forms.ChoiceField(label="Class", widget=QuickSelect)
    status = forms.ChoiceField(
        label="SEN status", choices=[ANY, *SenStatus.choices], widget=QuickSelect
    )
    need = forms.ChoiceField(label="Need", widget=QuickSelect)
    area = forms.ChoiceField(
        label="Area of need", choices=[ANY, *AreaOfNeed.choices], widget=QuickSelect
    )
    flag = forms.ChoiceField(label="Other", widget=QuickSelect)
    untold = forms.BooleanField(label="Parents not told yet")
    more_fields = ("area", "flag", "untold")
    #: What is typed is a child's name: it stands sealed in the address, under this name.
    sealed_fields = {"text": "words"}

    def __init__(self, *args, access: Access, classes: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        years = {y for school in access.schools for y in school.year_groups}
        self._offer("year", [(y, YEAR_GROUP_LABELS[y]) for y in sorted(years, key=_year_place)])
        self._offer("group", classes)
        self._offer("school", [(s.slug, s.name) for s in access.schools])
        self._offer("need", [(n.code, f"{n.label} ({n.code})") for n in NEED_TYPES.values()])
        self._offer("flag", [(f.key, f.label) for f in flags_for(access)])
        if access.school or len(access.schools) < 2:
            del self.fields["school"]
        if not access.can(Permission.VIEW_NEEDS):
            for name in ("status", "need", "area"):
                del self.fields[name]
        if not access.can(Permission.VIEW_REGISTER):
            del self.fields["untold"]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [ANY, *choices]

    def choice(self, sort: str) -> Choice:
        """What was chosen and may be."""
        return Choice.of(self.chosen, sort)


class RegisterFilter(ChildrenFilter):
    """Filter over the SEND register."""

    status = forms.ChoiceField(
        label="SEN status", choices=[("", "Both"), *ON_REGISTER], widget=QuickSelect
    )


def _year_place(year: str) -> int:
    return YEAR_GROUP_ORDER.get(year, 99)
