"""Forms of agreements: whom to ask, what somebody says, what somebody said."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham import clock
from aylsham.documents.checks.kinds import ACCEPT
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.agreement_codes import WRITTEN_DOWN, AgreedHow, Asked, Choice
from pupils.forms.status import past_day
from pupils.forms.warnings import warned
from pupils.models import Contact
from pupils.rules.sharing import Answer, Verdict
from pupils.services.agreements.answering import LONGEST_WORDS
from pupils.services.agreements.asking import ToAsk

USUAL_DAYS = 14
CHECKED = "I have read the text through for the people I chose"


class AskPeopleForm(Form):
    """Who is asked to agree, by when."""

    contacts = forms.MultipleChoiceField(
        label="Family", widget=forms.CheckboxSelectMultiple, required=False
    )
    child = forms.BooleanField(
        label="The child", required=False, help_text="You write down their own words with them."
    )
    colleague = forms.ChoiceField(label="A colleague", required=False)
    name = forms.CharField(label="Name", max_length=150, required=False)
    role = forms.CharField(
        label="As what", max_length=100, required=False, help_text="School nurse"
    )
    email = forms.EmailField(
        label="E-mail", required=False, help_text="Leave it empty to ask on paper."
    )
    due_on = DateField(label="Answer by", help_text="A link works for two more weeks.")
    on_paper = forms.BooleanField(label="On paper or in person only: send no link", required=False)
    is_checked = forms.BooleanField(label=CHECKED, required=False)

    def __init__(
        self,
        *args,
        contacts: list[Contact],
        verdicts: Mapping[UUID, Verdict],
        colleagues: Mapping[str, tuple[User, str]],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.people = {str(contact.pk): contact for contact in contacts}
        self.colleagues = colleagues
        self.fields["contacts"].choices = [
            (key, warned(_named(contact), verdicts[contact.pk]))
            for key, contact in self.people.items()
        ]
        self.fields["colleague"].choices = [
            ("", "Nobody"),
            *((key, words) for key, (_, words) in colleagues.items()),
        ]
        usual = [
            key
            for key, contact in self.people.items()
            if contact.has_parental_responsibility and verdicts[contact.pk].answer != Answer.REFUSED
        ]
        self.initial.setdefault("contacts", usual)
        self.initial.setdefault("due_on", clock.today() + dt.timedelta(days=USUAL_DAYS))
        if not contacts:
            del self.fields["contacts"]

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < clock.today():
            raise forms.ValidationError("The day has passed. Choose a later one.")
        return day

    def clean(self):
        """Somebody is asked, and somebody from outside has a name."""
        data = super().clean()
        if (data.get("email") or data.get("role")) and not data.get("name"):
            self.add_error("name", "Write the name.")
        elif not self.errors and not self.chosen():
            raise forms.ValidationError("Choose at least one person.")
        return data

    def chosen(self) -> list[ToAsk]:
        """Everybody who was chosen."""
        data, found = self.cleaned_data, []
        sends = not data.get("on_paper")
        for key in data.get("contacts", ()):
            one = self.people[key]
            email = one.email if sends else ""
            found.append(ToAsk(Asked.PARENT, one.name, one.relationship, email, contact=one))
        if data.get("child"):
            found.append(ToAsk(Asked.CHILD, "The child"))
        if data.get("name"):
            email = data.get("email", "") if sends else ""
            found.append(ToAsk(Asked.PROFESSIONAL, data["name"], data.get("role", ""), email))
        if data.get("colleague"):
            user, _ = self.colleagues[data["colleague"]]
            found.append(ToAsk(Asked.STAFF, user.name, user=user))
        return found


class ChoiceForm(Form):
    """What the person says; a link keeps it as a draft."""

    choice = forms.ChoiceField(
        label="What do you say?", choices=Choice.choices, widget=forms.RadioSelect, required=False
    )
    words = forms.CharField(
        label="Your words",
        help_text="If you want changes, or do not agree: tell us what should be different.",
        # No `max_length`: nobody needs to see thousands of characters counted down.
        validators=[MaxLengthValidator(LONGEST_WORDS)],
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    marks_optional = False

    def must_choose(self) -> bool:
        """An answer that is sent says one of the three; a draft need not."""
        if not self.is_valid():
            return False
        if not self.cleaned_data["choice"]:
            self.add_error("choice", "Choose one of the three.")
        elif self.cleaned_data["choice"] != Choice.AGREE and not self.cleaned_data["words"].strip():
            self.add_error("words", "Write what should be different.")
        return not self.errors


class RecordForm(Form):
    """What somebody signed or said, written down by us: four taps."""

    choice = forms.ChoiceField(
        label="What they say", choices=[(c.value, c.said) for c in Choice], widget=forms.RadioSelect
    )
    how = forms.ChoiceField(
        label="How",
        choices=[(how.value, how.label) for how in WRITTEN_DOWN],
        widget=forms.RadioSelect,
        initial=AgreedHow.PAPER,
    )
    words = forms.CharField(
        label="Their words, exactly",
        validators=[MaxLengthValidator(LONGEST_WORDS)],
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    given_on = DateField(label="When", help_text="The day on the sheet, or of the talk.")
    file = forms.FileField(
        label="The signed sheet",
        required=False,
        help_text="A photo or scan. It is filed among the documents.",
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("given_on", clock.today())

    def clean_given_on(self):
        return past_day(self.cleaned_data["given_on"], "The day")

    def clean(self):
        """Whoever does not simply agree says what should be different."""
        data = super().clean()
        if data.get("choice") not in (None, Choice.AGREE) and not data.get("words", "").strip():
            self.add_error("words", "Write what should be different.")
        return data


def _named(contact: Contact) -> str:
    role = f", {contact.relationship.lower()}" if contact.relationship else ""
    return f"{contact.name}{role}: {'by e-mail' if contact.email else 'no e-mail, so on paper'}"
