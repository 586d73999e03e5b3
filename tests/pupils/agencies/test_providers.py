"""Providers: days agreed, planned, used and left, cost to the penny, children seen, the report."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from pupils.models import Provider, ProviderVisit, VisitChild
from pupils.selectors.providers import line_of, pounds, providers_of
from pupils.services.providers import (
    PROVIDER_FIELDS,
    VISIT_FIELDS,
    add_visit,
    change_provider,
    change_visit,
)
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.agencies.makers import provider_at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def provider(school):
    return provider_at(school)


def visit(provider, on=TODAY, days="1", state="used", **more) -> ProviderVisit:
    return add_visit(
        provider=provider, by=None, on=on, days=Decimal(days), state=state, note="", **more
    )


class TestSums:
    @pytest.mark.parametrize(
        ("days", "pence", "cost"),
        [
            ("0", 52050, "0.00"),
            ("0.5", 52050, "260.25"),
            ("0.3", 33335, "100.01"),
            ("6", 0, "0.00"),
        ],
    )
    def test_to_the_penny_half_up(self, days, pence, cost):
        assert pounds(Decimal(days), pence) == Decimal(cost)

    def test_planned_used_left_and_cost(self, school, sendco, provider):
        child = PupilFactory(school=school)
        visit(provider, TODAY - 7 * DAY, "1", pupils=[child])
        visit(provider, TODAY, "0.5", pupils=[child, PupilFactory(school=school)])
        visit(provider, TODAY + DAY, "2", "planned", pupils=[PupilFactory(school=school)])
        visit(provider, TODAY - DAY, "1", "cancelled")
        line = providers_of(access_of(sendco, school))[0]
        assert (line.planned, line.used, line.left) == (Decimal(2), Decimal("1.5"), Decimal("4.5"))
        assert (line.unplanned, line.children) == (Decimal("2.5"), 2)
        assert line.cost_so_far == Decimal("780.75")
        assert line.cost_agreed == Decimal("3123.00")

    def test_one_is_the_same_alone_as_in_the_list(self, school, sendco, provider):
        other = provider_at(school, name="Other", academic_year=2025)
        child = PupilFactory(school=school)
        visit(provider, days="2", pupils=[child])
        visit(other, days="1", pupils=[child])
        access = access_of(sendco, school)
        lines = {line.id: line for line in providers_of(access)}
        assert line_of(access, provider) == lines[provider.pk]
        assert line_of(access, other) == lines[other.pk]
        assert (lines[provider.pk].used, lines[provider.pk].children) == (2, 1)

    def test_a_school_year_at_a_time(self, school, sendco, provider):
        provider_at(school, academic_year=2025)
        found = providers_of(access_of(sendco, school), academic_year=2025)
        assert [x.year_words for x in found] == ["2025/26"]


class TestChanging:
    def test_the_report_is_due_until_it_came(self, school, sendco, provider):
        facts = {n: getattr(provider, n) for n in PROVIDER_FIELDS}
        day = dt.date(2027, 7, 2)
        version = version_of(provider, PROVIDER_FIELDS)
        change_provider(
            provider=provider, version=version, by=sendco, **facts | {"report_due_on": day}
        )
        due = Deadline.objects.filter(kind="provider")
        assert [(d.title, d.due_on) for d in due] == [("Report of Broadland Psychology", day)]
        with pytest.raises(StaleSave):
            change_provider(provider=provider, version=version, by=sendco, **facts)
        provider.refresh_from_db()
        change_provider(
            provider=provider,
            version=version_of(provider, PROVIDER_FIELDS),
            by=sendco,
            **facts | {"report_due_on": day, "report_received_on": TODAY},
        )
        assert not due.all()

    def test_not_twice_in_a_year_and_voluntary_is_free(self, school, provider):
        with pytest.raises(TransitionNotAllowed, match="already"):
            provider_at(school, name="BROADLAND psychology")
        with pytest.raises(TransitionNotAllowed, match="costs nothing"):
            provider_at(school, name="Charity", kind="voluntary", pence_a_day=100)
        with pytest.raises(IntegrityError), transaction.atomic():
            Provider.objects.filter(pk=provider.pk).update(kind="voluntary")

    def test_a_visit_of_tomorrow_has_not_taken_place(self, provider):
        with pytest.raises(TransitionNotAllowed, match="has not come"):
            visit(provider, TODAY + DAY)
        assert not ProviderVisit.objects.exists()

    def test_pressing_twice_adds_one(self, provider):
        key = uuid7()
        assert visit(provider, key=key) == visit(provider, key=key)

    def test_children_out_of_sight_stay(self, school, provider, sendco):
        seen, unseen, new = (PupilFactory(school=school) for _ in range(3))
        row = visit(provider, pupils=[seen, unseen])
        row.refresh_from_db()
        change_visit(
            visit=row,
            version=version_of(row, VISIT_FIELDS),
            by=sendco,
            pupils=[new],
            unseen=frozenset({unseen.pk}),
            on=TODAY,
            days=Decimal(1),
            state="used",
            note="",
        )
        now = set(VisitChild.objects.values_list("pupil_id", flat=True))
        assert now == {new.pk, unseen.pk}


class TestPages:
    def test_added_with_a_visit_and_counted(self, school, sendco):
        client = client_of(sendco)
        said = {
            "name": "Broadland",
            "kind": "bought",
            "does": "Psychology",
            "academic_year": "2026",
            "days": "6",
            "pounds_a_day": "520.50",
        }
        assert client.post("/oakfield/providers/add/", said).url == "/oakfield/providers/"
        row = Provider.objects.get()
        assert row.pence_a_day == 52050
        child = PupilFactory(school=school, first_name="Zelda")
        add = f"/oakfield/providers/{row.pk}/visits/add/"
        sent = {"on": "today", "days": "0.5", "state": "used", "pupils": [str(child.pk)]}
        assert client.post(add, sent).url == f"/oakfield/providers/{row.pk}/"
        assert "Zelda" in text_of(client.get(f"/oakfield/providers/{row.pk}/"))
        page = text_of(client.get("/oakfield/providers/"))
        assert "5.5" in page and "£260.25" in page and "£3,123.00" in page
        referrals = text_of(client.get(f"/oakfield/children/{child.pk}/referrals/"))
        assert "Broadland" in referrals

    def test_as_a_workbook_without_formulas_and_logged(self, school, sendco):
        visit(provider_at(school, name="=1+1"), days="0.5")
        response = client_of(sendco).get("/oakfield/providers/export/")
        sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
        values = dict(zip(*(list(r) for r in sheet.iter_rows(values_only=True)), strict=True))
        assert values["Provider"] == "=1+1" and sheet["A2"].data_type == "s"
        assert (values["Days left"], values["Cost so far (£)"]) == (5.5, 260.25)
        assert AuditEvent.objects.filter(action=Action.EXPORT_LIST).count() == 1

    def test_teachers_see_no_cost_and_the_federation_lead_changes_nothing(self, school, provider):
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert teacher.get("/oakfield/providers/").status_code == 403
        lead = client_of(member(school, Role.FEDERATION_SEND_LEAD))
        assert lead.get("/oakfield/providers/").status_code == 200
        assert lead.get(f"/oakfield/providers/{provider.pk}/change/").status_code == 403

    def test_another_schools_provider_is_not_there(self, school, sendco):
        other = provider_at(SchoolFactory())
        client = client_of(sendco)
        for part in ("", "change/", "visits/add/"):
            assert client.get(f"/oakfield/providers/{other.pk}/{part}").status_code == 404

    def test_as_many_statements_for_three_as_for_thirty(self, school, sendco, provider):
        client = client_of(sendco)
        pages = ("/oakfield/providers/", f"/oakfield/providers/{provider.pk}/")
        visit(provider, pupils=[PupilFactory(school=school)])
        few = [len(statements(client, page)) for page in pages]
        for number in range(10):
            provider_at(school, name=f"P{number}")
            visit(provider, TODAY - number * DAY, pupils=[PupilFactory(school=school)])
        assert [len(statements(client, page)) for page in pages] == few
        assert max(few) <= OF_EVERY_REQUEST + 8
