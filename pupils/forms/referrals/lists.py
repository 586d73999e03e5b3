"""Forms of the lists: services to refer to, and referrals chosen."""

import datetime as dt
from collections.abc import Sequence

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, FilterForm, QuickSelect
from aylsham.models import School
from pupils.agency_codes import SERVICE_OWES, ReferralState, ServiceKind
from pupils.codes import AreaOfNeed
from pupils.selectors.referrals import ReferralLine
from pupils.services.outside_services import SERVICE_FIELDS


class ServiceForm(EditForm):
    """A service of the list."""

    record_fields = SERVICE_FIELDS
    name = forms.CharField(label="Name of the service", max_length=120)
    kind = forms.ChoiceField(label="What it does", choices=[CHOOSE, *ServiceKind.choices])
    area = forms.ChoiceField(label="Area of need", choices=[CHOOSE, *AreaOfNeed.choices])
    owed_by = forms.ChoiceField(label="It belongs to", choices=SERVICE_OWES)
    usual_weeks = forms.IntegerField(
        label="Usual wait in weeks",
        min_value=0,
        max_value=400,
        required=False,
        help_text="From sending the referral to the first appointment.",
    )
    how = forms.CharField(label="How to refer", max_length=300, required=False)
    contact = forms.CharField(label="Phone or e-mail", max_length=200, required=False)
    is_shared = forms.BooleanField(label="For all schools of the federation", required=False)

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share or self.record:
            del self.fields["is_shared"]

    def clean_name(self):
        return self.cleaned_data["name"].strip()


SHOWN = (
    ("", "Open"),
    ("waiting", "Waiting to be seen"),
    ("long", "Waiting longer than usual"),
    ("late", "To be chased now"),
    ("over", "Declined, closed or left"),
    ("all", "All"),
)


class ReferralFilter(FilterForm):
    """Which referrals are shown."""

    show = forms.ChoiceField(label="Show", choices=SHOWN, widget=QuickSelect)
    kind = forms.ChoiceField(
        label="Service", choices=[("", "All"), *ServiceKind.choices], widget=QuickSelect
    )
    state = forms.ChoiceField(
        label="State", choices=[("", "Any"), *ReferralState.choices], widget=QuickSelect
    )
    school = forms.ChoiceField(label="School", required=False, widget=QuickSelect)

    def __init__(self, *args, schools: Sequence[School], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = [("", "All"), *((s.slug, s.name) for s in schools)]
        if len(schools) < 2:
            del self.fields["school"]

    def chooses(self, line: ReferralLine, today: dt.date) -> bool:
        """Whether a referral is among those chosen."""
        chosen = self.chosen
        kind, state = chosen.get("kind"), chosen.get("state")
        if (kind and line.kind != kind) or (state and line.state != state):
            return False
        if chosen.get("school") and line.school_slug != chosen["school"]:
            return False
        show = chosen.get("show") or ("all" if state else "")
        return {
            "": not line.is_over,
            "waiting": line.is_waiting,
            "long": line.is_long,
            "late": line.nudge_on is not None and line.nudge_on <= today,
            "over": line.is_over,
            "all": True,
        }[show]
