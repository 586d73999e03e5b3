"""What is recorded in the scenarios: each step by the words that stand in their tables."""

import datetime as dt
from uuid import uuid4

from aylsham.changes import version_of
from lac.selectors.delegations import mark_of
from lac.services.carried import set_apart_after_adoption
from lac.services.declarations import set_delegations
from lac.services.periods import leave_care
from pupils.codes import ImportKind
from pupils.models import IncomingRecord, Pupil
from pupils.selectors.letters.page import page_of
from pupils.services.bookings.booking import book_slot
from pupils.services.contributions.voices import record_voice
from pupils.services.details import (
    CONTACT_FIELDS,
    PUPIL_FIELDS,
    add_contact,
    change_contact,
    correct_pupil,
)
from pupils.services.documents.filing import file_document
from pupils.services.documents.photos import set_photo
from pupils.services.family import add_home, end_order, record_order
from pupils.services.importing.lifecycle import undo_import
from pupils.services.importing.running import run_import
from pupils.services.meetings.inviting import Guest
from pupils.services.meetings.planning import hold_meeting
from pupils.services.strategies import add_strategy
from pupils.services.talks import log_talk
from tests.documents.making import pdf, picture, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.lac.makers import a_person, a_placement, in_care
from tests.lac.pep_makers import a_pep, written
from tests.lac.scenes.world import World, step
from tests.pupils.family.invited import Guest as Invited
from tests.pupils.family.invited import ask_parent, deliver, secret_in
from tests.pupils.importing.makers import child as row_of
from tests.pupils.importing.makers import csv_bytes, upn
from tests.pupils.letters.makers import head, letters_to_family
from tests.pupils.meetings.makers import planned
from tests.pupils.meetings.makers import secret_in as secret_of_meeting
from tests.pupils.moving.makers import sent as sent_away
from tests.pupils.parents.makers import offered, slot_at

DAY = dt.timedelta(days=1)
OLD_UPN, NEW_UPN = upn(11), upn(12)
EVIDENCE = "Sealmark copy in the safe"


def contact(world: World, who: str, name: str, child: str = "child", **more):
    """Somebody in the child's life."""
    facts = {
        "relationship": who.capitalize(),
        "email": f"{who.replace(' ', '')}@home.example",
        "has_parental_responsibility": True,
    } | more
    pupil = world.children[child]
    world.people[who] = add_contact(pupil=pupil, by=world.by, name=name, **facts)


def home(world: World, name: str, address: str, child: str = "child", **more):
    return add_home(pupil=world.children[child], by=world.by, name=name, address=address, **more)


def order(world: World, who: str, kind: str, **more):
    facts = {"starts_on": TODAY, "ends_on": None, "evidence": EVIDENCE, "says": "Saysmark"} | more
    return record_order(contact=world.people[who], by=world.by, kind=kind, **facts)


# --- Two homes ----------------------------------------------------------------------------------


@step("mother at Heronmark, father at Gullmark")
def two_homes(world: World) -> None:
    hers = home(world, "Mum's", "14 Heronmark Lane")
    his = home(world, "Dad's", "3 Gullmark Close")
    contact(world, "mother", "Sarah Mothermark", home=hers, phone="01999 111000")
    contact(world, "father", "Tom Fathermark", home=his, phone="01999 222000")


@step("the mother’s address is withheld")
def withheld(world: World) -> None:
    from pupils.services.family import HOME_FIELDS, change_home

    row = world.people["mother"].home
    row.school, row.pupil = world.school, world.child
    change_home(
        home=row, version=version_of(row, HOME_FIELDS), by=world.by, withheld="everybody",
        withheld_why="Whymark, police",
    )  # fmt: skip


@step("the father is barred: no contact")
def no_contact(world: World) -> None:
    order(world, "father", "no_contact")


@step("the father is told nothing")
def no_information(world: World) -> None:
    order(world, "father", "no_information")


@step("a prohibited steps order keeps the father from information")
def prohibited(world: World) -> None:
    order(world, "father", "prohibited", stops_information=True)


@step("a non-molestation order about the father")
def non_molestation(world: World) -> None:
    order(world, "father", "non_molestation")


@step("the father has no parental responsibility")
def not_responsible(world: World) -> None:
    row = world.people["father"]
    values = {name: getattr(row, name) for name in CONTACT_FIELDS}
    world.people["father"] = change_contact(
        contact=row, version=version_of(row, CONTACT_FIELDS), by=world.by,
        **values | {"has_parental_responsibility": False},
    )  # fmt: skip


@step("a grandmother cares by agreement")
def grandmother(world: World) -> None:
    contact(
        world, "grandmother", "Rose Granmark", has_parental_responsibility=False,
        home=home(world, "Gran's", "5 Wrenmark Road"),
    )  # fmt: skip
    world.kept["agreement"] = order(world, "grandmother", "delegated", starts_on=TODAY - 9 * DAY)


@step("the grandmother’s agreement ended yesterday")
def grandmother_ended(world: World) -> None:
    row = world.kept["agreement"]
    row.school, row.pupil = world.school, world.child
    end_order(order=row, last_day=TODAY - DAY, by=world.by)


@step("the mother married: Weddingmark")
def married(world: World) -> None:
    row = world.people["mother"]
    values = {name: getattr(row, name) for name in CONTACT_FIELDS}
    world.people["mother"] = change_contact(
        contact=row, version=version_of(row, CONTACT_FIELDS), by=world.by,
        **values | {"name": "Sarah Weddingmark"},
    )  # fmt: skip


@step("both share one mailbox")
def one_mailbox(world: World) -> None:
    row = world.people["mother"]
    values = {name: getattr(row, name) for name in CONTACT_FIELDS}
    world.people["mother"] = change_contact(
        contact=row, version=version_of(row, CONTACT_FIELDS), by=world.by,
        **values | {"email": "father@home.example"},
    )  # fmt: skip


@step("a half-sister with another father")
def half_sister(world: World) -> None:
    pupil = PupilFactory(
        school=world.school, class_group=world.group, first_name="Halfmark", last_name="Sister",
        on_register=True,
    )  # fmt: skip
    world.children["half-sister"] = pupil
    contact(
        world, "her father", "Olaf Otherdadmark", child="half-sister", email="olaf@home.example"
    )


# --- What is said and sent ----------------------------------------------------------------------


@step("pages are sent to both")
def pages_to_both(world: World) -> None:
    for who in ("mother", "father"):
        world.opens_page(who)


@step("each parent told something")
def each_told(world: World) -> None:
    for who, mark in (("mother", "Kitemark"), ("father", "Finchmark")):
        row = world.people[who]
        log_talk(
            pupil=world.child, key=uuid4(), by=world.by, on=TODAY, how="phone", outcome="held",
            contact=row, who=row.name, agreed=mark,
        )  # fmt: skip
        record_voice(
            pupil=world.child, kind="parent_views", contact=row, given_on=TODAY, given_how="paper",
            said_by=row.name, by=world.by, answers=[{"question": "?", "answer": f"{mark}view"}],
        )  # fmt: skip


@step("views are asked of the mother by link")
def asks_mother(world: World) -> None:
    _asked_by_link(world, "mother")


@step("views are asked of the father by link")
def asks_father(world: World) -> None:
    _asked_by_link(world, "father")


def _asked_by_link(world: World, who: str) -> None:
    row = world.people[who]
    if world.tried(f"link of {who}", lambda: ask_parent(row, world.by)) is None:
        return
    message = next(m for m in reversed(deliver()) if row.email in m.to)
    guest = Invited(secret_in(message)).open()
    world.kept[f"link of {who}"] = (guest.client, f"{guest.base}answer/")


@step("letters are begun to the family")
def letters(world: World) -> None:
    head(world.school)
    for letter in letters_to_family(world.child, "send_provision", world.by):
        page = page_of(letter, world.school)
        who = next(w for w, row in world.people.items() if row.name in letter.to_name)
        world.kept[f"letter of {who}"] = page.plain_words + page.to_address


@step("a meeting to which both are invited")
def meeting_of_both(world: World) -> None:
    guests = [Guest(contact=world.people[who], is_checked=True) for who in ("mother", "father")]
    found = world.tried("meeting", lambda: planned(world.child, world.by, *guests))
    if found is None:
        return
    world.kept["meeting"] = found
    from django.test import Client

    for message in deliver():
        for who in ("mother", "father"):
            if world.people[who].email in message.to and "/contribute/meeting/" in message.body:
                path = f"/contribute/meeting/{secret_of_meeting(message)}/"
                world.kept[f"reply of {who}"] = (Client(), path)
                world.kept[f"calendar of {who}"] = (Client(), f"{path}calendar/")


@step("a meeting to which the mother alone is invited")
def meeting_of_mother(world: World) -> None:
    world.kept["meeting"] = planned(
        world.child, world.by, Guest(contact=world.people["mother"], is_checked=True),
        place="Lairmark room",
    )  # fmt: skip
    deliver()


@step("the meeting was held, with minutes that name the father")
def minutes(world: World) -> None:
    from pupils.models import AgendaItem, Meeting
    from pupils.services.meetings.inviting import MeetingInvitee
    from pupils.services.meetings.minutes import (
        ITEM_FIELDS,
        ItemWords,
        finish_minutes,
        write_minutes,
    )

    row = world.kept["meeting"]
    Meeting.objects.filter(pk=row.pk).update(on=TODAY)
    row = Meeting.objects.select_related("school", "pupil").get(pk=row.pk)
    came = [i.pk for i in MeetingInvitee.objects.filter(meeting=row)]
    row = hold_meeting(meeting=row, came=came, is_parent_meeting=True, by=world.by)
    item = AgendaItem.objects.filter(meeting=row).first()
    words = ItemWords(
        item.pk, "Tom Fathermark must not come. Minutemark.", version_of(item, ITEM_FIELDS)
    )
    assert write_minutes(meeting=row, words=[words], sitting=uuid4(), by=world.by) == []
    finish_minutes(meeting=row, by=world.by)


@step("both may book a time, and the mother took 15:00")
def booked(world: World) -> None:
    round_ = offered([world.child], world.by)
    world.kept["round"] = round_.pk
    for who in ("mother", "father"):
        world.opens_page(who)
    book_slot(slot=slot_at(round_, "15:00"), contact=world.people["mother"], by=world.by)
    deliver()


# --- Care ---------------------------------------------------------------------------------------


@step("the child is in care: Carermark, Workermark, Councilmark")
def care(world: World) -> None:
    in_care(world.child, placing_authority="Councilmark", legal_status="full")
    a_person(world.child, name="Ada Workermark", email="worker@council.example")
    hidden = home(
        world, "Foster home", "9 Foxmark Way", withheld="everybody", withheld_why="Placement"
    )
    contact(
        world, "carer", "Mrs Carermark", home=hidden, has_parental_responsibility=False,
        phone="01999 333000",
    )  # fmt: skip
    order(world, "carer", "delegated", starts_on=TODAY - 9 * DAY)
    world.kept["placement"] = a_placement(
        world.child, contact=world.people["carer"], with_whom="", home=hidden,
        council_area="Areamark",
    )  # fmt: skip


@step("the birth mother lives at Heronmark")
def birth_mother(world: World) -> None:
    hers = home(world, "Birth mother's", "14 Heronmark Lane")
    contact(world, "birth mother", "Bea Birthmark", home=hers, phone="01999 111000")


@step("photographs need the social worker")
def photographs(world: World) -> None:
    set_delegations(
        pupil=world.child, said={"photographs": ("worker", "Notemark")}, since=TODAY,
        version=mark_of([]), by=None,
    )  # fmt: skip


@step("a PEP with the carer’s and the child’s words")
def pep(world: World) -> None:
    row = a_pep(world.child, world.by)
    written(row, "child", "Childmark words")
    written(row, "identity", "Identitymark", done=False)
    world.kept["pep"] = row.pk


@step("a sibling in another placement: Sibmark")
def sibling(world: World) -> None:
    pupil = PupilFactory(
        school=world.school, class_group=world.group, first_name="Sibmark", last_name="Quillmark",
        on_register=True,
    )  # fmt: skip
    world.children["sibling"] = pupil
    in_care(pupil, placing_authority="Councilmark")
    a_placement(pupil, with_whom="Mr Siblingcarermark", council_area="Elsewheremark")
    contact(world, "sibling’s carer", "Mr Siblingcarermark", child="sibling")


@step("the former carer had a link and a page")
def former_links(world: World) -> None:
    world.opens_page("carer")
    _asked_by_link(world, "carer")


@step("the carer no longer cares")
def carer_ended(world: World) -> None:
    from pupils.models import ContactOrder

    row = ContactOrder.objects.get(contact=world.people["carer"])
    row.school, row.pupil = world.school, world.child
    end_order(order=row, last_day=TODAY - DAY, by=world.by)


# --- What helps -----------------------------------------------------------------------------------


@step("a strategy: Helpmark")
def helps(world: World) -> None:
    add_strategy(pupil=world.child, text="Helpmark", since_on=TODAY, tier="T", by=None)


@step("a photo")
def photo(world: World) -> None:
    set_photo(pupil=world.child, upload=upload("a.jpg", picture()), by=world.by)


@step("a session away from class: Clubmark")
def club(world: World) -> None:
    from pupils.services.actions import NewAction, Owner, add_action

    add_action(
        pupil=world.child, agreed_on=TODAY, by=world.by,
        action=NewAction("Clubmark hall, Friday at 16:00", Owner(user=world.by), TODAY),
    )  # fmt: skip


# --- Adoption -------------------------------------------------------------------------------------


@step("a child in care with a life at school")
def before(world: World) -> None:
    pupil = world.child
    Pupil.objects.filter(pk=pupil.pk).update(
        first_name="Zephyrine", last_name="Quillmark", upn=OLD_UPN, mis_id="00417"
    )
    pupil.refresh_from_db()
    pupil.school = world.school
    birth_mother(world)
    care(world)
    helps(world)
    file_document(
        pupil=pupil, kind="slt", upload=upload("Quillmark.pdf", pdf("Quillmark speaks")),
        title="Papermark of Quillmark", by=world.by,
    )  # fmt: skip


@step("the child was adopted")
def adopted(world: World) -> None:
    period = world.child.care_periods.get(ends_on=None)
    period.school, period.pupil = world.school, world.child
    leave_care(period=period, last_day=TODAY - DAY, through="A", by=world.by)


@step("the old record is set apart")
def apart(world: World) -> None:
    world.children["old"] = set_apart_after_adoption(
        pupil=world.child, last_day=TODAY - DAY, by=world.by
    )


def _roll(world: World, **more) -> None:
    facts = {
        "Forename": "Zephyrine", "Surname": "Newmark", "Date of birth": "14/03/2018",
        "UPN": NEW_UPN, "Year group": "4", "Class": "Hazel",
    } | more  # fmt: skip
    world.kept["import"] = run_import(
        school=world.school, kind=ImportKind.ROLL, data=csv_bytes([row_of(12, **facts)]),
        name="roll.csv", today=TODAY, by=world.by, is_written=True,
    )  # fmt: skip
    new = Pupil.objects.filter(school=world.school).exclude(
        pk__in=[pupil.pk for pupil in world.children.values()]
    )
    if found := new.first():
        Pupil.objects.filter(pk=found.pk).update(class_group=world.group)
        found.refresh_from_db()
        found.school = world.school
        world.children["new"] = found


@step("a roll brings the new name")
def new_roll(world: World) -> None:
    _roll(world)


@step("a roll brings the new name with the old admission number")
def new_roll_same_number(world: World) -> None:
    _roll(world, **{"Admission number": "417"})


@step("a roll brings the new name with the old UPN as former UPN")
def new_roll_former(world: World) -> None:
    _roll(world, **{"Former UPN": OLD_UPN})


@step("the adopters are on the new record")
def adopters(world: World) -> None:
    hers = home(world, "Home", "1 Larkmark Hill", child="new")
    contact(world, "adopter", "Alex Adoptmark", child="new", home=hers)


@step("the roll is taken back")
def roll_undone(world: World) -> None:
    from pupils.models import FileImport

    undo_import(file_import=FileImport.objects.latest("pk"), by=world.by)
    del world.children["new"]


@step("the same record was given the new name instead")
def renamed(world: World) -> None:
    row = Pupil.objects.select_related("school").get(pk=world.child.pk)
    world.children["child"] = correct_pupil(
        pupil=row, changes={"last_name": "Newmark", "upn": NEW_UPN, "first_name": "Zephyra"},
        version=version_of(row, PUPIL_FIELDS), by=world.by,
    )  # fmt: skip


@step("another school sends a child with the old UPN")
def pack_comes(world: World) -> None:
    other = SchoolFactory(federation=world.school.federation, slug="fenside", name="Fenside")
    pupil = PupilFactory(school=other, first_name="Wander", last_name="Otherwise", upn=OLD_UPN)
    sent_away(pupil, by=member(other), there=world.school)
    behind_the_wall(world.school)
    incoming = IncomingRecord.objects.get(school=world.school)
    world.kept["incoming"] = f"moves/incoming/{incoming.pk}/"
