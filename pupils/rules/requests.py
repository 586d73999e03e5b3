"""Requests for records: when the child is asked, and what must be known before anything is given."""

import datetime as dt

from pupils.rules.ages import age_on

#: From about this age a child is usually taken to understand what a request means (ICO guidance).
OWN_VOICE_FROM = 12


def should_ask_child(born_on: dt.date, on: dt.date) -> bool:
    """Whether the child has to be asked before a parent is answered."""
    return age_on(born_on, on) >= OWN_VOICE_FROM


def missing_checks(
    *, has_identity: bool, has_right: bool, should_ask: bool, child_voice: str
) -> list[str]:
    """What has to be known before anything is given, in sentences."""
    found = []
    if not has_identity:
        found.append("Check who is asking, and write down how.")
    if not has_right:
        found.append("Check the right to ask: parental responsibility, or written authority.")
    if child_voice == "objects":
        found.append("The child does not want it: take advice before anything is given.")
    elif should_ask and child_voice != "agrees":
        found.append("The child is old enough to be asked. Write down what the child says.")
    return found
