"""Other systems read a school with a key: inside its walls, its scopes and its time, as described."""

import datetime as dt
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.test import Client

from aylsham.access.roles import Role
from aylsham.exits.codes import Scope
from aylsham.exits.forms import KeyForm
from aylsham.exits.keys import A_MINUTE, end_key, make_key
from aylsham.models import ApiKey, AuditEvent
from reports.api.document import document
from reports.api.resources import RESOURCES
from tests.ehcp.makers import make_plan, planned
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.lac.makers import in_care
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
EVERYTHING = [s.value for s in Scope]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield")


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def key_to(school, head, *scopes, ends_on=TODAY):
    return make_key(school=school, name="Board", scopes=list(scopes), ends_on=ends_on, by=head)


def ask(secret, path, **more):
    return Client().get(
        f"/oakfield/api/{path}", headers={"authorization": f"Bearer {secret}"}, **more
    )


def problems(value, schema) -> list[str]:
    """Where an answer is not as the document says."""
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    kinds = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
    kinds["null"] = type(None)
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if type(value) not in {kinds[kind] for kind in allowed}:
        return [f"{value!r} is no {allowed}"]
    found = []
    if isinstance(value, dict):
        known = schema["properties"]
        found += [f"{name}?" for name in set(value) - set(known)]
        found += [f"no {name}" for name in set(schema["required"]) - set(value)]
        for name in set(value) & set(known):
            found += problems(value[name], known[name])
    if isinstance(value, list):
        for each in value:
            found += problems(each, schema["items"])
    if schema.get("format") == "date" and value:
        dt.date.fromisoformat(value)
    return found


def answer_schema(scope) -> dict:
    path = document()["paths"][f"/{{school}}/api/{scope}/"]["get"]
    return path["responses"]["200"]["content"]["application/json"]["schema"]


class TestAnswers:
    @pytest.fixture
    def secret(self, school, head):
        pupil = PupilFactory(
            school=school, first_name="Ann", last_name="Adams", on_register=["SEMH"]
        )
        given(school, pupil)
        planned(make_plan(school=school), "2026-12-09")
        PupilFactory(school=school, first_name="Not", last_name="Onit")
        return key_to(school, head, *EVERYTHING)[1]

    @pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.scope.value)
    def test_every_answer_is_as_described(self, secret, resource):
        body = ask(secret, f"{resource.scope.value}/").json()
        assert body["count"] == len(body["items"]) > 0
        assert problems(body, answer_schema(resource.scope.value)) == []
        more = {name for fields in resource.more.values() for name in fields}
        assert set(body["items"][0]) == set(resource.fields) | more

    def test_the_document_is_public_and_names_every_answer(self):
        told = Client().get("/federation/api/openapi.json").json()
        assert told["openapi"] == "3.1.0"
        assert set(told["paths"]) == {f"/{{school}}/api/{r.scope.value}/" for r in RESOURCES}

    def test_a_planted_mistake_is_noticed(self):
        good = {"count": 0, "page": 1, "pages": 1, "items": []}
        assert problems(good, answer_schema("plans")) == []
        assert problems(good | {"more": 1}, answer_schema("plans"))
        assert problems(good | {"items": [{}]}, answer_schema("plans"))
        assert problems(good | {"count": "0"}, answer_schema("plans"))

    def test_the_log_names_the_key_and_every_child(self, school, secret):
        ids = {item["id"] for item in ask(secret, "pupils/").json()["items"]}
        event = AuditEvent.objects.filter(school=school, action="read_by_key").get()
        assert {str(pk) for pk in event.pupil_ids} == ids
        assert (event.actor_name, event.detail) == ("Key: Board", {"scope": "pupils"})

    @pytest.mark.parametrize("page", ["0", "2", "-1", "x", "٣", "99999999999"])
    def test_a_page_that_is_not_there(self, secret, page):
        assert ask(secret, f"pupils/?page={page}").status_code == 404


class TestWalls:
    def test_only_with_a_key_that_is_live(self, school, head):
        key, secret = key_to(school, head, "pupils")
        assert Client().get("/oakfield/api/pupils/").status_code == 401
        assert client_of(head).get("/oakfield/api/pupils/").status_code == 401
        assert ask(secret[:-1], "pupils/").status_code == 401
        assert ask("", "pupils/").status_code == 401
        assert ask(secret, "pupils/").status_code == 200
        end_key(key=key, by=head)
        assert ask(secret, "pupils/").status_code == 401

    @pytest.mark.parametrize(("day", "status"), [(-1, 401), (0, 200), (1, 200)])
    def test_until_its_last_day(self, school, head, day, status):
        key, secret = key_to(school, head, "pupils")
        ApiKey.objects.filter(pk=key.pk).update(ends_on=TODAY + dt.timedelta(days=day))
        assert ask(secret, "pupils/").status_code == status

    def test_another_school_is_not_there_and_its_children_are_nowhere(self, school, head):
        sister = SchoolFactory(slug="sister", federation=school.federation)
        PupilFactory(school=sister, first_name="Swanmark", on_register=True)
        _, secret = key_to(school, head, *EVERYTHING)
        headers = {"authorization": f"Bearer {secret}"}
        there = Client().get("/sister/api/pupils/", headers=headers)
        nowhere = Client().get("/no-such-school/api/pupils/", headers=headers)
        assert (there.status_code, there.content) == (404, nowhere.content)
        for resource in RESOURCES:
            assert b"Swanmark" not in ask(secret, f"{resource.scope.value}/").content

    @pytest.mark.parametrize("resource", RESOURCES, ids=lambda r: r.scope.value)
    def test_only_what_its_scopes_open(self, school, head, resource):
        _, none = key_to(school, head, *(s for s in EVERYTHING if s != resource.scope))
        assert ask(none, f"{resource.scope.value}/").status_code == 403

    def test_care_and_upn_only_with_their_scopes(self, school, head):
        pupil = PupilFactory(school=school, on_register=True)
        in_care(pupil)
        _, plain = key_to(school, head, "pupils", "due")
        (item,) = ask(plain, "pupils/").json()["items"]
        assert {"care", "upn"} & set(item) == set()
        _, more = key_to(school, head, "pupils", "due", "care", "upn")
        (item,) = ask(more, "pupils/").json()["items"]
        assert item["care"]
        assert item["upn"] == pupil.upn
        cared = {d["kind"] for d in ask(more, "due/").json()["items"]}
        without = {d["kind"] for d in ask(plain, "due/").json()["items"]}
        assert "pep" in "".join(cared - without)

    def test_reading_only(self, school, head):
        _, secret = key_to(school, head, "pupils")
        for method in ("post", "put", "patch", "delete"):
            answer = getattr(Client(), method)(
                "/oakfield/api/pupils/", headers={"authorization": f"Bearer {secret}"}
            )
            assert answer.status_code == 405

    def test_not_too_often(self, school, head):
        _, secret = key_to(school, head, "plans")
        _, other = key_to(school, head, "plans")
        answers = [ask(secret, "plans/") for _ in range(A_MINUTE + 1)]
        assert {a.status_code for a in answers[:-1]} == {200}
        assert answers[-1].status_code == 429
        assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
        assert ask(other, "plans/").status_code == 200


class TestKeysPage:
    FORM = {"name": "Board", "scopes": ["pupils", "due"], "ends_on": "30 Nov 2026"}

    def test_made_shown_once_and_kept_as_a_hash(self, school, head):
        client = client_of(head)
        page = client.post("/oakfield/keys/", self.FORM)
        key = ApiKey.objects.get()
        secret = page.context["made"][1]
        assert secret in text_of(page)
        assert secret not in str(vars(key))
        assert secret not in text_of(client.get("/oakfield/keys/"))
        assert ask(secret, "pupils/").status_code == 200
        client.post("/oakfield/keys/end/", {"key": key.pk})
        client.post("/oakfield/keys/end/", {"key": key.pk})
        assert ask(secret, "pupils/").status_code == 401
        behind_the_wall(school)
        assert AuditEvent.objects.filter(school=school, action="end_key").count() == 1

    def test_sent_twice_it_is_one_key_whose_secret_was_shown(self, head):
        form = self.FORM | {"key": str(uuid4())}
        first = client_of(head).post("/oakfield/keys/", form)
        again = client_of(head).post("/oakfield/keys/", form)
        assert ApiKey.objects.count() == 1
        assert first.context["made"][1] not in text_of(again)
        assert "made already" in text_of(again)

    @pytest.mark.parametrize(
        "change",
        [{"ends_on": "22 Nov 2026"}, {"ends_on": "25 Nov 2027"}, {"scopes": []}, {"name": ""}],
    )
    def test_what_is_wrong_makes_no_key(self, head, change):
        client_of(head).post("/oakfield/keys/", self.FORM | change)
        assert not ApiKey.objects.exists()

    def test_care_is_given_only_by_who_may_read_it(self, head):
        said = self.FORM | {"scopes": ["pupils", "care"]}
        assert (
            "scopes" in KeyForm(said, access=SimpleNamespace(can=lambda permission: False)).errors
        )
        client_of(head).post("/oakfield/keys/", self.FORM | {"scopes": ["pupils", "care"]})
        assert ApiKey.objects.get().scopes == ["care", "pupils"]

    def test_a_key_of_another_school_is_not_ended(self, school, head):
        sister = SchoolFactory(slug="sister")
        behind_the_wall(school, sister)
        key, _ = key_to(sister, head, "pupils")
        assert client_of(head).post("/oakfield/keys/end/", {"key": key.pk}).status_code == 404
        assert client_of(head).post("/oakfield/keys/end/", {"key": "x"}).status_code == 404

    @pytest.mark.parametrize(
        "role", [Role.SENDCO, Role.DEPUTY, Role.GOVERNOR, Role.FEDERATION_ADMINISTRATOR]
    )
    def test_others_do_not_open_it(self, school, role):
        assert client_of(member(school, role)).get("/oakfield/keys/").status_code == 403
