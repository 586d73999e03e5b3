"""Models about children in care."""

from lac.models.care_views import CareView
from lac.models.people import CarePerson, CarePlacement, Delegation
from lac.models.periods import CareDeclaration, CarePeriod, SocialWorkPeriod
from lac.models.premium import PremiumCost, PremiumFunding, PremiumRate, PremiumRequest
from lac.models.reviews import CareReview

__all__ = [
    "CareDeclaration",
    "CarePeriod",
    "CarePerson",
    "CarePlacement",
    "CareReview",
    "CareView",
    "Delegation",
    "PremiumCost",
    "PremiumFunding",
    "PremiumRate",
    "PremiumRequest",
    "SocialWorkPeriod",
]
