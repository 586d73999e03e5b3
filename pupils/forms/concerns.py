"""Forms of concerns: ticks first, words where they help."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import Owes
from pupils.codes import NEED_TYPE_CHOICES
from pupils.concern_codes import (
    CONCERN_AREAS,
    SEEN,
    ConcernSource,
    EnglishStage,
    SeenToo,
    StepKind,
    Worked,
)
from pupils.forms.status import TellingForm, past_day
from pupils.forms.talks import OUTSIDE
from pupils.models import Concern, ConcernAnswer, ConcernDraft, OrdinaryProvision
from pupils.selectors.concerns.classrooms import InClassNow
from pupils.services.actions import NewAction, Owner
from pupils.services.concerns.ordinary import ORDINARY_FIELDS
from pupils.services.concerns.raising import ANSWER_FIELDS, Tried
from pupils.services.concerns.triage import TRIAGE_FIELDS

NOT_TRIED = [("", "Not tried"), *Worked.choices]
SUPPORT_FIELDS = ("told_on", "told_how", "not_yet", "to_tell_on", "primary_need")
REFERRAL_FIELDS = ("referred_to", "referred_for", "referral_owed_by", "referral_due_on")


def _words(label: str, rows: int = 2, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, required=False, **more)


class BeginForm(Form):
    """The two questions with which a concern begins: the parents first."""

    spoken = forms.ChoiceField(
        label="Have you spoken to the parents?",
        choices=[("yes", "Yes"), ("no", "Not yet")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say first whether you have spoken to the parents."},
    )
    area = forms.ChoiceField(label="What is it about?", choices=CONCERN_AREAS)


class ConcernForm(Form):
    """A concern in one area, in under three minutes: parents first, then ticks."""

    spoken = forms.ChoiceField(
        label="Have you spoken to the parents?",
        choices=[("yes", "Yes"), ("no", "Not yet")],
        widget=forms.RadioSelect,
    )
    parents_spoken_on = DateField(label="When", required=False, help_text="For example, today")
    parents_said = _words("What they said")
    home_language = forms.CharField(label="Home language", max_length=60)
    english = forms.ChoiceField(
        label="Stage of English", choices=[("", "Choose one"), *EnglishStage.choices]
    )
    seen = forms.MultipleChoiceField(
        label="What do you see?", widget=forms.CheckboxSelectMultiple, required=False
    )
    seen_words = _words("In your words")
    own = forms.CharField(label="Something else", max_length=300, required=False)
    own_worked = forms.ChoiceField(label="Did it work?", choices=NOT_TRIED, required=False)
    own_since_on = DateField(label="Since", required=False, help_text="")
    parent_view = _words("What the parents would like")
    child_view = _words("What the child says")
    source = forms.ChoiceField(
        label="Whose concern is it?",
        choices=ConcernSource.choices,
        initial=ConcernSource.COLLEAGUE,
    )
    sensitivity = forms.TypedChoiceField(label="Who may read it", coerce=int, required=False)

    def __init__(
        self,
        *args,
        draft: ConcernDraft,
        in_class: InClassNow | None,
        sensitivities: Sequence[tuple[int, str]],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.area, self.in_class = draft.area, in_class
        self.fields["seen"].choices = SEEN[draft.area]
        self.offered = tuple(draft.offered)
        for place, line in enumerate(self.offered):
            self.fields[f"tried_{place}"] = forms.ChoiceField(
                label=line, choices=NOT_TRIED, required=False
            )
            self.fields[f"since_{place}"] = DateField(
                label=f"Since, {line}", required=False, help_text=""
            )
        if len(sensitivities) > 1:
            self.fields["sensitivity"].choices = sensitivities
        else:
            del self.fields["sensitivity"]
        self.initial |= {
            name: values if name == "seen" else values[0]
            for name, values in draft.words.items()
            if name in self.fields and values
        }

    @property
    def words(self) -> dict[str, list[str]]:
        """What stands in the boxes now, right or wrong: what a draft keeps."""
        return {name: self.data.getlist(name) for name in self.fields if name in self.data}

    @property
    def offered_rows(self) -> list[tuple[str, str, Any, Any]]:
        """Each line of the statement, what the last look at the class saw, and two boxes."""
        in_class = self.in_class.seen if self.in_class else {}
        return [
            (line, in_class.get(line, ""), self[f"tried_{place}"], self[f"since_{place}"])
            for place, line in enumerate(self.offered)
        ]

    def clean_parents_spoken_on(self):
        return past_day(self.cleaned_data["parents_spoken_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Something is seen; spoken to the parents goes with a day; tried begins in the past."""
        data = super().clean()
        has_day = data.get("parents_spoken_on") or "parents_spoken_on" in self.errors
        if data.get("spoken") == "yes" and not has_day:
            self.add_error("parents_spoken_on", "Say when you spoke to them.")
        if not data.get("seen") and not data.get("seen_words"):
            self.add_error("seen", "Tick what you see, or write it below.")
        if data.get("own") and not data.get("own_worked"):
            self.add_error("own_worked", "Say whether it worked.")
        for name in ("own_since_on", *(f"since_{n}" for n in range(len(self.offered)))):
            try:
                past_day(data.get(name), "The day")
            except forms.ValidationError as error:
                self.add_error(name, error)
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        names = ("source", "home_language", "english", "seen", "seen_words", "child_view")
        has_spoken = data["spoken"] == "yes"
        return {name: data[name] for name in names} | {
            "area": self.area,
            "parents_spoken_on": data["parents_spoken_on"] if has_spoken else None,
            "parents_said": data["parents_said"] if has_spoken else "",
            "parent_view": data["parent_view"],
            "sensitivity": data.get("sensitivity") or Sensitivity.EVERYONE,
        }

    @property
    def tried(self) -> list[Tried]:
        """What was tried: lines of the statement, then own words."""
        data = self.cleaned_data
        found = [
            Tried(line, data[f"tried_{n}"], data[f"since_{n}"], is_ordinary=True)
            for n, line in enumerate(self.offered)
            if data[f"tried_{n}"]
        ]
        if data["own"]:
            found.append(Tried(data["own"], data["own_worked"], data["own_since_on"]))
        return found


class AnswerForm(EditForm):
    """What another adult sees: the same questions, on one short page."""

    record_fields = ANSWER_FIELDS
    same = forms.ChoiceField(
        label="Do you see something in this area?",
        choices=SeenToo.choices,
        widget=forms.RadioSelect,
    )
    seen = forms.MultipleChoiceField(
        label="What do you see?", widget=forms.CheckboxSelectMultiple, required=False
    )
    words = _words("In your words")
    helps = _words("What helps")

    def __init__(self, *args, record: ConcernAnswer, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.fields["seen"].choices = SEEN[record.concern.area]


class DecideForm(TellingForm, EditForm):
    """What follows a concern, with the reason."""

    record_fields = TRIAGE_FIELDS
    kind = forms.ChoiceField(label="What follows", widget=forms.RadioSelect)
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))
    review_on = DateField(label="Look again on", required=False, help_text="For example, 18 Dec")
    referred_to = forms.CharField(label="To whom", max_length=150, required=False)
    referred_for = forms.CharField(label="What for", max_length=300, required=False)
    referral_owed_by = forms.ChoiceField(
        label="They belong to",
        choices=[(o.value, label) for o, label in OUTSIDE.items() if o != Owes.PARENT],
        required=False,
    )
    referral_due_on = DateField(label="Expected by", required=False, help_text="")
    primary_need = forms.ChoiceField(
        label="Primary need", choices=[("", "Add it later"), *NEED_TYPE_CHOICES], required=False
    )

    def __init__(self, *args, record: Concern, is_on_register: bool, has_needs: bool, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.initial.pop("review_on", None)
        offered = [k for k in StepKind if k != StepKind.REVIEWED]
        if record.step == StepKind.MONITORING and record.review_on:
            offered.remove(StepKind.MONITORING)
        if is_on_register:
            offered.remove(StepKind.SUPPORT)
            for name in SUPPORT_FIELDS:
                del self.fields[name]
        elif has_needs:
            del self.fields["primary_need"]
        self.fields["kind"].choices = [(k.value, _DECISIONS[k]) for k in offered]

    def clean(self) -> dict[str, Any]:
        """Monitoring has an end; a referral has somebody, something and a day."""
        data = super().clean()
        if data.get("kind") == StepKind.MONITORING and not data.get("review_on"):
            self.add_error("review_on", "Say on which day it is looked at again.")
        if data.get("kind") == StepKind.REFERRAL:
            for name in REFERRAL_FIELDS:
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "A referral needs this.")
        return data

    @property
    def action(self) -> NewAction:
        """The referral, as an action that is then due."""
        data = self.cleaned_data
        owner = Owner(name=data["referred_to"], owed_by=Owes(data["referral_owed_by"]))
        return NewAction(data["referred_for"], owner, data["referral_due_on"])


_DECISIONS = {
    StepKind.UNIVERSAL: "Strategies in class",
    StepKind.MONITORING: "Monitor until a day",
    StepKind.ASSESSMENT: "Assess",
    StepKind.REFERRAL: "Refer to somebody outside",
    StepKind.SUPPORT: "SEN support",
    StepKind.CLOSED: "Close the concern",
}


class ReviewForm(EditForm):
    """A look at what is monitored."""

    record_fields = TRIAGE_FIELDS
    found = forms.CharField(label="What was found", widget=forms.Textarea(attrs={"rows": 3}))
    next_on = DateField(label="Look again on", help_text="For example, 18 Dec")

    def __init__(self, *args, record: Concern, is_last: bool, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        if is_last:
            del self.fields["next_on"]


class OrdinaryForm(EditForm):
    """What is ordinarily available: one offer on each line."""

    record_fields = ORDINARY_FIELDS
    text = forms.CharField(
        label="What every child is offered",
        help_text="One on each line. Concerns tick against these lines.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args, record: OrdinaryProvision | None, lines: Sequence[str], **kwargs):
        initial = {} if record else {"text": "\n".join(lines)}
        super().__init__(*args, record=record, initial=initial, **kwargs)
