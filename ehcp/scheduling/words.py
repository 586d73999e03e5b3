"""Rules and conflicts in words that a SENDCo can act on."""

import datetime as dt
from collections.abc import Iterable, Mapping

from .codes import Hard
from .instance import Instance, Review
from .solution import Conflict, Relaxed
from .spots import rule

MOST_NAMED = 3


def day_in_words(day: dt.date) -> str:
    """`Fri 20 Nov`, with the year, since it may be read much later."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def rule_in_words(instance: Instance, review: Review, name: str) -> str:
    """What a rule demands, about this review."""
    kind, _, about = name.partition(":")
    school, person = instance.schools.get(about), instance.people.get(about)
    at = school.name if school else ""
    who = person.name if person else ""
    words: Mapping[str, str] = {
        Hard.WINDOW: f"its window is {_window(review)}",
        Hard.NOTICE: "invitations and papers need two clear weeks "
        f"(they can go out from {day_in_words(review.papers_from)})",
        Hard.SCHOOL_DAY: "it must be a school day",
        Hard.NOTICE_IN_TERM: "no half-term or holiday may lie between the papers and the meeting",
        Hard.PERSON_DAYS: f"{who} is not free on the days that are left",
        Hard.PERSON_ONCE: f"{who} cannot be in two meetings at once",
        Hard.PERSON_A_DAY: f"{who} takes at most {person.most_a_day if person else ''} a day",
        Hard.ROOMS: f"no room is free at {at}",
        Hard.A_DAY: f"at most {school.most_a_day if school else ''} a day at {at}",
        Hard.A_WEEK: f"at most {school.most_a_week if school else ''} a week at {at}",
    }
    return words[kind]


def day_in_question(instance: Instance, review: Review, name: str) -> str:
    """What a rule says against one day and time."""
    kind, _, about = name.partition(":")
    person = instance.people.get(about)
    who = person.name if person else ""
    words: Mapping[str, str] = {
        Hard.NOTICE: "papers could not be out two clear weeks before",
        Hard.SCHOOL_DAY: "no school that day",
        Hard.NOTICE_IN_TERM: "papers could not be out two weeks before: "
        "a half-term or holiday lies between",
        Hard.PERSON_DAYS: f"{who} is not free",
        Hard.PERSON_ONCE: f"{who} is in another meeting then",
        Hard.ROOMS: "no room is free then",
    }
    return words.get(kind) or rule_in_words(instance, review, name)


def _window(review: Review) -> str:
    return f"{day_in_words(review.earliest)} to {day_in_words(review.latest)}"


#: What a person would do to give a rule up; {} is whom or where it is about.
_WAYS = {
    Hard.WINDOW: "hold it late, and tell the council and the parents why",
    Hard.NOTICE_IN_TERM: "let the papers go out before the holiday",
    Hard.PERSON_DAYS: "find another time for {}, or meet without them",
    Hard.PERSON_ONCE: "let somebody stand in for {} at one of them",
    Hard.PERSON_A_DAY: "let {} take one more a day",
    Hard.ROOMS: "find another room at {}",
    Hard.A_DAY: "allow one more a day at {}",
    Hard.A_WEEK: "allow one more a week at {}",
}


def way_out_in_words(instance: Instance, way: Relaxed) -> str:
    """What to relax, and which day that frees."""
    frees = f" (frees {day_in_words(way.on)})" if way.on else ""
    return " and ".join(_way(instance, name) for name in way.rules) + frees


def _way(instance: Instance, name: str) -> str:
    kind, _, about = name.partition(":")
    whom = instance.people.get(about) or instance.schools.get(about)
    return _WAYS[Hard(kind)].format(whom.name if whom else "")


def conflict_in_words(instance: Instance, conflict: Conflict) -> str:
    """One sentence: no slot, why, and with whom it competes."""
    review = instance.reviews[conflict.review]
    if not conflict.rules:
        return "No slot was found in the time given, and it is not proved that there is none."
    window = rule(Hard.WINDOW)
    said = [rule_in_words(instance, review, window)]
    said += [rule_in_words(instance, review, n) for n in conflict.rules if n != window]
    if conflict.others:
        said.append(f"it competes with {_named(instance, conflict.others)}")
    return f"No slot: {'; '.join(said)}."


def _named(instance: Instance, keys: Iterable[str]) -> str:
    names = [instance.reviews[key].name for key in keys]
    more = len(names) - MOST_NAMED
    first = ", ".join(names[:MOST_NAMED])
    return f"{first} and {more} more" if more > 0 else first
