"""Uploading a file and putting it right before anything is written."""

from django import forms
from django.utils.text import capfirst

from aylsham.forms import DateField, Form
from pupils.codes import ImportKind
from pupils.importing.reading import MAX_BYTES


class UploadForm(Form):
    """One file from the office or the SENDCo."""

    kind = forms.ChoiceField(
        label="What it is",
        choices=[
            (ImportKind.ROLL, "The roll, or a transfer file (CTF)"),
            (ImportKind.PLANS, "The SENDCo's list of EHC plans"),
            (ImportKind.MARKS, "Attainment and behaviour by term"),
            (ImportKind.MAP, "The SENDCo's provision map"),
            (
                ImportKind.WEEKS,
                (
                    "Attendance of children in care: weeks (UPN or name, week, possible, "
                    "attended), or the register’s marks (UPN or name, date, session, mark)"
                ),
            ),
            (ImportKind.SUMS, "Sums of pupil premium plus: UPN or name, sum, date, reference"),
        ],
        widget=forms.RadioSelect,
        initial=ImportKind.ROLL,
    )
    file = forms.FileField(
        label="File",
        help_text=(
            "CSV, Excel (.xlsx) or CTF, as Arbor, SIMS or Bromcom export it or made by hand. "
            f"At most {MAX_BYTES // 1_000_000} MB."
        ),
    )

    def __init__(self, *args, kinds: list[str], above: dict[str, str], asked: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [*self.fields["kind"].choices, *above.items()]
        if asked in kinds:
            self.initial["kind"] = asked
        elif ImportKind.ROLL not in kinds and kinds:
            self.initial["kind"] = kinds[0]
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
            self.fields["kind"].initial = kinds[0]
        self.fields["kind"].choices = [
            choice for choice in self.fields["kind"].choices if choice[0] in kinds
        ]

    def clean_file(self):
        """Refused by its size before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                f"The file is {file.size / 1_000_000:,.0f} MB; a roll of 1,500 children is under "
                "1 MB. Export only the columns of the roll."
            )
        return file


class ColumnsForm(Form):
    """What each heading of a file means; the guesses stand there already."""

    marks_optional = False

    def __init__(self, *args, known, unread, samples, fields, calculated=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.headings = [*unread, *known]
        #: Not understood and with formulas: "Not read" is an answer there, and no guess.
        self.open = set(unread) & set(calculated)
        self.samples = samples
        self.suggestions = {h: fields[name][0] for h, name in unread.items() if name}
        choices = [("", "Not read"), *((name, capfirst(w)) for name, (w, _) in fields.items())]
        for number, heading in enumerate(self.headings):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=known.get(heading, "")
            )

    @property
    def lines(self):
        """(heading's box, a few values, what was perhaps meant), line by line."""
        for number, heading in enumerate(self.headings):
            values = ", ".join(self.samples.get(heading, ()))
            yield self[f"column_{number}"], values, self.suggestions.get(heading, "")

    @property
    def mapping(self) -> dict[str, str]:
        """heading → field, for the headings whose meaning was changed or confirmed."""
        return {
            heading: self.cleaned_data[f"column_{number}"]
            for number, heading in enumerate(self.headings)
            if f"column_{number}" in self.changed_data or heading in self.open
        }


class CellForm(Form):
    """What a cell should say instead."""

    row = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    column = forms.CharField(max_length=200, widget=forms.HiddenInput)
    text = forms.CharField(max_length=500, required=False, strip=False)


class RowForm(Form):
    """A row to be left out, or taken in again."""

    row = forms.IntegerField(min_value=1)
    is_out = forms.BooleanField(required=False)


class DecisionForm(Form):
    """Which child a row is about, whose word counts, or who has left."""

    what = forms.ChoiceField(
        choices=[("matches", "match"), ("take_theirs", "difference"), ("leavers", "leaver")]
    )
    key = forms.CharField(max_length=100)
    choice = forms.CharField(max_length=20, required=False)
    last_day = DateField(required=False)

    def clean(self):
        """A leaver's choice is a day; a match's is one of three words."""
        data = super().clean()
        what, choice = data.get("what"), data.get("choice", "")
        if what == "matches" and choice not in {"same", "new", "skip", ""}:
            self.add_error("choice", "Choose one of the answers.")
        if what == "leavers":
            data["choice"] = data["last_day"].isoformat() if data.get("last_day") else ""
        return data
