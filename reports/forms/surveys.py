"""Forms of surveys: setting up a round, answering it, deciding about words."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms

from aylsham import clock
from aylsham.codes import YEAR_GROUPS
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from reports.models import SurveyRound, SurveyWords
from reports.services.surveys.rounds import ROUND_FIELDS
from reports.survey_codes import LONGEST_WORDS, WordsState
from reports.surveys.statements import MOST_OWN, OPEN_QUESTION, SCALES, Asked, Statement, current

_OWN = tuple(f"own_{number}" for number in range(1, MOST_OWN + 1))
#: How long a survey is open unless somebody says otherwise.
USUAL_LENGTH = dt.timedelta(days=18)
NOTHING_SAID = "Choose an answer to at least one of the sentences."


class RoundForm(EditForm):
    """A round: its days, its years, what it asks."""

    record_fields = ROUND_FIELDS
    sometimes_needed = ("keys",)
    opens_on = DateField(label="First day")
    closes_on = DateField(label="Last day for answers", help_text="Two or three weeks are enough.")
    years = forms.MultipleChoiceField(
        label="Only these years",
        choices=YEAR_GROUPS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked: all. Small groups show no results, so ask as many as you can.",
    )
    keys = forms.MultipleChoiceField(
        label="What is asked",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The words stay the same from year to year, so that you can compare.",
    )
    own_1 = forms.CharField(
        label="A sentence of your own",
        max_length=120,
        required=False,
        help_text="People say how far they agree. Name nobody.",
    )
    own_2 = forms.CharField(label="Another one", max_length=120, required=False)
    asks_for_words = forms.BooleanField(required=False)

    def __init__(self, *args, asked: Asked, years: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(each.key, each.words) for each in current(asked)]
        self.fields["years"].choices = [c for c in YEAR_GROUPS if c[0] in years]
        self.fields["asks_for_words"].label = f"Also ask: “{OPEN_QUESTION[asked]}”"
        if self.record is None:
            self.initial.setdefault("keys", [each.key for each in current(asked)])
            self.initial.setdefault("asks_for_words", True)
            self.initial.setdefault("opens_on", clock.today())
            self.initial.setdefault("closes_on", clock.today() + USUAL_LENGTH)
        else:
            self.initial |= dict(zip(_OWN, self.record.own, strict=False))

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says; sentences of the school's own as one list."""
        own = [self.cleaned_data[name].strip() for name in _OWN if name in self.fields]
        return super().facts | {"own": [words for words in own if words]}


class LastDayForm(EditForm):
    """The last day of a round that has begun."""

    record_fields = ROUND_FIELDS
    closes_on = DateField(label="Last day for answers")


class AnswerForm(Form):
    """The sentences of a round, each with its scale; every one may be left open."""

    marks_optional = False

    def __init__(self, *args, round: SurveyRound, **kwargs):
        self.round, self.asked = round, Asked(round.audience)
        super().__init__(*args, **kwargs)
        choices = [(each.value, each.label) for each in SCALES[self.asked]]
        for each in round.statements:
            self.fields[each.key] = forms.ChoiceField(
                label=each.words, choices=choices, required=False, widget=forms.RadioSelect
            )
        if round.asks_for_words:
            self.fields["words"] = forms.CharField(
                label=OPEN_QUESTION[self.asked],
                required=False,
                max_length=LONGEST_WORDS,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text="You can leave this empty. Please write no names.",
            )

    def clean(self) -> dict[str, Any]:
        """Something is ticked, or written."""
        data = super().clean()
        if not self.errors and not self.ticks and not data.get("words", "").strip():
            raise forms.ValidationError(NOTHING_SAID)
        return data

    @property
    def ticks(self) -> dict[str, str]:
        """What was ticked, by statement."""
        keys = [each.key for each in self.round.statements]
        return {key: tick for key in keys if (tick := self.cleaned_data.get(key))}

    @property
    def said(self) -> dict[str, Any]:
        """What a service takes."""
        return {"ticks": self.ticks, "words": self.cleaned_data.get("words", "")}


class PupilAnswerForm(AnswerForm, OnceForm):
    """The same for a child at school, each sentence with a picture."""

    def questions(self) -> list[dict[str, Any]]:
        """Each sentence with its answers and their pictures."""
        return [self._question(each) for each in self.round.statements]

    def _question(self, statement: Statement) -> dict[str, Any]:
        chosen = self[statement.key].value()
        answers = [{"step": step, "is_chosen": chosen == step.value} for step in SCALES[self.asked]]
        return {"statement": statement, "answers": answers}


class WordsForm(Form):
    """What is done with each of the words of a round."""

    marks_optional = False

    def __init__(self, *args, words: list[SurveyWords], **kwargs):
        super().__init__(*args, **kwargs)
        for row in words:
            self.fields[str(row.pk)] = forms.ChoiceField(
                label=row.words,
                choices=[("", "Not decided"), *WordsState.choices],
                required=False,
                initial=row.state,
                widget=forms.RadioSelect,
            )

    @property
    def decided(self) -> dict[UUID, str]:
        """By row, what was chosen."""
        return {UUID(name): state for name, state in self.cleaned_data.items()}
