"""The page that shows every component with sample data; it documents them."""

import datetime as dt

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from aylsham import charts, clock
from aylsham.access.decorators import staff_view
from aylsham.components import Event, Fact, HistoryLine, Identity, Progress, Tab, Tile
from aylsham.forms import DateField, FilterForm, Form, PinInput, TimeField

STATUSES = (("K", "SEN support"), ("E", "EHC plan"))


class SampleForm(Form):
    """One field of each kind."""

    title = forms.CharField(label="What happened", max_length=80)
    on = DateField(label="On which day")
    at = TimeField(label="At what time", required=False)
    kind = forms.ChoiceField(
        label="How",
        choices=[("meeting", "Meeting"), ("call", "Call"), ("letter", "Letter")],
        widget=forms.RadioSelect(attrs={"class": "ay-inline"}),
    )
    who = forms.MultipleChoiceField(
        label="Who was there",
        choices=[
            ("parent", "Parent or carer"),
            ("teacher", "Class teacher"),
            ("child", "The child"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    status = forms.ChoiceField(label="SEN status", choices=STATUSES)
    words = forms.CharField(
        label="What was said",
        help_text="Use their own words where you can.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    file = forms.FileField(label="Letter", help_text="PDF or Word, up to 10 MB.", required=False)
    told = forms.BooleanField(
        label="The parents know", help_text="They have seen these words.", required=False
    )


class SampleFilter(FilterForm):
    """A filter over the sample rows."""

    words = forms.CharField(label="Name")
    status = forms.ChoiceField(label="SEN status", choices=[("", "Any"), *STATUSES])
    year = forms.ChoiceField(label="Year", choices=[("", "Any"), ("3", "Year 3"), ("4", "Year 4")])
    premium = forms.BooleanField(label="Pupil premium")
    more_fields = ("premium",)


class SamplePin(Form):
    """The number pad of a shared tablet."""

    pin = forms.CharField(label="Your PIN", widget=PinInput(4))


@staff_view
def components(request: HttpRequest) -> HttpResponse:
    """Every component; a POST shows the form with its faults."""
    form = SampleForm(request.POST or None, request.FILES or None)
    return render(request, "aylsham/components.html", _samples(request) | {"form": form})


@staff_view
def confirmation(request: HttpRequest) -> HttpResponse:
    """The page that asks before something is done."""
    return render(request, "aylsham/components_confirm.html")


def _samples(request: HttpRequest) -> dict:
    today = clock.today()
    rows = [
        {
            "name": name,
            "year": f"Year {3 + i % 2}",
            "status": STATUSES[i % 2][1],
            "on": today + dt.timedelta(days=9 * i - 20),
            "hours": 2.5 * i,
        }
        for i, name in enumerate(
            ("Sample child A", "Sample child B", "Sample child C", "Sample child D")
        )
    ]
    return {
        "states": ("overdue", "due_soon", "on_track", "waiting", "closed"),
        "tiles": _tiles(),
        "tabs": (
            Tab("Passport", "#tabs", is_current=True),
            Tab("Plan", "#tabs"),
            Tab("Care", "#tabs", note="opening is logged"),
        ),
        "child": _identity(),
        "facts": (
            Fact("Class", "Oak", "#facts"),
            Fact("Date of birth", "3 September 2018", is_private=True),
        ),
        "events": _events(today),
        "history": (
            HistoryLine(timezone.now(), "A sample person changed the class from Elm to Oak."),
        ),
        "filter": SampleFilter(request.GET),
        "pin": SamplePin(),
        "rows": rows,
        "page": Paginator(range(226), 25).get_page(request.GET.get("page")),
        "work": Progress("Reading the roll", 120, 1500, request.path, "120 of 1,500 rows"),
        "finished": Progress(
            "Reading the roll",
            1500,
            1500,
            request.path,
            "1,500 rows read.",
            is_finished=True,
            result_url="#progress",
            result_label="See the preview",
        ),
        "bars": charts.bar_chart(
            "Children by need",
            ["Speech, language", "Autism", "Dyslexia"],
            [charts.Series("SEN support", (24, 11, 9)), charts.Series("EHC plan", (6, 8, None))],
            hidden="fewer than 5",
        ),
        "lines": charts.line_chart(
            "On the register",
            ["Autumn", "Spring", "Summer"],
            [
                charts.Series("Here", (14.2, 15.1, 16.4)),
                charts.Series("England", (13.6, 13.6, 14.1)),
            ],
            unit="%",
        ),
        "spark": charts.sparkline("Rising from 2 to 7 words", (2, 3, 3, 5, 7)),
    }


def _tiles() -> tuple[Tile, ...]:
    return (
        Tile("Overdue", 3, "#tiles", "overdue"),
        Tile("This week", 7, "#tiles", "due_soon"),
        Tile("Next four weeks", 18, "#tiles", "on_track"),
        Tile("Waiting for others", 9, "#tiles", "waiting", note="5 for the council"),
        Tile("On the register", 41),
    )


def _identity() -> Identity:
    return Identity(
        name="Sample Child",
        url="#child",
        place=("Year 4", "Oak", "Sample School"),
        facts=("8 years 3 months", "SEN support", "SLCN"),
        flags=("Pupil premium",),
        state="due_soon",
        state_words="Review due 4 Dec",
        tabs=(
            Tab("Overview", "#child", is_current=True),
            Tab("Timeline", "#child"),
            Tab("Family", "#child"),
        ),
    )


def _events(today: dt.date) -> tuple[Event, ...]:
    return (
        Event(
            today,
            "Review held",
            "Sample teacher",
            "Two targets met. The next review is before Easter.",
        ),
        Event(today - dt.timedelta(days=400), "Put on the register", "Sample SENDCo"),
    )
