"""Forms of provision: one page that makes a usual group, and the days of a child."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms

from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, OnceForm, TimeField
from provision.forms.choosing import ClassOfBoxes, classes_of
from provision.models import Place, Promise, Target
from provision.provision_codes import FundingStream, StaffRole
from provision.rules.money import in_pounds
from provision.rules.weekdays import MONDAY_FIRST, why_unfit
from provision.selectors.choosing import Offered
from provision.services.provisions import PROVISION_FIELDS, Members, last_day_of_stay
from pupils.codes import NEED_TYPE_CHOICES, Tier

PENCE = Decimal(100)
#: What an intervention of the catalogue says where the form is left empty.
FROM_ITEM = ("tier", "staff_role", "sessions_a_week", "minutes", "weeks", "measure")
_SHORT = {"class": "govuk-input--width-3"}


def _count(label: str, most: int) -> forms.Field:
    widget = forms.NumberInput(attrs=_SHORT)
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, required=False, widget=widget
    )


class ProvisionForm(EditForm, OnceForm):
    """What is given, to whom, by whom; what is left empty is taken from the catalogue."""

    marks_optional = False  # nearly all of it is: the page says so once
    record_fields = tuple(
        name
        for name in PROVISION_FIELDS
        if name not in ("shared_item", "own_item", "staff", "resources_pence")
    )
    item = forms.ChoiceField(label="Intervention", required=False)
    name = forms.CharField(
        label="Name",
        max_length=120,
        required=False,
        help_text="Only for something else, or when the group has a name of its own.",
    )
    pupils = forms.MultipleChoiceField(label="Children", required=False)
    staff_role = forms.ChoiceField(label="Given by", required=False)
    staff = forms.ChoiceField(label="Who", required=False)
    weekdays = forms.TypedMultipleChoiceField(
        label="Days",
        choices=list(enumerate(MONDAY_FIRST)),
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-inline"}),
        required=False,
        help_text="Whoever gives it sees it on these days. None: on any day, as it comes.",
    )
    time = TimeField(label="Time", required=False)
    sessions_a_week = _count("Sessions a week", 25)
    minutes = _count("Minutes a session", 400)
    weeks = _count("Weeks", 52)
    starts_on = DateField(label="From", help_text="")
    ends_on = DateField(label="Until", required=False, help_text="")
    location = forms.CharField(label="Where", max_length=80, required=False)
    need_type = forms.ChoiceField(
        label="Main need", choices=[("", "Not said"), *NEED_TYPE_CHOICES], required=False
    )
    tier = forms.ChoiceField(
        label="Tier", choices=[("", "As in the catalogue"), *Tier.choices], required=False
    )
    measure = forms.CharField(label="How it is measured", max_length=200, required=False)
    funding = forms.ChoiceField(
        label="Paid from", choices=FundingStream, initial=FundingStream.NOTIONAL
    )
    resources = forms.DecimalField(
        label="Resources, in pounds",
        min_value=0,
        max_value=100_000,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )
    use_card = forms.BooleanField(label="Use the school’s own rate instead", required=False)
    promises = forms.MultipleChoiceField(
        label="Keeps the promise", widget=forms.CheckboxSelectMultiple, required=False
    )
    targets = forms.MultipleChoiceField(
        label="Works towards the target",
        help_text="Of children who are in it; others are passed over.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_in_class = forms.BooleanField(
        label="All day or in class: counts as given unless somebody logs otherwise",
        required=False,
    )
    is_confidential = forms.BooleanField(
        label="Confidential: only named people read it",
        help_text="Besides them, you and those who see child protection flags.",
        required=False,
    )
    readers = forms.MultipleChoiceField(
        label="Who else reads it", widget=forms.CheckboxSelectMultiple, required=False
    )
    #: Asked only after an adult was chosen who is not trained for it.
    give_anyway = forms.BooleanField(label="Give it all the same", required=False)
    anyway_why = forms.CharField(
        label="Why, and what is done meanwhile",
        max_length=300,
        required=False,
        help_text="For example: trained in January, gives it beside Mrs Reed until then.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args,
        offered: Offered,
        readers=(),
        served=(),
        targets=(),
        places=(),
        sees_costs=False,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.is_refused = False
        self._say_own_rate(sees_costs)
        self.offered = offered
        self.initial["version"] = version_of(self.record, PROVISION_FIELDS)
        choices = self._choices()
        for name, found in choices.items():
            self.fields[name].choices = found
        self.initial.setdefault("readers", [str(user.pk) for user in readers])
        self.initial.setdefault("promises", [str(pk) for pk in served])
        self.initial.setdefault("targets", [str(target.pk) for target in targets])
        self.initial.setdefault("pupils", self._staying(places))
        for name in ("promises", "targets"):
            if not choices[name]:
                del self.fields[name]

    def _choices(self) -> dict[str, list[tuple[str, str]]]:
        """What each field offers, with what the record says already."""
        offered = self.offered
        adults = [(str(user.pk), user.name) for user in offered.adults]
        items = [(str(line.id), line.item.name) for line in offered.items]
        self._keep_chosen(adults, items)
        return {
            "item": [("", "Something else"), *items],
            "staff": [("", "Not said"), *adults],
            "staff_role": [("", "As in the catalogue"), *StaffRole.choices],
            "readers": adults,
            "pupils": [(child.key, child.pupil.full_name) for child in offered.children],
            "promises": [_of_child(row) for row in offered.promises],
            "targets": [_of_child(row) for row in offered.targets],
        }

    def _say_own_rate(self, sees_costs: bool) -> None:
        """What a list of before said an hour costs can be given up, by who sees costs."""
        pence = self.record.pence_an_hour if self.record else None
        if pence is None or not sees_costs:
            del self.fields["use_card"]
            return
        role = StaffRole(self.record.staff_role).label
        self.fields["use_card"].help_text = (
            f"The list it came from said {in_pounds(pence)} an hour. It counts until you tick this, "
            f"or change the role or the person. Then the school’s rate for {role} counts."
        )

    def _keep_chosen(self, adults: list[tuple[str, str]], items: list[tuple[str, str]]) -> None:
        """What the record says stays on offer, though it is offered to nobody else any more."""
        if (record := self.record) is None:
            return
        self.initial["resources"] = Decimal(record.resources_pence) / PENCE
        item = record.own_item or record.shared_item
        if item:
            self.initial["item"] = str(item.pk)
            if str(item.pk) not in dict(items):
                items.append((str(item.pk), item.name))
        if record.staff:
            self.initial["staff"] = str(record.staff_id)
            if str(record.staff_id) not in dict(adults):
                adults.append((str(record.staff_id), record.staff.name))

    def _staying(self, places: list[Place]) -> list[str]:
        if self.record is None:
            return []
        day = last_day_of_stay(self.record)
        return [str(place.pupil_id) for place in places if place.ends_on >= day]

    def clean(self) -> dict[str, Any]:
        """A name and a shape: the form's, or those of the intervention."""
        data = super().clean()
        line = self.offered.item(data.get("item", ""))
        days = data.get("weekdays") or []
        if days and not data.get("sessions_a_week") and "sessions_a_week" not in self.errors:
            data["sessions_a_week"] = len(days)
        for name in ("name", *FROM_ITEM):
            if data.get(name) in ("", None) and name not in self.errors:
                data[name] = getattr(line.item, name) if line else _DEFAULTS.get(name)
        if not data.get("need_type") and line and len(line.item.need_types) == 1:
            data["need_type"] = line.item.need_types[0]
        for name in ("name", "sessions_a_week", "minutes", "weeks"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, "Say it, or choose an intervention that does.")
        if data.get("give_anyway") and not data.get("anyway_why"):
            self.add_error("anyway_why", "Say why.")
        if unfit := why_unfit(data.get("sessions_a_week") or 0, days):
            self.add_error("weekdays", unfit)
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "This is before it begins.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take, without the members."""
        data = self.cleaned_data
        pounds = data["resources"] or Decimal(0)
        own_rate = {"pence_an_hour": None} if data.get("use_card") else {}
        return super().facts | {
            **own_rate,
            **self._item,
            "staff": next((u for u in self.offered.adults if str(u.pk) == data["staff"]), None)
            or self._staff_of_record,
            "resources_pence": int((pounds * PENCE).to_integral_value(ROUND_HALF_UP)),
        }

    @property
    def _item(self) -> dict[str, Any]:
        chosen, record = self.cleaned_data["item"], self.record
        line = self.offered.item(chosen)
        if line:
            return {
                "own_item": line.item if line.is_own else None,
                "shared_item": None if line.is_own else line.item,
            }
        if chosen and record:
            return {"own_item": record.own_item, "shared_item": record.shared_item}
        return {"own_item": None, "shared_item": None}

    @property
    def _staff_of_record(self):
        record = self.record
        is_same = record and str(record.staff_id) == self.cleaned_data["staff"]
        return record.staff if is_same else None

    def members(self, unseen: frozenset = frozenset()) -> Members:
        """Who was ticked."""
        data = self.cleaned_data
        ticked = set(data["pupils"])
        kept, named = set(data.get("promises", ())), set(data["readers"])
        towards = set(data.get("targets", ()))
        return Members(
            pupils=tuple(c.pupil for c in self.offered.children if c.key in ticked),
            promises=tuple(p for p in self.offered.promises if str(p.pk) in kept),
            targets=tuple(t for t in self.offered.targets if str(t.pk) in towards),
            offered_targets=frozenset(t.pk for t in self.offered.targets),
            readers=tuple(u for u in self.offered.adults if str(u.pk) in named),
            unseen=unseen,
        )

    @property
    def anyway(self) -> str:
        """Why it is given by somebody untrained; empty while nobody ticked that."""
        return self.cleaned_data["anyway_why"] if self.cleaned_data["give_anyway"] else ""

    @property
    def asks_anyway(self) -> bool:
        """Whether the tick and its reason are shown: once the adult was refused."""
        return self.is_refused or bool(self.data.get("give_anyway"))

    @property
    def is_open(self) -> bool:
        """Whether everything stands open: when something in the folded part is said or wrong."""
        return bool(self.record or self.errors or self.initial.get("promises"))

    @property
    def classes(self) -> list[ClassOfBoxes]:
        """A box for each child, class by class; those with a tick stand open."""
        ticked = set(map(str, self["pupils"].value() or ()))
        return classes_of(self.offered.children, ticked)


_DEFAULTS = {"tier": Tier.TARGETED, "staff_role": StaffRole.LSA, "measure": ""}


def _of_child(row: Promise | Target) -> tuple[str, str]:
    return str(row.pk), f"{row.pupil.full_name}: {row.text[:80]}"
