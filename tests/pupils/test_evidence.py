"""A document or an assessment of the child stands behind a layer, a diagnosis, a status."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from pupils.codes import LAYER_FIELDS
from pupils.models import Diagnosis, EvidenceLink, LayerPeriod, StatusPeriod
from pupils.services.documents.binning import bin_document
from pupils.services.documents.filing import file_document
from pupils.services.layers import set_layer, use_layers
from pupils.services.status import Told, start_status
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

NO_LAYER = version_of(None, LAYER_FIELDS)


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    use_layers(school=school, is_used=True, by=None)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


def filed(child, by, title, **more):
    facts = {"kind": "school", "upload": upload("a.pdf", pdf(title)), "by": by}
    return file_document(pupil=child, title=title, **facts | more)


def test_picked_in_the_form_and_opened_with_one_click(child, by, school):
    report = filed(child, by, "Autumn report")
    client, base = client_of(by), f"/oakfield/children/{child.pk}/"
    opens = f"{base}documents/{report.pk}/open/"
    key = f"document:{report.pk}"
    assert "Autumn report, 23 November 2026" in client.get(f"{base}layers/").content.decode()
    layer = {
        "layer": "targeted",
        "starts_on": "23 Nov 2026",
        "reason": "Slow to read",
        "paper": key,
        "version": NO_LAYER,
    }
    assert client.post(f"{base}layers/", layer).status_code == 302
    assert f'href="{opens}"' in client.get(f"{base}layers/").content.decode()
    made = {"name": "Dyslexia", "made_on": "", "made_by": "", "evidence": "", "paper": key}
    assert client.post(f"{base}diagnoses/add/", made).status_code == 302
    end = {"ends_on": "23 Nov 2026", "reason": "progress", "note": "", "paper": key}
    assert client.post(f"{base}register/end/", end).status_code == 302
    behind_the_wall(school)
    assert sorted(EvidenceLink.objects.values_list("subject", flat=True)) == [
        "diagnosis",
        "layer",
        "status_end",
    ]
    page = client.get(f"{base}register/").content.decode()
    assert page.count(f'href="{opens}"') == 2
    assert client.get(opens).status_code == 200
    # On again and put right: the evidence of the beginning, changed and taken away.
    behind_the_wall(school)
    StatusPeriod.objects.update(ends_on=TODAY.replace(day=1), starts_on=TODAY.replace(month=9))
    start = {"status": "K", "starts_on": "23 Nov 2026", "reason": "concern", "paper": key}
    start |= {"told_on": "23 Nov 2026", "told_how": "phone", "primary_need": ""}
    assert client.post(f"{base}register/start/", start).status_code == 302
    behind_the_wall(school)
    period = StatusPeriod.objects.get(ends_on=None)
    assert EvidenceLink.objects.get(subject="status").subject_id == period.pk
    form = client.get(f"{base}register/{period.pk}/correct/").context["form"]
    same = {name: form[name].value() for name in form.fields}
    same |= {"starts_on": "23 Nov 2026", "paper": ""}
    assert client.post(f"{base}register/{period.pk}/correct/", same).status_code == 302
    behind_the_wall(school)
    assert not EvidenceLink.objects.filter(subject="status").exists()


def test_who_may_not_read_it_learns_nothing_and_keeps_it(child, by, school):
    secret = filed(child, by, "Family matters", sensitivity=3)
    row = Diagnosis.objects.create(school=school, pupil=child, name="Dyslexia")
    EvidenceLink.objects.create(
        school=school, pupil=child, subject="diagnosis", subject_id=row.pk, document=secret
    )
    assistant = client_of(member(school, Role.ASSISTANT_SENDCO))
    base = f"/oakfield/children/{child.pk}/"
    page = text_of(assistant.get(f"{base}register/"))
    assert "Family matters" not in page
    assert "In the record, for those who may read it" in page
    change = f"{base}diagnoses/{row.pk}/"
    form = assistant.get(change)
    assert "Family matters" not in form.content.decode()
    said = {name: form.context["form"][name].value() or "" for name in form.context["form"].fields}
    assert said["paper"] == f"document:{secret.pk}"
    assert assistant.post(change, said | {"made_by": "A clinic"}).status_code == 302
    behind_the_wall(school)
    assert EvidenceLink.objects.get().document_id == secret.pk


def test_only_of_this_child_and_only_while_it_is_on_record(child, by, school):
    told = Told(on=TODAY, how="phone")
    other = PupilFactory(school=school)
    theirs = filed(child, by, "Autumn report")
    facts = {"pupil": other, "status": "K", "starts_on": TODAY, "reason": "concern", "told": told}
    for paper in (f"document:{theirs.pk}", "document:x", "nothing"):
        with pytest.raises(TransitionNotAllowed, match="Choose again"):
            start_status(by=by, paper=paper, **facts)
    assert not StatusPeriod.objects.filter(pupil=other).exists()
    set_layer(
        pupil=child, layer="targeted", starts_on=TODAY, reason="x", version=NO_LAYER, by=by,
        paper=f"document:{theirs.pk}",
    )  # fmt: skip
    bin_document(document=theirs, reason="Twice", by=by)
    page = text_of(client_of(by).get(f"/oakfield/children/{child.pk}/layers/"))
    assert "Autumn report" not in page


def test_as_many_statements_for_many(child, by, school):
    client = client_of(by)
    pages = [f"/oakfield/children/{child.pk}/{part}/" for part in ("register", "layers")]

    def more():
        report = filed(child, by, f"Report {EvidenceLink.objects.count()}")
        row = Diagnosis.objects.create(school=school, pupil=child, name="Dyslexia")
        EvidenceLink.objects.create(
            school=school, pupil=child, subject="diagnosis", subject_id=row.pk, document=report
        )

    more()
    few = [len(statements(client, page)) for page in pages]
    assert max(few) <= OF_EVERY_REQUEST + 8
    behind_the_wall(school)
    for _ in range(5):
        more()
    assert [len(statements(client, page)) for page in pages] == few
    assert not LayerPeriod.objects.exists()
