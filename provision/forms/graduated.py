"""Forms of the graduated provision map."""

from typing import Any

from django import forms

from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from provision.models import MapLine
from provision.rules.graduated_map import MapShape
from provision.selectors.graduated import GraduatedLine
from provision.services.graduated import LINE_FIELDS, MODERATION_FIELDS
from pupils.codes import Tier

LONGEST = 500


class MapLineForm(Form):
    """The school's words on one line; an empty box keeps what is recorded."""

    marks_optional = False
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, line: GraduatedLine, row: MapLine | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = version_of(row, LINE_FIELDS)
        self.keys = [column.key for column in line.columns if column.is_written]
        for column in line.columns:
            if not column.is_written:
                continue
            recorded = line.recorded.get(column.key)
            self.fields[column.key] = forms.CharField(
                label=column.label,
                help_text=f"Recorded: {recorded}" if recorded else "",
                max_length=LONGEST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.initial[column.key] = line.said.get(column.key, "")
        self.fields["is_left_out"] = forms.BooleanField(
            label="Leave this line out of the map", required=False
        )
        self.initial["is_left_out"] = line.is_left_out

    def words(self, row: MapLine | None) -> dict[str, str]:
        """What the school says now; the name of a line of its own stays."""
        kept = {k: v for k, v in (row.words if row else {}).items() if k in ("name", "tier")}
        return kept | {key: self.cleaned_data[key].strip() for key in self.keys}

    def show_both(self, refused) -> None:
        """Somebody else wrote on the line in between."""
        self.add_error(None, f"{refused} Open it again to see what it says now.")


class OwnLineForm(OnceForm):
    """A line of the school's own: what every child can count on, say."""

    name = forms.CharField(
        label="What is offered",
        help_text="For example, Calm corner in every classroom. No child's name.",
        max_length=120,
    )
    tier = forms.ChoiceField(label="Tier", widget=forms.RadioSelect)
    evidence = forms.CharField(
        label="Description and evidence",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, shape: MapShape, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tier"].choices = [
            (tier.code, f"{tier.label}: {tier.means.lower()}") for tier in shape.tiers
        ]
        self.initial.setdefault("tier", Tier.UNIVERSAL)

    @property
    def facts(self) -> dict[str, str]:
        """The words of the line."""
        return {name: self.cleaned_data[name] for name in ("name", "tier", "evidence")}


class KeepForm(OnceForm):
    """Keep the map as it stands."""

    note = forms.CharField(
        label="What it is kept for",
        help_text="For example, Moderation panel on 3 Dec",
        max_length=200,
        required=False,
    )


class ModerationForm(EditForm, OnceForm):
    """What a moderation said of a version."""

    record_fields = MODERATION_FIELDS
    held_on = DateField(label="When was it moderated?", help_text="")
    who = forms.CharField(label="Who was there", max_length=200)
    agreed = forms.CharField(
        label="What was agreed",
        help_text="About the map, not about a child.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    act_by = DateField(
        label="To be done by", help_text="Stands on the list of what is due.", required=False
    )
    done_on = DateField(label="Done on", help_text="", required=False)

    def clean(self) -> dict[str, Any]:
        """Dates in order."""
        data = super().clean()
        held_on, act_by = data.get("held_on"), data.get("act_by")
        if held_on and act_by and act_by < held_on:
            self.add_error("act_by", "This is before it was agreed.")
        return data
