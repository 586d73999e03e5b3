"""Adoption: the old and the new child are never linked, and nobody guesses."""

from tests.lac.scenes.steps import NEW_UPN, OLD_UPN
from tests.lac.scenes.tables import Look, Scene

BEFORE = "a child in care with a life at school"
ADOPTED, APART = "the child was adopted", "the old record is set apart"
ROLL, ADOPTERS = "a roll brings the new name", "the adopters are on the new record"
GONE = (BEFORE, ADOPTED, APART)
ANEW = (*GONE, ROLL, ADOPTERS)
#: Whatever belongs to the old record.
OLD = (
    "Quillmark", OLD_UPN, "00417", "Birthmark", "Heronmark", "01999 111000", "birthmother@",
    "Carermark", "Foxmark", "01999 333000", "Workermark", "Councilmark", "Areamark", "Papermark",
    "Helpmark",
)  # fmt: skip
#: Whatever belongs to the new one.
NEW = ("Newmark", NEW_UPN, "Adoptmark", "Larkmark")

SCENES = [
    Scene(
        "the class teacher of the new child reads nothing of the old",
        ANEW,
        [Look("every page", "class_teacher", "new")],
        never=OLD,
        found=("Newmark", "Adoptmark"),
    ),
    Scene(
        "the designated teacher on the new record reads nothing of the old",
        ANEW,
        [Look("record", "designated_teacher", "new")],
        never=OLD,
        found=("Newmark", "Adoptmark"),
    ),
    Scene(
        "the head on the old record reads nothing of the new",
        ANEW,
        [Look("record", "head", "old")],
        never=NEW,
        found=("Quillmark", "Birthmark"),
    ),
    Scene(
        "old surname in the history of a record that was renamed instead",
        (BEFORE, ADOPTED, "the same record was given the new name instead"),
        [Look("page", "class_teacher", "history/"), Look("page", "assistant_sendco", "history/"),
         Look("page", "lsa", "history/"), Look("page", "office", "history/")],
        never=("Quillmark", OLD_UPN),
    ),
    Scene(
        "a new roll with the old admission number is not merged and asks nobody",
        (*GONE, "a roll brings the new name with the old admission number"),
        [Look("every page", "office", "new"), Look("exports", "sendco")],
        never=OLD,
        found=("Newmark",),
    ),
    Scene(
        "the old UPN as former UPN of a roll is not kept",
        (*GONE, "a roll brings the new name with the old UPN as former UPN"),
        [Look("record", "sendco", "new"), Look("pack", "new"), Look("search", "sendco", OLD_UPN)],
        never=OLD,
        found=("Newmark",),
    ),
    Scene(
        "the old UPN finds nothing",
        ANEW,
        [Look("search", "sendco", OLD_UPN), Look("search", "office", OLD_UPN),
         Look("search", "safeguarding_lead", OLD_UPN)],
        never=(*OLD, *NEW),
    ),
    Scene(
        "nobody finds the old name over all schools, nor by breaking the glass",
        ANEW,
        [Look("federation search", "federation_send_lead", "Quillmark"),
         Look("federation search", "federation_send_lead", OLD_UPN),
         Look("break glass", "class_teacher", "Zephyrine Quillmark"),
         Look("break glass", "sendco", "Zephyrine Quillmark")],
        never=("Zephyrine", *OLD, *NEW),
    ),
    Scene(
        "a record that comes with the old UPN is called no child of ours",
        (*GONE, "another school sends a child with the old UPN"),
        [Look("school page", "sendco", "incoming"), Look("school page", "head", "incoming")],
        never=("Zephyrine", "Quillmark", "00417", "on your roll: the"),
        found=("Wander",),
    ),
    Scene(
        "papers with the old name are not found, nor opened",
        ANEW,
        [Look("search", "sendco", "Papermark"), Look("search", "class_teacher", "Papermark"),
         Look("page", "sendco", "documents/", "old"), Look("page", "sendco", "documents/", "new")],
        never=OLD,
    ),
    Scene(
        "the former carer’s link and page are dead",
        (BEFORE, "the former carer had a link and a page", ADOPTED, APART, ROLL),
        [Look("parent page", "carer"), Look("link", "link of carer"), Look("parents’ pages")],
        never=("Zephyrine", "Carermark", "<textarea", *NEW),
    ),
    Scene(
        "photo and known-as name of the old record are shown to nobody else",
        (BEFORE, "a photo", ADOPTED, APART, ROLL),
        [Look("page", "class_teacher", "photo/", "old"), Look("page", "sendco", "photo/", "old"),
         Look("page", "sendco", "", "old"), Look("page", "class_teacher", "", "old")],
        never=("Zephyrine", "PNG", "JFIF", *OLD),
    ),
    Scene(
        "a sibling left in care is not a way to the new name, nor back",
        (BEFORE, "a sibling in another placement: Sibmark", ADOPTED, APART, ROLL, ADOPTERS),
        [Look("record", "head", "sibling"), Look("record", "class_teacher", "sibling"),
         Look("pack", "sibling", "care")],
        never=NEW,
        found=("Sibmark",),
    ),
    Scene(
        "the pack of the new child to another school holds nothing of the old",
        ANEW,
        [Look("pack", "new", "care", "protection")],
        never=OLD,
        found=("Newmark", "Adoptmark"),
    ),
    Scene(
        "the PEP of the old record is exported by nobody who may not find it",
        (BEFORE, "a PEP with the carer’s and the child’s words", ADOPTED, APART, ROLL),
        [Look("record", "sendco", "old"), Look("record", "deputy", "old"),
         Look("record", "safeguarding_lead", "old"), Look("record", "sendco", "new")],
        never=("Childmark", "Identitymark", *OLD),
    ),
    Scene(
        "lists, census and exports hold the new child once and the old one not",
        ANEW,
        [Look("exports", "sendco"), Look("school page", "sendco", "register/census/"),
         Look("school page", "sendco", "care/"), Look("school page", "sendco", "care/watch/")],
        never=OLD,
    ),
    Scene(
        "the audit log names no old child to who may not find it",
        ANEW,
        [Look("school page", "sendco", "audit/"), Look("school page", "safeguarding_lead", "audit/"),
         Look("school page", "sendco", "audit/unusual/"), Look("record", "sendco", "new")],
        never=OLD,
    ),
    Scene(
        "a roll that is taken back leaves nothing that links",
        (*ANEW[:-1], "the roll is taken back"),
        [Look("record", "head", "old"), Look("every page", "sendco", "old")],
        never=NEW,
    ),
    Scene(
        "the closed record is in no list of leavers, retention or what is due",
        GONE,
        [Look("every page", "sendco", "old"), Look("digest", "sendco"),
         Look("every page", "assistant_sendco", "old"), Look("every page", "office", "old")],
        never=("Quillmark", OLD_UPN, "Birthmark"),
    ),
]  # fmt: skip
