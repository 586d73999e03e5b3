"""Forms of watching: a week of attendance, an SDQ total, the rules, and what is done."""

from typing import Any

from django import forms

from aylsham.dates import DAY
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, FilterForm, Form, OnceForm
from lac.models.watch import HIGHEST_TOTAL, MOST_SESSIONS
from lac.selectors.weeks import WeekLine, mark_of_weeks, monday_of
from lac.services.watch import RULE_FIELDS, SDQ_FIELDS, Figures
from lac.watch_codes import AnsweredBy

#: Half days of a week without a holiday.
WHOLE_WEEK = 10


class WeekFilter(FilterForm):
    """Of which week."""

    week = DateField(label="Week of", help_text="Any day of it")

    def monday(self, today):
        """The Monday of the week that was asked for, or of the last week whose Friday has come."""
        return monday_of(self.chosen.get("week") or today - 4 * DAY)


class WeekForm(EditForm):
    """Half days of one week, for every child."""

    marks_optional = False

    def __init__(self, *args, lines: list[WeekLine], **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        rows = [line.row for line in lines if line.row]
        self.initial["version"] = mark_of_weeks(rows)
        for line in lines:
            for name, label in (("possible", "Possible"), ("attended", "Attended")):
                key = f"{name}_{line.pupil.pk.hex}"
                self.fields[key] = forms.IntegerField(
                    label=f"{label}: {line.pupil.full_name}",
                    min_value=0,
                    max_value=MOST_SESSIONS,
                    required=False,
                    widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
                )
                if line.row:
                    self.initial[key] = getattr(line.row, name)
            self.initial.setdefault(f"possible_{line.pupil.pk.hex}", WHOLE_WEEK)

    @property
    def boxes(self):
        """Each child with the two boxes."""
        return [(line, self[f"possible_{k}"], self[f"attended_{k}"]) for line, k in self._keys]

    @property
    def figures(self) -> Figures:
        """What was typed, by child."""
        said: Figures = {}
        for line, key in self._keys:
            possible = self.cleaned_data[f"possible_{key}"]
            attended = self.cleaned_data[f"attended_{key}"]
            said[line.pupil.pk] = None if attended is None else (possible, attended)
        return said

    def clean(self) -> dict[str, Any]:
        """Nobody attends more than there was; what was attended needs what was possible."""
        data = super().clean()
        for _, key in self._keys:
            possible, attended = data.get(f"possible_{key}"), data.get(f"attended_{key}")
            if attended is None or f"possible_{key}" in self.errors:
                continue
            if not possible:
                words = "Say how many there were, or leave “attended” empty."
                self.add_error(f"possible_{key}", words)
            elif attended > possible:
                self.add_error(f"attended_{key}", f"It cannot be more than {possible}.")
        return data

    @property
    def _keys(self) -> list[tuple[WeekLine, str]]:
        return [(line, line.pupil.pk.hex) for line in self.lines]


class SdqForm(EditForm, OnceForm):
    """The total of a questionnaire."""

    record_fields = SDQ_FIELDS
    answered_on = DateField(label="Answered on")
    answered_by = forms.ChoiceField(label="Who answered", choices=[CHOOSE, *AnsweredBy.choices])
    total = forms.IntegerField(
        label="Total score",
        min_value=0,
        max_value=HIGHEST_TOTAL,
        help_text="0 to 40. Only the total is kept here: no question and no answer.",
    )


def _watched(label: str, most: int, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, required=False, help_text=help_text
    )


class RulesForm(EditForm):
    """When the school wants to be told."""

    record_fields = RULE_FIELDS
    marks_optional = False
    attendance_below = forms.DecimalField(
        label="Attendance below (%)", min_value=1, max_value=100, decimal_places=1, required=False
    )
    attendance_weeks = forms.IntegerField(
        label="… for so many weeks running", min_value=1, max_value=12
    )
    moves = _watched("Placement moves within 12 months", 20)
    sdq_total = _watched("SDQ total of at least", HIGHEST_TOTAL)
    stalled_weeks = _watched(
        "School weeks without progress on a target", 40, "Holidays do not count"
    )
    suspensions = _watched("Suspensions in one term", 20)
    new_worker = forms.BooleanField(label="A new social worker", required=False)


class DoneForm(Form):
    """What is done about what a rule saw."""

    done = forms.CharField(
        label="What is done about it",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Or why nothing is needed. Few people may read it.",
    )


class ToldForm(OnceForm):
    """Who was told."""

    user = forms.ModelChoiceField(
        label="Colleague", queryset=None, required=False, empty_label="Nobody of this school"
    )
    name = forms.CharField(
        label="Or somebody outside",
        max_length=150,
        required=False,
        help_text="Name and what they are: social worker, virtual school",
    )
    told_on = DateField(label="Told on", help_text="")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda user: user.name

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {name: self.cleaned_data[name] for name in ("user", "name", "told_on", "key")}
