"""The words schools use for statuses, needs and the like. Compared by `key`."""

import re
import unicodedata


def key(text: str) -> str:
    """Words in small letters, without accents and punctuation, single spaces."""
    text = unicodedata.normalize("NFKD", text).lower().replace("&", " and ").replace("+", " plus ")
    text = re.sub(r"['’`\u0300-\u036f]", "", text)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


def table(**codes: str) -> dict[str, str]:
    """wording → code, from code="wording; wording"."""
    return {
        key(wording): code for code, wordings in codes.items() for wording in wordings.split(";")
    }


BLANK = frozenset(
    {"", "-", "--", "---", "–", "—", ".", "n/a", "na", "none", "null", "nil", "(none)"}
)
#: in a name column only these mean nothing; Na and Null are names
BLANK_NAME = frozenset({"", "-", "--", "–", "—", ".", "n/a", "(none)", "(blank)"})

YES = frozenset(
    [
        "y",
        "yes",
        "t",
        "true",
        "1",
        "tick",
        "ticked",
        "eligible",
        "claimed",
        "on",
        "✓",
        "✔",
        "☑",
        "√",
    ]
)
NO = frozenset(
    [
        *["n", "no", "f", "false", "0", "off", "✗", "✘", "☐", "never"],
        "not eligible",
        "not claimed",
        "ineligible",
    ]
)
#: means yes in a column of ticks and no beside real ticks
CROSS = frozenset({"x", "×"})
TICKS = frozenset(["✓", "✔", "☑", "√", "tick", "ticked"])

SEX = table(M="m; male; boy", F="f; female; girl")

SEN_STATUS = table(
    N=(
        "n; no; none; no sen; no special educational need; no special educational needs;"
        " no special educational needs provision; not sen; no sen provision; no sen support;"
        " no send; no specified sen; no special education need; not on register; no provision"
    ),
    K=(
        "k; sen support; sen k; k code; school support; send support; sensupport; sen supp;"
        " sen support k; sen supported; k support; on sen support; send k"
    ),
    E=(
        "e; ehcp; ehc; ehc plan; education health and care plan; ehc plans; ehcps;"
        " education health care plan; has ehcp; has an ehcp; sen e; ehc p; e code;"
        " education and health care plan; has ehc plan; send e; final ehcp; maintained ehcp"
    ),
)
RETIRED_SEN_STATUS = frozenset(
    key(wording)
    for wording in [
        "s",
        " statement",
        " statemented",
        " statement of sen",
        " statement of special educational needs",
        " a",
        " school action",
        " sa",
        " early years action",
        " school action or early years action",
        " p",
        " school action plus",
        " sap",
        " sa+",
        " school action +",
        " early years action plus",
        " school action plus or early years action plus",
        " early years action and statutory assessment",
        " q",
        " school action plus and statutory assessment",
        " eya",
        " eyap",
    ]
)

NEED_TYPES = table(
    SPLD=(
        "spld; specific learning difficulty; specific learning difficulties; spld s;"
        " specific learning difficulty dyslexia; specific learning difficulties spld;"
        " specific learning disability"
    ),
    MLD="mld; moderate learning difficulty; moderate learning difficulties",
    SLD="sld; severe learning difficulty; severe learning difficulties",
    PMLD=(
        "pmld; profound and multiple learning difficulty;"
        " profound and multiple learning difficulties; profound multiple learning difficulty;"
        " profound and multiple learning disability; profound multiple learning difficulties"
    ),
    SLCN=(
        "slcn; scln; speech language and communication needs; speech and language;"
        " speech language and communication; speech language and communication need;"
        " speech language and communication difficulties; speech language communication needs;"
        " speech and language needs; speech and language difficulties; sal; s and l;"
        " speech language or communication needs; speech and communication needs;"
        " speech language communication need; speech language communication"
    ),
    ASD=(
        "asd; autistic spectrum disorder; autism spectrum disorder; autism; autistic; asc;"
        " autism spectrum condition; autistic spectrum condition; autistic spectrum; autism spectrum"
    ),
    SEMH=(
        "semh; social emotional and mental health; social emotional mental health;"
        " social emotional and mental health needs; social emotional and mental health difficulties;"
        " social emotional and mental health need; social emotional mental health needs"
    ),
    HI="hi; hearing impairment; hearing impaired; hearing; deaf; deafness; hearing loss",
    VI=(
        "vi; vision impairment; visual impairment; visually impaired; vision impaired; vision;"
        " sight impairment"
    ),
    MSI="msi; multi sensory impairment; multisensory impairment; deafblind; deafblindness",
    PD="pd; physical disability; physical disabilities; physical; physical difficulty",
    DS="ds; down syndrome; downs syndrome; downs; down s syndrome",
    OTH=(
        "oth; other; other difficulty disability; other difficulty; other difficulty or disability;"
        " other difficulties; other difficulties disabilities; other disability;"
        " other difficulty and disability; other need"
    ),
    NSA=(
        "nsa; no specialist assessment; sen support but no specialist assessment of type of need;"
        " sen support no specialist assessment of type of need;"
        " sen support but no specialist assessment; no specialist assessment of type of need;"
        " no specialist assessment of need"
    ),
)
#: what is often meant by words that are no need type; a person decides
NEED_HINTS = {
    key(wording): code
    for code, wordings in {
        "ASD": "aut; asperger; aspergers; aspergers syndrome; pda; asd pathway; aspd",
        "SEMH": "besd; ebd; esbd; behaviour; adhd; add; attachment; anxiety; mental health; emh;"
        " social and emotional; attention deficit hyperactivity disorder; odd; sebd; ebsa",
        "SPLD": "dyslexia; dyscalculia; dyspraxia; dcd; dysgraphia; dyslexic; spd",
        "SLCN": "dld; sli; speech; language; communication; selective mutism; stammer; salt; slc",
        "VI": "blind; sight",
        "PD": "cerebral palsy; cp; motor",
        "MLD": "gdd; global delay; global developmental delay; learning difficulty; ld",
    }.items()
    for wording in wordings.split(";")
}

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
