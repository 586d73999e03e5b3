"""Codes of what keeps a child safe and at school: plans, alerts, adjustments, suspensions."""

from dataclasses import dataclass

from django.db import models


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
    #: The naming for one sensitive line of a passport: its text and that it is for them.
    LINE = "line", "Line of a passport, by name"
