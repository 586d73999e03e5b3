"""Code sets about staff."""

from django.db import models


class SencoQualification(models.TextChoices):
    """What a SENCO may qualify by (SEND Regulations 2014, reg 49)."""

    NPQ = "npq", "NPQ for SENCOs"
    NASENCO = "nasenco", "National Award for SEN Co-ordination (NASENCO)"


class TrainingSubject(models.TextChoices):
    """What a training was about."""

    TRAUMA = "trauma", "Trauma-informed practice"
    ATTACHMENT = "attachment", "Attachment"
    CARE = "care", "Care-experienced children"
    DESIGNATED = "designated", "Being the designated teacher"
    SAFEGUARDING = "safeguarding", "Safeguarding"
    SEND = "send", "Special educational needs"
    OTHER = "other", "Something else"


class JobRole(models.TextChoices):
    """What somebody who works with children does, by contract; no permission follows from it."""

    LSA = "lsa", "LSA"
    ONE_TO_ONE = "one_to_one", "1:1 LSA"
    HLTA = "hlta", "HLTA"
    TEACHER = "teacher", "Teacher"
    COVER = "cover", "Cover supervisor"
    NURSERY = "nursery", "Nursery practitioner"
    PASTORAL = "pastoral", "Pastoral worker"
    LUNCH = "lunch", "Lunchtime supervisor"
    OTHER = "other", "Something else"


class PromisedGiven(models.TextChoices):
    """What becomes of promises that a plan gives and nobody could log."""

    GIVEN = "given", "Make it provision that counts as given unless somebody logs otherwise"
    LOGGED = "logged", "Make it provision of which each session is logged"
    LEFT = "left", "Leave it: it is planned, and stands as not logged"


class PairingKind(models.TextChoices):
    """Whether an adult and a child should work together."""

    PREFERRED = "preferred", "Work well together"
    NOT_POSSIBLE = "no", "Cannot work together"


class PeriodKind(models.TextChoices):
    """What a part of the school day is."""

    REGISTRATION = "register", "Registration"
    ASSEMBLY = "assembly", "Assembly"
    LESSON = "lesson", "Lesson"
    PLAY = "play", "Playtime"
    LUNCH = "lunch", "Lunch"


class LineKind(models.TextChoices):
    """What the two of a supervision keep."""

    ACTION = "action", "Agreed action"
    OBJECTIVE = "objective", "Objective for practice"


class LineSide(models.TextChoices):
    """Which of the two does it."""

    MEMBER = "member", "The one who is managed"
    MANAGER = "manager", "The line manager"


class VisitKind(models.TextChoices):
    """How a lesson was visited; none of them grades anybody."""

    OBSERVED = "observed", "Observation"
    MODELLED = "modelled", "Modelled lesson"
    COACHING = "coaching", "Coaching visit"
    PEER = "peer", "Peer visit"


#: As `date.weekday()` counts them.
WEEKDAYS = ((0, "Monday"), (1, "Tuesday"), (2, "Wednesday"), (3, "Thursday"), (4, "Friday"))
WEEKDAY_LABELS = dict(WEEKDAYS)
#: What a school term-time contract usually is; a person may have another.
USUAL_WEEKS = 39


class TimeNeedKind(models.TextChoices):
    """What an adult's time is needed for, where no provision asks for it."""

    CLASS = "class", "Support in a class"
    LUNCH = "lunch", "Lunch and playtime"
    CARE = "care", "Intimate care"
    MEDICINE = "medicine", "Medication"
    TRANSPORT = "transport", "Transport"
    COVER = "cover", "Cover"
    OTHER = "other", "Something else"


class WindowKind(models.TextChoices):
    """Whether a provision must lie in a time, or its teacher only wishes so."""

    ONLY = "only", "Only then"
    WISH = "wish", "Best then"


class WeekPlanState(models.TextChoices):
    """Where a plan of a week stands."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    ENDED = "ended", "Replaced"


class DemandRank(models.TextChoices):
    """How strongly time is owed, as `staff.planning.codes.Rank` ranks it."""

    SECTION_F = "section_f", "Section F of an EHC plan"
    STATUTORY = "statutory", "Another legal duty"
    PLAN = "plan", "A support plan"
    CLASS_SUPPORT = "class_support", "Support in class"
    DUTY = "duty", "A duty"


#: The background work that plans a week.
WEEK_JOB = "plan_week"


class TimetableBy(models.TextChoices):
    """Of what a timetable is."""

    ADULT = "adult", "Adult"
    CHILD = "child", "Child"
    CLASS = "class", "Class"
    ROOM = "room", "Room"
    DAY = "day", "Day"


class SwapKind(models.TextChoices):
    """What was decided of a planned session that falls."""

    COVERED = "covered", "Somebody else gives it"
    MOVED = "moved", "Given at another time"
    NOT_GIVEN = "none", "Not given"


#: A day in minutes: an absence until then is for the rest of the day.
DAY_ENDS = 24 * 60
