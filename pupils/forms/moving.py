"""Forms of moves: the plan, its parts, the school's checklists."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.forms.status import past_day
from pupils.moving_codes import KIND_OF_YEAR, WEEKS, MoveKind, StepOwner, TemplateStep, VisitKind
from pupils.rules.moving import next_september
from pupils.selectors.moving.templates import Template
from pupils.services.moving.parts import QUESTION_FIELDS, SETTING_FIELDS, VISIT_FIELDS
from pupils.services.moving.plans import PLAN_FIELDS
from pupils.services.moving.september import LESSON_FIELDS
from pupils.services.moving.templates import TEMPLATE_FIELDS

#: Empty lines at the end of a checklist, for new steps.
SPARE = 4


def _words(label: str, help_text: str = "", rows: int = 3, **more) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    more.setdefault("required", False)
    return forms.CharField(label=label, help_text=help_text, widget=widget, **more)


class _People(EditForm):
    """Who leads a plan and who receives the child."""

    def __init__(self, *args, colleagues: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in colleagues}
        for held in (self.record.lead, self.record.receiver) if self.record else ():
            if held:
                self.people.setdefault(str(held.pk), held)
        named = [(key, user.name) for key, user in self.people.items()]
        self.fields["lead"].choices = named
        self.fields["receiver"].choices = [("", "Somebody elsewhere, or not known yet"), *named]

    def clean(self) -> dict[str, Any]:
        """A colleague sees the child from a day on; somebody elsewhere has a name alone."""
        data = super().clean()
        if data.get("receiver"):
            if not data.get("receiver_sees_from") and "receiver_sees_from" not in self.errors:
                self.add_error("receiver_sees_from", "Say from which day they see the record.")
            data["receiver_name"] = ""
        else:
            data["receiver_sees_from"] = None
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        found = super().facts
        people = {name: self.people.get(found[name]) for name in ("lead", "receiver")}
        return found | people


class PlanForm(_People):
    """A new plan: what kind of move, when, where to, who."""

    record_fields = PLAN_FIELDS
    kind = forms.ChoiceField(label="What kind of move", choices=MoveKind.choices)
    moves_on = DateField(label="Day of the move", help_text="For example, 1 Sep 2027")
    to_name = forms.CharField(label="Next class or setting", max_length=150)
    lead = forms.ChoiceField(label="Who leads it")
    receiver = forms.ChoiceField(label="Receiving teacher, if a colleague", required=False)
    receiver_sees_from = DateField(
        label="They see the record from", required=False, help_text="Until the plan is closed"
    )
    receiver_name = forms.CharField(
        label="Receiving teacher elsewhere", max_length=150, required=False
    )

    @staticmethod
    def starting(pupil, *, today, me: User) -> dict[str, Any]:
        """What is likely, from the child's year."""
        kind = KIND_OF_YEAR.get(pupil.year_group, MoveKind.CLASS)
        return {"kind": kind, "moves_on": next_september(today), "lead": str(me.pk)}


class ChangePlanForm(PlanForm):
    """Everything that a plan says."""

    key_adults = _words("Who the child will meet", "One on each line, with what they do")
    worries = _words(
        "Risks, and what worries the child",
        "One on each line. It is printed on the transition passport: nothing sensitive here.",
    )
    helps = _words("What helps with the move", "One on each line")
    wishes = _words("What the child and the family want")
    told = _words("What the family was told")
    told_on = DateField(label="Told on", required=False, help_text="For example, today")

    def clean_told_on(self):
        return past_day(self.cleaned_data["told_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """What was told, and when, go together."""
        data = super().clean()
        if bool(data.get("told")) != bool(data.get("told_on")) and "told_on" not in self.errors:
            name = "told_on" if data.get("told") else "told"
            self.add_error(name, "Say both what the family was told, and when.")
        return data


class VisitForm(EditForm):
    """A visit or meeting."""

    record_fields = VISIT_FIELDS
    kind = forms.ChoiceField(label="What", choices=VisitKind.choices)
    on = DateField(label="When", help_text="For example, 9 Jun 2027")
    place = forms.CharField(label="Where", max_length=150)
    who = forms.CharField(label="Who goes along", max_length=200, required=False)
    went = _words("How it went")


class SettingForm(EditForm):
    """A setting that the family thinks about."""

    record_fields = SETTING_FIELDS
    name = forms.CharField(label="Setting", max_length=150)
    rank = forms.IntegerField(label="Order of preference", min_value=1, max_value=9, required=False)
    visited_on = DateField(label="The family visited on", required=False)
    view = _words("What they thought of it")
    told = _words("What the family was told", "By the setting or by us")
    is_offered = forms.BooleanField(label="A place is offered", required=False)


class QuestionForm(Form):
    """A question of the receiving teacher."""

    question = _words("What they want to know", required=True)
    asked_by = forms.CharField(label="Who asks", max_length=150)


class AnswerQuestionForm(EditForm):
    """The answer to a question."""

    record_fields = QUESTION_FIELDS
    answer = _words("Answer", rows=4, required=True)


class NotKnownForm(Form):
    """September's question."""

    text = _words(
        "What did we not know?",
        "In the receiving teacher's words. “Nothing” is an answer too.",
        rows=5,
        required=True,
    )
    on = DateField(label="Asked on", help_text="")

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class AskBackForm(Form):
    """Who is asked by a link, by when."""

    name = forms.CharField(label="Receiving teacher", max_length=150)
    role = forms.CharField(
        label="As what", max_length=100, required=False, help_text="Form tutor, SENDCo"
    )
    email = forms.EmailField(
        label="E-mail",
        help_text="They get a link and a code: they need no account. "
        "Nothing about the child is in the e-mail.",
    )
    due_on = DateField(label="Answer by", help_text="The link works for two more weeks.")
    shows_first_name = forms.BooleanField(
        label="Say the child's first name after the code",
        required=False,
        initial=True,
        help_text="Otherwise no name is shown.",
    )

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < clock.today():
            raise forms.ValidationError("The day has passed. Choose a later one.")
        return day


class LessonForm(EditForm):
    """What next year's checklist learns from an answer."""

    record_fields = LESSON_FIELDS
    what = forms.CharField(
        label="New step of the checklist",
        max_length=300,
        required=False,
        help_text="What somebody does next time. Leave it empty when nothing changes.",
    )
    weeks = forms.TypedChoiceField(label="When", choices=WEEKS, coerce=int, initial=-4)
    owner = forms.ChoiceField(label="Who", choices=StepOwner.choices)
    why = forms.CharField(
        label="Or why the checklist stays as it is",
        max_length=400,
        required=False,
        help_text="It was about this child alone; it is on the list already",
    )

    def clean(self) -> dict[str, Any]:
        """Either a step or a reason."""
        data = super().clean()
        if not data.get("what") and not data.get("why"):
            self.add_error("what", "Write the new step, or why the checklist stays as it is.")
        return data

    @property
    def step(self) -> TemplateStep | None:
        """The new step, where there is one."""
        data = self.cleaned_data
        return TemplateStep(data["what"], data["weeks"], data["owner"]) if data["what"] else None


class EndPlanForm(Form):
    """A plan is closed."""

    why = forms.CharField(
        label="Why", max_length=300, help_text="The child has settled; the place was not taken up"
    )


class TemplateForm(EditForm):
    """A checklist: a line for each step, with some empty ones at the end."""

    record_fields = TEMPLATE_FIELDS

    def __init__(self, *args, template: Template, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = range(len(template.steps) + SPARE)
        steps = dict(enumerate(template.steps))
        for place in self.places:
            step = steps.get(place)
            self.fields[f"what_{place}"] = forms.CharField(
                label=f"Step {place + 1}",
                max_length=300,
                required=False,
                initial=step.what if step else "",
            )
            self.fields[f"weeks_{place}"] = forms.TypedChoiceField(
                label=f"When, step {place + 1}",
                choices=WEEKS,
                coerce=int,
                initial=step.weeks if step else -4,
            )
            self.fields[f"owner_{place}"] = forms.ChoiceField(
                label=f"Who, step {place + 1}",
                choices=StepOwner.choices,
                initial=step.owner if step else StepOwner.LEAD,
            )

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """The boxes, line by line."""
        return [(self[f"what_{n}"], self[f"weeks_{n}"], self[f"owner_{n}"]) for n in self.places]

    @property
    def steps(self) -> list[TemplateStep]:
        """The lines that say something."""
        data = self.cleaned_data
        return [
            TemplateStep(data[f"what_{n}"], data[f"weeks_{n}"], data[f"owner_{n}"])
            for n in self.places
            if data[f"what_{n}"]
        ]
