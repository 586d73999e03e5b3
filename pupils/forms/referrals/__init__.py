"""Forms of referrals and of the services to refer to."""

from pupils.forms.referrals.following import (
    AppointmentForm,
    NudgeForm,
    ReopenForm,
    ReportForm,
    StepForm,
    TellForm,
    ToldNowForm,
)
from pupils.forms.referrals.lists import SHOWN, ReferralFilter, ServiceForm
from pupils.forms.referrals.referring import ANOTHER, ConsentForm, ReferralForm

__all__ = [
    "ANOTHER",
    "SHOWN",
    "AppointmentForm",
    "ConsentForm",
    "NudgeForm",
    "ReferralFilter",
    "ReferralForm",
    "ReopenForm",
    "ReportForm",
    "ServiceForm",
    "StepForm",
    "TellForm",
    "ToldNowForm",
]
