"""Form of a base, and what forms share that name another school."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from aylsham.models import School, User
from provision.base_codes import BASE_KINDS, base_kinds
from provision.services.bases import BASE_FIELDS

HERE, ELSEWHERE = "", "*"  # no address of a school has a star


def words_field(label: str, rows: int = 3, *, most: int = 1000, **more) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, **more)


def urn_field(label: str) -> forms.CharField:
    return forms.RegexField(
        r"^\d{6}$",
        label=label,
        required=False,
        error_messages={"invalid": "A URN has six digits."},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
    )


class OtherSchool:
    """Another school: of the federation by choosing it, any other in words; kept as words."""

    def offer(self, name: str, first: str, schools: Iterable[School], known: tuple[str, str]):
        """Fill the list; what is on record is chosen in it, or stands in the boxes."""
        self.schools = {school.slug: school for school in schools}
        self.fields[name].choices = [
            (HERE, first),
            *((slug, school.name) for slug, school in self.schools.items()),
            (ELSEWHERE, "A school outside the federation"),
        ]
        said, _ = known
        mine = (s for s, x in self.schools.items() if (x.name, x.urn) == known)
        chosen = next(mine, ELSEWHERE if said else HERE)
        self.initial[name] = chosen
        if chosen != ELSEWHERE:
            self.initial |= {f"{name}_name": "", f"{name}_urn": ""}

    def school_said(self, name: str) -> dict[str, str]:
        """Name and URN as they are kept."""
        data = self.cleaned_data
        if school := self.schools.get(data[name]):
            return {f"{name}_name": school.name, f"{name}_urn": school.urn}
        is_named = data[name] == ELSEWHERE
        return {
            f"{name}_{part}": data[f"{name}_{part}"] if is_named else "" for part in ("name", "urn")
        }

    def check_named(self, name: str) -> None:
        """A school outside has a name."""
        field = f"{name}_name"
        is_outside = self.cleaned_data.get(name) == ELSEWHERE
        if is_outside and not self.cleaned_data.get(field) and field not in self.errors:
            self.add_error(field, "Write the name of the school.")


class BaseForm(OtherSchool, EditForm, OnceForm):
    """A base: the school's own word for it, lead, places, who comes in and when they leave."""

    record_fields = BASE_FIELDS
    sometimes_needed = ("places", "host_name")
    name = forms.CharField(
        label="What you call it",
        help_text="Your own word: Rainbow room, ESP, Nest.",
        max_length=60,
    )
    kind = forms.ChoiceField(label="What others call it")
    specialism = forms.CharField(
        label="For which need",
        help_text="For example, Autism, Deaf, SEMH, SLCN. Leave empty if for any.",
        max_length=60,
        required=False,
    )
    host = forms.ChoiceField(label="Where it is", required=False)
    host_name = forms.CharField(
        label="Name of a school outside the federation", max_length=150, required=False
    )
    host_urn = urn_field("URN of a school outside the federation")
    places = forms.IntegerField(
        label="Number of places",
        help_text="Leave empty for another school's base.",
        min_value=1,
        max_value=200,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    lead = forms.ModelChoiceField(
        label="Who leads it", queryset=User.objects.none(), required=False, empty_label="Nobody yet"
    )
    entry_criteria = words_field("Who comes in", required=False)
    exit_criteria = words_field("When a child leaves", required=False)
    opened_on = DateField(label="Opened on", help_text="")
    closed_on = DateField(
        label="Last day", help_text="Only when it closes for good.", required=False
    )

    def __init__(self, *args, leads: Iterable[User], schools: Iterable[School], **kwargs):
        super().__init__(*args, **kwargs)
        ids = [user.pk for user in leads]
        base = self.record
        if base and base.lead_id:
            ids.append(base.lead_id)
        self.fields["lead"].queryset = User.objects.filter(pk__in=ids).order_by("name", "pk")
        self.fields["lead"].label_from_instance = lambda user: user.name
        kinds = dict(base_kinds(clock.today()))
        if base:
            kinds.setdefault(base.kind, BASE_KINDS[base.kind].label)
        self.fields["kind"].choices = [CHOOSE, *kinds.items()]
        known = (base.host_name, base.host_urn) if base else ("", "")
        self.offer("host", "Here", schools, known)

    def clean(self) -> dict[str, Any]:
        """Ours has places; one elsewhere has a name."""
        data = super().clean()
        self.check_named("host")
        is_here = not data.get("host")
        if "places" not in self.errors and is_here != bool(data.get("places")):
            words = (
                "Say how many places it has."
                if is_here
                else "Leave this empty: how many places another school has is not yours to count."
            )
            self.add_error("places", words)
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return super().facts | self.school_said("host")
