"""What the family reads above and in what is given: titles and words, and pages with tags."""

import io

import pypdf
import pytest

from pupils.models import Contact
from pupils.packs.registry import table
from pupils.packs.titles import STAYS_HERE, title_of
from pupils.selectors.requests.bundles import BundleItem
from pupils.selectors.requests.found import found_about, tables
from pupils.services.requests.bundle import make_bundle
from tests.documents.making import pdf
from tests.factories import TODAY, PupilFactory, SchoolFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_every_table_has_a_title_of_its_own():
    models = [model for model, _ in tables()]
    assert [m for m in models if not table(m._meta.label_lower) and m not in STAYS_HERE] == []
    assert len({title_of(model) for model in models}) == len(models)


def test_the_name_of_a_class_or_a_field_is_no_heading():
    child = PupilFactory(school=SchoolFactory(), on_register=True)
    Contact.objects.create(name="Ann", school=child.school, pupil=child)
    found = {item.part: item.text for item in found_about(child)}
    assert {"The child", "SEND register", "Contacts"} <= set(found)
    assert "Called as number: 1" in found["Contacts"] and "Priority" not in found["Contacts"]


def test_the_front_pages_of_a_bundle_keep_their_tags():
    facts = {"title": "", "of_on": TODAY, "is_redacted": False}
    items = [
        BundleItem(number=1, part="Needs", text="Reads with a ruler", **facts),
        BundleItem(
            number=2, part="Documents", text="", data=pdf("A letter"), extension="pdf", **facts
        ),
    ]
    made = make_bundle(items, school_name="Oakfield", received_on=TODAY, today=TODAY)
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root and len(reader.pages) == made.pages
    assert dict(reader.metadata) == {"/Title": "Records"} and "/Metadata" not in root
