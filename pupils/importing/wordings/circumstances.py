"""Sex, year groups, languages, and what brings money or care."""

from pupils.importing.wordings.keys import key, table

SEX = table(M="m; male; boy", F="f; female; girl")

POST_LOOKED_AFTER = table(
    N="n; not declared; no; none; not previously looked after; f; false; never",
    A="a; adopted; adoption; adopted from care; ceased to be looked after through adoption"
    "; ceased to be looked after through an adoption; adoption order",
    G="g; sgo; special guardianship; special guardianship order; special guardian"
    "; ceased to be looked after through a special guardianship order",
    R="r; residence order; ro; ceased to be looked after through a residence order",
    C="c; cao; child arrangement order; child arrangements order; child arrangements"
    "; ceased to be looked after through a child arrangement order",
)

IN_CARE_YES = frozenset(
    key(word)
    for word in [
        "looked after",
        "lac",
        "cla",
        "in care",
        "currently looked after",
        "full care order",
        "interim care order",
        "care order",
        "section 20",
        "s20",
        "section 31",
        "current",
        "yes currently",
        "in la care",
        "fostered",
    ]
)

IN_CARE_NO = frozenset(
    key(word)
    for word in [
        "not looked after",
        "not in care",
        "never looked after",
        "was looked after",
        "previously looked after",
        "not lac",
        "previously",
        "no longer looked after",
        "ceased",
    ]
)

KINSHIP_YES = frozenset(
    key(word)
    for word in [
        "sgo",
        "special guardianship",
        "special guardianship order",
        "special guardian",
        "cao",
        "child arrangements",
        "child arrangements order",
        "child arrangement order",
        "residence order",
        "kinship",
        "kinship care",
        "kinship carer",
        "kinship foster care",
        "kinship fostering",
        "kinship foster carer",
        "informal kinship care",
        "connected person",
        "connected persons",
        "family and friends care",
        "family and friends foster care",
    ]
)

SERVICE_YES = frozenset(
    key(word)
    for word in [
        "armed forces",
        "forces",
        "service",
        "service child",
        "service family",
        "services",
        "military",
        "mod",
        "army",
        "british army",
        "navy",
        "royal navy",
        "royal marines",
        "raf",
        "royal air force",
    ]
)

TRAVELLER_YES = frozenset(
    key(word)
    for word in [
        "grt",
        "gypsy",
        "roma",
        "gypsy roma",
        "gypsy / roma",
        "gypsy roma traveller",
        "traveller",
        "irish traveller",
        "traveller of irish heritage",
    ]
)

YEAR_GROUPS = table(
    E1="e1; early years 1; early first year",
    E2="e2; early years 2; early second year",
    N1="n1; nursery 1; nursery year 1; first year nursery; nursery first year; n 1; toddlers"
    "; nursery class 1; two year olds; 2 year olds; minus 2",
    N2="n2; nursery 2; nursery year 2; second year nursery; nursery second year; n 2; f1; fs1"
    "; foundation 1; foundation stage 1; foundation 1 nursery; foundation year 1; minus 1",
    R="r; reception; rec; yr r; year r; yr; r year; reception year; f2; fs2; foundation 2"
    "; foundation stage 2; foundation year 2; 0; year 0; rec year; y r; recep; reception class",
    X="x; not applicable; ncx; no year group; nc year not followed; year group not applicable",
)

#: could be either year of the nursery; the date of birth decides
NURSERY = frozenset({"n", "nursery", "nurs", "nur", "pre school", "preschool", "kindergarten"})

NUMBER_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}

#: pupil premium kinds; "service child" and the like may stand in the pupil premium column
PREMIUM_KINDS = table(
    ever_6="fsm ever 6; ever 6; ever6; fsm6; fsm e6; ever 6 fsm; deprivation; fsm; free school meals;"
    " ever 6 free school meals; fsm6 ppi; deprivation pupil premium",
    service_child="service child; service; service children; forces; sc; ever 6 service; service premium"
    "; armed forces; ever 5 service; ever service; service pupil premium",
    looked_after="lac; looked after; cla; looked after child; in care; pp plus; pp+; lac plus"
    "; looked after children; pupil premium plus",
    post_looked_after="plac; post lac; previously looked after; adopted; post looked after; pla; pcla"
    "; adopted from care; post looked after child; adoption",
    eypp="eypp; early years; early years pupil premium",
)

FREE_MEAL_BASIS = table(
    targeted="targeted; targeted fsm",
    expanded="expanded; expanded fsm; universal credit; uc",
    universal_infant="uifsm; universal infant; universal; universal infant free school meals; ufsm",
)

YOUNG_CARER = table(
    N="n; no; f; false; not declared; not a young carer; 0; not a young carer or not known",
    P="p; identified by parent; parent; yes identified by parent or guardian"
    "; identified as a young carer by parent or guardian; parent declared",
    S="s; identified by school; school; yes identified by school"
    "; identified as a young carer by school; school identified",
)

ENGLISH = frozenset(
    key(word)
    for word in [
        "eng",
        "enb",
        "english",
        "english believed",
        "eng english",
        "enb believed to be english",
        "believed to be english",
        "english believed to be",
        "en",
        "british english",
    ]
)

LANGUAGE_UNKNOWN = frozenset(
    key(word)
    for word in [
        "not",
        "otb",
        "oth",
        "ref",
        "nob",
        "zzz",
        "not obtained",
        "refused",
        "information not obtained",
        "unclassified",
        "other than english",
        "believed to be other than english",
        "classification pending",
        "not known",
        "unknown",
        "other",
        "other language",
    ]
)
