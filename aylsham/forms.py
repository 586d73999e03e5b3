"""Form fields and manners that every floor shares; the markup is in `form_markup`."""

import datetime as dt
import uuid
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from aylsham import clock
from aylsham.datewords import parse_day

#: No date about a school of today lies before, or so many years ahead: it is a slip of the year.
FIRST_DAY, YEARS_AHEAD = dt.date(1900, 1, 1), 25
#: What stands first in a list from which one must be chosen.
CHOOSE = ("", "Choose one")


class Manners:
    """Our manners for any form: optional fields say so, and no colon follows a label."""

    marks_optional = True
    #: Fields that an answer elsewhere in the form makes necessary: they are not called optional.
    sometimes_needed: tuple[str, ...] = ()
    use_required_attribute = False  # the page lists what is missing, the browser need not

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.required and isinstance(field, forms.ChoiceField):
                _ask_to_choose(field)


def _ask_to_choose(field: forms.ChoiceField) -> None:
    if field.error_messages["required"] is forms.Field.default_error_messages["required"]:
        many = isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        field.error_messages["required"] = "Tick at least one." if many else "Choose one."


class Form(Manners, forms.Form):
    """A form in our manner."""


class OnceForm(Form):
    """A form that adds something: its key comes with the page, so that pressing twice adds one."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class ModelForm(Manners, forms.ModelForm):
    """A model form in our manner; a service still does the saving."""


class QuickSelect(forms.Select):
    """A list to choose from, written without a template for each option: filters have many."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        chosen = frozenset(str(v) for v in (value if isinstance(value, list) else [value]))
        options = _options(tuple((str(key), str(label)) for key, label in self.choices), chosen)
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        return format_html(
            '<select name="{}" class="govuk-select"{}>{}</select>', name, attributes, options
        )


@lru_cache(maxsize=1024)  # made of its arguments alone, and a page shows the same to everybody
def _options(choices: tuple[tuple[str, str], ...], chosen: frozenset[str]) -> SafeString:
    return mark_safe(  # noqa: S308 (each value is escaped)
        "".join(
            f'<option value="{escape(key)}"{" selected" if key in chosen else ""}>'
            f"{escape(label)}</option>"
            for key, label in choices
        )
    )


class QuickText(forms.TextInput):
    """A box for a few words, written without a template."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        attributes = flatatt(self.build_attrs(self.attrs, attrs))
        said = format_html(' value="{}"', value) if value else ""
        return format_html(
            '<input type="text" name="{}" class="govuk-input"{}{}>', name, said, attributes
        )


class FilterForm(Manners, forms.Form):
    """A GET form over a list: nothing is required, and a wrong value filters nothing."""

    marks_optional = False
    #: Fields that wait behind "More filters".
    more_fields: tuple[str, ...] = ()
    #: Fields whose words must not be read in an address, with the names under which they stand
    #: there sealed; such a form is sent by POST.
    sealed_fields: Mapping[str, str] = {}
    #: Parts of the address that are no filters and stay when one is chosen.
    kept_names: tuple[str, ...] = ()
    #: How the names of filters begin that only some schools have.
    open_names = ""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", "filter_%s")  # a form may stand on the same page
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
            field.is_quick = isinstance(field.widget, QuickSelect | forms.TextInput)

    @property
    def chosen(self) -> dict:
        """What was chosen and makes sense."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v not in (None, "", [], False)}


class DateInput(forms.TextInput):
    """One box for a whole date."""

    def __init__(self, attrs=None):
        super().__init__({"class": "govuk-input--date", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value):
        if isinstance(value, dt.date):
            return f"{value.day} {value:%b} {value.year}"
        return value


class DateField(forms.Field):
    """A date in any usual form: 3 Sep 2018, 03/09/2018, 3.9.18, 2018-09-03, "today".

    From 1900 to 25 years from today.
    """

    widget = DateInput

    def __init__(self, *, help_text: str = "For example, 3 Sep 2018", **kwargs):
        super().__init__(help_text=help_text, **kwargs)

    def to_python(self, value) -> dt.date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        today = clock.today()
        nearby = {"today": 0, "yesterday": -1, "tomorrow": 1}
        if (word := str(value).strip().lower()) in nearby:
            return today + dt.timedelta(days=nearby[word])
        try:
            return parse_day(str(value), today=today)
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from None

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        last = clock.today().year + YEARS_AHEAD
        if value and not FIRST_DAY.year <= value.year <= last:
            raise ValidationError(
                f"The year {value.year} cannot be right. Write a date between {FIRST_DAY.year} "
                f"and {last}.",
                code="out_of_range",
            )

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != (initial or None)
        except ValidationError:
            return True


class PastDateField(DateField):
    """A day that has come: a slip of the year is the commonest mistake."""

    def clean(self, value):
        """A future day is refused."""
        day = super().clean(value)
        if day and day > clock.today():
            raise ValidationError("This day has not come yet. Check the year.")
        return day


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; on a phone `capture` opens the camera."""

    widget = FilesInput

    def __init__(self, *, accept: str, capture: str = "", **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs.update({"accept": accept, "multiple": True})
        if capture:
            self.widget.attrs["capture"] = capture

    def clean(self, data, initial=None) -> list:
        files = [each for each in data or () if each]
        if not files and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return files

    def has_changed(self, initial, data) -> bool:
        return bool(data)


class PinInput(forms.PasswordInput):
    """A PIN with a number pad for a shared tablet; sends its form when the PIN is complete."""

    template_name = "components/pin_input.html"

    def __init__(self, length: int):
        super().__init__(
            {
                "inputmode": "numeric",
                "autocomplete": "off",
                "maxlength": length,
                "pattern": "[0-9]*",
            }
        )

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["keys"] = "123456789"
        return context


class TimeField(forms.TimeField):
    """A time of day: 9:30, 09.30, 1.15 pm."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"})

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "input_formats", ["%H:%M", "%H.%M", "%I:%M %p", "%I.%M %p", "%I%p", "%I %p"]
        )
        kwargs.setdefault("error_messages", {"invalid": "Write the time like 9:30 or 1:15 pm."})
        super().__init__(**kwargs)


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or nobody has said (None)."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=[("", "Not said"), ("True", "Yes"), ("False", "No")],
            coerce=lambda value: value == "True",
            empty_value=None,
            required=False,
            **kwargs,
        )
