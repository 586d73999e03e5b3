"""The words schools use for statuses, needs and the like. Compared by `key`."""

from pupils.importing.wordings.answers import BLANK, BLANK_NAME, CROSS, NO, NOT_KNOWN, TICKS, YES
from pupils.importing.wordings.circumstances import (
    ENGLISH,
    FREE_MEAL_BASIS,
    IN_CARE_NO,
    IN_CARE_YES,
    KINSHIP_YES,
    LANGUAGE_UNKNOWN,
    NUMBER_WORDS,
    NURSERY,
    POST_LOOKED_AFTER,
    PREMIUM_KINDS,
    SERVICE_YES,
    SEX,
    TRAVELLER_YES,
    YEAR_GROUPS,
    YOUNG_CARER,
)
from pupils.importing.wordings.keys import key, table
from pupils.importing.wordings.register import (
    NEED_HINTS,
    NEED_TYPES,
    RETIRED_SEN_STATUS,
    SEN_STATUS,
)

__all__ = [
    "BLANK",
    "BLANK_NAME",
    "CROSS",
    "ENGLISH",
    "FREE_MEAL_BASIS",
    "IN_CARE_NO",
    "IN_CARE_YES",
    "KINSHIP_YES",
    "LANGUAGE_UNKNOWN",
    "NEED_HINTS",
    "NEED_TYPES",
    "NO",
    "NOT_KNOWN",
    "NUMBER_WORDS",
    "NURSERY",
    "POST_LOOKED_AFTER",
    "PREMIUM_KINDS",
    "RETIRED_SEN_STATUS",
    "SEN_STATUS",
    "SERVICE_YES",
    "SEX",
    "TICKS",
    "TRAVELLER_YES",
    "YEAR_GROUPS",
    "YES",
    "YOUNG_CARER",
    "key",
    "table",
]
