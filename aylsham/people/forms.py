"""Forms for inviting people and changing roles."""

import datetime as dt

from django import forms
from django.contrib.auth.password_validation import validate_password

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import School
from aylsham.models.people import WEEKDAY_NAMES

WEEKDAY_CHOICES = [(1, "Monday"), (2, "Tuesday"), (3, "Wednesday"), (4, "Thursday"), (5, "Friday")]
#: Roles that are given for the whole federation only.
FEDERATION_ROLES = {Role.FEDERATION_SEND_LEAD, Role.FEDERATION_ADMINISTRATOR}


class RoleDetailsForm(Form):
    """Until when, for which year groups and on which days a role holds."""

    ends_on = DateField(
        label="Last day",
        required=False,
        help_text="Leave empty if it has no end. Cover and trainees always have one.",
    )
    year_groups = forms.MultipleChoiceField(
        label="Year groups a phase leader leads",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked means all.",
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Days at this school",
        choices=WEEKDAY_CHOICES,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked means every day.",
    )

    def __init__(self, *args, school: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year_groups"].choices = [
            (code, YEAR_GROUP_LABELS[code]) for code in school.year_groups
        ]


class InvitationForm(RoleDetailsForm):
    """Whom to invite, as what."""

    name = forms.CharField(label="Name", max_length=150)
    email = forms.EmailField(label="E-mail address at school")
    role = forms.ChoiceField(label="Role", choices=Role)
    everywhere = forms.BooleanField(label="At all schools of the federation", required=False)
    field_order = ["name", "email", "role", "everywhere", "ends_on", "year_groups", "weekdays"]

    def __init__(self, *args, may_invite_everywhere: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_invite_everywhere:
            del self.fields["everywhere"]
            self.fields["role"].choices = [c for c in Role.choices if c[0] not in FEDERATION_ROLES]

    def clean_ends_on(self) -> dt.date | None:
        """A role that is offered now cannot have ended."""
        ends_on = self.cleaned_data["ends_on"]
        if ends_on and ends_on < clock.today():
            raise forms.ValidationError("The last day is over. Give today or a later day.")
        return ends_on

    def clean(self):
        data = super().clean()
        if data.get("role") in FEDERATION_ROLES and not data.get("everywhere"):
            self.add_error(
                "everywhere", "This role is for all schools of the federation. Tick this."
            )
        return data


class SiteWeekForm(EditForm):
    """At which school of a federation a person is on which weekday."""

    record_fields = WEEKDAY_NAMES

    def __init__(self, *args, schools: list[School], **kwargs):
        super().__init__(*args, **kwargs)
        self.schools = {str(school.pk): school for school in schools}
        choices = [("", "No fixed school"), *((k, s.name) for k, s in self.schools.items())]
        for name in WEEKDAY_NAMES:
            self.fields[name] = forms.TypedChoiceField(
                label=name.capitalize(),
                choices=choices,
                coerce=self.schools.get,
                empty_value=None,
                required=False,
            )


class JoinForm(Form):
    """What a new person adds to an invitation."""

    name = forms.CharField(label="Your name", max_length=150)
    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three words that belong together only for you work well.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        validate_password(password)
        return password
