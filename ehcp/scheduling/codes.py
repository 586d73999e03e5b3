"""Rules of a review calendar: what must hold, and what is better; each with its words."""

from enum import StrEnum


class Hard(StrEnum):
    """What every calendar keeps; `person:…` rules carry the person's key after a colon."""

    #: The law: SEND Regulations 2014 regs 18, 20 and CFA 2014 s.44.
    WINDOW = "window"
    NOTICE = "notice"
    #: A session day of that school (Education Act 1996 s.579).
    SCHOOL_DAY = "school_day"
    #: No half-term or holiday between sending the papers and the meeting.
    NOTICE_IN_TERM = "notice_in_term"
    PERSON_DAYS = "person_days"
    PERSON_ONCE = "person_once"
    PERSON_A_DAY = "person_a_day"
    ROOMS = "rooms"
    A_DAY = "a_day"
    A_WEEK = "a_week"
    LOCK = "lock"


#: Rules that nobody at the school can relax.
LAW = frozenset({Hard.WINDOW, Hard.NOTICE, Hard.SCHOOL_DAY})


class Soft(StrEnum):
    """What a calendar is judged by; each has a weight from 0 to 100."""

    #: For each further review in a school's week: one for the second, two for the third, …
    EVEN = "even"
    #: For each week that is missing to `slack_weeks` between the meeting and its legal day.
    SLACK = "slack"
    #: Siblings whose meetings are on two days.
    SIBLINGS = "siblings"
    #: Outside the days or times that the parents asked for.
    WISHES = "wishes"
    #: Somebody who is hoped for and is not in that day.
    HOPED = "hoped"
    #: Outside the days on which one meeting would do for another plan of the child too.
    JOINED = "joined"
    #: For each further school at which a person is on one day.
    TRAVEL = "travel"
    #: Another day than in the earlier calendar; half of it for another time on the same day.
    STABLE = "stable"


#: Where an instance does not say otherwise.
WEIGHTS = {
    Soft.EVEN: 10,
    Soft.SLACK: 15,
    Soft.SIBLINGS: 30,
    Soft.WISHES: 20,
    Soft.HOPED: 10,
    Soft.JOINED: 20,
    Soft.TRAVEL: 15,
    Soft.STABLE: 40,
}
#: For each day after its legal day, of a review that can no longer be held in time, and half the
#: square of the days, so that whoever waits longest comes first.
LATE_DAY = 70
#: For a review without a day: more than all that a day could cost.
UNPLACED = 10_000_000
