"""The school of a scenario, what can be recorded in it, and the places where somebody looks."""

import datetime as dt
import html
import json
from collections.abc import Callable
from typing import Any

from django.core import mail as outbox

from aylsham.access.exceptions import EXCEPTIONAL
from aylsham.access.roles import ROLES, Role
from aylsham.changes import TransitionNotAllowed
from aylsham.jobs.runner import run_job
from aylsham.models import Job, User
from aylsham.reminders.services import make_feed
from pupils.models import Contact, ParentPage, Pupil
from pupils.packing.making import record_of
from pupils.selectors.transfers.contents import contents_of
from pupils.services.classes import assign_adult, assign_supporter
from pupils.services.parents.pages import send_page, stop_barred
from pupils.transfer_codes import Held
from reports.digests.services import start_digests
from tests.conventions.addresses import addresses
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)
from tests.lac.reading_files import text_in
from tests.pages import client_of, search, text_of
from tests.pupils.family.invited import deliver
from tests.pupils.parents.makers import Parent, page_secret
from tests.school_years import school_year

#: Places by the first word of a look; each answers what a reader finds there.
PLACES: dict[str, Callable[..., str]] = {}
#: What can be recorded, by the words of a scenario.
STEPS: dict[str, Callable[..., None]] = {}


def place(name: str):
    """Register a place where somebody looks."""

    def keep(function):
        PLACES[name] = function
        return function

    return keep


def step(name: str):
    """Register something that can be recorded."""

    def keep(function):
        assert name not in STEPS, name
        STEPS[name] = function
        return function

    return keep


class World:
    """One school with a child, and whatever a scenario records."""

    def __init__(self):
        self.school = SchoolFactory(
            slug="oakfield", name="Oakfield Primary", live_from=dt.date(2025, 9, 1)
        )
        for year in (2025, 2026):
            school_year(self.school, year)
        self.group = ClassGroupFactory(school=self.school, name="Hazel")
        self.child: Pupil = PupilFactory(
            school=self.school, class_group=self.group, first_name="Zephyrine",
            last_name="Quillmark", on_register=True,
        )  # fmt: skip
        self.by: User = member(self.school, user__name="Helen Ward")
        self.children: dict[str, Pupil] = {"child": self.child}
        self.people: dict[str, Contact] = {}
        self.readers: dict[str, Parent] = {}
        #: Whatever else a step leaves for a place.
        self.kept: dict[str, Any] = {}
        #: Why something was refused, by the step that tried it.
        self.refused: dict[str, str] = {}
        self._staff: dict[str, User] = {}

    def somebody(self, role: str) -> User:
        """A person in a role who teaches and supports every child of the scenario."""
        if role not in self._staff:
            user = self._staff[role] = member(self.school, Role(role), user__name=f"The {role}")
            facts = {"user": user, "starts_on": SEPTEMBER, "by": None}
            assign_adult(class_group=self.group, role=Role(role), **facts)
            for pupil in {each.pk: each for each in self.children.values()}.values():
                assign_supporter(pupil=pupil, **facts)
        return self._staff[role]

    def tried(self, name: str, change: Callable[[], Any]) -> Any:
        """Do something that may be refused, and keep why."""
        try:
            return change()
        except TransitionNotAllowed as refused:
            self.refused[name] = str(refused)
            return None

    def opens_page(self, who: str) -> Parent | None:
        """Send a contact their page and come past the code; None where the school refuses."""
        contact = self.people[who]
        if self.tried(f"page of {who}", lambda: send_page(contact=contact, by=self.by)) is None:
            return None
        message = next(m for m in reversed(deliver()) if contact.email in m.to)
        self.readers[who] = Parent(page_secret(message)).open()
        return self.readers[who]


def words_of(response) -> str:
    """What an answer holds, its markup included: a leak in an attribute is one too."""
    if response.status_code != 200:
        return ""
    data = b"".join(response) if response.streaming else response.content
    return html.unescape(text_in(data))


@place("every page")
def every_page(world: World, role: str, of: str = "child") -> str:
    """All pages that a role may open of a child, and all lists of the school."""
    return "\n".join(_pages(world, role, of, whole=True))


@place("record")
def record(world: World, role: str, of: str = "child") -> str:
    """All pages of one child."""
    return "\n".join(_pages(world, role, of, whole=False))


def _pages(world: World, role: str, of: str, *, whole: bool):
    client = client_of(world.somebody(role))
    client.raise_request_exception = False
    may = ROLES[Role(role)].permissions | EXCEPTIONAL
    for page in addresses():
        if page.rule is None or page.rule.level != "school" or set(page.rows) - {"pupil"}:
            continue
        if page.rule.permission and page.rule.permission not in may:
            continue
        if page.is_child or whole:
            path = page.path(world.school, {"pupil": world.children[of].pk})
            response = client.get(path)
            if not response.streaming:
                yield words_of(response)


@place("school page")
def school_page(world: World, role: str, path: str) -> str:
    """One page of the school; its address may be one that a step kept."""
    path = world.kept.get(path, path)
    return words_of(client_of(world.somebody(role)).get(f"/oakfield/{path}"))


@place("page")
def child_page(world: World, role: str, path: str = "", of: str = "child") -> str:
    """One page of a child; what is refused is empty."""
    address = f"/oakfield/children/{world.children[of].pk}/{path}"
    return words_of(client_of(world.somebody(role)).get(address))


@place("search")
def searched(world: World, role: str, *words: str) -> str:
    """What the search box finds, without the words that were typed."""
    client = client_of(world.somebody(role))
    found = words_of(search(client, " ".join(words)))
    return found.replace(" ".join(words), "")


@place("federation search")
def searched_everywhere(world: World, role: str, words: str) -> str:
    """What the search box of all schools finds, without the words that were typed."""
    client = client_of(world.somebody(role))
    return words_of(search(client, words, "/federation/search/")).replace(words, "")


@place("break glass")
def broken(world: World, role: str, name: str) -> str:
    """What somebody is told who asks for a child by name and birthday in an emergency."""
    client = client_of(world.somebody(role))
    facts = {"name": name, "born_on": "14/03/2018", "reason": "Seizure at the gate"}
    return words_of(client.post("/oakfield/emergency/", facts, follow=True)).replace(name, "")


@place("exports")
def exports(world: World, role: str) -> str:
    """The register, the list of children and the census check as files."""
    client = client_of(world.somebody(role))
    paths = ("register/export/?as=csv", "children/export/?as=csv", "register/census/")
    return "\n".join(words_of(client.get(f"/oakfield/{path}")) for path in paths)


@place("parent page")
def parent_page(world: World, who: str) -> str:
    """What a contact reads at their secret address, as it is now."""
    reader = world.readers.get(who) or world.opens_page(who)
    if reader is None:
        return ""
    parts = ["home/", f"times/?round={world.kept.get('round', '')}"]
    return "\n".join(words_of(reader.get(part)) for part in parts)


@place("what a person may have")
def sees(world: World, who: str) -> str:
    """The sheet of what may be handed to a contact, on screen and as a file, as the office has it."""
    client = client_of(world.by)
    contact = world.people[who]
    path = f"/oakfield/children/{contact.pupil_id}/family/{contact.pk}/sees/"
    files = [words_of(client.get(f"{path}?as={kind}")) for kind in ("pdf", "csv")]
    return "\n".join([*files, html.unescape(text_of(client.get(path)))])


@place("mail to")
def mail_to(world: World, address: str) -> str:
    """Every e-mail to an address, with its other readers and its attachments."""
    deliver()
    said = []
    for message in outbox.outbox:
        readers = [*message.to, *message.cc, *message.bcc]
        if address in readers:
            said += [message.subject, message.body, " ".join(readers)]
            said += [str(part) for part in message.attachments]
    return "\n".join(said)


@place("digest")
def digest(world: World, role: str) -> str:
    """The calendar feed and the daily e-mail of a colleague."""
    user = world.somebody(role)
    client = client_of(user)
    _, secret = make_feed(by=user, federation=world.school.federation, school=None)
    start_digests(dt.datetime.combine(TODAY, dt.time(7, 2)))
    for _ in range(2):
        for job_id in list(Job.objects.to_be_taken().values_list("pk", flat=True)):
            run_job(job_id)
    mails = [m for m in outbox.outbox if user.email in m.to]
    said = "\n".join(f"{m.subject}\n{m.body}" for m in mails)
    return client.get(f"/calendar/{secret}.ics").content.decode() + said


@place("pack")
def pack(world: World, of: str = "child", *include: str) -> str:
    """The record as another school gets it."""
    pupil = Pupil.objects.select_related("school").get(pk=world.children[of].pk)
    found = contents_of(pupil, include=tuple(Held(each) for each in include))
    told = record_of(found, school=world.school, made_on="2026-11-23")
    return json.dumps(told, ensure_ascii=False, default=str)


@place("kept")
def kept(world: World, name: str) -> str:
    """What a step left."""
    return str(world.kept.get(name, ""))


@place("why refused")
def refused(world: World, name: str) -> str:
    """What whoever tried is told."""
    return world.refused.get(name, "")


@place("link")
def link(world: World, name: str) -> str:
    """What stands behind a secret address that a step kept: `(client, path)`."""
    if name not in world.kept:
        return ""  # none was sent
    client, path = world.kept[name]
    behind_the_wall(world.school)
    return words_of(client.get(path))


@place("parents’ pages")
def live_pages(world: World) -> str:
    """Whose pages are live after the night."""
    stop_barred(school=world.school, today=TODAY)
    rows = ParentPage.objects.filter(school=world.school, stopped_on=None)
    return " ".join(rows.values_list("contact__name", flat=True))
