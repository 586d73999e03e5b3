"""Forms of requests for views and advice, and of the answers."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham import clock
from aylsham.codes import Sensitivity
from aylsham.documents.checks.kinds import ACCEPT
from aylsham.editing import EditForm
from aylsham.forms import DateField, FilesField, Form, OnceForm
from aylsham.models import Owes
from pupils.family_codes import ASKED_FOR, AskKind, GivenHow
from pupils.forms.status import past_day
from pupils.forms.talks import OUTSIDE
from pupils.forms.warnings import warned
from pupils.models import Contact
from pupils.rules.sharing import Answer, Verdict
from pupils.services.contributions.answering import LONGEST_ANSWER
from pupils.services.contributions.voices import VOICE_FIELDS

SOMEBODY_ELSE = "else"
USUAL_DAYS = 14
LONGEST_MESSAGE = 2000
CHECKED = "My message says nothing that has to stay out"


class AskForm(OnceForm):
    """Who is asked for what, by when."""

    kind = forms.ChoiceField(label="What", choices=ASKED_FOR, widget=forms.RadioSelect)
    contact = forms.ChoiceField(label="Whom", widget=forms.RadioSelect)
    name = forms.CharField(label="Name", max_length=150, required=False)
    role = forms.CharField(
        label="As what", max_length=100, required=False, help_text="Speech and language therapist"
    )
    owed_by = forms.ChoiceField(
        label="From",
        choices=[(c.value, label) for c, label in OUTSIDE.items()],
        initial=Owes.HEALTH,
        required=False,
    )
    email = forms.EmailField(
        label="E-mail of somebody else",
        required=False,
        help_text="The link and the code go to this address and to no other.",
    )
    due_on = DateField(label="Answer by", help_text="The link works for two more weeks.")
    message = forms.CharField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_MESSAGE,
        required=False,
        help_text="Shown after the code. Say nothing about the child that this person should not "
        "know.",
    )
    shows_first_name = forms.BooleanField(
        label="Say the child's first name", required=False, help_text="Otherwise no name is shown."
    )
    is_checked = forms.BooleanField(label=CHECKED, required=False)

    def __init__(self, *args, contacts: list[Contact], verdicts: Mapping[UUID, Verdict], **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        named = [
            (k, warned(f"{c.name}, {c.email}", verdicts[c.pk])) for k, c in self.contacts.items()
        ]
        free = [str(c.pk) for c in contacts if verdicts[c.pk].answer == Answer.ALLOWED]
        self.fields["contact"].choices = [*named, (SOMEBODY_ELSE, "Somebody else")]
        self.initial.setdefault("kind", AskKind.PARENT_VIEWS)
        self.initial.setdefault("contact", next(iter(free), "" if named else SOMEBODY_ELSE))
        self.initial.setdefault("due_on", clock.today() + dt.timedelta(days=USUAL_DAYS))

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < clock.today():
            raise forms.ValidationError("The day has passed. Choose a later one.")
        return day

    def clean(self) -> dict[str, Any]:
        """Somebody else needs a name and an address."""
        data = super().clean()
        if data.get("contact") == SOMEBODY_ELSE:
            for field, words in (
                ("name", "Write the name."),
                ("email", "Write the e-mail address."),
            ):
                if not data.get(field) and field not in self.errors:
                    self.add_error(field, words)
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        names = ("key", "kind", "due_on", "message", "shows_first_name", "is_checked")
        facts = {name: data[name] for name in names}
        contact = self.contacts.get(data["contact"])
        if contact:
            who = {
                "contact": contact,
                "name": contact.name,
                "role": contact.relationship,
                "email": contact.email,
                "owed_by": Owes.PARENT,
            }
        else:
            who = {name: data[name] for name in ("name", "role", "email", "owed_by")}
        return facts | who


class AddressForm(Form):
    """Where the link is sent again."""

    email = forms.EmailField(
        label="E-mail address", help_text="Every earlier link stops working at once."
    )
    is_checked = forms.BooleanField(
        label=CHECKED,
        help_text="Only needed where an address is withheld or an order says so.",
        required=False,
    )

    def __init__(self, *args, message: str, **kwargs):
        super().__init__(*args, **kwargs)
        if not message:
            del self.fields["is_checked"]


class CodeForm(Form):
    """The six digits from the e-mail."""

    code = forms.CharField(
        label="Code from the e-mail",
        max_length=12,
        error_messages={"required": "Type in the six numbers."},
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "class": "govuk-input--width-5",
            }
        ),
    )

    def clean_code(self) -> str:
        """People type spaces between the digits."""
        return "".join(self.cleaned_data["code"].split())


class AnswerForm(Form):
    """The questions of one request."""

    helper = forms.CharField(label="Who helped?", max_length=150, required=False)

    def __init__(self, *args, questions: list[dict], has_helper: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = [question["key"] for question in questions]
        for question in questions:
            self.fields[question["key"]] = forms.CharField(
                label=question["label"],
                help_text=question["hint"],
                # No `max_length`: nobody needs to see ten thousand characters counted down.
                validators=[MaxLengthValidator(LONGEST_ANSWER)],
                widget=forms.Textarea(attrs={"rows": 4}),
                required=False,
            )
        if not has_helper:
            del self.fields["helper"]
        self.order_fields([*self.keys, "helper"])
        self.marks_optional = False

    @property
    def answers(self) -> dict[str, str]:
        """What was written, by the key of the question."""
        return {key: self.cleaned_data.get(key, "") for key in self.keys}


class LinkAnswerForm(AnswerForm):
    """The same behind a link, with files."""

    files = FilesField(
        label="Add a photo or a file",
        accept=ACCEPT,
        required=False,
        help_text="PDF, Word, photo or e-mail. You can use the camera.",
    )

    def __init__(self, *args, takes_files: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        if not takes_files:
            del self.fields["files"]
        self.order_fields([*self.keys, "helper", "files"])


class VoiceForm(AnswerForm, OnceForm):
    """Views or advice that came otherwise, typed in by us with the same questions."""

    said_by = forms.CharField(label="Whose words", max_length=150)
    role = forms.CharField(label="As what", max_length=100, required=False)
    given_how = forms.ChoiceField(
        label="How they came",
        choices=[c for c in GivenHow.choices if c[0] != GivenHow.LINK],
        widget=forms.RadioSelect,
        initial=GivenHow.IN_PERSON,
    )
    given_on = DateField(label="When", initial="today", help_text="")
    sensitive = forms.BooleanField(
        label="Sensitive", help_text="Few people can read it.", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, has_helper=True, **kwargs)
        self.initial.setdefault("given_on", clock.today())
        self.order_fields(["said_by", "role", "given_how", "given_on", *self.keys, "helper"])

    def clean_given_on(self):
        return past_day(self.cleaned_data["given_on"], "The day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        names = ("key", "said_by", "role", "given_how", "given_on", "helper")
        labels = {key: self.fields[key].label for key in self.keys}
        return {name: data[name] for name in names} | {
            "sensitivity": _sensitivity(data["sensitive"]),
            "answers": [{"question": labels[k], "answer": data[k]} for k in self.keys],
        }


class VoiceChangeForm(EditForm):
    """When, how and by whom views were given; the words themselves stay."""

    record_fields = VOICE_FIELDS
    said_by = forms.CharField(label="Whose words", max_length=150)
    role = forms.CharField(label="As what", max_length=100, required=False)
    given_how = forms.ChoiceField(label="How they came", choices=GivenHow.choices)
    given_on = DateField(label="When")
    helper = forms.CharField(label="Who helped", max_length=150, required=False)
    sensitivity = forms.TypedChoiceField(
        label="Who may read it",
        # Safeguarding text does not stay here: it is handed to the safeguarding lead.
        choices=[(s.value, s.label) for s in (Sensitivity.EVERYONE, Sensitivity.SENSITIVE)],
        coerce=int,
    )


def _sensitivity(is_sensitive: bool) -> Sensitivity:
    return Sensitivity.SENSITIVE if is_sensitive else Sensitivity.EVERYONE
