"""Separated parents, withheld addresses, orders that begin and end: nothing leaks.

A table that a SENDCo can read. In every scenario the child has a mother in one home and a second
person, "them". Everything known about the child carries a mark of its own; what them may be given
is listed, and every other mark must be absent from page, print, e-mail and file.
"""

import datetime as dt
from dataclasses import dataclass, field
from uuid import uuid4

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents.rendering import PdfProblem
from pupils.models import Contact
from pupils.rules.sharing import Answer, Thing, ThingKind
from pupils.selectors.sharing import may_receive
from pupils.services.actions import NewAction, Owner
from pupils.services.contributions.voices import record_voice
from pupils.services.details import add_contact
from pupils.services.family import add_home, record_order
from pupils.services.talks import log_talk
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.pupils.family.invited import ask_parent, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)

#: Every mark, and what carries it.
MARKS = {
    "own home": "Gullmark",
    "own talk": "Finchmark",
    "own sensitive talk": "Larkmark",
    "own views": "Crowmark",
    "own action": "Jaymark",
    "mother's home": "Heronmark",
    "mother's phone": "01632960111",
    "mother's talk": "Kitemark",
    "mother's views": "Robinmark",
    "mother's action": "Ternmark",
    "child's views": "Wrenmark",
    "advice": "Ravenmark",
    "sensitive advice": "Rookmark",
}
OWN = {"own home", "own talk", "own views", "own action"}
SENSITIVE = {"own sensitive talk", "sensitive advice"}
ABOUT_CHILD = {"child's views", "advice"}
#: A parent in another home, without any order.
PARENT = OWN | SENSITIVE | ABOUT_CHILD
#: A parent from whom places and times are kept: by an order, or by a withheld address.
KEPT_AWAY = OWN | {"own sensitive talk"}
#: Somebody who acts as a parent without being one.
DELEGATE = OWN | ABOUT_CHILD
#: Somebody who lives with the mother is told what she is told.
TOGETHER = {"mother's talk", "mother's views", "mother's action"}
NOTHING: set[str] = set()


@dataclass(frozen=True)
class Scenario:
    """What is recorded, and what may be given."""

    name: str
    sees: set
    responsibility: bool | None = True
    withheld: str = "nobody"  # the mother's address
    named: bool = False  # withheld from them by name
    orders: tuple = ()  # (kind, starts in days, ends in days or None, further effects)
    lives: str = "own home"
    letters: bool | None = None
    asked: bool = True
    options: dict = field(default_factory=dict)


def order(kind: str, starts: int = -30, ends: int | None = None, **means):
    return (kind, starts, ends, means)


S = Scenario
SCENARIOS = [
    S("two homes, both parents responsible", PARENT),
    S("a father of whom nobody knows where he lives", PARENT - {"own home"}, lives="unknown"),
    S("parents who live together", (PARENT | TOGETHER | {"mother's home"}) - {"own home"}, lives="mother's home"),
    S("address withheld from everybody", KEPT_AWAY, withheld="everybody"),
    S("address withheld from him by name", KEPT_AWAY, withheld="named", named=True),
    S("address withheld by name from somebody else", PARENT, withheld="named"),
    S("withheld from everybody, he lives nowhere known", KEPT_AWAY - {"own home"}, withheld="everybody", lives="unknown"),
    S("withheld from everybody, but he lives there", (PARENT | TOGETHER | {"mother's home"}) - {"own home"}, withheld="everybody", lives="mother's home"),
    S("withheld by name from somebody recorded as living there", ((KEPT_AWAY | TOGETHER) - {"own home"}), withheld="named", named=True, lives="mother's home"),
    S("no contact, without an end", KEPT_AWAY, orders=(order("no_contact"),)),
    S("no contact, ended yesterday", PARENT, orders=(order("no_contact", ends=-1),)),
    S("no contact, today is its last day", KEPT_AWAY, orders=(order("no_contact", ends=0),)),
    S("no contact, until tomorrow", KEPT_AWAY, orders=(order("no_contact", ends=1),)),
    S("no contact, begins today", KEPT_AWAY, orders=(order("no_contact", starts=0),)),
    S("no contact, begins tomorrow", PARENT, orders=(order("no_contact", starts=1),)),
    S("no contact ended, a new one holds", KEPT_AWAY, orders=(order("no_contact", ends=-1), order("no_contact", starts=0))),
    S("no contact and a withheld address", KEPT_AWAY, withheld="everybody", orders=(order("no_contact"),)),
    S("no contact ended, address still withheld", KEPT_AWAY, withheld="everybody", orders=(order("no_contact", ends=-1),)),
    S("non-molestation order", KEPT_AWAY, orders=(order("non_molestation"),)),
    S("non-molestation order, ended", PARENT, orders=(order("non_molestation", ends=-1),)),
    S("told nothing, by order", NOTHING, orders=(order("no_information"),), asked=False),
    S("told nothing, ended yesterday", PARENT, orders=(order("no_information", ends=-1),)),
    S("told nothing, last day today", NOTHING, orders=(order("no_information", ends=0),), asked=False),
    S("told nothing, from tomorrow", PARENT, orders=(order("no_information", starts=1),)),
    S("told nothing, though he lives with the mother", NOTHING, orders=(order("no_information"),), lives="mother's home", asked=False),
    S("prohibited steps that stop information", NOTHING, orders=(order("prohibited", stops_information=True),), asked=False),
    S("prohibited steps about something else", PARENT, orders=(order("prohibited"),)),
    S("prohibited steps that stop contact", KEPT_AWAY, orders=(order("prohibited", stops_contact=True),)),
    S("lives with the mother by order, sees him at weekends", PARENT, orders=(order("spends_time"),)),
    S("supervised contact only: recorded as no contact", KEPT_AWAY, orders=(order("spends_time", stops_contact=True),)),
    S("no responsibility", NOTHING, responsibility=False, asked=False),
    S("nobody has said whether he is responsible", NOTHING, responsibility=None, asked=False),
    S("no responsibility, lives with the mother", NOTHING, responsibility=False, lives="mother's home", asked=False),
    S("grandmother with delegated responsibility", DELEGATE, responsibility=False, orders=(order("delegated"),)),
    S("delegated, nobody has said more", DELEGATE, responsibility=None, orders=(order("delegated"),)),
    S("delegated, ended yesterday", NOTHING, responsibility=False, orders=(order("delegated", ends=-1),), asked=False),
    S("delegated, last day today", DELEGATE, responsibility=False, orders=(order("delegated", ends=0),)),
    S("delegated, from tomorrow", NOTHING, responsibility=False, orders=(order("delegated", starts=1),), asked=False),
    S("delegated, but told nothing by order", NOTHING, responsibility=False, orders=(order("delegated"), order("no_information")), asked=False),
    S("delegated, address withheld from everybody", OWN, responsibility=False, withheld="everybody", orders=(order("delegated"),)),
    S("delegated, no contact", OWN, responsibility=False, orders=(order("delegated"), order("no_contact"))),
    S("special guardian", DELEGATE, responsibility=False, orders=(order("guardian"),)),
    S("stepfather with an agreement, lives with the mother", (DELEGATE | TOGETHER | {"mother's home"}) - {"own home"}, responsibility=False, orders=(order("delegated"),), lives="mother's home"),
    S("responsible, gets no letters", PARENT, letters=False, asked=False),
    S("responsible, gets letters, no contact", KEPT_AWAY, letters=True, orders=(order("no_contact"),)),
]  # fmt: skip


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def build(school, scenario: Scenario) -> tuple[Contact, object]:
    """The family of a scenario, everything with its mark."""
    by = member(school)
    child = PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")
    mothers = add_home(pupil=child, by=by, name="Mum's", address=f"1 {MARKS["mother's home"]} Lane")
    own = add_home(pupil=child, by=by, name="Own", address=f"2 {MARKS['own home']} Road")
    homes = {"own home": own, "mother's home": mothers, "unknown": None}
    mother = add_contact(
        pupil=child, by=by, name="Ann Moss", has_parental_responsibility=True,
        home=mothers, phone=MARKS["mother's phone"],
    )  # fmt: skip
    them = add_contact(
        pupil=child, by=by, name="Ben Reed", relationship="Father", email="them@home.example",
        has_parental_responsibility=scenario.responsibility, home=homes[scenario.lives],
        receives_letters=scenario.letters,
    )  # fmt: skip
    aunt = add_contact(pupil=child, by=by, name="Cat Ford", relationship="Aunt")
    withhold(child, mothers, scenario, [them if scenario.named else aunt], by)
    for kind, starts, ends, means in scenario.orders:
        record_order(
            contact=them,
            kind=kind,
            starts_on=TODAY + starts * DAY,
            ends_on=None if ends is None else TODAY + ends * DAY,
            evidence="Sealed copy seen in the office",
            by=by,
            **means,
        )
    say(child, them, "own", by, sensitive="own sensitive talk")
    say(child, mother, "mother's", by)
    views(child, None, "pupil_views", "child's views", by)
    views(child, None, "advice", "advice", by)
    views(child, None, "advice", "sensitive advice", by, sensitivity=Sensitivity.SENSITIVE)
    return them, by


def withhold(child, home, scenario, named, by) -> None:
    from aylsham.changes import version_of
    from pupils.services.family import HOME_FIELDS, change_home

    change_home(
        home=home,
        version=version_of(home, HOME_FIELDS),
        by=by,
        withheld=scenario.withheld,
        withheld_why="" if scenario.withheld == "nobody" else "Police, June",
        withheld_from=named if scenario.withheld == "named" else (),
    )


def say(child, contact, whose: str, by, sensitive: str = "") -> None:
    """A talk with an action, and views."""
    facts = {"on": TODAY, "how": "phone", "outcome": "held", "contact": contact}
    log_talk(
        pupil=child, key=uuid4(), by=by, who=contact.name, agreed=MARKS[f"{whose} talk"],
        actions=[NewAction(MARKS[f"{whose} action"], Owner(user=by), TODAY)], **facts,
    )  # fmt: skip
    if sensitive:
        log_talk(
            pupil=child, key=uuid4(), by=by, who=contact.name, agreed=MARKS[sensitive],
            sensitivity=Sensitivity.SENSITIVE, **facts,
        )  # fmt: skip
    views(child, contact, "parent_views", f"{whose} views", by)


def views(child, contact, kind: str, mark: str, by, **more) -> None:
    record_voice(
        pupil=child, kind=kind, contact=contact, given_on=TODAY, given_how="paper",
        said_by=contact.name if contact else "Somebody", by=by,
        answers=[{"question": "What helps?", "answer": MARKS[mark]}], **more,
    )  # fmt: skip


def found_in(text: str) -> set[str]:
    """The things whose mark a text holds."""
    return {thing for thing, mark in MARKS.items() if mark in text}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.name)
def test_page_print_email_and_file_give_no_more(school, scenario, monkeypatch):
    them, by = build(school, scenario)
    printed: list[str] = []
    monkeypatch.setattr(
        "pupils.views.sheets.write_pdf", lambda html: printed.append(html) or b"%PDF-"
    )
    client = client_of(by)
    page = f"/oakfield/children/{them.pupil_id}/family/{them.pk}/sees/"
    assert found_in(text_of(client.get(page))) == scenario.sees
    assert found_in(client.get(f"{page}?as=csv").content.decode()) == scenario.sees
    client.get(f"{page}?as=pdf")
    assert found_in(printed[0]) == scenario.sees
    if not scenario.asked:
        with pytest.raises(TransitionNotAllowed):
            ask_parent(them, by)
        assert deliver() == []
        return
    ask_parent(them, by)
    [message] = deliver()
    words = f"{message.subject} {message.body} {message.message()}"
    assert found_in(words) == set()
    assert "Zephyrine" not in words
    assert "Quillmark" not in words


def test_there_are_forty_scenarios_and_each_mark_is_given_in_one():
    assert len({s.name for s in SCENARIOS}) >= 40
    given = set().union(*(s.sees for s in SCENARIOS))
    assert set(MARKS) - given == {"mother's phone"}


def verdict(contact: Contact, kind: ThingKind, **more):
    return may_receive(contact, Thing(kind, **more), today=TODAY)


class TestOtherThings:
    def parent(self, school, *orders, **more):
        them, _ = build(school, Scenario("", set(), orders=orders))
        for name, value in more.items():
            setattr(them, name, value)
        them.save()
        return them

    @pytest.mark.parametrize(
        ("may", "answer"), [(None, "refused"), (False, "refused"), (True, "allowed")]
    )
    def test_the_child_is_handed_over_only_if_somebody_said_so(self, school, may, answer):
        them = self.parent(school, may_collect=may)
        assert verdict(them, ThingKind.COLLECTION).answer == answer

    def test_an_order_keeps_the_child_from_being_handed_over(self, school):
        them = self.parent(school, order("no_contact"), may_collect=True)
        assert verdict(them, ThingKind.COLLECTION).is_refused

    def test_a_statutory_report_goes_to_who_gets_no_letters(self, school):
        them = self.parent(school, receives_letters=False)
        assert verdict(them, ThingKind.REPORT, is_statutory=True).answer == Answer.ALLOWED
        assert verdict(them, ThingKind.LETTER).is_refused

    def test_a_report_goes_to_a_parent_without_contact(self, school):
        them = self.parent(school, order("no_contact"))
        assert verdict(them, ThingKind.REPORT, is_statutory=True).answer == Answer.ALLOWED

    def test_no_joint_meeting_for_who_is_kept_away(self, school):
        them = self.parent(school, order("no_contact"))
        assert verdict(them, ThingKind.INVITATION, tells_whereabouts=True).is_refused

    def test_safeguarding_text_goes_to_nobody(self, school):
        them = self.parent(school)
        assert verdict(them, ThingKind.NOTES, sensitivity="sealed").is_refused

    def test_a_refusal_hides_every_home_and_everybodys_words(self, school):
        them = self.parent(school, order("no_information"))
        refused = verdict(them, ThingKind.PLAN)
        assert len(refused.hidden_homes) == 2
        assert len(refused.hidden_people) == 3

    def test_the_message_of_a_request_is_checked_for_whereabouts(self, school):
        them = self.parent(school, order("no_contact"))
        by = member(school)
        with pytest.raises(TransitionNotAllowed, match="who collects"):
            ask_parent(them, by, message="Football is on Mondays at four.")
        ask_parent(them, by, message="What helps at home?", is_checked=True)


def test_a_real_print_says_the_same(school):
    import subprocess

    them, by = build(school, SCENARIOS[3])
    page = f"/oakfield/children/{them.pupil_id}/family/{them.pk}/sees/?as=pdf"
    body = client_of(by).get(page).content
    out = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True)
    assert found_in(out.stdout.decode()) == SCENARIOS[3].sees
    assert "Confidential" in out.stdout.decode() and "Page 1 of" in out.stdout.decode()
    fonts = subprocess.run(["pdffonts", "-"], input=body, capture_output=True, check=True).stdout
    assert b"Atkinson" in fonts and b"DejaVu" not in fonts


def test_a_print_that_cannot_be_had_is_said_in_words(school, monkeypatch):
    def refuse(html):
        raise PdfProblem("PDFs need Pango.")

    monkeypatch.setattr("pupils.views.sheets.write_pdf", refuse)
    them, by = build(school, SCENARIOS[3])
    page = f"/oakfield/children/{them.pupil_id}/family/{them.pk}/sees/?as=pdf"
    answer = client_of(by).get(page)
    assert answer.status_code == 200
    assert "PDFs need Pango." in answer.content.decode()
