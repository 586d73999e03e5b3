"""Codes of evidence bundles: what for, which kinds of evidence, what is flagged, how it went."""

from django.db import models

from pupils.family_codes import AskKind


class BundleAim(models.TextChoices):
    """What a bundle is for."""

    ASSESSMENT = "assess", "A request for a needs assessment"
    REVIEW = "review", "An annual review"
    APPEAL = "appeal", "Mediation or an appeal"
    OTHER = "other", "Something else"


class Sent(models.TextChoices):
    """How a bundle went."""

    PORTAL = "portal", "The council’s portal"
    EMAIL = "email", "Secure e-mail"
    POST = "post", "Post"
    HAND = "hand", "By hand"


#: Kinds of evidence, in the order in which they stand in a bundle.
KINDS = {
    "timeline": "Chronology",
    "needs": "Needs",
    "cycles": "Cycles and reviews",
    "provision": "Provision and its cost",
    "tests": "Assessments",
    "advice": "Advice of professionals",
    "views": "What the child and the parents say",
    "plan": "EHC plan and its papers",
    "papers": "Other papers",
}
#: Chosen until somebody says otherwise: the record's other papers are for a person to add.
USUAL_KINDS = tuple(kind for kind in KINDS if kind not in ("plan", "papers"))

#: Types of document that belong to a kind other than "papers"; advice says so itself.
DOCUMENT_KINDS = {
    "ehcp": "plan",
    "ehcp_paper": "plan",
    "review": "plan",
    "parents": "views",
    "child": "views",
    "test": "tests",
}
#: Views and advice that go into a bundle.
VOICE_KINDS = {
    AskKind.ADVICE: "advice",
    AskKind.REPORT: "advice",
    AskKind.PARENT_VIEWS: "views",
    AskKind.PUPIL_VIEWS: "views",
}

#: Why a person has to look at a piece of evidence before it leaves.
SENSITIVE = "It is marked sensitive."
CARE = "It is about care."
ADDRESS = "It holds an address, a phone number or an e-mail address of the family."
WITHHELD = "It holds an address that is withheld."
OTHER_CHILD = "It names another child of this school."
NOT_READ = "Its words cannot be read by us: look whether it names anybody else."

#: Left out without a person's press, with the reason that is printed.
SAME_AS = "The same as “{title}”."
BY_PERIOD = "Outside the chosen days."
BY_KIND = "Not among the chosen kinds."

#: A portal's usual limits, in megabytes; 0 stands for none.
LIMITS = ((0, "No limit"), (5, "5 MB"), (10, "10 MB"), (20, "20 MB"), (50, "50 MB"))
