"""Filters over lists of children: only what the asker may know can be filtered by."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Self

from django import forms

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from aylsham.forms import FilterForm, QuickSelect, QuickText
from pupils.codes import NEED_TYPES, PROPOSED, AreaOfNeed, Layer, SenStatus
from pupils.field_codes import FieldKind
from pupils.flags import flags_for
from pupils.selectors.layers import schools_with_layers
from reports.list_fields import EMPTY, FIELD_KEY, FILLED, ListChoices, ListField

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
    year_to: str = ""
    untold: bool = False
    #: Extra fields by key, each with what it is to say.
    extra: tuple[tuple[str, str], ...] = ()
    layer: str = ""
    sort: str = ""

    @classmethod
    def of(cls, chosen: dict[str, Any], sort: str) -> Self:
        """From the cleaned values of the filter."""
        names = {f.name for f in fields(cls)}
        extra = tuple((k, v) for k, v in chosen.items() if k.startswith(FIELD_KEY))
        plain = {k: v for k, v in chosen.items() if k in names}
        return cls(**plain | {"extra": extra, "sort": sort})


class ChildrenFilter(FilterForm):
    """Filter over all children in the asker's reach."""

    text = forms.CharField(label="Name or UPN", max_length=100, widget=QuickText)
    school = forms.ChoiceField(label="School", widget=QuickSelect)
    year = forms.ChoiceField(label="Year", widget=QuickSelect)
    group = forms.ChoiceField(label="Class", widget=QuickSelect)
    year_to = forms.ChoiceField(label="Up to year", widget=QuickSelect)
    status = forms.ChoiceField(
        label="SEN status", choices=[ANY, *SenStatus.choices], widget=QuickSelect
    )
    need = forms.ChoiceField(label="Need", widget=QuickSelect)
    area = forms.ChoiceField(
        label="Area of need", choices=[ANY, *AreaOfNeed.choices], widget=QuickSelect
    )
    flag = forms.ChoiceField(label="Other", widget=QuickSelect)
    untold = forms.BooleanField(label="Parents not told yet")
    layer = forms.ChoiceField(
        label=f"Layer ({PROPOSED})",
        choices=[ANY, *Layer.choices, ("none", "No layer")],
        widget=QuickSelect,
    )
    more_fields = ("year_to", "area", "flag", "layer", "untold")
    #: What is typed is a child's name: it stands sealed in the address, under this name.
    sealed_fields = {"text": "words"}
    #: Of a saved list, and of the columns that were chosen.
    kept_names = ("cols", "list")
    open_names = FIELD_KEY

    def __init__(self, *args, access: Access, choices: ListChoices, **kwargs):
        super().__init__(*args, **kwargs)
        years = {y for school in access.schools for y in school.year_groups}
        labels = [(y, YEAR_GROUP_LABELS[y]) for y in sorted(years, key=year_place)]
        self._offer("year", labels)
        self._offer("year_to", labels)
        self._offer("group", choices.classes)
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
        if not schools_with_layers(access):
            del self.fields["layer"]
        self.extra = choices.fields
        for each in self.extra:
            self._ask(each)

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        self.fields[name].choices = [ANY, *choices]

    def _ask(self, each: ListField) -> None:
        """A filter by an extra field."""
        said = {
            FieldKind.YES_NO: [("yes", "Yes"), ("no", "No")],
            FieldKind.OPTION: [(f"is:{option}", option) for option in each.options],
        }.get(each.kind, [(FILLED, "Filled in")])
        choices = [ANY, *said, (EMPTY, "Not filled in")]
        box = forms.ChoiceField(label=each.name, choices=choices, widget=QuickSelect)
        box.required, box.is_quick = False, True
        self.fields[each.key] = box
        self.more_fields = (*self.more_fields, each.key)

    def choice(self, sort: str) -> Choice:
        """What was chosen and may be."""
        return Choice.of(self.chosen, sort)


class RegisterFilter(ChildrenFilter):
    """Filter over the SEND register."""

    status = forms.ChoiceField(
        label="SEN status", choices=[("", "Both"), *ON_REGISTER], widget=QuickSelect
    )


def year_place(year: str) -> int:
    """The place of a year group among all."""
    return YEAR_GROUP_ORDER.get(year, 99)
