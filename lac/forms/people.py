"""Forms of the people around a child in care, placements, social work and reviews."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from lac.codes import CareRole, Decider, Matter, PlacementKind, SocialWorkKind
from lac.forms.fields import council, last_day
from lac.selectors.delegations import mark_of
from lac.services.people import PERSON_FIELDS, PLACEMENT_FIELDS
from lac.services.social_work import REVIEW_FIELDS, SOCIAL_WORK_FIELDS
from pupils.models import Contact, Home, Pupil


class PersonForm(EditForm, OnceForm):
    """Somebody from outside who works for the child."""

    record_fields = PERSON_FIELDS
    role = forms.ChoiceField(label="Who they are", choices=[CHOOSE, *CareRole.choices])
    name = forms.CharField(label="Name", max_length=150)
    organisation = forms.CharField(label="Council or organisation", max_length=150, required=False)
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    starts_on = DateField(label="Since")
    ends_on = last_day("Leave empty while they work for the child")


class PlacementForm(EditForm, OnceForm):
    """Where the child lives."""

    record_fields = PLACEMENT_FIELDS
    kind = forms.ChoiceField(label="What it is", choices=[CHOOSE, *PlacementKind.choices])
    contact = forms.ModelChoiceField(
        label="With whom", queryset=None, required=False, empty_label="Nobody among the contacts"
    )
    with_whom = forms.CharField(
        label="Or with whom, in words",
        max_length=150,
        required=False,
        help_text="If they are not among the contacts",
    )
    home = forms.ModelChoiceField(
        label="Home",
        queryset=None,
        required=False,
        empty_label="None chosen",
        help_text="The address stands at the child’s homes, under Family. It is not copied.",
    )
    council_area = council("Council area")
    is_out_of_area = forms.BooleanField(
        label="Out of the area of the council that looks after the child", required=False
    )
    starts_on = DateField(label="From")
    ends_on = last_day("Leave empty while the child lives there")
    ended_why = forms.CharField(label="Why it ended", max_length=200, required=False)
    moved_why = forms.CharField(
        label="Why the one before ended",
        max_length=200,
        required=False,
        help_text="It ends the day before this one begins",
    )

    def __init__(self, *args, pupil: Pupil, follows: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        own = {"school_id": pupil.school_id, "pupil": pupil}
        self.fields["contact"].queryset = Contact.objects.filter(**own)
        self.fields["contact"].label_from_instance = _with_relationship
        self.fields["home"].queryset = Home.objects.filter(**own)
        self.fields["home"].label_from_instance = lambda home: home.name
        if not follows:
            del self.fields["moved_why"]

    def clean(self) -> dict[str, Any]:
        """With somebody, said once."""
        data = super().clean()
        if not (data.get("contact") or data.get("with_whom")):
            self.add_error("with_whom", "Say with whom: a contact, or in words.")
        elif data.get("contact") and data.get("with_whom"):
            self.add_error("with_whom", "Choose a contact or write who it is, not both.")
        return data


class SocialWorkForm(EditForm, OnceForm):
    """Social work with a child who is not looked after."""

    record_fields = SOCIAL_WORK_FIELDS
    kind = forms.ChoiceField(label="What it is", choices=[CHOOSE, *SocialWorkKind.choices])
    council = council()
    starts_on = DateField(label="From")
    ends_on = last_day()

    def __init__(self, *args, sees_protection: bool, **kwargs):
        if kwargs.get("record") and not sees_protection:
            # Who may not know that there is a child protection plan puts the days right.
            self.record_fields = tuple(name for name in SOCIAL_WORK_FIELDS if name != "kind")
        super().__init__(*args, **kwargs)
        if "kind" not in self.record_fields:
            del self.fields["kind"]
        elif not sees_protection:
            kinds = [kind for kind in SocialWorkKind if kind != SocialWorkKind.PROTECTION]
            self.fields["kind"].choices = [CHOOSE, *((k.value, k.label) for k in kinds)]


class ReviewForm(EditForm, OnceForm):
    """A review of the care plan."""

    record_fields = REVIEW_FIELDS
    held_on = DateField(label="Held on")
    decisions = forms.CharField(
        label="What it means for school",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        help_text="Only what the school has to do or know. Few people may read it.",
    )


class DelegationForm(EditForm):
    """Who may say yes to what: all matters on one page."""

    marks_optional = False  # a matter of which nobody has said anything stays empty
    since = DateField(label="This holds since", help_text="What you do not change keeps its day")

    def __init__(self, *args, rows, today, **kwargs):
        rows = {row.matter: row for row in rows}
        initial = {"since": today}
        for matter, row in rows.items():
            initial |= {f"{matter}_decider": row.decider, f"{matter}_note": row.note}
        super().__init__(*args, initial=initial, **kwargs)
        self.initial["version"] = mark_of(rows.values())
        for matter in Matter:
            self.fields[f"{matter}_decider"] = forms.ChoiceField(
                label=matter.label,
                choices=[("", "Nobody has said"), *Decider.choices],
                required=False,
            )
            self.fields[f"{matter}_note"] = forms.CharField(
                label=f"{matter.label}: note", max_length=200, required=False
            )

    @property
    def matters(self):
        """The two boxes of each matter, in order."""
        return [
            (matter.label, self[f"{matter}_decider"], self[f"{matter}_note"]) for matter in Matter
        ]

    @property
    def said(self) -> dict[str, tuple[str, str]]:
        """(who, note) by matter."""
        data = self.cleaned_data
        return {m.value: (data[f"{m}_decider"], data[f"{m}_note"]) for m in Matter}

    def clean(self) -> dict[str, Any]:
        """A note stands beside somebody who may say yes."""
        data = super().clean()
        for matter in Matter:
            if data.get(f"{matter}_note") and not data.get(f"{matter}_decider"):
                self.add_error(f"{matter}_decider", f"Say who decides: {matter.label.lower()}.")
        return data


def _with_relationship(contact: Contact) -> str:
    return f"{contact.name} ({contact.relationship})" if contact.relationship else contact.name
