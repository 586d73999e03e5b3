"""Code sets of promises, provision and what it costs."""

from django.db import models

#: Working out what provision cost until a day, for pages over many schools.
SPENT_JOB = "work_out_spending"


class PromiseSource(models.TextChoices):
    """By whose word something is owed to a child."""

    EHCP = "ehcp", "EHC plan, Section F"
    PEP = "pep", "Personal education plan"
    SUPPORT = "support", "SEN support plan"
    OURS = "ours", "Our own choice"


class LegalWeight(models.TextChoices):
    """How hard a promise binds, and whom."""

    COUNCIL = "council", "The council must secure it (Children and Families Act 2014, s. 42)"
    BEST = "best", "The school must use its best endeavours (Children and Families Act 2014, s. 66)"
    CARE = "care", "The school and the virtual school agreed it for a child in care"
    NONE = "none", "No legal duty: the school chose it"


#: The weight that a promise has unless somebody says otherwise.
USUAL_WEIGHT: dict[str, LegalWeight] = {
    PromiseSource.EHCP: LegalWeight.COUNCIL,
    PromiseSource.PEP: LegalWeight.CARE,
    PromiseSource.SUPPORT: LegalWeight.BEST,
    PromiseSource.OURS: LegalWeight.NONE,
}


class StaffRole(models.TextChoices):
    """Who gives a provision, as its cost is worked out: a role, never a person's pay."""

    LSA = "lsa", "LSA"
    HLTA = "hlta", "Higher-level assistant"
    ELSA = "elsa", "ELSA"
    TEACHER = "teacher", "Teacher"
    SENDCO = "sendco", "SENDCo"
    PASTORAL = "pastoral", "Pastoral or family worker"
    THERAPIST = "therapist", "Therapist or specialist"
    VOLUNTEER = "volunteer", "Volunteer"


class FundingStream(models.TextChoices):
    """What pays for a provision (rule book 7.2: the graduated provision map's sources)."""

    CORE = "core", "Core budget"
    NOTIONAL = "notional", "Notional SEN budget (element 2)"
    FORMULA = "formula", "Element 3, by formula"
    COHORT = "cohort", "Element 3, for the cohort"
    PREMIUM = "premium", "Pupil premium"
    PREMIUM_PLUS = "plus", "Pupil premium plus"
    MAINSTREAM = "imf", "Inclusive mainstream fund"
    EARLY = "senif", "SEN inclusion fund"
    ACCESS = "daf", "Disability access fund"
    BRIDGING = "bridge", "Bridging funding"
    OTHER = "other", "Another source"


#: Streams whose sums stand in the letters of the council, or with the children in care.
FROM_ELEMENT_3 = (FundingStream.FORMULA, FundingStream.COHORT)
#: Streams whose sums somebody types; the core budget is no sum for SEN.
TYPED_STREAMS = [
    (each.value, each.label)
    for each in FundingStream
    if each not in {FundingStream.CORE, FundingStream.PREMIUM_PLUS, *FROM_ELEMENT_3}
]
#: Streams of the early years, for schools with a nursery or a reception class.
EARLY_STREAMS = frozenset({FundingStream.EARLY, FundingStream.ACCESS, FundingStream.BRIDGING})


class ProvisionState(models.TextChoices):
    """Where a provision stands."""

    DRAFT = "draft", "Draft"
    RUNNING = "running", "Running"
    ENDED = "ended", "Ended"


#: What a school is expected to pay for a child before asking for a top-up, in pence a year.
ELEMENT_2_PENCE = 600_000
