"""Concerns of tests, made by the services."""

from aylsham.changes import version_of
from aylsham.identifiers import uuid7
from pupils.models import Concern
from pupils.services.concerns.raising import ANSWER_FIELDS, Tried, raise_concern
from pupils.services.concerns.triage import TRIAGE_FIELDS

WORDS = "Loses the thread after the first instruction"


def concern_of(pupil, *, by, key=None, **more):
    """A concern in communication, raised today."""
    facts = {"area": "CI", "english": "N", "seen": ["instructions"], "seen_words": WORDS} | more
    tried = [Tried("Short instructions", "partly")]
    return raise_concern(pupil=pupil, key=key or uuid7(), by=by, tried=tried, **facts)


def state(concern: Concern) -> str:
    """The version that an open page of decisions carries."""
    concern.refresh_from_db()
    return version_of(concern, TRIAGE_FIELDS)


def said(answer) -> str:
    """The version that an open page of an answer carries."""
    answer.refresh_from_db()
    return version_of(answer, ANSWER_FIELDS)
