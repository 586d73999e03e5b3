"""Forms of a child's details and family."""

from django import forms

from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, YesNoField
from aylsham.models import School
from pupils import upn
from pupils.codes import Sex
from pupils.forms.status import past_day
from pupils.selectors.classes import classes_of
from pupils.selectors.pupils import is_upn_taken
from pupils.services.details import PUPIL_FIELDS


class DetailsForm(EditForm):
    """A child's own details; what is changed here is kept when a roll says otherwise."""

    record_fields = PUPIL_FIELDS
    first_name = forms.CharField(label="Legal first name", max_length=100)
    last_name = forms.CharField(label="Legal family name", max_length=100)
    preferred_first_name = forms.CharField(
        label="First name the child goes by", max_length=100, required=False
    )
    born_on = DateField(label="Date of birth")
    sex = forms.ChoiceField(
        label="Legal sex", choices=[("", "Not said"), *Sex.choices], required=False
    )
    upn = forms.CharField(label="UPN", max_length=16, required=False)
    year_group = forms.ChoiceField(label="Year group")
    class_group = forms.ModelChoiceField(
        label="Class", queryset=None, required=False, empty_label="No class"
    )
    ethnicity = forms.CharField(
        label="Ethnicity code", max_length=60, required=False, help_text="As the roll has it: WBRI"
    )
    first_language = forms.CharField(label="First language code", max_length=60, required=False)
    is_eal = YesNoField(label="English as an additional language")

    def __init__(self, *args, school: School, academic_year: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.school = school
        codes = dict.fromkeys([*school.year_groups, self.record.year_group])
        self.fields["year_group"].choices = [(c, YEAR_GROUP_LABELS[c]) for c in codes]
        self.fields["class_group"].queryset = classes_of(school, academic_year)

    def clean_born_on(self):
        return past_day(self.cleaned_data["born_on"], "The date of birth")

    def clean_upn(self) -> str:
        """A UPN that adds up, and that no other child of the school has."""
        number = upn.clean(self.cleaned_data["upn"])
        if not number or number == self.record.upn:
            return number
        if problem := upn.explain(number).problem:
            raise forms.ValidationError(problem)
        if is_upn_taken(self.school, number, but=self.record):
            raise forms.ValidationError("Another child of this school has this UPN.")
        return number


class LastDayForm(Form):
    """The day on which something ends."""

    last_day = DateField(label="Last day")
