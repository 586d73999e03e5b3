"""Forms of consultations: what came, what is answered, that it went."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, Form, OnceForm, PastDateField
from ehcp.assessment_codes import GROUND_CHOICES, Answer, Proof, ReplyHow
from ehcp.services.consultations import CLOSE_FIELDS, RECEIVED_FIELDS, REPLY_FIELDS
from pupils.words import year_words

LONGEST = 6000


def _words(label: str, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        required=False,
        **options,
    )


class _Received:
    """Which year groups and children can be chosen."""

    def _offer(self, school, children=()) -> None:
        years = [(code, year_words(code)) for code in school.year_groups if code != "X"]
        self.fields["year_group"].choices = [CHOOSE, *years]  # type: ignore[attr-defined]
        self.children = {str(child.pk): child for child in children}


class ReceiveForm(_Received, OnceForm):
    """A consultation that came."""

    ours = forms.ChoiceField(label="A child on our roll", required=False)
    child = forms.CharField(
        label="Child’s name or initials",
        max_length=60,
        help_text="Initials are enough for a child who is not ours.",
        required=False,
    )
    year_group = forms.ChoiceField(label="Year group to join")
    setting = forms.CharField(label="School or setting now", max_length=60, required=False)
    council = forms.CharField(label="Council", max_length=100)
    reference = forms.CharField(label="Its reference", max_length=60, required=False)
    coordinator = forms.CharField(label="Whom to answer", max_length=150, required=False)
    received_on = PastDateField(
        label="Received on", help_text="Fifteen days run from this day, holidays or not."
    )
    received_how = forms.ChoiceField(label="Came by", choices=[CHOOSE, *Proof.choices])
    needs = _words("What the draft plan asks of us")

    def __init__(self, *args, school, children, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer(school, children)
        named = [(key, child.full_name) for key, child in self.children.items()]
        self.fields["ours"].choices = [("", "Not on our roll"), *named]

    def clean(self) -> dict[str, Any]:
        """A child of ours goes by the name on the roll."""
        data = super().clean()
        if not data.get("ours") and not data.get("child"):
            self.add_error("child", "Write the child’s name or initials.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = dict(self.cleaned_data)
        pupil = self.children.get(data.pop("ours"))
        name = data["child"] or (pupil.full_name if pupil else "")
        return data | {"pupil": pupil, "child": name[:60]}


class ReceivedChangeForm(_Received, EditForm):
    """What came, put right."""

    record_fields = RECEIVED_FIELDS
    child = forms.CharField(label="Child’s name or initials", max_length=60)
    year_group = forms.ChoiceField(label="Year group to join")
    setting = forms.CharField(label="School or setting now", max_length=60, required=False)
    council = forms.CharField(label="Council", max_length=100)
    reference = forms.CharField(label="Its reference", max_length=60, required=False)
    coordinator = forms.CharField(label="Whom to answer", max_length=150, required=False)
    received_on = PastDateField(label="Received on")
    received_how = forms.ChoiceField(label="Came by", choices=Proof.choices)
    needs = _words("What the draft plan asks of us")

    def __init__(self, *args, school, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer(school)


class ReplyForm(EditForm):
    """The answer: no ground but those of the law can be ticked."""

    record_fields = REPLY_FIELDS
    sometimes_needed = ("answer", "grounds", "unsuitable", "others", "resources", "steps")
    answer = forms.ChoiceField(
        label="Our answer", choices=Answer.choices, widget=forms.RadioSelect, required=False
    )
    grounds = forms.MultipleChoiceField(
        label="If we object: the ground",
        choices=GROUND_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Children and Families Act 2014, s.39(4). There is no other.",
    )
    unsuitable = _words("Unsuitable: what the plan asks that we cannot provide")
    others = _words("Education of others: what would happen to whom")
    resources = _words("Resources: what would have to be spent, and what it would be taken from")
    steps = _words(
        "Reasonable steps that we looked at, and why none would be enough",
        help_text="Training, another adult, another class or room, advice, equipment.",
    )
    premises = _words("Rooms and premises", rows=3)
    comments = _words("What else the council should know", rows=3)


class SignForm(Form):
    """What the head has read."""

    seen = forms.CharField(widget=forms.HiddenInput)


class SendReplyForm(OnceForm):
    """How and when the answer went."""

    how = forms.ChoiceField(label="How it went", choices=ReplyHow.choices)
    gone_on = PastDateField(label="Sent on")


class CloseForm(EditForm):
    """No answer is needed."""

    record_fields = CLOSE_FIELDS
    closed_on = PastDateField(label="Since")
    closed_why = forms.CharField(
        label="Why",
        max_length=200,
        help_text="The council named another school, or went on without our answer.",
    )
