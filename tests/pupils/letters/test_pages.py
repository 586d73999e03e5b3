"""The pages of letters: written for one child and for several, the library with its preview."""

from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from pupils.models import Letter, SchoolLetter, SentLetter
from pupils.selectors.letters.library import templates
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.letters.makers import head, letters_to_family, sent, two_homes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield")
    head(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(
        school=school, first_name="Zofia", last_name="Reed", on_register=True, class_group=group
    )


def test_from_the_childs_page_to_the_post(child, by):
    two_homes(child)
    client, base = client_of(by), f"/oakfield/children/{child.pk}/letters/"
    page = client.get(base)
    assert "We are giving SEN support" in text_of(page)
    begin = client.get(f"{base}write/send_provision/")
    form = begin.context["form"]
    assert len(form.people) == 2
    data = {"batch": str(uuid4()), "to": [next(iter(form.people))]}
    answer = client.post(f"{base}write/send_provision/", data)
    letter = Letter.objects.get()
    url = f"{base}{letter.pk}/"
    assert answer.headers["Location"] == url
    page = client.get(url)
    assert "14 Heron Lane" in text_of(page)
    assert "3 Gull Close" not in text_of(page)
    send = {name: page.context["form"][name].value() for name in ("seen", "key")}
    send |= {"how": "post", "gone_on": "23 Nov 2026"}
    assert client.post(url, send).status_code == 302
    row = SentLetter.objects.get()
    assert client.get(f"{url}sent/{row.pk}.pdf").content == bytes(row.pdf)
    assert client.get(f"{url}pages.pdf").content.startswith(b"%PDF-")
    assert "Printed and posted" in text_of(client.get("/oakfield/letters/"))
    assert row.digest[:16] in text_of(client.get(url))
    # The contact log leads to the very pages.
    talk = f"/oakfield/children/{child.pk}/family/log/{row.talk_id}/letter/"
    assert client.get(talk).content == bytes(row.pdf)
    timeline = text_of(client.get(f"/oakfield/children/{child.pk}/timeline/"))
    assert "SEN support" in timeline


def test_for_several_children_each_family_its_own(school, child, by):
    two_homes(child)
    other = PupilFactory(school=school, class_group=child.class_group)
    client = client_of(by)
    data = {"batch": str(uuid4()), "children": [child.pk, other.pk]}
    url = "/oakfield/letters/write/concern_talk/"
    assert "Zofia Reed" in text_of(client.get(url))
    answer = client.post(url, data, follow=True)
    assert "One child has nobody on record" in text_of(answer)
    assert Letter.objects.count() == 2
    assert "Sarah Reed" in text_of(answer)
    client.post(url, data)
    assert Letter.objects.count() == 2
    batch = f"/oakfield/letters/together/{data['batch']}/"
    assert client.get(f"{batch}pages.pdf").status_code == 404
    ready, left = Letter.objects.order_by("to_name")
    Letter.objects.filter(pk=ready.pk).update(body="Come and see us")
    assert client.post(batch, {"how": "hand", "gone_on": "today"}).status_code == 302
    assert run_job(Job.objects.get(kind="send_letters").pk) == JobState.DONE
    behind_the_wall(school)
    assert [row.letter_id for row in SentLetter.objects.all()] == [ready.pk]
    left.refresh_from_db()
    assert left.state == "draft"  # there is something to fill in
    assert client.get(f"{batch}pages.pdf").content.startswith(b"%PDF-")
    stranger = PupilFactory(school=SchoolFactory())
    refused = client.post(url, {"batch": str(uuid4()), "children": [stranger.pk]})
    assert "Choose one of the list" in text_of(refused)


def test_a_template_with_a_preview_on_a_child(school, child, by):
    client, url = client_of(by), "/oakfield/letters/templates/off_register/"
    page = client.get(url)
    wording = templates(school)["off_register"].wording
    data = {
        "title": wording.title, "to": "parents", "thing": "letter", "law": "s68", "seen": "0",
        "subject": "About {first name}", "body": "Dear {addressee}\n\n{full name}: {law}",
    }  # fmt: skip
    shown = text_of(client.post(url, data | {"child": child.pk}))
    assert "Zofia Reed: A school that makes special educational provision" in shown
    assert not SchoolLetter.objects.exists()
    bad = client.post(url, data | {"body": "{upn}", "save": "1"})
    assert "“{upn}” is not in the list" in text_of(bad)
    assert client.post(url, data | {"save": "1"}).status_code == 302
    assert SchoolLetter.objects.get().number == 1
    assert "another version" in text_of(client.post(url, data | {"save": "1"}))
    assert "This school, version 1" in text_of(client.get("/oakfield/letters/templates/"))
    assert "Library, edition 1" in text_of(client.get(f"{url}versions/"))
    new = data | {"save": "1", "title": "Swimming kit"}
    assert client.post("/oakfield/letters/templates/add/", new).status_code == 302
    assert templates(school)["swimming_kit"].is_own
    assert client.post(f"{url}withdraw/").status_code == 302
    assert templates(school)["off_register"].wording == wording
    assert page.status_code == 200


def test_words_are_changed_and_the_second_editor_sees_both(child, by):
    two_homes(child)
    letter, _ = letters_to_family(child, "concern_talk", by)
    client, url = client_of(by), f"/oakfield/children/{child.pk}/letters/{letter.pk}/"
    form = client.get(f"{url}words/").context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    data["on"] = "23 Nov 2026"
    assert client.post(f"{url}words/", data | {"body": "First"}).status_code == 302
    stale = client.post(f"{url}words/", data | {"body": "Second"})
    assert "Somebody else changed this" in text_of(stale)
    assert "First" in text_of(stale)
    assert client.post(f"{url}drop/").status_code == 302
    letter.refresh_from_db()
    assert letter.state == "dropped"
    assert client.post(f"{url}drop/?again").status_code == 302


def test_a_sensitive_letter_is_not_in_the_lists_of_who_may_not_read_it(school, child, by):
    two_homes(child)
    letters_to_family(child, "breach_notice", by)
    assistant = client_of(member(school, Role.FEDERATION_SEND_LEAD))
    assert assistant.get("/oakfield/letters/").status_code == 403
    assert (
        client_of(member(school, Role.CLASS_TEACHER)).get("/oakfield/letters/").status_code == 403
    )
    assert "A mistake with" in text_of(client_of(by).get("/oakfield/letters/"))


def test_as_many_statements_for_many_letters_as_for_few(school, child, by):
    two_homes(child)
    letters_to_family(child, "concern_talk", by)
    client = client_of(by)
    few = len(statements(client, "/oakfield/letters/"))
    for _ in range(5):
        letters_to_family(child, "concern_talk", by)
    assert len(statements(client, "/oakfield/letters/")) == few <= OF_EVERY_REQUEST + 8
    letter = Letter.objects.first()
    url = f"/oakfield/children/{child.pk}/letters/{letter.pk}/"
    found = statements(client, url)
    assert len(found) <= OF_EVERY_REQUEST + 1 + 8, "\n".join(found)


def test_what_was_sent_stays_when_the_letterhead_changes(school, child, by):
    two_homes(child)
    letter, _ = letters_to_family(child, "concern_talk", by)
    letter.body = letter.body.replace("[say in one or two sentences what the teacher sees]", "It")
    letter.save()
    row = sent(letter, by)
    client = client_of(by)
    form = client.get("/oakfield/letters/head/").context["form"]
    data = {"version": form["version"].value(), "address": "New Road", "phone": "1"}
    assert client.post("/oakfield/letters/head/", data).status_code == 302
    url = f"/oakfield/children/{child.pk}/letters/{letter.pk}/sent/{row.pk}.pdf"
    assert client.get(url).content == bytes(row.pdf)


def test_an_addressee_is_asked_for_and_not_called_optional(child, by):
    client, base = client_of(by), f"/oakfield/children/{child.pk}/letters/write/review_12/"
    page = text_of(client.get(base))
    assert "Addressee (optional)" not in page
    assert "Cites SEND Regulations 2014" in page
    answer = text_of(client.post(base, {"batch": str(uuid4())}))
    assert answer.count("Say whom the letter is for.") == 2  # in the summary and at the box
    assert not Letter.objects.exists()
