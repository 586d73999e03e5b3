"""A worker killed while the rules look: nothing is said twice, nothing is lost."""

import datetime as dt

import pytest
from django.db.models.functions import Now

from aylsham.jobs.services import ring_missed
from aylsham.jobs.tasks import run
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from lac.models import WatchRules, WatchTask
from lac.services.watch import add_sdq
from lac.tasks import watch_all
from tests.aylsham.jobs.processes import in_process
from tests.factories import TODAY, PupilFactory, SchoolFactory
from tests.lac.makers import in_care

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("today")]


def work_off() -> None:
    """What a worker does."""
    ring_missed()
    for job_id in Job.objects.to_be_taken().values_list("pk", flat=True):
        run(str(job_id))


@pytest.mark.parametrize("place", ["claimed", "before finish", "finished, uncommitted", "finished"])
def test_killed_anywhere_it_is_said_once(place):
    school = SchoolFactory(slug="oakfield")
    with school_transaction(school):
        WatchRules.objects.create(school=school, sdq_total=None)
        pupil = PupilFactory(school=school)
        in_care(pupil)
        add_sdq(pupil=pupil, answered_on=TODAY, answered_by="teacher", total=30, by=None)
        WatchRules.objects.update(sdq_total=17)
    watch_all()
    assert in_process(work_off, dies_at=(place, 1))
    Job.objects.filter(state="running").update(lease_until=Now() - dt.timedelta(seconds=1))
    work_off()
    with school_transaction(school):
        assert WatchTask.objects.count() == 1
    assert not Job.objects.open().exists()
