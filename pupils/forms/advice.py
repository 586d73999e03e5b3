"""Forms of what professionals recommend: written down, decided, looked at again."""

import datetime as dt

from django import forms

from aylsham import clock
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.agency_codes import AdviceState
from pupils.codes import Setting, Tier
from pupils.models import Recommendation
from pupils.selectors.identity import Child
from pupils.services.advice import ADVICE_FIELDS, HelpsAs

#: A first look at whether it is done and helps.
FIRST_LOOK = dt.timedelta(days=42)
DECISIONS = [
    (AdviceState.ADOPTED, "Adopt it as it stands"),
    (AdviceState.ADAPTED, "Adapt it, in our words"),
    (AdviceState.DECLINED, "Decline it, with the reason"),
]


class RecommendationsForm(Form):
    """What a report recommends: one on each line, in its words."""

    texts = forms.CharField(
        label="What the report recommends",
        help_text="One on each line, in the words of the report. Paste the list.",
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    @property
    def lines(self) -> list[str]:
        """Each line without its bullet or number."""
        return [_plain(line) for line in self.cleaned_data["texts"].splitlines() if _plain(line)]


class DecideAdviceForm(EditForm):
    """What is done with a recommendation."""

    record_fields = ADVICE_FIELDS
    state = forms.ChoiceField(
        label="What we do with it", choices=DECISIONS, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What we do instead, in our words",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=600,
        required=False,
    )
    reason = forms.CharField(
        label="Why it is declined", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    owner_choice = forms.ChoiceField(label="Who sees to it")
    review_on = DateField(label="Look at it again on", required=False, help_text="")
    is_strategy = forms.BooleanField(
        label="It goes among what helps the child, where every adult of the class reads it",
        required=False,
        initial=True,
    )
    setting = forms.ChoiceField(label="Where", choices=Setting, initial=Setting.EVERYWHERE)
    tier = forms.ChoiceField(
        label="How far beyond what every child gets", choices=Tier, initial=Tier.TARGETED
    )
    need = forms.TypedChoiceField(
        label="Need it answers", required=False, empty_value=None, coerce=str
    )
    sensitivity = forms.TypedChoiceField(label="Who may read it there", coerce=int)

    def __init__(
        self,
        *args,
        record: Recommendation,
        child: Child,
        colleagues: list[User],
        levels,
        needs=(),
        **kwargs,
    ):
        super().__init__(*args, record=record, **kwargs)
        self.colleagues = {str(user.pk): user for user in colleagues}
        self.needs = {str(need.pk): need for need in needs}
        self.fields["owner_choice"].choices = [
            ("", "Choose one"),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        named = [(str(need.id), need.in_words or need.label) for need in child.needs]
        self.fields["need"].choices = [("", "No single need"), *named]
        choices = sensitivity_choices(levels)
        self.fields["sensitivity"].choices = choices
        # A strategy says less than the report: whoever decides says who may read it.
        allowed = [value for value, _ in choices]
        wanted = record.document.sensitivity
        self.initial |= {
            "state": None,
            "review_on": clock.today() + FIRST_LOOK,
            "sensitivity": wanted if wanted in allowed else Sensitivity.EVERYONE,
        }

    def clean(self):
        """Adapted says how, declined says why; what is followed is looked at again."""
        data = super().clean()
        state = data.get("state")
        if state == AdviceState.ADAPTED and not data.get("words"):
            self.add_error("words", "Write what you do instead.")
        if state == AdviceState.DECLINED and not data.get("reason"):
            self.add_error("reason", "Write why it is not followed.")
        if state in (AdviceState.ADOPTED, AdviceState.ADAPTED):
            if not data.get("review_on") and "review_on" not in self.errors:
                self.add_error("review_on", "Say on which day it is looked at again.")
            if self._is_too_long(data):
                self.add_error(
                    "words",
                    "It is too long for what helps. Adapt it: one thing that an adult does.",
                )
        return data

    def _is_too_long(self, data) -> bool:
        is_adopted = data.get("state") == AdviceState.ADOPTED
        return bool(is_adopted and data.get("is_strategy") and len(self.record.text) > 600)

    @property
    def owner(self) -> User:
        """Who sees to it."""
        return self.colleagues[self.cleaned_data["owner_choice"]]

    @property
    def helps(self) -> HelpsAs | None:
        """How it stands among what helps; None when it is not a strategy."""
        data = self.cleaned_data
        if not data["is_strategy"]:
            return None
        need = self.needs.get(data["need"]) if data["need"] else None
        return HelpsAs(data["setting"], data["tier"], data["sensitivity"], need)


class ReviewAdviceForm(EditForm):
    """A look at whether it is done, and helps."""

    record_fields = ADVICE_FIELDS
    found = forms.CharField(label="What you find", widget=forms.Textarea(attrs={"rows": 3}))
    next_on = DateField(
        label="Look at it again on", required=False, help_text="Empty: no further look is needed"
    )


def _plain(line: str) -> str:
    """A line without the bullet or number that a list puts before it."""
    bare = line.strip().lstrip("•·*-–— \t")
    head, dot, rest = bare.partition(" ")
    is_number = dot and head.rstrip(".)").isdigit() and head != head.rstrip(".)")
    return rest.strip() if is_number else bare.strip()
