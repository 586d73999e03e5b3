"""The demo federation's reviews: a complete, legal calendar in under ten seconds."""

import time

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import ProposedReview
from ehcp.scheduling.instance import Instance
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.verifying import broken_rules
from ehcp.scheduling.writing import as_data
from ehcp.selectors.calendar.instances import planning_of
from tests.demonstration import demonstration, folder_of_copies
from tests.factories import TODAY


@pytest.fixture
def transactional_db(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """The demonstration, under the name by which a database is made at all."""
    copies = folder_of_copies(tmp_path_factory, worker_id)
    with django_db_blocker.unblock(), demonstration(copies):
        yield


@pytest.mark.slow
def test_the_demonstrations_calendar_is_complete_and_legal(transactional_db):
    schools = list(School.objects.filter(federation__slug="aylsham"))
    with school_transaction(*schools):
        planning = planning_of(schools, TODAY)
        began = time.monotonic()
        answer = as_data(make_calendar(Instance.from_data(planning.data), seconds=8))
        assert time.monotonic() - began < 10
        assert broken_rules(planning.data, answer) == []
        assert [each["why"] for each in answer["unplaced"]] == []
        assert len(answer["placed"]) == len(planning.due) > 10
        # Late are only those whose legal day has passed, or leaves no two weeks for papers.
        days = {row["review"]: row["on"] for row in answer["placed"]}
        for key, due in planning.due.items():
            late = days[key] > due.window.legal_on.isoformat()
            assert late == due.window.is_late, due.window
        assert ProposedReview.objects.filter(meeting_on=None).count() == 0
