"""The SENDCo draws over what a page of a paper must not say, with the mouse and by the keyboard."""

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import RecordsRequest, RequestItem
from pupils.services.documents.filing import file_document
from pupils.services.requests.items import collect_items
from tests.documents.making import pdf, upload


def item_with_a_page():
    """An item of the demonstration's open case: a paper of one page."""
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        sendco = User.objects.get(email="sendco@demo.example")
        case = RecordsRequest.objects.select_related("pupil__school", "school").first()
        paper = upload("paper.pdf", pdf("Written by Ann Moss"))
        document = file_document(pupil=case.pupil, kind="letter", upload=paper, by=sendco)
        collect_items(case=case, by=sendco)
        item = RequestItem.objects.get(case=case, version__document=document)
        return f"/bure-valley/records-requests/{case.pk}/items/{item.pk}/", item.pk


def kept_boxes(pk) -> list[list[float]]:
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        return RequestItem.objects.get(pk=pk).boxes


def test_a_box_is_drawn_moved_by_keys_kept_and_taken_away(open_person):
    address, pk = item_with_a_page()
    sendco = open_person(width=1280, height=1000).come_back_as("sendco@demo.example")
    page = sendco.go(address).page
    assert sendco.violations() == []
    field = page.get_by_label("Boxes to black out")
    layer = page.locator("[data-boxes-page='1'] .ay-boxes__layer")
    layer.scroll_into_view_if_needed()
    frame = layer.bounding_box()
    x, y, width, height = (frame[name] for name in ("x", "y", "width", "height"))
    page.mouse.move(x + width * 0.2, y + height * 0.1)
    page.mouse.down()
    page.mouse.move(x + width * 0.3, y + height * 0.12)
    page.mouse.move(x + width * 0.6, y + height * 0.2)
    page.mouse.up()
    number, left, top, right, bottom = map(float, field.input_value().replace(":", "").split())
    assert number == 1
    assert abs(left - 20) < 1
    assert abs(top - 10) < 1
    assert abs(right - 60) < 1
    assert abs(bottom - 20) < 1
    box = layer.get_by_role("button", name="Box 1 on page 1")
    box.focus()
    page.keyboard.press("ArrowRight")
    moved = list(map(float, field.input_value().replace(":", "").split()))
    assert abs(moved[1] - left - 1) < 0.2
    assert sendco.violations() == []
    page.get_by_role("button", name="Add a box on page 1").click()
    assert len(field.input_value().splitlines()) == 2
    page.keyboard.press("Delete")
    assert len(field.input_value().splitlines()) == 1
    page.get_by_label("Give it with parts blacked out").check()
    page.locator("[name=ground]:not([value=''])").first.check()
    sendco.press("Save the decision")
    assert kept_boxes(pk) == [moved]
    sendco.go(address)
    drawn = page.locator(".ay-boxes__now rect")
    assert drawn.count() == 1
    assert abs(float(drawn.get_attribute("x")) - moved[1]) < 0.1
    assert sendco.faults == []
