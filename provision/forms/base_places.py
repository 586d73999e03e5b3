"""Forms of a child's place in a base: enter, change, week, steps, review, leave."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from aylsham.models import School
from provision.base_codes import PlaceEnd, ReviewOutcome
from provision.forms.bases import OtherSchool, urn_field, words_field
from provision.rules.bases import DAYS, HALF_DAYS, PARTS, WHERE, WHOLE_WEEK
from provision.selectors.choosing import Candidate
from provision.services.base_places import (
    END_FIELDS,
    PLACE_FIELDS,
    REVIEW_FIELDS,
    STEP_FIELDS,
    WEEK_FIELDS,
)
from pupils.codes import EnrolmentStatus

#: On whose roll, in the words of a school office beside the census's own code.
ROLLS = {
    EnrolmentStatus.CURRENT: "Ours alone (C)",
    EnrolmentStatus.MAIN: "Both: we are the main school (M)",
    EnrolmentStatus.SUBSIDIARY: "Both: the other is the main school (S)",
    EnrolmentStatus.GUEST: "The other school's: a guest with us (G)",
}


class WeekForm(EditForm):
    """Where a child is on each half-day of the week."""

    record_fields = WEEK_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        week = self.record.week if self.record else WHOLE_WEEK
        for place, half in enumerate(HALF_DAYS):
            self.fields[f"half_{place}"] = forms.ChoiceField(
                label=half,
                choices=[(letter, words) for letter, words in WHERE.items()],
                widget=forms.Select(attrs={"aria-label": half}),
            )
            self.initial[f"half_{place}"] = week[place]

    @property
    def days(self) -> list[tuple[str, list]]:
        """(day, boxes of its half-days)."""
        size = len(PARTS)
        return [
            (day, [self[f"half_{number * size + part}"] for part in range(size)])
            for number, day in enumerate(DAYS)
        ]

    @property
    def rest(self) -> list:
        """The boxes that are not of the week."""
        return [box for box in self.visible_fields() if not box.name.startswith("half_")]

    @property
    def week(self) -> str:
        """The letters of the week."""
        return "".join(self.cleaned_data[f"half_{place}"] for place in range(len(HALF_DAYS)))


class PlaceForm(OtherSchool, EditForm):
    """The days of a place, why the child comes in, whose roll."""

    record_fields = PLACE_FIELDS
    sometimes_needed = ("home_name", "over_reason")
    starts_on = DateField(label="From", help_text="")
    planned_end_on = DateField(
        label="Planned until", help_text="You decide then what follows: it stands on what is due."
    )
    review_on = DateField(label="Next review", help_text="", required=False)
    reason = words_field("Why the child comes in")
    transport = forms.CharField(label="How the child gets there", max_length=200, required=False)
    registration = forms.ChoiceField(
        label="On whose roll",
        help_text="The letter is the enrolment status of the school census.",
        choices=[(key.value, words) for key, words in ROLLS.items()],
        initial=EnrolmentStatus.CURRENT,
    )
    home = forms.ChoiceField(label="The other school", required=False)
    home_name = forms.CharField(
        label="Name of a school outside the federation", max_length=150, required=False
    )
    home_urn = urn_field("URN of a school outside the federation")
    registration_note = forms.CharField(
        label="How the two schools share",
        help_text="Who marks attendance, who has the record, who pays.",
        max_length=300,
        required=False,
    )
    over_reason = forms.CharField(
        label="If every place is taken: why one more",
        help_text="Stays on record. Empty again as soon as there is room.",
        max_length=300,
        required=False,
    )

    def __init__(self, *args, schools: Iterable[School], **kwargs):
        super().__init__(*args, **kwargs)
        place = self.record
        known = (place.home_name, place.home_urn) if place else ("", "")
        self.offer("home", "None", schools, known)

    def clean(self) -> dict[str, Any]:
        """A child who is on two rolls has another school, and only such a child."""
        data = super().clean()
        self.check_named("home")
        is_shared = data.get("registration") != EnrolmentStatus.CURRENT
        if "registration" in self.errors or "home_name" in self.errors:
            return data
        if is_shared and not data.get("home"):
            self.add_error("home", "Choose the other school.")
        if data.get("home") and not is_shared:
            self.add_error("registration", "Say on whose roll: there is another school.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return super().facts | self.school_said("home")


#: Folded away until somebody needs it.
SELDOM = ("registration", "home", "home_name", "home_urn", "registration_note", "over_reason")


class EnterForm(PlaceForm, WeekForm, OnceForm):
    """Give a child a place."""

    record_fields = PLACE_FIELDS
    pupil = forms.ChoiceField(label="Child")

    def __init__(self, *args, children: Iterable[Candidate], **kwargs):
        super().__init__(*args, **kwargs)
        self.children = {child.key: child.pupil for child in children}
        self.fields["pupil"].choices = [
            CHOOSE,
            *(
                (key, f"{pupil.full_name}, {pupil.class_group or 'no class'}")
                for key, pupil in self.children.items()
            ),
        ]
        self.order_fields(["pupil"])  # first of all

    @property
    def usual(self) -> list:
        """What is asked of every child."""
        return [box for box in self.rest if box.name not in SELDOM]

    @property
    def seldom(self) -> list:
        """What is asked of a child of another school, or when no place is free."""
        return [self[name] for name in SELDOM]

    @property
    def chosen(self):
        """The child."""
        return self.children[self.cleaned_data["pupil"]]


class EndForm(EditForm):
    """The last day, why, where to."""

    record_fields = END_FIELDS
    ended_on = DateField(label="Last day in the base", help_text="")
    end_reason = forms.ChoiceField(label="Why", choices=[CHOOSE, *PlaceEnd.choices])
    went_to = forms.CharField(
        label="Where to",
        help_text="The class, base or school that the child goes to.",
        max_length=200,
        required=False,
    )
    end_note = words_field("How it went", required=False)


class StepForm(EditForm, OnceForm):
    """A step on the way back to class, planned or done."""

    record_fields = STEP_FIELDS
    sometimes_needed = ("done_on",)
    on = DateField(label="Planned for", help_text="")
    what = forms.CharField(
        label="What changes",
        help_text="For example, mathematics with the class on three mornings, with an adult.",
        max_length=300,
    )
    done_on = DateField(label="Done on", help_text="Leave empty until it is done.", required=False)
    how = words_field("How it went", required=False)


class ReviewForm(OnceForm):
    """Who looked at a place, and what they decided."""

    on = DateField(label="Held on", help_text="")
    who = forms.CharField(label="Who took part", max_length=200)
    outcome = forms.ChoiceField(
        label="What follows", choices=ReviewOutcome, widget=forms.RadioSelect
    )
    words = words_field("What was said", required=False)
    next_on = DateField(
        label="Next review", help_text="Not needed when the child leaves.", required=False
    )
    sometimes_needed = ("next_on",)

    def clean(self) -> dict[str, Any]:
        """Unless the child leaves, there is a next review."""
        data = super().clean()
        stays = data.get("outcome") in (ReviewOutcome.CONTINUE, ReviewOutcome.STEP)
        if stays and not data.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", "Say when you look at it again.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {name: self.cleaned_data[name] for name in REVIEW_FIELDS}
