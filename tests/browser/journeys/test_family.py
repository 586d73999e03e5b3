"""The assistant SENDCo logs a contact on a phone and asks a parent; the parent answers on a phone."""

import re

from aylsham.jobs.runner import run_job
from aylsham.models import Job
from tests.browser.journeys.conftest import Person
from tests.documents.making import picture

PHONE = {"width": 360, "height": 740}
#: Taps from "Log" in the phone's bar to the saved entry, keys not counted.
MOST_TAPS = 6


class Counting:
    """Counts what a thumb does on a page."""

    def __init__(self, person: Person):
        self.person, self.taps = person, 0

    def tap(self, what) -> None:
        what.click()
        self.person.page.wait_for_load_state("load")
        self.taps += 1


def delivered() -> list[str]:
    """Send what is queued; the texts, the newest last."""
    from django.core import mail

    before = len(mail.outbox)
    for job in Job.objects.filter(kind="mail", state="waiting").order_by("pk"):
        run_job(job.pk)
    return [message.body for message in mail.outbox[before:]]


def test_a_contact_is_logged_in_six_taps(open_person):
    assistant = open_person(**PHONE).come_back_as("assistant@demo.example").go("/bure-valley/")
    page = assistant.page
    thumb = Counting(assistant)
    thumb.tap(page.get_by_label("Phone").get_by_role("link", name="Log"))
    thumb.tap(page.locator("main .ay-people a").first)
    name = page.locator("main input[name=contact]").first
    assert name.is_checked()  # who is called first is chosen already
    thumb.tap(page.get_by_text("Phone", exact=True))
    thumb.tap(page.get_by_label("What was agreed"))
    page.keyboard.type("Spare glasses are in the bag from Monday.")
    thumb.tap(page.get_by_role("button", name="Save"))
    assert "Spare glasses are in the bag from Monday." in assistant.text
    assert thumb.taps <= MOST_TAPS
    assert not assistant.is_too_wide()
    assert assistant.violations() == []
    assert assistant.faults == []


def test_with_an_action_and_without_script(open_person):
    assistant = open_person(**PHONE, script=False).come_back_as("assistant@demo.example")
    assistant.go("/bure-valley/log/").page.locator("main .ay-people a").first.click()
    page = assistant.page
    page.locator("label", has_text="Phone").first.click()
    page.get_by_text("Somebody will do something").click()
    page.get_by_label("Somebody will", exact=False).last.fill("Send the form home")
    assistant.press("Save")
    assert "Send the form home" in assistant.text


def test_a_parent_is_asked_and_answers(open_person):
    delivered()
    assistant = open_person(**PHONE).come_back_as("assistant@demo.example")
    assistant.go("/bure-valley/requests/")
    assistant.page.locator("main tbody th a").first.click()
    assistant.page.wait_for_load_state("load")
    address = assistant.page.url.removeprefix(assistant.address)
    assistant.go(re.sub(r"asks/.*", "family/", address))
    assistant.follow("Ask for views")
    page = assistant.page
    assert assistant.violations() == []
    page.get_by_label("Your message").fill("Before we meet in December.")
    assistant.press("Send the link")
    assert "The link is on its way" in assistant.text
    [body] = [text for text in delivered() if "/contribute/" in text]
    path = re.search(r"/contribute/[\w-]+/", body).group()

    parent = open_person(**PHONE).go(path)
    assert parent.violations() == []
    parent.press("Send me a code")
    assert parent.violations() == []
    code = re.search(r"^\d{6}$", delivered()[-1], re.M).group()
    parent.page.get_by_label("Code from the e-mail").fill(code)
    parent.press("Go on")
    assert parent.violations() == []
    assert not parent.is_too_wide()
    box = parent.page.get_by_label("What is going well?")
    box.fill("He tells us about his day.")
    parent.page.get_by_text(re.compile(r"Draft saved at \d\d:\d\d")).wait_for()
    parent.go(path)  # the screen was locked; the page is opened again
    assert box.input_value() == "He tells us about his day."
    box.fill("He tells us about his day. And sings.")
    photo = {"name": "drawing.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    parent.page.get_by_label("Add a photo or a file").set_input_files(photo)
    parent.press("Add it")
    assert "drawing.jpg" in parent.text
    assert parent.violations() == []
    assert not parent.is_too_wide()
    parent.go(path)
    assert "drawing.jpg" in parent.text
    assert box.input_value() == "He tells us about his day. And sings."
    parent.press("Send my answers")
    assert parent.title == "Thank you"
    assert parent.violations() == []
    parent.page.go_back()
    assert "He tells us" not in parent.page.content()
    assert parent.faults == []


def test_a_parent_answers_without_script(open_person):
    delivered()
    assistant = open_person().come_back_as("assistant@demo.example").go("/bure-valley/requests/")
    assistant.page.locator("main tbody th a").first.click()
    assistant.page.wait_for_load_state("load")
    address = assistant.page.url.removeprefix(assistant.address)
    assistant.go(re.sub(r"asks/.*", "family/", address))
    assistant.follow("Ask for views")
    assistant.press("Send the link")
    [body] = [text for text in delivered() if "/contribute/" in text]
    path = re.search(r"/contribute/[\w-]+/", body).group()
    parent = open_person(**PHONE, script=False).go(path)
    parent.press("Send me a code")
    code = re.search(r"^\d{6}$", delivered()[-1], re.M).group()
    parent.page.get_by_label("Code from the e-mail").fill(code)
    parent.press("Go on")
    parent.page.get_by_label("What helps?").fill("Maps")
    parent.press("Save and finish later")
    assert "Saved." in parent.text
    parent.go(path)
    assert parent.page.get_by_label("What helps?").input_value() == "Maps"
    parent.press("Send my answers")
    assert parent.title == "Thank you"
