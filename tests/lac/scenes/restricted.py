"""Restricted contact: whoever is kept away learns nothing, and the class what helps, not why."""

from tests.lac.scenes.separated import HERS, TWO
from tests.lac.scenes.tables import Look, Scene

CARE = "the child is in care: Carermark, Workermark, Councilmark"
BIRTH = "the birth mother lives at Heronmark"
PLACEMENT = ("Foxmark", "Carermark", "01999 333000", "carer@home.example", "Areamark")
WHY = ("Sealmark", "Saysmark", "Whymark")

SCENES = [
    Scene(
        "a parent who is told nothing: no page, no e-mail, no link",
        (TWO, "the father is told nothing", "pages are sent to both",
         "views are asked of the father by link"),
        [Look("parent page", "father"), Look("mail to", "father@home.example"),
         Look("link", "link of father"), Look("parents’ pages")],
        never=("Zephyrine", "Fathermark", "contribute"),
    ),
    Scene(
        "no contact: the father reads no address and no place",
        (TWO, "each parent told something", "a session away from class: Clubmark",
         "the father is barred: no contact"),
        [Look("parent page", "father"), Look("what a person may have", "father")],
        never=("Clubmark", *HERS),
    ),
    Scene(
        "a withheld address is on nobody’s paper",
        (TWO, "the mother’s address is withheld", "each parent told something",
         "letters are begun to the family", "a meeting to which both are invited"),
        [Look("parent page", "father"), Look("what a person may have", "father"),
         Look("kept", "letter of father"), Look("mail to", "father@home.example")],
        never=HERS,
    ),
    Scene(
        "a withheld phone and address are read by no teacher, assistant or cover",
        (TWO, "the mother’s address is withheld"),
        [Look("every page", "class_teacher"), Look("every page", "lsa"),
         Look("every page", "cover"), Look("digest", "class_teacher")],
        never=("Heronmark", "01999 111000", "mother@home.example", "Whymark"),
        found=("Zephyrine",),
    ),
    Scene(
        "no photo leaves by a page or a paper for a parent",
        (TWO, "a photo", "pages are sent to both"),
        [Look("parent page", "father"), Look("what a person may have", "father")],
        never=("/photo/", "<img", "image/jpeg"),
        found=("Zephyrine",),
    ),
    Scene(
        "that photographs need the social worker is told to few",
        (TWO, CARE, "a photo", "photographs need the social worker"),
        [Look("every page", "lsa"), Look("every page", "class_teacher"),
         Look("every page", "assistant_sendco")],
        never=("Notemark", "Councilmark", "Workermark"),
        found=("Zephyrine",),
    ),
    Scene(
        "a sibling with whom there is no contact is on no page of the child’s",
        (CARE, BIRTH, "a sibling in another placement: Sibmark"),
        [Look("record", "class_teacher"), Look("parent page", "birth mother"),
         Look("what a person may have", "carer"), Look("pack", "child", "care")],
        never=("Sibmark", "Siblingcarermark", "Elsewheremark"),
        found=("Zephyrine",),
    ),
    Scene(
        "an opened page and link close at once when the order begins",
        (TWO, "pages are sent to both", "views are asked of the father by link",
         "the father is told nothing"),
        [Look("parent page", "father"), Look("link", "link of father")],
        never=("Zephyrine", "home/", "Sarah", "<textarea"),
    ),
    Scene(
        "who is named in minutes is on no paper for the other, and the minutes on none of theirs",
        (TWO, "the father is barred: no contact", "a meeting to which the mother alone is invited",
         "the meeting was held, with minutes that name the father"),
        [Look("parent page", "father"), Look("what a person may have", "father"),
         Look("mail to", "father@home.example")],
        never=("Minutemark", "Lairmark", "Mothermark", *HERS),
    ),
    Scene(
        "calendar feed and digest name nobody",
        (TWO, "the father is barred: no contact", "a meeting to which the mother alone is invited",
         CARE),
        [Look("digest", "sendco"), Look("digest", "class_teacher"),
         Look("digest", "designated_teacher")],
        never=("Zephyrine", "Quillmark", "Mothermark", "Fathermark", "Carermark", "Councilmark"),
    ),
    Scene(
        "the placement is on no paper of the birth mother’s",
        (CARE, BIRTH, "a PEP with the carer’s and the child’s words",
         "letters are begun to the family"),
        [Look("parent page", "birth mother"), Look("what a person may have", "birth mother"),
         Look("kept", "letter of birth mother"), Look("mail to", "birthmother@home.example")],
        never=(*PLACEMENT, "Workermark", "Councilmark", "Childmark", "Identitymark"),
        found=("Zephyrine",),
    ),
    Scene(
        "the birth mother’s address is on no paper of the carer’s",
        (CARE, BIRTH),
        [Look("parent page", "carer"), Look("what a person may have", "carer")],
        never=("Heronmark", "01999 111000", "birthmother@home.example", "Councilmark"),
        found=("Zephyrine",),
    ),
    Scene(
        "teacher and assistant see to whom the child is not handed over, and not why",
        (TWO, "a strategy: Helpmark", "the father is barred: no contact"),
        [Look("record", "class_teacher"), Look("record", "lsa")],
        never=WHY,
        found=("Helpmark", "Tom Fathermark", "No contact with the child"),
    ),
    Scene(
        "a non-molestation order is a warning without its name",
        (TWO, "a non-molestation order about the father"),
        [Look("record", "class_teacher"), Look("record", "lsa"), Look("record", "cover")],
        never=("olestation", *WHY),
        found=("No contact with the child",),
    ),
    Scene(
        "a former carer’s page and link die when the agreement ends",
        (CARE, "the former carer had a link and a page", "the carer no longer cares"),
        [Look("parent page", "carer"), Look("link", "link of carer")],
        never=("Zephyrine", "Foxmark", "<textarea"),
    ),
    Scene(
        "a grandmother whose agreement ended yesterday is told nothing",
        (TWO, "a grandmother cares by agreement", "the grandmother’s agreement ended yesterday"),
        [Look("parent page", "grandmother"), Look("mail to", "grandmother@home.example"),
         Look("what a person may have", "grandmother")],
        never=(*HERS, "contribute"),
    ),
    Scene(
        "collected after hours: who is barred is on the list as barred, and no phone of the other",
        (TWO, "the mother’s address is withheld", "the father is barred: no contact"),
        [Look("page", "lsa", ""), Look("page", "lsa", "family/"), Look("page", "cover", "")],
        never=("01999 111000", "Heronmark", *WHY),
    ),
]  # fmt: skip
