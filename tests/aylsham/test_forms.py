"""Form fields and GOV.UK markup: label, hint, error, summary."""

import re
from datetime import date

import pytest
from django import forms

from aylsham.forms import DateField, FilterForm, Form, TimeField

pytestmark = pytest.mark.usefixtures("today")


class ContactForm(Form):
    on = DateField(label="On which day")
    at = TimeField(label="At what time", required=False)
    how = forms.ChoiceField(
        label="How", choices=[("call", "Call"), ("letter", "Letter")], widget=forms.RadioSelect
    )
    words = forms.CharField(label="Words", max_length=200, widget=forms.Textarea, required=False)
    told = forms.BooleanField(label="The parents know", help_text="They agreed.", required=False)


class ListFilter(FilterForm):
    words = forms.CharField(label="Name")
    year = forms.TypedChoiceField(label="Year", choices=[("", "Any"), ("3", "Year 3")], coerce=int)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 Sep 2018", date(2018, 9, 3)),
        ("today", date(2026, 11, 23)),
        ("Yesterday", date(2026, 11, 22)),
    ],
)
def test_a_date_field_takes_what_people_write(written, meant):
    assert DateField().clean(written) == meant


def test_a_date_field_says_what_is_wrong():
    with pytest.raises(forms.ValidationError, match="31/02/2018 does not exist"):
        DateField().clean("31/02/2018")


@pytest.mark.parametrize(
    ("written", "is_taken"),
    [
        ("31 Dec 1899", False),
        ("1 Jan 1900", True),
        ("31 Dec 2051", True),
        ("1 Jan 2052", False),
        ("1 Jan 0001", False),
        ("31 Dec 9999", False),
    ],
)
def test_a_date_field_takes_no_slip_of_the_year(written, is_taken):
    if is_taken:
        assert DateField().clean(written)
    else:
        with pytest.raises(forms.ValidationError, match="Write a date between 1900 and 2051"):
            DateField().clean(written)


def test_a_date_that_reads_the_same_has_not_changed():
    field = DateField()
    assert not field.has_changed(date(2018, 9, 3), "3 September 2018")
    assert field.has_changed(date(2018, 9, 3), "4 September 2018")
    assert field.has_changed(None, "no date")


@pytest.mark.parametrize("written", ["9:30", "09.30", "9:30 am", "9.30 AM"])
def test_a_time_field_takes_what_people_write(written):
    assert TimeField().clean(written).isoformat() == "09:30:00"


def test_a_form_has_labels_hints_and_says_what_is_optional():
    html = str(ContactForm())
    assert '<label class="govuk-label" for="id_on">On which day' in html
    assert 'id="id_on_helptext">For example, 3 Sep 2018</div>' in html
    assert 'aria-describedby="id_on_helptext"' in html
    assert 'At what time <span class="ay-optional">(optional)</span>' in html
    assert '<legend class="govuk-fieldset__legend">How' in html
    assert html.count('class="govuk-radios__input"') == 2
    assert 'data-maxlength="200"' in html
    assert "required" not in html
    assert "style=" not in html


def test_a_fault_stands_at_its_field_and_in_the_summary():
    html = str(ContactForm({"on": "soon"}))
    assert (
        '<a href="#id_on">On which day: Write the date like 3 Sep 2018 or 03/09/2018.</a>' in html
    )
    assert '<a href="#id_how_0">How: Choose one.</a>' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_on_error"' in html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html
    for described in re.findall(r'aria-describedby="([^"]+)"', html):
        for name in described.split():
            assert f'id="{name}"' in html


def test_what_the_form_shows_is_escaped():
    html = str(ContactForm({"on": "<script>", "words": "<b>"}))
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_filter_needs_nothing_and_ignores_nonsense():
    assert ListFilter({}).chosen == {}
    assert ListFilter({"year": "3", "words": ""}).chosen == {"year": 3}
    assert ListFilter({"year": "99", "words": "Zo"}).chosen == {"words": "Zo"}
