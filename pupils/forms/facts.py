"""Forms of dated facts."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField
from pupils.codes import FACT_BASES, FactKind
from pupils.services.facts import FACT_FIELDS


class FactForm(EditForm):
    """What is true of a child from a day to a day."""

    record_fields = FACT_FIELDS
    kind = forms.ChoiceField(label="What")
    basis = forms.ChoiceField(label="On what basis", required=False)
    starts_on = DateField(label="From")
    ends_on = DateField(
        label="Last day", required=False, help_text="Leave empty while it is still true"
    )

    def __init__(self, *args, kinds: Iterable[FactKind], **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [FactKind(self.record.kind)] if self.record else list(kinds)
        self.fields["kind"].choices = [("", "Choose one"), *((k, k.label) for k in kinds)]
        if self.record:
            del self.fields["kind"]
        self.fields["basis"].choices = [("", "Not said"), *self._bases(kinds)]
        if not any(kind in FACT_BASES for kind in kinds) and not self.initial.get("basis"):
            del self.fields["basis"]

    def _bases(self, kinds: list[FactKind]) -> Iterable[tuple]:
        groups = [(kind.label, list(FACT_BASES[kind])) for kind in kinds if kind in FACT_BASES]
        if not self.record:
            return groups
        known = groups[0][1] if groups else []
        said = self.record.basis  # as a roll wrote it
        return known if said in ("", *dict(known)) else [*known, (said, said)]

    def clean(self) -> dict[str, Any]:
        """A basis is one of its kind; the days are in order."""
        data = super().clean()
        kind = self.record.kind if self.record else data.get("kind")
        known = dict(FACT_BASES.get(FactKind(kind), ())) if kind else {}
        if data.get("basis") and kind and not self.record and data["basis"] not in known:
            self.add_error("basis", f"This is no basis for {FactKind(kind).label.lower()}.")
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return {"basis": ""} | super().facts
