"""The field in which somebody picks what in the record stands behind a decision."""

from django import forms

from pupils.selectors.evidence import Evidence


class EvidenceForm(forms.Form):
    """Adds the choice to a form of a decision; `papers` are what can be chosen."""

    paper = forms.ChoiceField(
        label="Evidence in the record",
        help_text="A document, advice or an assessment of this child. It opens with one click.",
        required=False,
    )

    def __init__(self, *args, papers: list = (), behind: Evidence | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].choices = papers
        self.initial["paper"] = behind.key if behind else ""
        if len(papers) < 2:
            del self.fields["paper"]
