"""Forms of letters: templates, whom a letter goes to, its words, how it went, its translation."""

import uuid
from typing import Any

from django import forms

from aylsham.access.sensitivity import sensitivity_choices
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, FilterForm, Form, QuickSelect
from pupils.letter_codes import LetterState, LetterThing, LetterTo, SentHow, Translation
from pupils.rules.letters.clocks import CLOCKS, LAWS
from pupils.rules.letters.wording import Wording, faults_of
from pupils.selectors.letters.addressees import FAMILY, Addressee
from pupils.selectors.letters.library import Template
from pupils.services.letters.library import HEAD_FIELDS
from pupils.services.letters.translating import Source
from pupils.services.letters.writing import LETTER_FIELDS, Recipient

#: Far more than two pages.
LONGEST = 12_000
WHOM = "Say whom the letter is for."


class TemplateForm(Form):
    """A template: its words are looked through for placeholders that are not in the list."""

    title = forms.CharField(label="What it is called here", max_length=100)
    to = forms.ChoiceField(label="Whom it is for", choices=LetterTo)
    thing = forms.ChoiceField(
        label="What it is",
        choices=LetterThing,
        help_text="The sharing rules of a family decide by it who may have the letter.",
    )
    law = forms.ChoiceField(label="Paragraph of the law", required=False)
    clock = forms.ChoiceField(
        label="The child's own date",
        required=False,
        help_text="The day is worked out for each child by the rule of that day.",
    )
    is_sensitive = forms.BooleanField(label="Its letters are sensitive", required=False)
    subject = forms.CharField(label="Subject", max_length=150)
    body = forms.CharField(
        label="Words",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text="An empty line begins a paragraph, “## ” a heading, “- ” a point of a list. "
        "[Small letters in square brackets] are filled in by whoever writes the letter.",
    )
    is_shared = forms.BooleanField(label="For every school of the federation", required=False)

    def __init__(self, *args, template: Template | None = None, may_share: bool, **kwargs):
        if template:
            kwargs["initial"] = vars(template.wording)
        super().__init__(*args, **kwargs)
        self.code = template.code if template else ""
        laws = [(law.code, law.citation) for law in LAWS.values()]
        self.fields["law"].choices = [("", "None"), *laws]
        clocks = [(clock.code, clock.label) for clock in CLOCKS.values()]
        self.fields["clock"].choices = [("", "None"), *clocks]
        if not may_share:
            del self.fields["is_shared"]

    @property
    def wording(self) -> Wording:
        """What is written, as far as it is good."""
        names = ("title", "to", "thing", "subject", "body", "law", "clock", "is_sensitive")
        return Wording(self.code, **{name: self.cleaned_data.get(name, "") for name in names})

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for fault in faults_of(self.wording):
            self.add_error("body", fault)
        return found


class LetterheadForm(EditForm):
    """What stands at the head of the school's letters."""

    record_fields = HEAD_FIELDS
    address = forms.CharField(
        label="Address", max_length=300, widget=forms.Textarea(attrs={"rows": 4})
    )
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    website = forms.CharField(label="Website", max_length=100, required=False)


class BeginForm(Form):
    """Whom letters about one child go to, and the day from which the rule counts."""

    batch = forms.UUIDField(widget=forms.HiddenInput)
    counted_from = DateField(required=False)
    name = forms.CharField(label="Somebody else: name", max_length=200, required=False)
    address = forms.CharField(
        label="Address", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    email = forms.EmailField(label="E-mail", required=False)

    def __init__(
        self, *args, template: Template, people: list[Addressee], known: dict[str, Any], **kwargs
    ):
        self.people = {each.key: each for each in people if not each.verdict.is_refused}
        self.is_family = template.wording.to in FAMILY
        kwargs["initial"] = {"batch": uuid.uuid4(), **known}
        super().__init__(*args, **kwargs)
        if self.is_family and self.people:
            self.fields["to"] = forms.MultipleChoiceField(
                label="Goes to",
                help_text="Everybody who may have it, one letter for each home.",
                choices=[(key, _called(each)) for key, each in self.people.items()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=list(self.people),
            )
        if not self.is_family:
            self.fields["name"] = forms.CharField(
                label="Addressee", max_length=200, error_messages={"required": WHOM}
            )
        clock = CLOCKS.get(template.wording.clock)
        if clock:
            self.fields["counted_from"].label = clock.counted_from
        else:
            del self.fields["counted_from"]
        self.order_fields(["to", "counted_from", "name", "address", "email"])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if self.is_family and not found.get("name") and not found.get("to"):
            self.add_error("to" if "to" in self.fields else "name", WHOM)
        return found

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """One for each letter."""
        data = self.cleaned_data
        chosen = [Recipient.of(self.people[key]) for key in data.get("to", ())]
        if data["name"]:
            chosen.append(Recipient(data["name"], data["address"], data["email"]))
        return tuple(chosen)


class ManyForm(Form):
    """Letters about several children: to each family, or to one reader about each child."""

    batch = forms.UUIDField(widget=forms.HiddenInput)
    counted_from = DateField(required=False)
    name = forms.CharField(label="Addressee", max_length=200, error_messages={"required": WHOM})
    address = forms.CharField(
        label="Address", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    email = forms.EmailField(label="E-mail", required=False)
    children = forms.MultipleChoiceField(
        label="Children",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-names"}),
        error_messages={"required": "Tick the children whom the letters are about."},
    )

    def __init__(self, *args, template: Template, groups: list[tuple[str, list]], **kwargs):
        kwargs["initial"] = {"batch": uuid.uuid4()}
        super().__init__(*args, **kwargs)
        self.fields["children"].choices = groups
        self.is_family = template.wording.to in FAMILY
        if self.is_family:
            for name in ("name", "address", "email"):
                del self.fields[name]
        clock = CLOCKS.get(template.wording.clock)
        if clock:
            self.fields["counted_from"].label = clock.counted_from
            if clock.known_as:
                self.fields[
                    "counted_from"
                ].help_text = "Leave it empty to use each child's own day."
        else:
            del self.fields["counted_from"]


class LetterForm(EditForm):
    """The words of this letter."""

    record_fields = LETTER_FIELDS
    on = DateField(label="Date of the letter")
    to_name = forms.CharField(label="Addressee", max_length=200)
    to_address = forms.CharField(
        label="Address", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    to_email = forms.EmailField(label="E-mail", required=False)
    subject = forms.CharField(label="Subject", max_length=200)
    body = forms.CharField(
        label="Words",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text="Fill in what stands in [square brackets] or {braces}. An empty line begins a "
        "paragraph, “## ” a heading, “- ” a point of a list.",
    )
    signed_by = forms.CharField(label="Signed by", max_length=150)
    signed_as = forms.CharField(label="Their role", max_length=100, required=False)
    language = forms.ChoiceField(
        label="Second language", choices=Translation, required=False, widget=QuickSelect
    )
    sensitivity = forms.TypedChoiceField(label="Who in school may read it", coerce=int)

    def __init__(self, *args, levels, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [
            each for each in sensitivity_choices(levels) if each[0] < Sensitivity.SAFEGUARDING
        ]
        self.fields["sensitivity"].choices = choices


class SendForm(Form):
    """How a letter went."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    how = forms.ChoiceField(label="How it goes", choices=SentHow, widget=forms.RadioSelect)
    gone_on = DateField(label="Sent on")
    is_checked = forms.BooleanField(required=False)

    def __init__(self, *args, to_check: str, may_mail: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        if not may_mail:
            self.fields["how"].choices = [c for c in SentHow.choices if c[0] != SentHow.EMAIL]
        if to_check:
            self.fields["is_checked"].label = f"I have kept out of it: {to_check}"
        else:
            del self.fields["is_checked"]


class TogetherForm(Form):
    """How letters that were begun together go."""

    how = forms.ChoiceField(
        label="How they go",
        choices=[(how.value, how.label) for how in (SentHow.POST, SentHow.HAND)],
        widget=forms.RadioSelect,
        initial=SentHow.POST,
    )
    gone_on = DateField(label="Sent on")


class LetterFilter(FilterForm):
    """The register of letters, filtered."""

    state = forms.ChoiceField(
        label="How far", choices=[("", "All"), *LetterState.choices], widget=QuickSelect
    )
    to = forms.ChoiceField(
        label="Goes to", choices=[("", "Everybody"), *LetterTo.choices], widget=QuickSelect
    )


class TranslationForm(Form):
    """A box for each paragraph, beside its English."""

    marks_optional = False

    def __init__(
        self, *args, language: str, sources: list[Source], known: dict[int, str], stale, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.sources = sources
        for source in sources:
            name = f"p{source.place}"
            self.fields[name] = forms.CharField(
                label="The subject" if source.place == 0 else f"Paragraph {source.place}",
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "lang": language}),
                initial=known.get(source.place, ""),
                help_text="The English has changed since this was translated."
                if source.place in stale
                else "",
            )
            self.fields[f"{name}-seen"] = forms.CharField(
                widget=forms.HiddenInput, initial=source.block.digest, max_length=64
            )

    @property
    def rows(self) -> list[tuple[Source, forms.BoundField, forms.BoundField]]:
        """Each paragraph with its box."""
        return [(s, self[f"p{s.place}"], self[f"p{s.place}-seen"]) for s in self.sources]

    @property
    def texts(self) -> dict[int, str]:
        """What was written, by paragraph."""
        return {s.place: self.cleaned_data[f"p{s.place}"] for s in self.sources}

    @property
    def seen(self) -> dict[int, str]:
        """Of which English each was made."""
        return {s.place: self.cleaned_data[f"p{s.place}-seen"] for s in self.sources}


class CheckedForm(Form):
    """Who read the translation against the English."""

    checked_by = forms.CharField(
        label="Checked by",
        max_length=150,
        help_text="A person who reads both languages, with what they are: “Anna Nowak, teaching "
        "assistant”.",
    )
    on = DateField(label="On")


def _called(each: Addressee) -> str:
    words = each.name
    if address := ", ".join(each.address.splitlines()):
        words += f" · {address}"
    if each.verdict.has_cuts:
        words += f" · take care: {' '.join(each.verdict.reasons)}"
    return words
