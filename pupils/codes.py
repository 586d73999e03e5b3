"""Code sets about children: the DfE's own codes, with the days from which they hold."""

import datetime as dt
from dataclasses import dataclass

from django.db import models

from aylsham.codes import Sensitivity


class SenStatus(models.TextChoices):
    """SEN provision as the school census has it; a child without either is N."""

    NONE = "N", "No SEN"
    SUPPORT = "K", "SEN support"
    PLAN = "E", "EHC plan"


class AreaOfNeed(models.TextChoices):
    """Broad areas of need (SEND Code of Practice 2015, 6.28-6.35)."""

    COMMUNICATION = "CI", "Communication and interaction"
    COGNITION = "CL", "Cognition and learning"
    SEMH = "SEMH", "Social, emotional and mental health"
    SENSORY = "SP", "Sensory and physical"
    OTHER = "OTH", "Not in an area"


@dataclass(frozen=True)
class NeedType:
    """A need type of the census: its code, words, area and the days between which it is sent."""

    code: str
    label: str
    area: AreaOfNeed
    starts_on: dt.date = dt.date(2015, 1, 1)
    ends_on: dt.date | None = None
    statuses: tuple[SenStatus, ...] = (SenStatus.SUPPORT, SenStatus.PLAN)


NEED_TYPES: dict[str, NeedType] = {
    n.code: n
    for n in (
        NeedType("SPLD", "Specific learning difficulty", AreaOfNeed.COGNITION),
        NeedType("MLD", "Moderate learning difficulty", AreaOfNeed.COGNITION),
        NeedType("SLD", "Severe learning difficulty", AreaOfNeed.COGNITION),
        NeedType("PMLD", "Profound and multiple learning difficulty", AreaOfNeed.COGNITION),
        NeedType("SLCN", "Speech, language and communication needs", AreaOfNeed.COMMUNICATION),
        NeedType("ASD", "Autistic spectrum disorder", AreaOfNeed.COMMUNICATION),
        NeedType("SEMH", "Social, emotional and mental health", AreaOfNeed.SEMH),
        NeedType("HI", "Hearing impairment", AreaOfNeed.SENSORY),
        NeedType("VI", "Vision impairment", AreaOfNeed.SENSORY),
        NeedType("MSI", "Multi-sensory impairment", AreaOfNeed.SENSORY),
        NeedType("PD", "Physical disability", AreaOfNeed.SENSORY),
        # No statutory area: the DfE folds it into "other"; the area here is a house reading.
        NeedType("DS", "Down syndrome", AreaOfNeed.COGNITION, starts_on=dt.date(2024, 9, 1)),
        NeedType("OTH", "Other difficulty or disability", AreaOfNeed.OTHER),
        NeedType(
            "NSA",
            "SEN support, no specialist assessment of type of need",
            AreaOfNeed.OTHER,
            statuses=(SenStatus.SUPPORT,),
        ),
    )
}
NEED_TYPE_CHOICES = [(n.code, f"{n.label} ({n.code})") for n in NEED_TYPES.values()]


class Sex(models.TextChoices):
    FEMALE = "F", "Female"
    MALE = "M", "Male"


class EnrolmentStatus(models.TextChoices):
    """Enrolment status as the census has it."""

    CURRENT = "C", "Current (single registration)"
    MAIN = "M", "Current main (dual registration)"
    SUBSIDIARY = "S", "Current subsidiary (dual registration)"
    GUEST = "G", "Guest"


class FactKind(models.TextChoices):
    """Dated facts that bring money or care about a child, apart from SEN."""

    FREE_MEALS = "fsm", "Free school meals"
    PUPIL_PREMIUM = "pp", "Pupil premium"
    EARLY_YEARS_PREMIUM = "eypp", "Early years pupil premium"
    SERVICE_CHILD = "service", "Service child"
    YOUNG_CARER = "young_carer", "Young carer"
    TRAVELLER = "traveller", "Gypsy, Roma or Traveller"
    KINSHIP_CARE = "kinship", "Kinship care"


#: Why a fact holds, where that matters: kind → (code as rolls give it, words).
FACT_BASES: dict[FactKind, tuple[tuple[str, str], ...]] = {
    FactKind.FREE_MEALS: (
        ("targeted", "Targeted: low income"),
        ("expanded", "Expanded: Universal Credit"),
        ("universal_infant", "Universal: Reception to Year 2"),
    ),
    FactKind.PUPIL_PREMIUM: (("ever_6", "Free meals in the last six years (Ever 6)"),),
    FactKind.YOUNG_CARER: (("P", "Identified by parents"), ("S", "Identified by the school")),
}
#: Facts that stand in the care compartment.
CARE_FACTS = frozenset({FactKind.KINSHIP_CARE})
#: Facts that count as pupil premium of any kind in lists and reports.
PREMIUM_FACTS = frozenset(
    {FactKind.PUPIL_PREMIUM, FactKind.EARLY_YEARS_PREMIUM, FactKind.SERVICE_CHILD}
)


class Source(models.TextChoices):
    """Where a fact was entered; a roll never overwrites what was entered here."""

    HERE = "here", "Entered here"
    ROLL = "roll", "From the roll"
    PLANS = "plans", "From the EHC plan tracker"


class StatusReason(models.TextChoices):
    """Why a child came on the register, left it or changed level."""

    CONCERN = "concern", "A concern was assessed"
    ASSESSMENT = "assessment", "Assessment or specialist advice"
    TRANSFER = "transfer", "Came from another school with it"
    PLAN_MADE = "plan_made", "EHC plan made"
    PLAN_CEASED = "plan_ceased", "EHC plan ceased"
    PROGRESS = "progress", "Progress made, extra support no longer needed"
    PARENT = "parent", "Parents' request"
    LEFT = "left", "Left the school"
    ROLL = "roll", "As the roll says"
    CORRECTION = "correction", "Correction of a mistake"


class ToldHow(models.TextChoices):
    MEETING = "meeting", "At a meeting"
    PHONE = "phone", "By phone"
    LETTER = "letter", "By letter"
    EMAIL = "email", "By e-mail"


class ImportKind(models.TextChoices):
    """What an uploaded file is."""

    ROLL = "roll", "Roll"
    PLANS = "plans", "EHC plan tracker"
    MARKS = "marks", "Attainment and behaviour by term"


class ImportState(models.TextChoices):
    """How far an uploaded file is."""

    READING = "reading", "Being read"
    READY = "ready", "Waiting for you"
    DONE = "done", "Done"
    UNDONE = "undone", "Taken back"
    DISCARDED = "discarded", "Discarded"
    REFUSED = "refused", "Refused"


class DifferenceState(models.TextChoices):
    """What was decided where a roll says otherwise than this system."""

    OPEN = "open", "Ours is kept until somebody decides"
    OURS = "ours", "Keep ours; the office changes its system"
    THEIRS = "theirs", "Theirs was taken over"


class SafetyPlanKind(models.TextChoices):
    """Plans that adults must follow so that a child is safe and can be at school."""

    HEALTHCARE = "healthcare", "Individual healthcare plan"
    BEHAVIOUR = "behaviour", "Behaviour and de-escalation plan"
    PASTORAL = "pastoral", "Pastoral support plan"
    RISK = "risk", "Risk assessment"
    MOVING = "moving", "Moving and handling plan"
    INTIMATE = "intimate", "Intimate care plan"
    EVACUATION = "evacuation", "Personal evacuation plan"
    AVOIDANCE = "avoidance", "School-avoidance plan"


@dataclass(frozen=True)
class PlanSection:
    """A heading of a safety plan, with what belongs under it."""

    key: str
    label: str
    hint: str = ""


#: What each kind of plan says, in the order in which an adult in a hurry reads it.
SAFETY_PLAN_SECTIONS: dict[SafetyPlanKind, tuple[PlanSection, ...]] = {
    # Supporting pupils at school with medical conditions (DfE, 2015), paragraph 16.
    SafetyPlanKind.HEALTHCARE: (
        PlanSection("emergency", "In an emergency", "Signs, what to do first, who to ring."),
        PlanSection("condition", "The condition", "Triggers, signs, symptoms, treatment."),
        PlanSection("daily", "Every day", "Medicine, testing, food, toilet, rest."),
        PlanSection("lessons", "In lessons", "Absence, rest breaks, extra time, feelings."),
        PlanSection("outings", "Trips, PE and clubs", "What is different outside the classroom."),
    ),
    SafetyPlanKind.BEHAVIOUR: (
        PlanSection("signs", "What you see", "Calm, worried, angry: how to tell."),
        PlanSection("triggers", "What sets it off"),
        PlanSection("calm", "What keeps things calm"),
        PlanSection("steps", "What to do, step by step"),
        PlanSection("never", "What not to do"),
        PlanSection("after", "Afterwards", "Repair, tell, write down."),
    ),
    SafetyPlanKind.PASTORAL: (
        PlanSection("worry", "What we are worried about"),
        PlanSection("goals", "What should be different"),
        PlanSection("school", "What school does"),
        PlanSection("family", "What the family does"),
        PlanSection("child", "What the child has agreed to, in their words"),
    ),
    SafetyPlanKind.RISK: (
        PlanSection("hazard", "What could happen, to whom"),
        PlanSection("likely", "How likely, how bad"),
        PlanSection("measures", "What we do about it"),
        PlanSection("left", "What risk is left", "And who has accepted it."),
    ),
    SafetyPlanKind.MOVING: (
        PlanSection("tasks", "When help is needed"),
        PlanSection("how", "How, step by step"),
        PlanSection("equipment", "Equipment"),
        PlanSection("child", "What the child does, and likes"),
    ),
    SafetyPlanKind.INTIMATE: (
        PlanSection("help", "What help, how often"),
        PlanSection("where", "Where, with what"),
        PlanSection("independence", "What the child does alone"),
        PlanSection("dignity", "How dignity is kept", "Who, how many adults, what is recorded."),
    ),
    SafetyPlanKind.EVACUATION: (
        PlanSection("steps", "When the alarm rings, step by step"),
        PlanSection("route", "Ways out"),
        PlanSection("equipment", "Equipment, and where it is kept"),
        PlanSection("practice", "Practice", "When it was last tried, and what was learned."),
    ),
    SafetyPlanKind.AVOIDANCE: (
        PlanSection("away", "What makes school hard"),
        PlanSection("back", "What draws the child in"),
        PlanSection("mornings", "Mornings", "Arrival, who meets the child, where."),
        PlanSection("steps", "The next small steps"),
        PlanSection("hard_days", "On a hard day", "What each adult does, at home too."),
    ),
}


#: Plans that only named adults and those who may read sensitive text see.
SENSITIVE_PLANS = frozenset(
    {SafetyPlanKind.PASTORAL, SafetyPlanKind.INTIMATE, SafetyPlanKind.AVOIDANCE}
)


class PlanReaders(models.TextChoices):
    """Who must have read a safety plan."""

    EVERYBODY = "everybody", "Everybody who works with the child"
    NAMED = "named", "Only the adults named in it"


class AlertKind(models.TextChoices):
    """How quickly an adult must act."""

    EMERGENCY = "emergency", "Could be an emergency"
    KNOW = "know", "Good to know"


class AdjustmentPlace(models.TextChoices):
    """Where a reasonable adjustment is made."""

    CLASS = "class", "In class"
    TESTS = "tests", "In tests"
    MOVING = "moving", "Moving around the school"
    PE = "pe", "PE, playtimes and clubs"
    TRIPS = "trips", "Trips and visits"
    INFORMATION = "information", "Letters and information"


class AccessStrand(models.TextChoices):
    """A strand of the accessibility plan (Equality Act 2010, Schedule 10, paragraph 3)."""

    CURRICULUM = "curriculum", "Taking part in the curriculum"
    ENVIRONMENT = "environment", "The physical environment"
    INFORMATION = "information", "Information in ways that can be read"


ADJUSTMENT_STRANDS: dict[str, AccessStrand] = {
    AdjustmentPlace.CLASS: AccessStrand.CURRICULUM,
    AdjustmentPlace.TESTS: AccessStrand.CURRICULUM,
    AdjustmentPlace.PE: AccessStrand.CURRICULUM,
    AdjustmentPlace.TRIPS: AccessStrand.CURRICULUM,
    AdjustmentPlace.MOVING: AccessStrand.ENVIRONMENT,
    AdjustmentPlace.INFORMATION: AccessStrand.INFORMATION,
}


class SuspensionReason(models.TextChoices):
    """Reason for a suspension or exclusion, with the codes of the school census."""

    PUPIL = "PP", "Physical assault against a pupil"
    ADULT = "PA", "Physical assault against an adult"
    THREAT_PUPIL = "VP", "Verbal abuse or threatening behaviour against a pupil"
    THREAT_ADULT = "VA", "Verbal abuse or threatening behaviour against an adult"
    WEAPON = "OW", "Use, or threat of use, of an offensive weapon or prohibited item"
    BULLYING = "BU", "Bullying"
    RACIST = "RA", "Racist abuse"
    ORIENTATION = "LG", "Abuse against sexual orientation or gender identity"
    DISABILITY = "DS", "Abuse relating to disability"
    SEXUAL = "SM", "Sexual misconduct"
    DRUGS = "DA", "Drug and alcohol related"
    DAMAGE = "DM", "Damage"
    THEFT = "TH", "Theft"
    DISRUPTIVE = "DB", "Persistent or general disruptive behaviour"
    ONLINE = "MT", "Inappropriate use of social media or online technology"
    TRANSMISSION = "PH", "Wilful and repeated transgression of protective measures"


class ReadSubject(models.TextChoices):
    """What an adult confirms having read."""

    SAFETY_PLAN = "safety_plan", "Safety plan"
    PASSPORT = "passport", "Passport"


class Tried(models.TextChoices):
    """How something that helps went when an adult tried it."""

    WORKED = "worked", "It worked"
    DID_NOT = "did_not", "It did not"
    UNDONE = "undone", "Taken back"


class KnownFrom(models.TextChoices):
    """Where it is known from that a child has a need."""

    TEACHER = "teacher", "What adults at school see"
    ASSESSMENT = "assessment", "An assessment at school"
    REPORT = "report", "A specialist's report"
    PARENT = "parent", "The parents"
    CHILD = "child", "The child"
    SCHOOL = "school", "The school before"


class NeedLevel(models.IntegerChoices):
    """How much a need gets in the way at school: rated by what is seen, never by a diagnosis."""

    SOME = 1, "Some: ordinary adjustments in class are enough"
    MARKED = 2, "Marked: something extra is needed on most days"
    HIGH = 3, "High: adapted work or an adult for much of the day"
    VERY_HIGH = 4, "Very high: adapted work or an adult nearly all the time"


class Setting(models.TextChoices):
    """Where and when a strategy helps."""

    EVERYWHERE = "everywhere", "Everywhere"
    CLASS = "class", "Whole class"
    TASK = "task", "Working on a task"
    MOVING = "moving", "Coming in, moving and changing"
    PLAYGROUND = "playground", "Playground and lunch"
    TESTS = "tests", "Tests"
    HOME = "home", "Home and homework"


class Tier(models.TextChoices):
    """How far support goes beyond what every child gets (SEND Code of Practice 2015, 6.37)."""

    UNIVERSAL = "U", "Universal"
    TARGETED = "T", "Targeted"
    ENHANCED = "E", "Enhanced"


class PassportPart(models.TextChoices):
    """The parts of a passport that are its own, in a child's voice; what helps is apart."""

    ADMIRE = "admire", "What people like and admire about me"
    MATTERS = "matters", "What matters to me"
    SUPPORT = "support", "How best to support me"
    HARD = "hard", "What is hard for me"
    PLEASE_DO = "do", "Please do"
    PLEASE_DONT = "dont", "Please don't"
    AIMS = "aims", "My aims"
    WHO_HELPS = "who", "Who helps me"
    OWN_WORDS = "words", "In my own words"
    WRITTEN_DOWN = "scribe", "Who wrote this down"


class PassportState(models.TextChoices):
    """How far a passport is; from its first publication on it stays published."""

    DRAFT = "draft", "Being written"
    CHECKING = "checking", "To be checked"
    SENT_BACK = "sent_back", "Sent back"
    PUBLISHED = "published", "Published"


#: The steps up to the first publication: the states they start from, and where they lead.
PASSPORT_STEPS: dict[str, tuple[frozenset[PassportState], PassportState]] = {
    "sent": (
        frozenset({PassportState.DRAFT, PassportState.SENT_BACK}),
        PassportState.CHECKING,
    ),
    "sent_back": (frozenset({PassportState.CHECKING}), PassportState.SENT_BACK),
    "published": (
        frozenset({PassportState.DRAFT, PassportState.CHECKING, PassportState.SENT_BACK}),
        PassportState.PUBLISHED,
    ),
}


@dataclass(frozen=True)
class DocumentType:
    """What a document on a child is: its words, and what follows when nobody says otherwise."""

    code: str
    label: str
    #: Advice and information for an EHC plan, Section K (SEND Regs 2014, reg 12(1)(k)).
    is_advice: bool = False
    sensitivity: Sensitivity = Sensitivity.EVERYONE
    profession: str = ""
    #: Stands in the care compartment.
    is_care: bool = False


DOCUMENT_TYPES: dict[str, DocumentType] = {
    d.code: d
    for d in (
        DocumentType("ep", "Educational psychology report", True, profession="Educational psychologist"),
        DocumentType("slt", "Speech and language therapy report", True, profession="Speech and language therapist"),
        DocumentType("ot", "Occupational therapy or physiotherapy report", True, profession="Occupational therapist"),
        DocumentType("medical", "Medical report or letter", True, Sensitivity.SENSITIVE, "Paediatrician"),
        DocumentType("mental", "Mental health (CAMHS) report", True, Sensitivity.SENSITIVE, "Mental health practitioner"),
        DocumentType("sensory", "Hearing or vision report", True, profession="Teacher of the deaf or vision impaired"),
        DocumentType("teacher", "Specialist teacher's report", True, profession="Specialist teacher"),
        DocumentType("social", "Social care or early help paper", True, Sensitivity.SENSITIVE, "Social worker"),
        DocumentType("school", "School's advice or report", True, profession="SENDCo"),
        DocumentType("parents", "Parents' views", True),
        DocumentType("child", "Child's views", True),
        DocumentType("test", "Test or assessment result", True),
        DocumentType("ehcp", "EHC plan"),
        DocumentType("ehcp_paper", "EHC plan: letter, decision or draft"),
        DocumentType("review", "Annual review paper"),
        DocumentType("pep", "PEP or care paper", sensitivity=Sensitivity.SENSITIVE, is_care=True),
        DocumentType("plan", "SEN support plan or passport"),
        DocumentType("before", "Record from a previous school or nursery"),
        DocumentType("health_plan", "Healthcare plan or consent", sensitivity=Sensitivity.SENSITIVE),
        DocumentType("court", "Court order or family paper", sensitivity=Sensitivity.SENSITIVE),
        DocumentType("meeting", "Notes of a meeting"),
        DocumentType("letter", "Letter or e-mail"),
        DocumentType("work", "Child's work"),
        DocumentType("other", "Something else"),
    )
}  # fmt: skip
CARE_DOCUMENTS = frozenset(d.code for d in DOCUMENT_TYPES.values() if d.is_care)
DOCUMENT_TYPE_CHOICES = [(d.code, d.label) for d in DOCUMENT_TYPES.values()]


class WordsState(models.TextChoices):
    """How far a document's words are ready for the search."""

    WAITING = "waiting", "Being read for the search"
    READ = "read", "Found by the search"
    NONE = "none", "No words in it: a picture or a scan"
    FAILED = "failed", "Could not be read for the search"


class BreachRisk(models.TextChoices):
    """What the school decided about telling the ICO (UK GDPR art 33)."""

    OPEN = "open", "Not decided yet"
    UNLIKELY = "unlikely", "Risk to people unlikely: kept in this register only"
    REPORTED = "reported", "Reported to the ICO"


class FamiliesTold(models.TextChoices):
    """What the school decided about telling the people concerned (UK GDPR art 34)."""

    OPEN = "open", "Not decided yet"
    NOT_NEEDED = "no", "A high risk to them is unlikely: not told"
    TOLD = "told", "Told"


class IntakeState(models.TextChoices):
    """How far a drop of existing passports is."""

    READING = "reading", "Being read"
    READY = "ready", "Waiting for you"
    WRITING = "writing", "Being taken in"
    DONE = "done", "Taken in"
    UNDONE = "undone", "Taken back"
    DISCARDED = "discarded", "Discarded"


class IntakeFileState(models.TextChoices):
    """What became of one file of a drop."""

    WAITING = "waiting", "To be read"
    READ = "read", "Read"
    REFUSED = "refused", "Not taken"
    KNOWN = "known", "Taken in before"
    TAKEN = "taken", "Taken in"
    LEFT = "left", "Left out"
    BACK = "back", "Taken back"
