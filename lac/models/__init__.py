"""The tables of children in care."""

from lac.models.care import CarePeriod, CareQuerySet
from lac.models.premium import PremiumCost, PremiumFunding, PremiumRate, PremiumRequest

__all__ = [
    "CarePeriod",
    "CareQuerySet",
    "PremiumCost",
    "PremiumFunding",
    "PremiumRate",
    "PremiumRequest",
]
