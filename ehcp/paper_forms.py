"""Forms of review papers: a part, who writes it, the order, the day it went."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from django import forms

from aylsham.changes import StaleSave
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, PastDateField
from aylsham.models import User
from ehcp.rules.paper_order import PaperMap
from ehcp.selectors.papers.page import ShownPart
from ehcp.services.papers.writing import MOST_LETTERS, PART_FIELDS, marks_of

MINE, THEIRS, BOTH = "mine", "theirs", "both"


class PartForm(EditForm):
    """A part: own words, which lines of the record are left out, whether it is finished."""

    record_fields = PART_FIELDS
    marks_optional = False
    sitting = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label="Words to add",
        help_text="They stand under the lines from the record, with the name of who wrote last.",
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": MOST_LETTERS}),
        required=False,
    )
    left_out = forms.MultipleChoiceField(
        label="Lines to leave out", widget=forms.CheckboxSelectMultiple, required=False
    )
    is_done = forms.BooleanField(
        label="This part is finished",
        help_text="Also where there is nothing to add.",
        required=False,
    )

    def __init__(self, *args, part: ShownPart, **kwargs):
        super().__init__(*args, record=part.row, **kwargs)
        self.initial |= {"version": marks_of(part.row), "sitting": uuid.uuid4()}
        self.fields["left_out"].choices = [(line.key, line.text) for line in part.lines]
        #: What a colleague saved meanwhile in the text; None: nothing to choose between.
        self.theirs: str | None = None

    @property
    def joins(self) -> bool:
        """Whether both texts are kept, the colleague's first."""
        return self.data.get("keep") == BOTH

    @property
    def leaves_theirs(self) -> bool:
        """Whether the colleague's text stays alone."""
        return self.data.get("keep") == THEIRS

    def show_both(self, refused: StaleSave) -> None:
        """The colleague's words beside one's own, to choose from; other fields as they are now."""
        for each in refused.differences:
            if each.field == "text":
                self.theirs = str(each.value)
        self.add_error("text" if self.theirs is not None else None, str(refused))
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = refused.version


class HandForm(Form):
    """Who writes a part, and by when."""

    marks_optional = False

    owner = forms.ChoiceField(label="Who writes it", required=False)
    due_on = DateField(label="By when", required=False)

    def __init__(self, *args, people: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        nobody = ("", "Nobody: whoever prepares the paper")
        self.fields["owner"].choices = [
            nobody, *((pk, user.name) for pk, user in self.people.items())
        ]  # fmt: skip

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        owner: User | None = self.people.get(self.cleaned_data["owner"])
        day: dt.date | None = self.cleaned_data["due_on"]
        return {"owner": owner, "due_on": day}


class OrderForm(Form):
    """In whose order the parts stand."""

    order = forms.ChoiceField(label="Order")

    def __init__(self, *args, orders: Mapping[str, PaperMap], present: PaperMap, **kwargs):
        super().__init__(*args, **kwargs)
        known = {key: each.name for key, each in orders.items()}
        if present.key not in known:
            known[present.key] = f"{present.name} (earlier version)"
        self.fields["order"].choices = [CHOOSE, *known.items()]


class SendPaperForm(Form):
    """The day on which a paper went to everybody."""

    gone_on = PastDateField(label="Sent on")
    seen = forms.CharField(widget=forms.HiddenInput)
