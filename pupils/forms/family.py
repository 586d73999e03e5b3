"""Forms of the family: contacts, homes, orders."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, OnceForm, YesNoField
from pupils.family_codes import PREFERRED, Language, OrderKind, Withheld
from pupils.models import Contact, Home, Pupil
from pupils.services.details import CONTACT_FIELDS
from pupils.services.family import HOME_FIELDS, ORDER_FIELDS


class ContactForm(EditForm, OnceForm):
    """A parent, carer or other adult in the child's life."""

    record_fields = CONTACT_FIELDS
    name = forms.CharField(label="Name", max_length=150)
    relationship = forms.CharField(
        label="Relationship", max_length=60, required=False, help_text="Mother, grandfather, carer"
    )
    has_parental_responsibility = YesNoField(label="Has parental responsibility")
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    priority = forms.IntegerField(
        label="Order of calling",
        min_value=1,
        max_value=20,
        initial=1,
        help_text="1 is called first",
    )
    home = forms.ModelChoiceField(
        label="Lives at", queryset=None, required=False, empty_label="Not said"
    )
    language = forms.CharField(
        label="Language", max_length=60, required=False, help_text="If not English"
    )
    interpreter = forms.ChoiceField(label="Interpreter", choices=Language.choices, required=False)
    preferred_channel = forms.ChoiceField(
        label="Best way to reach them",
        choices=[("", "Not said"), *((c.value, c.label) for c in PREFERRED)],
        required=False,
    )
    may_collect = YesNoField(label="May collect the child")
    receives_letters = YesNoField(label="Gets letters from school")

    def __init__(self, *args, pupil: Pupil, **kwargs):
        super().__init__(*args, **kwargs)
        homes = Home.objects.filter(school_id=pupil.school_id, pupil=pupil)
        self.fields["home"].queryset = homes
        self.fields["home"].label_from_instance = lambda home: home.name


class HomeForm(EditForm, OnceForm):
    """A home, and from whom its address is withheld."""

    record_fields = HOME_FIELDS
    name = forms.CharField(label="Whose home", max_length=60, help_text="Mum's, Grandad's")
    address = forms.CharField(
        label="Address", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    child_is_there = forms.CharField(
        label="When the child is there",
        max_length=120,
        required=False,
        help_text="School nights, every other weekend",
    )
    withheld = forms.ChoiceField(
        label="The address is withheld from",
        choices=Withheld.choices,
        widget=forms.RadioSelect,
        initial=Withheld.NOBODY,
    )
    withheld_from = forms.MultipleChoiceField(
        label="People who may not learn it",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    withheld_why = forms.CharField(
        label="Why, and where that is written",
        max_length=300,
        required=False,
    )

    def __init__(self, *args, contacts: list[Contact], **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        self.fields["withheld_from"].choices = [(k, c.name) for k, c in self.contacts.items()]
        if not contacts:
            del self.fields["withheld_from"]
        elif self.record:
            self.initial["withheld_from"] = [str(pk) for pk in self.record.named]

    def clean(self) -> dict[str, Any]:
        """Whoever withholds an address says why, and from whom."""
        data = super().clean()
        if data.get("withheld") == Withheld.NAMED and not data.get("withheld_from"):
            self.add_error("withheld", "Tick from whom the address is withheld.")
        if data.get("withheld") != Withheld.NOBODY and not data.get("withheld_why"):
            self.add_error("withheld_why", "Say why, so that nobody undoes it by mistake.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        named = [self.contacts[key] for key in self.cleaned_data.get("withheld_from", ())]
        return super().facts | {"withheld_from": named}


class OrderForm(EditForm, OnceForm):
    """A court order or a written agreement about a contact."""

    record_fields = ORDER_FIELDS
    kind = forms.ChoiceField(label="What", choices=[("", "Choose one"), *OrderKind.choices])
    stops_contact = forms.BooleanField(label="No contact with the child", required=False)
    stops_information = forms.BooleanField(
        label="Is told nothing about the child",
        required=False,
        help_text="Only if the order says so. A parent without contact still has a right to "
        "school reports.",
    )
    shares_responsibility = forms.BooleanField(label="Acts as a parent", required=False)
    says = forms.CharField(
        label="What it says, in a sentence",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    starts_on = DateField(label="From")
    ends_on = DateField(label="Until", required=False, help_text="Leave empty if it has no end")
    evidence = forms.CharField(
        label="Where the evidence is",
        max_length=200,
        help_text="Sealed copy seen in the office, filed under Court",
    )

    def clean(self) -> dict[str, Any]:
        """The end comes after the start."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first.")
        return data
