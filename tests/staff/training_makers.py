"""States of the plan of training, made by the services."""

from provision.services.catalogue import add_own_intervention
from staff.models import TrainingSession, TrainingTopic
from staff.services.training import add_training
from staff.services.training_plan import plan_session
from staff.services.training_topics import Programmes, add_topic
from tests.factories import TODAY

ITEM = {"aim": "Talking.", "group_size": 4, "sessions_a_week": 2, "minutes": 20, "weeks": 8}


def a_programme(school, name="Talk club", **facts):
    """A programme of the school's own."""
    return add_own_intervention(school=school, by=None, name=name, **ITEM | facts)


def a_topic(school, name="Talk course", *items, **facts) -> TrainingTopic:
    """A topic of the school, for these programmes."""
    said = Programmes(tuple(items), frozenset(item.pk for item in items))
    return add_topic(school=school, by=None, name=name, programmes=said, **facts)


def trained(school, user, topic, **facts):
    """Somebody had the training."""
    facts = {"subject": "other", "title": topic.name, "taken_on": TODAY, "by": None} | facts
    return add_training(school=school, user=user, topic=topic, **facts)


def a_session(school, topic, *people, by=None, **facts) -> TrainingSession:
    """A twilight today for these people."""
    facts = {"kind": "twilight", "starts_on": TODAY, "year": 2026, "hours": None} | facts
    return plan_session(school=school, by=by, people=people, topic=topic, **facts)
