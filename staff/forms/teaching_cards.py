"""Forms of the cards of adaptive teaching."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, FilterForm, OnceForm, QuickSelect, QuickText
from pupils.codes import NEED_TYPE_CHOICES
from staff.services.teaching_cards import CARD_FIELDS


class CardsFilter(FilterForm):
    """Which cards are shown."""

    need = forms.ChoiceField(
        label="Need", choices=[("", "All needs"), *NEED_TYPE_CHOICES], widget=QuickSelect
    )
    words = forms.CharField(label="Words in it", max_length=80, widget=QuickText)


class CardForm(EditForm, OnceForm):
    """A card: for which need, one line, what to do."""

    record_fields = CARD_FIELDS
    sometimes_needed = ("link_words",)
    need_type = forms.ChoiceField(label="Need", choices=[CHOOSE, *NEED_TYPE_CHOICES])
    title = forms.CharField(label="In one line", max_length=100)
    text = forms.CharField(
        label="In the classroom do this",
        max_length=500,
        help_text="In your own words. Nothing about a child.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    link = forms.URLField(label="Where there is more", required=False, assume_scheme="https")
    link_words = forms.CharField(label="What the link is", max_length=100, required=False)
    is_shared = forms.BooleanField(label="For every school of the federation", required=False)
    is_retired = forms.BooleanField(label="Show it no longer", required=False)

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if self.record is None:
            del self.fields["is_retired"]
        if self.record or not may_share:
            del self.fields["is_shared"]

    def clean(self) -> dict[str, Any]:
        """A link with its words, or neither."""
        data = super().clean()
        if data.get("link") and not data.get("link_words") and "link_words" not in self.errors:
            self.add_error("link_words", "Say what the link is.")
        if data.get("link_words") and not data.get("link") and "link" not in self.errors:
            self.add_error("link", "Give the link, or take its words out.")
        return data
