"""Forms of the review calendar: its rules, a person's days, one review's day."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from aylsham import clock
from aylsham.datewords import parse_day
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form
from ehcp.calendar_codes import HALF_DAYS, WEEKDAYS, WEIGHT_CHOICES, AttenderKind, Comes
from ehcp.models import CalendarPerson, EhcPlan, ProposedReview, ReviewCalendar
from ehcp.services.calendar.changing import PERSON_FIELDS, PROPOSAL_FIELDS, RULE_FIELDS

MOST_DAYS = 200
DAY = dt.timedelta(days=1)


class DatesField(forms.CharField):
    """Several days, and stretches of days: 12 Jan 2027, 15 Feb 2027 to 19 Feb 2027."""

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "For example: 12 Jan 2027, 15 Feb 2027 to 19 Feb 2027")
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return ", ".join(f"{day.day} {day:%b} {day.year}" for day in value)
        return value

    def to_python(self, value: Any) -> list[dt.date]:
        found: set[dt.date] = set()
        for part in re.split(r"[,;\n]+", value or ""):
            if part.strip():
                found |= set(_stretch(part.strip()))
            if len(found) > MOST_DAYS:
                raise ValidationError(f"That is more than {MOST_DAYS} days.")
        return sorted(found)


def _stretch(words: str) -> Iterable[dt.date]:
    first, _, last = words.partition(" to ")
    try:
        begins = parse_day(first.strip(), today=clock.today())
        ends = parse_day(last.strip(), today=clock.today()) if last else begins
    except ValueError as error:
        raise ValidationError(str(error)) from None
    if not 0 <= (ends - begins).days <= MOST_DAYS:
        raise ValidationError(f"“{words}” ends before it begins, or is too long.")
    return [begins + n * DAY for n in range((ends - begins).days + 1)]


class SlotsField(forms.CharField):
    """Times of day: 9:30, 11:00, 13:30."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        found = set()
        for part in re.split(r"[,;\s]+", (value or "").replace(".", ":")):
            if not part:
                continue
            try:
                found.add(f"{dt.time.fromisoformat(part.zfill(5)):%H:%M}")
            except ValueError:
                raise ValidationError(f"“{part}” is no time. Write it like 9:30.") from None
        return sorted(found)


class TimeChoiceField(forms.TypedChoiceField):
    """One of the school's times."""

    def __init__(self, **kwargs):
        super().__init__(coerce=dt.time.fromisoformat, empty_value=None, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, dt.time) else value


def _number(label: str, min_value: int, max_value: int) -> forms.IntegerField:
    """A small number in a small box."""
    widget = forms.NumberInput(attrs={"class": "govuk-input--width-5"})
    return forms.IntegerField(label=label, min_value=min_value, max_value=max_value, widget=widget)


class PlanningForm(Form):
    """What is to be planned."""

    until = forms.ChoiceField(
        label="Plan the reviews that are due",
        choices=[("year", "As far as term dates are known"), ("term", "By the end of this term")],
        widget=forms.RadioSelect,
        initial="year",
    )


class DropForm(Form):
    """A day on which a review was dropped."""

    on = forms.DateField(input_formats=["%Y-%m-%d"], widget=forms.HiddenInput)
    version = forms.CharField(widget=forms.HiddenInput)


class RulesForm(EditForm):
    """What the school's calendar keeps to."""

    record_fields = RULE_FIELDS
    most_a_day = _number(label="At most so many reviews a day", min_value=1, max_value=8)
    most_a_week = _number(label="At most so many reviews a week", min_value=1, max_value=30)
    rooms = _number(label="Rooms for reviews at one time", min_value=1, max_value=10)
    slots = SlotsField(
        label="Times at which a review can begin", help_text="For example: 9:30, 11:00, 13:30"
    )
    minutes = _number(label="Minutes of a review", min_value=15, max_value=180)
    weeks_ahead = _number(
        label="Plan a review so many weeks before its last day at the earliest",
        min_value=2,
        max_value=40,
    )
    weeks_to_prepare = _number(
        label="Weeks that the papers need before they can go out", min_value=1, max_value=12
    )
    slack_weeks = _number(
        label="Weeks to keep free before the last day, if possible", min_value=1, max_value=12
    )
    papers_in_term = forms.BooleanField(
        label="No half-term or holiday between sending the papers and the meeting", required=False
    )

    def __init__(self, *args, record: ReviewCalendar, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        for name, label in WEIGHTS:
            self.fields[name] = forms.TypedChoiceField(
                label=label, choices=WEIGHT_CHOICES, coerce=int
            )
        self.fields[WEIGHTS[0][0]].help_text = "How much each counts where not all can be had."

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        slots, minutes = data.get("slots") or [], data.get("minutes") or 0
        begins = [int(at[:2]) * 60 + int(at[3:]) for at in slots]
        if any(b - a < minutes for a, b in itertools.pairwise(begins)):
            self.add_error("slots", f"Two of these times are less than {minutes} minutes apart.")
        return data


WEIGHTS = (
    ("even", "The same load every week"),
    ("slack", "Weeks free before the last day"),
    ("siblings", "Brothers and sisters on one day"),
    ("wishes", "What parents asked for"),
    ("hoped", "People who are hoped for can come"),
    ("joined", "One meeting for two plans of a child"),
    ("travel", "Nobody travels between schools on a day"),
    ("stable", "Days stay as they were planned before"),
)


class PersonForm(EditForm):
    """Somebody who comes to reviews, and when."""

    record_fields = PERSON_FIELDS
    name = forms.CharField(label="Name", max_length=150)
    kind = forms.ChoiceField(label="Who that is", choices=[CHOOSE, *AttenderKind.choices])
    comes_to = forms.ChoiceField(
        label="Comes to", choices=Comes.choices, widget=forms.RadioSelect, initial=Comes.ALL
    )
    plans = forms.ModelMultipleChoiceField(
        label="Which children",
        queryset=EhcPlan.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_needed = forms.BooleanField(
        label="No meeting without them",
        help_text="If not ticked, they are hoped for: the calendar tries.",
        required=False,
    )
    half_days = forms.MultipleChoiceField(
        label="When they can come to a review here",
        help_text="Leave out teaching time. None ticked: any time of the week.",
        choices=HALF_DAYS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    dates = DatesField(label="Only on these days")
    away = DatesField(label="Never on these days")

    def __init__(self, *args, record: CalendarPerson | None, plans, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.fields["plans"].queryset = plans
        self.fields["plans"].label_from_instance = lambda plan: plan.pupil.full_name
        if record:
            self.initial["plans"] = list(record.attendances.values_list("plan_id", flat=True))

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("comes_to") == Comes.NAMED and not data.get("plans"):
            self.add_error("plans", "Tick at least one child.")
        return data


class ProposalForm(EditForm):
    """One review's day, its lock, and what the parents asked for."""

    record_fields = PROPOSAL_FIELDS
    meeting_on = DateField(label="Day", required=False)
    starts_at = TimeChoiceField(label="Time")
    is_locked = forms.BooleanField(
        label="Lock it",
        help_text="A locked review stays where it is when the rest is planned again.",
        required=False,
    )
    wish_weekdays = forms.TypedMultipleChoiceField(
        label="Parents asked for",
        choices=WEEKDAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        empty_value=[],
    )
    wish_not_on = DatesField(label="Parents cannot come on")

    def __init__(self, *args, record: ProposedReview, slots: list[str], **kwargs):
        super().__init__(*args, record=record, **kwargs)
        times = [(at, at) for at in slots]
        if record.starts_at and f"{record.starts_at:%H:%M}" not in slots:
            times.append((f"{record.starts_at:%H:%M}", f"{record.starts_at:%H:%M}"))
        self.fields["starts_at"].choices = [("", "Choose a time"), *times]
