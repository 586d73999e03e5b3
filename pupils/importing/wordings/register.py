"""SEN statuses and types of need."""

from pupils.importing.wordings.keys import key, table

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
