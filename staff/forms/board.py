"""Forms of the board: what of it is shown, where a session goes, two that swap."""

from uuid import UUID

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import FilterForm, Form, QuickSelect
from staff.codes import WEEKDAYS, DemandRank
from staff.planning.instance import Session, Span
from staff.selectors.weeks.board import SHOWS, Chosen
from staff.services.weeks.moving import SESSION_FIELDS


class BoardFilter(FilterForm):
    """What of the board is shown."""

    show = forms.ChoiceField(label="Rows", choices=list(SHOWS.items()), widget=QuickSelect)
    day = forms.ChoiceField(
        label="Day", choices=[("", "Whole week"), *WEEKDAYS], widget=QuickSelect, required=False
    )
    rank = forms.ChoiceField(
        label="Owed by",
        choices=[("", "All"), *DemandRank.choices],
        widget=QuickSelect,
        required=False,
    )

    @property
    def what(self) -> Chosen:
        """The choice; what makes no sense is as if not chosen."""
        found = self.chosen
        day = found.get("day", "")
        return Chosen(
            found.get("show") or "adults", int(day) if day else None, found.get("rank", "")
        )


class PlaceField(forms.CharField):
    """A place: adult, weekday, first minute, as `Spot.value` writes it."""

    def clean(self, value) -> tuple[str, int, int]:
        """The three of it."""
        text = super().clean(value)
        try:
            adult, weekday, starts = text.split("/")
            found = str(UUID(adult)), int(weekday), int(starts)
        except ValueError:
            raise forms.ValidationError("Choose a place.") from None
        if found[1] not in range(5) or found[2] not in range(24 * 60):
            raise forms.ValidationError("Choose a place.")
        return found


class PlaceForm(Form):
    """Where something goes that is not covered."""

    place = PlaceField(label="Place", error_messages={"required": "Choose a place."})
    #: So many sessions it had when the page was made.
    given = forms.IntegerField(required=False, min_value=0)

    def session(self, demand) -> Session:
        """The place as a session of the demand."""
        adult, weekday, starts = self.cleaned_data["place"]
        return Session(str(demand.pk), adult, Span(weekday, starts, starts + demand.minutes))


class MoveForm(EditForm, PlaceForm):
    """Where a session goes."""

    record_fields = SESSION_FIELDS


class StandForm(EditForm):
    """A session as it stood when the page was made."""

    record_fields = SESSION_FIELDS


class RoomForm(EditForm):
    """In which room it is."""

    record_fields = SESSION_FIELDS
    room = forms.UUIDField(required=False)


class SwapForm(EditForm):
    """With which session it changes adults, as that one stood."""

    record_fields = SESSION_FIELDS
    other = forms.UUIDField()
    other_version = forms.CharField()
