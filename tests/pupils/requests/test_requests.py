"""Requests for records: everything is found, nothing kept back is given, the clocks are right."""

import datetime as dt
import io
from uuid import uuid4

import pypdf
import pytest

from aylsham.access.permissions import Permission as P
from aylsham.access.roles import ROLES, Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent, Deadline
from pupils.handed_texts import texts
from pupils.models import Disclosure, RecordsRequest, RequestItem
from pupils.request_codes import Decision
from pupils.selectors.requests.found import LEFT_OUT, _has_words, found_about, tables
from pupils.services.documents.filing import file_document
from pupils.services.documents.misfiled import BreachNote, move_document, seal_document
from pupils.services.needs import add_need
from pupils.services.requests.bundle import (
    ask_for_bundle,
    bundle_items,
    keep_bundle,
    make_bundle,
)
from pupils.services.requests.cases import (
    CHECK_FIELDS,
    answer_request,
    open_request,
    record_checks,
)
from pupils.services.requests.items import (
    ITEM_FIELDS,
    collect_items,
    decide_item,
    disclose_part,
)
from pupils.services.safeguarding import hand_over, hand_over_text
from pupils.services.talks import log_talk
from tests.documents.making import pdf, upload, words_in
from tests.documents.test_blackout import holds
from tests.factories import (
    TODAY,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
    no_second_look,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SECRET, OTHER = "quarkle", "zibblefox"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    no_second_look(school)
    return school


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


@pytest.fixture
def by(school):
    return member(school)


def opened(child, by, **more):
    facts = {"kind": "sar", "received_on": TODAY, "asker": "Ann Moss", "asker_kind": "parent"}
    return open_request(pupil=child, key=uuid4(), by=by, **facts | more)


def checked(case, by, **more):
    known = {name: getattr(case, name) for name in CHECK_FIELDS}
    known |= {"identity_on": TODAY, "identity_how": "Known", "right_on": TODAY, "right_how": "Seen"}
    version = version_of(case, CHECK_FIELDS)
    return record_checks(case=case, version=version, by=by, **known | more)


def talk(child, by, agreed):
    facts = {"on": TODAY, "how": "phone", "outcome": "held", "who": "Ann Moss"}
    return log_talk(pupil=child, key=uuid4(), by=by, agreed=agreed, **facts)


def decided(item, by, decision, **more):
    values = {"ground": "", "reason": "", "words": [], "boxes": [], "left_out": []}
    version = version_of(item, ITEM_FIELDS)
    return decide_item(item=item, version=version, by=by, decision=decision, **values | more)


def rest_given(case, by):
    for part in set(case.items.values_list("part", flat=True)):
        disclose_part(case=case, part=part, by=by)


def made(case, by):
    row, _ = ask_for_bundle(case=case, by=by)
    bundle = make_bundle(
        bundle_items(row), school_name="Oakfield", received_on=case.received_on, today=TODAY
    )
    keep_bundle(row=row, made=bundle)
    row.refresh_from_db()
    return row


def words_of(row) -> str:
    return words_in(bytes(row.pdf))


class TestFinding:
    def test_what_stands_on_every_floor_is_found(self, child, by):
        from ehcp.services.plans import record_plan
        from pupils.codes import SenStatus
        from tests.factories import put_on_register

        other = PupilFactory(school=child.school)
        put_on_register(other, SenStatus.PLAN)
        record_plan(
            pupil=other, local_authority="Fen Council", made_on=dt.date(2024, 9, 20), by=None
        )
        add_need(pupil=child, need_type="SEMH", in_words=f"Finds {SECRET} hard", by=by)
        talk(child, by, f"We agreed {OTHER}")
        file_document(pupil=child, kind="ep", title="EP report", upload=upload("a.pdf", pdf("x")))
        found = found_about(child)
        whole = "\n".join(f"{item.title} {item.text}" for item in found)
        for words in (SECRET, OTHER, "EP report", child.last_name):
            assert words in whole
        assert other.last_name not in whole
        assert "Fen Council" in "\n".join(item.text for item in found_about(other))

    def test_every_table_of_a_child_is_collected_or_left_out_with_a_reason(self):
        names = {model._meta.label_lower for model, _ in tables()}
        assert {"pupils.talk", "pupils.voice", "pupils.concernanswer", "ehcp.ehcplan"} <= names
        assert {"ehcp.annualreview", "lac.careperiod", "pupils.safetyplanversion"} <= names
        assert not names & LEFT_OUT.keys()
        assert all(LEFT_OUT.values())

    def test_a_breach_is_found_for_both_of_its_children(self, school, child, by):
        right = PupilFactory(school=school)
        paper = file_document(pupil=child, kind="ep", upload=upload("a.pdf", pdf("x")))
        note = BreachNote(SECRET, "Moved", dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC))
        move_document(document=paper, to=right, note=note, by=by)
        for pupil in (child, right):
            assert SECRET in "\n".join(item.text for item in found_about(pupil))

    def test_each_text_that_can_be_sealed_is_an_item_of_its_own(self):
        for kind in texts().values():
            assert _has_words(kind.model), kind.key

    def test_again_keeps_decisions_unless_the_words_changed(self, child, by):
        case = opened(child, by)
        first, second = talk(child, by, "One"), talk(child, by, "Two")
        collect_items(case=case, by=by)
        for item in case.items.filter(source="pupils.talk"):
            decided(item, by, Decision.DISCLOSE)
        type(second).objects.filter(pk=second.pk).update(agreed="Three")
        assert collect_items(case=case, by=by) == 0
        states = dict(case.items.filter(source="pupils.talk").values_list("source_id", "decision"))
        assert states == {first.pk: Decision.DISCLOSE, second.pk: Decision.OPEN}

    def test_who_answers_may_read_everything_that_is_found(self):
        needed = {P.VIEW_CARE, P.VIEW_CHILD_PROTECTION, P.VIEW_SENSITIVE, P.RECORD_ORDERS}
        needed |= {P.VIEW_FAMILY_LOG, P.VIEW_DOCUMENTS, P.VIEW_PLANS, P.VIEW_NEEDS, P.VIEW_PUPILS}
        for role, rule in ROLES.items():
            if P.ANSWER_REQUESTS in rule.permissions:
                assert needed <= rule.permissions, role


class TestSealedWords:
    def test_words_sealed_before_are_never_found(self, child, by, school):
        member(school, Role.SAFEGUARDING_LEAD)
        row = talk(child, by, f"He said {SECRET}")
        hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=True, by=by)
        hand_over(pupil=child, words=f"{OTHER} too", key=uuid4(), by=by)
        whole = "\n".join(item.text for item in found_about(child))
        assert SECRET not in whole
        assert OTHER not in whole

    def test_words_sealed_afterwards_leave_the_case_and_its_bundle(self, child, by, school):
        member(school, Role.SAFEGUARDING_LEAD)
        row = talk(child, by, f"He said {SECRET}")
        case = checked(opened(child, by), by)
        collect_items(case=case, by=by)
        rest_given(case, by)
        assert SECRET in words_of(made(case, by))
        hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=True, by=by)
        assert not RequestItem.objects.filter(text__contains=SECRET).exists()
        assert not Disclosure.objects.exists()
        collect_items(case=case, by=by)
        rest_given(case, by)
        assert SECRET not in words_of(made(case, by))

    def test_a_bundle_in_the_making_is_not_kept_when_words_are_sealed(self, child, by, school):
        member(school, Role.SAFEGUARDING_LEAD)
        row = talk(child, by, f"He said {SECRET}")
        case = checked(opened(child, by), by)
        collect_items(case=case, by=by)
        rest_given(case, by)
        asked, _ = ask_for_bundle(case=case, by=by)
        bundle = make_bundle(
            bundle_items(asked), school_name="Oakfield", received_on=TODAY, today=TODAY
        )
        hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=True, by=by)
        keep_bundle(row=asked, made=bundle)
        assert not Disclosure.objects.exists()

    def test_a_sealed_document_leaves_too(self, child, by):
        paper = file_document(
            pupil=child, kind="ep", title="EP report", upload=upload("a.pdf", pdf(SECRET))
        )
        case = opened(child, by)
        collect_items(case=case, by=by)
        item = case.items.get(source="pupils.document")
        note = BreachNote("Wrong child", "Sealed", dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC))
        seal_document(document=paper, note=note, by=by)
        url = f"/oakfield/records-requests/{case.pk}/items/{item.pk}/"
        assert client_of(by).get(url).status_code == 404
        assert not case.items.filter(source="pupils.document").exists()


class TestGiving:
    def test_withheld_and_blacked_out_words_are_nowhere_in_the_bundle(self, child, by):
        talk(child, by, f"He said {SECRET} to us")
        talk(child, by, f"She is {OTHER}")
        talk(child, by, "Glasses come on Monday")
        file_document(
            pupil=child,
            kind="ep",
            title=f"Report about {OTHER}",
            upload=upload("a.pdf", pdf(f"Seen with {SECRET} here")),
        )
        case = checked(opened(child, by), by)
        collect_items(case=case, by=by)
        for item in case.items.all():
            if OTHER in item.text:
                decided(item, by, Decision.WITHHOLD, ground="third_party")
            elif SECRET in item.text or item.version_id:
                decided(item, by, Decision.REDACT, ground="third_party", words=[SECRET])
        rest_given(case, by)
        row = made(case, by)
        pdf_bytes = bytes(row.pdf)
        assert not holds(pdf_bytes, SECRET)
        assert not holds(pdf_bytes, OTHER)
        said = words_of(row)
        assert "Glasses come on Monday" in said
        assert "█████" in said
        assert row.pages == len(pypdf.PdfReader(io.BytesIO(pdf_bytes)).pages)

    def test_the_index_says_the_page_of_each_item(self, child, by):
        talk(child, by, "Glasses come on Monday")
        file_document(pupil=child, kind="ep", title="EP", upload=upload("a.pdf", pdf("x", pages=2)))
        file_document(pupil=child, kind="ep", title="EP2", upload=upload("b.pdf", pdf("y")))
        case = checked(opened(child, by), by)
        collect_items(case=case, by=by)
        rest_given(case, by)
        row = made(case, by)
        starts = {number: page for number, _, _, page in row.log}
        files = list(case.items.filter(source="pupils.document").values_list("number", flat=True))
        assert [starts[n] for n in files] == [row.pages - 2, row.pages]
        reader = pypdf.PdfReader(io.BytesIO(bytes(row.pdf)))
        item = case.items.get(source="pupils.talk")
        assert f"Item {item.number}:" in reader.pages[starts[item.number] - 1].extract_text()

    def test_words_that_are_not_in_the_file_stop_the_bundle(self, child, by):
        file_document(pupil=child, kind="ep", title="EP", upload=upload("a.pdf", pdf("x")))
        case = checked(opened(child, by), by)
        collect_items(case=case, by=by)
        item = case.items.get(source="pupils.document")
        decided(item, by, Decision.REDACT, ground="third_party", words=[SECRET])
        rest_given(case, by)
        row = made(case, by)
        assert row.pdf is None
        assert f"Item {item.number}" in row.problem
        assert SECRET not in row.problem

    def test_nothing_is_made_before_everything_is_checked_and_decided(self, child, by):
        case = opened(child, by)
        with pytest.raises(TransitionNotAllowed, match="Check who is asking"):
            ask_for_bundle(case=case, by=by)
        case = checked(case, by)
        with pytest.raises(TransitionNotAllowed, match="Look through"):
            ask_for_bundle(case=case, by=by)
        collect_items(case=case, by=by)
        with pytest.raises(TransitionNotAllowed, match="Decide about"):
            ask_for_bundle(case=case, by=by)

    def test_a_child_of_twelve_is_asked_first(self, school, by):
        child = PupilFactory(school=school, born_on=dt.date(2014, 11, 23))
        younger = PupilFactory(school=school, born_on=dt.date(2014, 11, 24))
        case = checked(opened(child, by), by)
        with pytest.raises(TransitionNotAllowed, match="old enough"):
            ask_for_bundle(case=case, by=by)
        case = checked(case, by, child_voice="objects")
        with pytest.raises(TransitionNotAllowed, match="does not want"):
            ask_for_bundle(case=case, by=by)
        case = checked(opened(younger, by), by)
        with pytest.raises(TransitionNotAllowed, match="Look through"):
            ask_for_bundle(case=case, by=by)

    def test_kept_back_needs_a_ground_and_words_that_are_there(self, child, by):
        talk(child, by, "Glasses")
        case = opened(child, by)
        collect_items(case=case, by=by)
        item = case.items.get(source="pupils.talk")
        with pytest.raises(TransitionNotAllowed, match="ground"):
            decided(item, by, Decision.WITHHOLD)
        with pytest.raises(TransitionNotAllowed, match="do not stand in it"):
            decided(item, by, Decision.REDACT, ground="third_party", words=[SECRET])
        with pytest.raises(TransitionNotAllowed, match="what is blacked out"):
            decided(item, by, Decision.REDACT, ground="third_party")
        version = version_of(item, ITEM_FIELDS)
        decided(item, by, Decision.WITHHOLD, ground="privilege")
        with pytest.raises(StaleSave):
            values = {"ground": "", "reason": "", "words": [], "boxes": [], "left_out": []}
            decide_item(item=item, version=version, by=by, decision=Decision.DISCLOSE, **values)
        item.refresh_from_db()
        assert (item.decision, item.decided_by) == (Decision.WITHHOLD, by)

    def test_answered_the_log_keeps_what_was_given(self, child, by):
        case = checked(opened(child, by), by)
        facts = {"why": "", "on": TODAY, "how": "printed", "by": by}
        with pytest.raises(TransitionNotAllowed, match="Make the bundle"):
            answer_request(case=case, outcome="full", **facts)
        collect_items(case=case, by=by)
        rest_given(case, by)
        made(case, by)
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            answer_request(case=case, outcome="part", **facts)
        answer_request(case=case, outcome="full", **facts)
        row = Disclosure.objects.get()
        assert (row.handed_on, row.handed_how, row.handed_by) == (TODAY, "printed", by)
        assert {decision for _, decision, _, _ in row.log} == {Decision.DISCLOSE}
        assert not Deadline.objects.filter(kind="records_request").exists()
        with pytest.raises(TransitionNotAllowed, match="answered"):
            collect_items(case=case, by=by)


class TestClocks:
    def due(self, case):
        row = Deadline.objects.filter(key=f"records:{case.pk}:answer").first()
        return row.due_on if row else None

    def test_one_month_to_the_next_working_day(self, child, by):
        assert self.due(opened(child, by, received_on=dt.date(2026, 11, 5))) == dt.date(2026, 12, 7)
        assert self.due(opened(child, by, received_on=dt.date(2026, 10, 31))) == dt.date(
            2026, 11, 30
        )

    def test_it_stands_still_until_they_say_what_they_mean(self, child, by):
        case = opened(child, by, received_on=dt.date(2026, 11, 2))
        case = checked(case, by, clarify_asked_on=dt.date(2026, 11, 9))
        assert self.due(case) is None
        assert Deadline.objects.get(kind="records_request").owed_by == "parent"
        case = checked(case, by, clarify_asked_on=dt.date(2026, 11, 9), clarified_on=TODAY)
        assert self.due(case) == dt.date(2026, 12, 16)  # 2 Dec and 14 days

    def test_two_months_more_when_it_is_complex(self, child, by):
        case = opened(child, by, received_on=dt.date(2026, 11, 2))
        case = checked(case, by, extended_on=TODAY, extended_why="Three schools")
        assert self.due(case) == dt.date(2027, 2, 2)

    def test_fifteen_school_days_for_the_education_record(self, child, by):
        from aylsham.models import Closure, Term

        school = child.school
        for name, first, last in (
            ("autumn", dt.date(2026, 9, 3), dt.date(2026, 12, 18)),
            ("spring", dt.date(2027, 1, 5), dt.date(2027, 3, 25)),
        ):
            Term.objects.create(
                school=school, academic_year=2026, name=name, starts_on=first, ends_on=last
            )
        case = opened(child, by, kind="record", received_on=TODAY)
        assert self.due(case) == dt.date(2026, 12, 14)
        day = dt.date(2026, 11, 27)
        Closure.objects.create(school=school, kind="inset", starts_on=day, ends_on=day)
        case = checked(case, by)
        assert self.due(case) == dt.date(2026, 12, 15)
        with pytest.raises(TransitionNotAllowed, match="cannot be paused"):
            checked(case, by, clarify_asked_on=TODAY)

    def test_without_terms_three_weeks(self, child, by):
        assert self.due(opened(child, by, kind="record")) == TODAY + dt.timedelta(days=21)

    def test_only_a_parent_asks_for_the_education_record(self, child, by):
        with pytest.raises(TransitionNotAllowed, match="Only a parent"):
            opened(child, by, kind="record", asker_kind="other")
        assert not AuditEvent.objects.filter(action="answer_request").exists()


class TestPages:
    def test_from_asking_to_the_item_by_form(self, child, by):
        talk(child, by, f"He said {SECRET} to us")
        client = client_of(by)
        add = f"/oakfield/children/{child.pk}/records-requests/add/"
        key = client.get(add).context["form"].initial["key"]
        data = {"key": str(key), "kind": "sar", "received_on": "today", "asker": "Ann Moss"}
        data |= {"asker_kind": "parent", "contact": ""}
        for _ in range(2):
            assert client.post(add, data).url == f"/oakfield/records-requests/{key}/"
        assert RecordsRequest.objects.count() == 1
        base = f"/oakfield/records-requests/{key}/"
        assert client.post(f"{base}collect/").status_code == 302
        item = RequestItem.objects.get(source="pupils.talk")
        page = client.get(f"{base}items/{item.pk}/")
        assert SECRET in text_of(page)
        version = page.context["form"].initial["version"]
        data = {"version": version, "decision": "redact", "ground": "third_party", "words": SECRET}
        assert client.post(f"{base}items/{item.pk}/", data).status_code == 302
        assert "█████" in text_of(client.get(f"{base}items/{item.pk}/"))
        letter = text_of(client.get(f"{base}answer/"))
        assert "Data Protection Act 2018" in letter
        assert SECRET not in letter

    def test_only_those_who_answer_requests(self, school, child, by):
        case = opened(child, by)
        for role in (
            Role.CLASS_TEACHER,
            Role.ASSISTANT_SENDCO,
            Role.SAFEGUARDING_LEAD,
            Role.OFFICE,
        ):
            client = client_of(member(school, role))
            assert client.get(f"/oakfield/records-requests/{case.pk}/").status_code == 403, role
        other = SchoolFactory(slug="elmfield")
        assert (
            client_of(member(other)).get(f"/elmfield/records-requests/{case.pk}/").status_code
            == 404
        )

    def test_as_many_statements_for_many_items_as_for_few(self, child, by):
        case = opened(child, by)
        client, url = client_of(by), f"/oakfield/records-requests/{case.pk}/"
        for n in range(3):
            talk(child, by, f"Talk {n}")
        collect_items(case=case, by=by)
        few = len(statements(client, url))
        with rebuilt_once():
            for n in range(27):
                talk(child, by, f"More {n}")
        collect_items(case=case, by=by)
        assert len(statements(client, url)) == few
        assert few <= OF_EVERY_REQUEST + 8
        assert len(statements(client, "/oakfield/records-requests/")) <= OF_EVERY_REQUEST + 8

    def test_one_case_at_each_school_that_keeps_the_child(self, school, child):
        sister = SchoolFactory(slug="elmfield", federation=school.federation)
        stranger = SchoolFactory(slug="ashfield")
        user = MembershipFactory(school=None, federation=school.federation).user
        there = PupilFactory(school=sister, upn=child.upn)
        PupilFactory(school=stranger, upn=child.upn)
        case = opened(child, user)
        client = client_of(user)
        url = f"/federation/records-requests/elsewhere/?request={case.pk}"
        assert sister.name in text_of(client.get(url))
        assert stranger.name not in text_of(client.get(url))
        for _ in range(2):
            assert client.post(url).status_code == 302
        from tests.factories import behind_the_wall

        behind_the_wall(school, sister, stranger)
        joined = RecordsRequest.objects.filter(joint_id=case.joint_id)
        assert set(joined.values_list("pupil_id", flat=True)) == {child.pk, there.pk}
