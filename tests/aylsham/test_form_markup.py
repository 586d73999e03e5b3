"""The markup of fields: each kind of box, and nothing in it that a person wrote is markup."""

import pytest
from django import forms
from django.utils.safestring import mark_safe

from aylsham.forms import Form

NASTY = '"><script>x</script>&'
CLEAN = "&quot;&gt;&lt;script&gt;x&lt;/script&gt;&amp;"
CHOICES = [(NASTY, NASTY), ("b", "B")]
WIDGETS = {
    "text": forms.CharField(label=NASTY, initial=NASTY),
    "long text": forms.CharField(
        label=NASTY, initial=NASTY, widget=forms.Textarea, max_length=4000
    ),
    "number": forms.CharField(label=NASTY, initial=NASTY, widget=forms.NumberInput),
    "hidden": forms.CharField(label=NASTY, initial=NASTY, widget=forms.HiddenInput),
    "list": forms.ChoiceField(label=NASTY, initial=NASTY, choices=CHOICES),
    "list in groups": forms.ChoiceField(label=NASTY, initial="b", choices=[(NASTY, CHOICES)]),
    "choices": forms.ChoiceField(
        label=NASTY, initial=NASTY, choices=[(NASTY, CHOICES)], widget=forms.RadioSelect
    ),
    "boxes": forms.MultipleChoiceField(
        label=NASTY, initial=[NASTY], choices=CHOICES, widget=forms.CheckboxSelectMultiple
    ),
    "tick": forms.BooleanField(label=NASTY, widget=forms.CheckboxInput(attrs={"data-x": NASTY})),
    "file": forms.FileField(label=NASTY),
}


def form_of(field, **more):
    return type("One", (Form,), {"one": field, "__module__": __name__})(**more)


@pytest.mark.parametrize("kind", WIDGETS)
@pytest.mark.parametrize("data", [None, {"one": NASTY}, {}], ids=["first", "sent", "empty"])
def test_nothing_in_a_field_is_markup(kind, data):
    form = form_of(WIDGETS[kind], data=data)
    shown = str(form["one"].as_field_group())
    assert "<script" not in shown
    assert kind == "hidden" or CLEAN in shown


def test_what_is_chosen_is_chosen():
    shown = str(form_of(forms.ChoiceField(choices=[("a", "A"), ("b", "B")], initial="b"))["one"])
    assert '<option value="b" selected>B</option>' in shown
    assert shown.count("selected") == 1
    boxes = forms.MultipleChoiceField(
        choices=[("a", "A"), ("b", "B")], initial=["a"], widget=forms.CheckboxSelectMultiple
    )
    assert str(form_of(boxes)["one"]).count(" checked") == 1


def test_groups_have_names():
    choices = [("Fruit", [("a", "Apple")]), ("b", "Bread")]
    shown = str(form_of(forms.ChoiceField(choices=choices))["one"])
    assert '<optgroup label="Fruit"><option value="a">Apple</option></optgroup>' in shown


def test_the_first_new_line_of_a_text_stays():
    field = forms.CharField(widget=forms.Textarea, initial="\nsecond line")
    assert ">\n\nsecond line</textarea>" in str(form_of(field)["one"])


def test_a_hint_and_a_fault_are_read_with_their_box():
    field = forms.CharField(label="Words", help_text=mark_safe("<b>Short</b>"))
    shown = str(form_of(field, data={})["one"].as_field_group())
    assert 'aria-describedby="id_one_helptext id_one_error"' in shown
    assert '<div class="govuk-hint" id="id_one_helptext"><b>Short</b></div>' in shown
    assert 'id="id_one_error"' in shown
    assert "govuk-form-group--error" in shown


def test_a_placeholder_is_left_out_and_a_class_is_written_once():
    box = forms.TextInput(attrs={"placeholder": "x", "class": "wide", "disabled": True, "a": False})
    shown = str(form_of(forms.CharField(widget=box))["one"])
    assert "placeholder" not in shown
    assert ' class="govuk-input wide"' in shown
    assert " disabled " in shown
    assert " a=" not in shown
