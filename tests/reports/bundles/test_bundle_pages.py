"""The pages of evidence bundles, their files, and what a screen reader finds in them."""

import io
import json
import zipfile

import pikepdf
import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.codes import Sensitivity
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent
from reports.bundle_codes import KINDS
from reports.models import EvidenceBundle
from tests.documents.making import word
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.bundles.makers import (
    a_child,
    a_voice,
    again,
    approved,
    begun,
    made,
    noise,
    paper,
    put_in_everything,
    sendco,
)
from tests.tags import of_kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def child():
    return a_child()


@pytest.fixture
def by(child):
    return sendco(child)


def address(child, bundle=None, rest="") -> str:
    one = f"{bundle.pk}/" if bundle else ""
    return f"/oakfield/children/{child.pk}/bundles/{one}{rest}"


class TestPages:
    def test_from_the_first_press_to_the_sent_bundle(self, child, by):
        client = client_of(by)
        paper(child, sensitivity=Sensitivity.SENSITIVE)
        chosen = {
            "aim": "assess",
            "council": "Norfolk",
            "kinds": ["needs", "advice"],
            "most_mb": "10",
        }
        client.post(address(child, rest="add/"), chosen | {"version": "new"})
        bundle = EvidenceBundle.objects.get()
        assert "is being looked through" in text_of(client.get(address(child, bundle)))
        run_job(bundle.job_id)
        words = text_of(client.get(address(child, bundle)))
        assert "It is marked sensitive." in words
        assert "Make the bundle" not in words
        line = again(bundle).found[1]
        client.post(
            address(child, bundle, "decide/"),
            {"choice_0": "in", "reason_0": "Agreed.", "seen_0": f"{line['digest']} {line['key']}"},
        )
        answer = client.post(address(child, bundle, "make/"))
        run_job(again(bundle).job_id)
        assert "/my/work/" in answer.headers["Location"]
        bundle = again(bundle)
        assert f"{bundle.pages} pages in 1 file" in text_of(client.get(address(child, bundle)))
        approved(bundle, by)
        seen = client.get(address(child, bundle, "sent/")).context["form"].initial["seen"]
        sent = {"seen": seen, "sent_on": "today", "sent_how": "portal", "sent_to": "Norfolk"}
        client.post(address(child, bundle, "sent/"), sent)
        words = text_of(client.get(address(child, bundle)))
        assert "Sent 23 November 2026 to Norfolk" in words
        assert "Leave out" not in words

    def test_pressed_twice_it_begins_one(self, child, by):
        client = client_of(by)
        key = client.get(address(child, rest="add/")).context["form"].initial["key"]
        said = {"aim": "assess", "council": "N", "kinds": ["needs"], "most_mb": "0"}
        for _ in range(2):
            client.post(address(child, rest="add/"), said | {"version": "new", "key": str(key)})
        assert EvidenceBundle.objects.count() == 1

    def test_a_reason_is_asked_for_and_the_page_says_so(self, child, by):
        paper(child, sensitivity=Sensitivity.SENSITIVE)
        bundle = begun(child, by, kinds=("advice",))
        line = next(each for each in bundle.found if each["kind"] == "advice")
        seen = {"seen_0": f"{line['digest']} {line['key']}"}
        page = client_of(by).post(address(child, bundle, "decide/"), {"choice_0": "in"} | seen)
        assert "Say why, in a few words." in text_of(page)

    @pytest.mark.parametrize("many", [3, 30])
    def test_a_page_takes_few_statements_however_much_was_found(self, child, by, many):
        for n in range(many):
            a_voice(child, by, f"Words {n}")
        bundle = begun(child, by, kinds=("views",))
        client = client_of(by)
        assert len(statements(client, address(child, bundle))) <= OF_EVERY_REQUEST + 8

    def test_the_list_takes_few_statements(self, child, by):
        for _ in range(3):
            begun(child, by, kinds=("needs",))
        assert len(statements(client_of(by), address(child))) <= OF_EVERY_REQUEST + 8

    def test_the_last_day_is_not_before_the_first(self, child, by):
        said = {
            "aim": "assess",
            "council": "N",
            "kinds": ["needs"],
            "most_mb": "0",
            "version": "new",
        }
        days = {"starts_on": "3 Mar 2026", "ends_on": "2 Mar 2026"}
        page = client_of(by).post(address(child, rest="add/"), said | days)
        assert "before the first day" in text_of(page)
        days["ends_on"] = "3 Mar 2026"
        assert client_of(by).post(address(child, rest="add/"), said | days).status_code == 302

    def test_nasty_words_stay_words(self, child, by):
        paper(child, "<script>alert(1)</script>")
        bundle = begun(child, by, council="{{ x }}<b>", kinds=("advice",))
        page = client_of(by).get(address(child, bundle)).content.decode()
        assert "<script>alert(1)" not in page
        assert "{{ x }}&lt;b&gt;" in page

    def test_another_childs_bundle_is_not_found_on_this_childs_page(self, child, by):
        other = PupilFactory(school=child.school)
        bundle = begun(other, by, kinds=("needs",))
        assert client_of(by).get(address(child, bundle)).status_code == 404

    def test_another_school_knows_nothing(self, child, by):
        bundle = begun(child, by, kinds=("needs",))
        stranger = client_of(member(SchoolFactory(slug="elsewhere")))
        assert stranger.get(address(child, bundle)).status_code == 404

    @pytest.mark.parametrize("role", [Role.CLASS_TEACHER, Role.FEDERATION_SEND_LEAD, Role.OFFICE])
    def test_without_the_permission_it_is_refused(self, child, role):
        assert client_of(member(child.school, role)).get(address(child)).status_code == 403


def test_whoever_makes_bundles_may_read_what_can_stand_in_one():
    needed = {Permission.VIEW_SENSITIVE, Permission.VIEW_CARE, Permission.VIEW_DOCUMENTS}
    needed |= {Permission.VIEW_FAMILY_LOG, Permission.VIEW_COSTS, Permission.VIEW_PLANS}
    for rule in ROLES.values():
        assert Permission.MAKE_BUNDLES not in rule.permissions or needed <= rule.permissions


@pytest.mark.slow
class TestFiles:
    @pytest.fixture
    def bundle(self, child, by):
        paper(child, "Long report", "Working memory", pages=3)
        paper(child, "Word report", name="report.docx", data=word("In Word"))
        bundle = begun(child, by, kinds=tuple(KINDS))
        put_in_everything(bundle, by)
        bundle = made(again(bundle), by)
        approved(bundle, by)
        return bundle

    def test_every_download_is_written_down(self, child, by, bundle):
        client = client_of(by)
        for asked in ("?part=1", "?as=json", "?as=csv", "?as=zip"):
            answer = client.get(address(child, bundle, f"file/{asked}"))
            assert answer.status_code == 200
            assert "Pike" not in answer.headers["Content-Disposition"]
        events = AuditEvent.objects.filter(action="take_evidence", actor_id=by.pk)
        assert {event.detail["what"] for event in events} == {"part 1", "json", "csv", "zip"}
        assert all(event.pupil_ids == [child.pk] for event in events)

    @pytest.mark.parametrize("asked", ["", "?part=9", "?part=x", "?as=exe", "?part=1e9"])
    def test_what_is_not_there_is_not_found(self, child, by, bundle, asked):
        assert client_of(by).get(address(child, bundle, f"file/{asked}")).status_code == 404

    def test_the_zip_holds_files_hashes_and_what_comes_beside(self, child, by, bundle):
        answer = client_of(by).get(address(child, bundle, "file/?as=zip"))
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            names = packed.namelist()
            said = json.loads(packed.read("hashes.json"))
        assert said["parts"][0]["file"] in names
        assert [n for n in names if n.endswith(".docx")] == [
            item["attached"] for item in said["items"] if item["attached"]
        ]

    def test_the_list_of_hashes_has_a_row_for_each_page(self, child, by, bundle):
        answer = client_of(by).get(address(child, bundle, "file/?as=csv"))
        rows = answer.content.decode("utf-8-sig").splitlines()
        assert len(rows) == bundle.pages + 1
        assert rows[-1].split(",")[0] == str(bundle.pages)

    def test_each_page_of_a_file_is_a_figure_that_says_its_words(self, child, bundle):
        part = bundle.parts.get(school=child.school)
        with pikepdf.open(io.BytesIO(bytes(part.pdf))) as pdf:
            figures = of_kind(pdf, "/Figure")
            said = sorted(str(figure.Alt) for figure in figures)
            assert len(said) == 3
            assert all("Working memory" in words for words in said)
            assert str(pdf.Root.Lang) == "en-GB"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.pdf_version == "1.7"
            assert of_kind(pdf, "/H1")
            assert of_kind(pdf, "/TH")

    def test_no_page_draws_what_is_neither_tagged_nor_an_artifact(self, child, bundle):
        part = bundle.parts.get(school=child.school)
        with pikepdf.open(io.BytesIO(bytes(part.pdf))) as pdf:
            for page in pdf.pages:
                assert untagged(page) == []


def untagged(page) -> list[str]:
    """Operators that show or paint something outside any marked content."""
    depth, found = 0, []
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        if depth == 0 and name in {"Tj", "TJ", "Do", "sh"}:
            found.append(name)
    return found


@pytest.mark.slow
def test_a_part_keeps_its_tags_and_its_own_pages_alone(child, by):
    for n in range(4):
        paper(child, f"Scan {n}", name=f"scan{n}.jpg", data=noise(n))
    bundle = begun(child, by, kinds=("needs", "advice"), most_mb=1)
    put_in_everything(bundle, by)
    bundle = made(again(bundle), by)
    figures = 0
    for part in bundle.parts.filter(school=child.school):
        with pikepdf.open(io.BytesIO(bytes(part.pdf))) as pdf:
            assert len(pdf.pages) == part.last_page - part.first_page + 1
            figures += len(of_kind(pdf, "/Figure"))
    assert figures == 4
