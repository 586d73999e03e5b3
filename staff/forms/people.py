"""Forms about members of staff: who they are, that they leave, the filter of the list."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, FilterForm, OnceForm, QuickSelect
from aylsham.models import User
from staff.codes import JobRole
from staff.services.people import LEAVE_FIELDS, MEMBER_FIELDS


class MemberForm(EditForm, OnceForm):
    """Name, role at work, account and line manager."""

    record_fields = MEMBER_FIELDS
    name = forms.CharField(label="Name", max_length=150)
    role = forms.ChoiceField(label="Role at work", choices=[CHOOSE, *JobRole.choices])
    user = forms.ModelChoiceField(
        label="Account",
        queryset=User.objects.none(),
        required=False,
        empty_label="None yet",
        help_text="Whoever has one sees their own contract and training.",
    )
    line_manager = forms.ModelChoiceField(
        label="Line manager", queryset=User.objects.none(), required=False, empty_label="Nobody yet"
    )

    def __init__(self, *args, people: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        ids = [person.pk for person in people]
        for name in ("user", "line_manager"):
            field = self.fields[name]
            mine = getattr(self.record, f"{name}_id", None)
            field.queryset = User.objects.filter(pk__in=[*ids, *([mine] if mine else [])])
            field.label_from_instance = lambda user: user.name

    def clean(self) -> dict[str, Any]:
        """Nobody is their own line manager."""
        data = super().clean()
        if data.get("user") and data.get("user") == data.get("line_manager"):
            self.add_error("line_manager", "Choose somebody else: nobody manages themselves.")
        return data


class LeaveForm(EditForm):
    """The last day of somebody here."""

    record_fields = LEAVE_FIELDS
    left_on = DateField(
        label="Last day here",
        required=False,
        help_text="The contract ends with it. Leave it empty if the person stays.",
    )


class StaffFilter(FilterForm):
    """Which people the list shows."""

    role = forms.ChoiceField(
        label="Role", choices=[("", "All"), *JobRole.choices], widget=QuickSelect
    )
    only = forms.ChoiceField(
        label="Only",
        choices=[("", "All"), ("gaps", "With gaps"), ("training", "Training that runs out")],
        widget=QuickSelect,
    )
    left = forms.ChoiceField(
        label="Who", choices=[("", "Here now"), ("1", "Have left")], widget=QuickSelect
    )
