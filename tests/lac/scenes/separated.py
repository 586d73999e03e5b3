"""Separated families: what one home says, and where it is, does not reach the other."""

from tests.lac.scenes.tables import Look, Scene

TWO = "mother at Heronmark, father at Gullmark"
HERS = ("Heronmark", "01999 111000", "mother@home.example", "Kitemark")
HIS = ("Gullmark", "01999 222000", "father@home.example", "Finchmark")

SCENES = [
    Scene(
        "the mother’s address is on no page of the father’s, nor his on hers",
        (TWO, "each parent told something", "pages are sent to both"),
        [Look("parent page", "father"), Look("what a person may have", "father")],
        never=HERS,
        found=("Zephyrine", "Finchmark"),
    ),
    Scene(
        "a letter to both: each with its own address",
        (TWO, "letters are begun to the family"),
        [Look("kept", "letter of father")],
        never=HERS,
        found=("Gullmark", "Tom Fathermark"),
    ),
    Scene(
        "the same letter to the mother",
        (TWO, "letters are begun to the family"),
        [Look("kept", "letter of mother")],
        never=HIS,
        found=("Heronmark", "Sarah Mothermark"),
    ),
    Scene(
        "a father without responsibility is told nothing",
        (TWO, "the father has no parental responsibility", "pages are sent to both",
         "views are asked of the father by link", "letters are begun to the family"),
        [Look("parent page", "father"), Look("mail to", "father@home.example"),
         Look("kept", "letter of father"), Look("link", "link of father")],
        never=("Zephyrine", "Quillmark", "contribute", *HERS),
    ),
    Scene(
        "the half-sister’s father reads nothing of this child",
        (TWO, "a half-sister with another father", "each parent told something"),
        [Look("parent page", "her father"), Look("what a person may have", "her father"),
         Look("pack", "half-sister")],
        never=("Zephyrine", "Mothermark", "Fathermark", *HERS, *HIS),
        found=("Halfmark",),
    ),
    Scene(
        "this child’s father reads nothing of the half-sister",
        (TWO, "a half-sister with another father", "pages are sent to both"),
        [Look("parent page", "father"), Look("what a person may have", "father"),
         Look("pack", "child")],
        never=("Halfmark", "Otherdadmark"),
        found=("Zephyrine",),
    ),
    Scene(
        "a grandmother who cares by agreement reads no other home",
        (TWO, "a grandmother cares by agreement", "each parent told something"),
        [Look("parent page", "grandmother"), Look("what a person may have", "grandmother")],
        never=(*HERS, *HIS),
        found=("Zephyrine",),
    ),
    Scene(
        "a prohibited steps order: no page, no link, no invitation, no letter",
        (TWO, "a prohibited steps order keeps the father from information", "pages are sent to both",
         "views are asked of the father by link", "a meeting to which both are invited",
         "letters are begun to the family"),
        [Look("parent page", "father"), Look("mail to", "father@home.example"),
         Look("kept", "letter of father")],
        never=("Zephyrine", "Rainbow room", "contribute", *HERS),
    ),
    Scene(
        "one meeting, two invitations: neither names the other",
        (TWO, "a meeting to which both are invited"),
        [Look("mail to", "father@home.example"), Look("link", "reply of father"),
         Look("link", "calendar of father")],
        never=("Mothermark", "Zephyrine", "Quillmark", *HERS),
        found=("Rainbow room",),
    ),
    Scene(
        "what the mother answered by her link is not behind the father’s",
        (TWO, "each parent told something", "views are asked of the mother by link",
         "views are asked of the father by link"),
        [Look("link", "link of father"), Look("parent page", "father")],
        never=("Kitemark", "Mothermark", "mother@home.example", "Heronmark"),
    ),
    Scene(
        "the record of the mother’s meeting is not on the father’s paper",
        (TWO, "a meeting to which the mother alone is invited",
         "the meeting was held, with minutes that name the father", "pages are sent to both"),
        [Look("parent page", "father"), Look("what a person may have", "father")],
        never=("Minutemark", "Lairmark", "Mothermark", "Heronmark"),
    ),
    Scene(
        "the mother’s new surname does not reach the father",
        (TWO, "each parent told something", "the mother married: Weddingmark",
         "a meeting to which both are invited", "letters are begun to the family"),
        [Look("parent page", "father"), Look("what a person may have", "father"),
         Look("mail to", "father@home.example"), Look("kept", "letter of father"),
         Look("link", "reply of father")],
        never=("Weddingmark", *HERS),
    ),
    Scene(
        "no e-mail has a second reader",
        (TWO, "a meeting to which both are invited", "pages are sent to both",
         "views are asked of the mother by link"),
        [Look("mail to", "father@home.example")],
        never=("mother@home.example", "Mothermark"),
        found=("father@home.example",),
    ),
    Scene(
        "a shared mailbox is closed when the father may be told nothing",
        (TWO, "both share one mailbox", "the father is told nothing",
         "views are asked of the mother by link"),
        [Look("mail to", "father@home.example"), Look("link", "link of mother")],
        never=("Zephyrine", "contribute"),
    ),
    Scene(
        "a time that the mother booked is not told to the father",
        (TWO, "both may book a time, and the mother took 15:00"),
        [Look("parent page", "father"), Look("mail to", "father@home.example")],
        never=("Mothermark", *HERS),
        found=("15:20",),
    ),
]  # fmt: skip
