"""Duties that the people of a school share: by which roles, and what a holder must be allowed."""

from aylsham.access.permissions import Permission as P
from aylsham.access.roles import Role
from aylsham.labelled import Labelled


class HeldDuty(Labelled):
    """One duty; `roles` hold it where nobody is named, `needs` is what a holder must be allowed."""

    def __init__(self, value: str, roles: tuple[Role, ...], needs: P, what: str, label: str):
        self.roles = roles
        self.needs = needs
        self.what = what

    STRATEGY = (
        "strategy",
        (Role.SENDCO, Role.HEAD),
        P.EDIT_DUTIES,
        "The register, complex cases, disagreements, what the school must publish",
        "Strategy and complex cases",
    )
    PLANS = (
        "plans",
        (Role.ASSISTANT_SENDCO, Role.SENDCO),
        P.EDIT_PLANS,
        "EHC plans, annual reviews, requests, consultations, letters of the council",
        "EHC paperwork",
    )
    CYCLES = (
        "cycles",
        (Role.CLASS_TEACHER, Role.KEY_PERSON),
        P.WRITE_CYCLES,
        "Each teacher for the children of their class",
        "Passports and cycles",
    )
    QUALITY = (
        "quality",
        (Role.PHASE_LEADER, Role.SENDCO),
        P.CHECK_CYCLES,
        "Samples of plans, looks at classes, coaching",
        "Quality of teaching and papers",
    )
    INTERVENTIONS = (
        "interventions",
        (Role.LSA, Role.HIGHER_LEVEL_ASSISTANT),
        P.RECORD_PROGRESS,
        "Giving the sessions and logging them",
        "Interventions",
    )
    CARE = (
        "care",
        (Role.DESIGNATED_TEACHER,),
        P.READ_CARE,
        "PEPs, pupil premium plus, care reviews",
        "Children in care",
    )
    FAMILIES = (
        "families",
        (Role.SENDCO,),
        P.LOG_CONTACT,
        "Meetings, agreed actions, answers from parents, early help",
        "Families and meetings",
    )
    AGENCIES = (
        "agencies",
        (Role.SENDCO,),
        P.EDIT_REFERRALS,
        "Referrals, reports of providers, advice",
        "Services and professionals",
    )
    RECORDS = (
        "records",
        (Role.SEND_ADMINISTRATOR, Role.SENDCO),
        P.EDIT_PUPILS,
        "Records of children who come and go, returns, requests for records",
        "Records and returns",
    )
    PEOPLE = (
        "people",
        (Role.SENDCO,),
        P.KEEP_STAFF,
        "Timetables, absence, training of staff",
        "Staff time and training",
    )
