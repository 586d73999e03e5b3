"""Readable history of services outside school."""

from typing import Any

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from aylsham.codes import Sensitivity
from pupils.agency_codes import ServiceKind
from pupils.models import Provider, ProviderVisit, Recommendation, Referral, ReferralAppointment


def _referral_permission(values: dict[str, Any]) -> P:
    is_open = values["sensitivity"] == Sensitivity.EVERYONE
    return P.VIEW_REFERRALS if is_open else P.VIEW_SENSITIVE


TRACKED = (
    Tracked(
        Referral,
        "a referral",
        _referral_permission,
        title=lambda v: ServiceKind(v["kind"]).label,
        labels={
            "sent_on": "day it was sent",
            "closed_on": "last day",
            "nudge_on": "day to ask again",
            "owed_by": "note to whom the service belongs",
        },
        quiet=frozenset({"reason", "outcome", "no_consent_why", "service"}),
        left_out=frozenset({"begun_by", "concern_step", "report", "usual_weeks"}),
    ),
    Tracked(
        ReferralAppointment,
        "an appointment with a service",
        # As sensitive as the referral can be.
        P.VIEW_SENSITIVE,
        pupil_lookup="referral__pupil_id",
        labels={"on": "day", "at": "time"},
        quiet=frozenset({"note"}),
        left_out=frozenset({"referral"}),
    ),
    Tracked(
        Recommendation,
        "a recommendation",
        # As sensitive as the report can be.
        P.VIEW_SENSITIVE,
        labels={"review_on": "day to look at it again", "decided_on": "day of the decision"},
        quiet=frozenset({"text", "words", "reason", "found"}),
        left_out=frozenset({"document", "decided_by", "owner", "strategy", "place"}),
    ),
    Tracked(
        Provider,
        "a provider",
        P.VIEW_PROVIDERS,
        pupil_lookup="",
        title=lambda v: v["name"],
        labels={"pence_a_day": "cost of a day in pence", "kind": "way in which they come"},
    ),
    Tracked(
        ProviderVisit,
        "a visit of a provider",
        P.VIEW_PROVIDERS,
        pupil_lookup="",
        labels={"on": "day"},
        left_out=frozenset({"provider"}),
    ),
)
