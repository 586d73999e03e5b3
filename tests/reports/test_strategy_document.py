"""The inclusion strategy as a document, and when it is looked at again."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import Deadline
from reports.codes import Duty
from reports.models import DutyRecord, InclusionStrategy
from reports.publications.kinds import KINDS
from reports.selectors.publications import names_in_words, paper_of
from reports.services.publications import send_to_head
from reports.services.strategy import (
    FRAME_FIELDS,
    set_frame,
)
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.reports.publication_makers import a_draft, published, worded
from tests.reports.strategy_makers import a_barrier, complete
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
STRATEGY = KINDS[Duty.INCLUSION_STRATEGY]
LIST = "/oakfield/inclusion-strategy/"
PLAN = f"{LIST}plan/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


class TestDocument:
    def test_it_goes_to_the_head_only_when_complete(self, school, sendco):
        complete(school)
        draft = worded(a_draft(school, kind=STRATEGY), intent="word " * 501)
        assert "at most 500" in text_of(sendco.get(f"{LIST}{draft.pk}/"))
        with pytest.raises(TransitionNotAllowed, match="at most 500"):
            send_to_head(publication=draft, by=None)
        assert send_to_head(publication=worded(draft), by=None).is_with_head

    def test_publishing_settles_the_duty(self, school, sendco):
        complete(school, last_year=2028)
        found = published(worded(a_draft(school, kind=STRATEGY)))
        assert DutyRecord.objects.get(school=school).duty == Duty.INCLUSION_STRATEGY
        cover = dict(paper_of(found).cover)
        assert cover["Academic years"] == "2026–27 to 2028–29"
        assert cover["Reviewed"] == "every year"
        assert "Published" in cover
        for step in ("", "html/"):
            assert "£123.45" in sendco.get(f"{LIST}{found.pk}/{step}").content.decode()
        assert sendco.get(f"{LIST}{found.pk}/word/").status_code == 200

    def test_it_says_nothing_of_the_sum_of_the_fund(self, school):
        complete(school, fund_pence=987_654)
        assert "9,876.54" not in str(a_draft(school, kind=STRATEGY).content)

    def test_names_are_pointed_out(self, school, sendco):
        PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
        a_barrier(school, what="Thandiwe cannot hear in the hall")
        assert names_in_words(a_draft(school, kind=STRATEGY)) == ("Thandiwe",)
        assert "Thandiwe" in text_of(sendco.get(PLAN))


def test_its_review_is_due_once_it_is_out(school):
    complete(school)
    rows = Deadline.objects.filter(school=school, kind="strategy")
    assert not rows.exists()
    published(worded(a_draft(school, kind=STRATEGY)))
    assert [row.due_on for row in rows.all()] == [dt.date(2027, 7, 1)]
    frame = InclusionStrategy.objects.get()
    mark = version_of(frame, FRAME_FIELDS)
    set_frame(school=school, version=mark, by=None, review_on=dt.date(2028, 7, 3))
    assert [row.due_on for row in rows.all()] == [dt.date(2028, 7, 3)]
