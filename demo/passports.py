"""Passports of the demonstration: two classes in full and some children elsewhere, in every state."""

import datetime as dt
import json
from collections.abc import Iterator

from aylsham import clock
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.federation import SAMPLES
from pupils.codes import PassportPart
from pupils.models import Need, PassportText, Pupil, StatusPeriod
from pupils.rules.lines import LineKey
from pupils.selectors.passports.easy import key_of
from pupils.services.library import add_to_federation_library, add_to_school_library
from pupils.services.needs import LEVEL_FIELDS, NEED_FIELDS, change_need, rate_need
from pupils.services.passports.checking import publish_passport, send_back, send_for_checking
from pupils.services.passports.naming import name_reader
from pupils.services.passports.symbols import choose_symbol
from pupils.services.passports.writing import write_line
from pupils.services.strategies import add_strategy

#: Whose children have one: (school, class or "" for any, how many).
WHOSE = (
    ("bure-valley", "Oak", 99),
    ("bure-valley", "Willow", 99),
    ("bure-valley", "Beech", 2),
    ("john-of-gaunt", "", 3),
    ("john-bears", "", 1),
)
#: How far each is, in turn; the numbers are the weeks since the oldest line was found true.
STATES = (
    ("published", 2), ("published", 30), ("checking", 0), ("published", 14), ("published", 1),
    ("sent_back", 0), ("published", 20), ("draft", 0), ("published", 5), ("checking", 0),
)  # fmt: skip
BACK = {"hard": "Where is it hard, and when? One example would help a supply teacher."}


def load_passports(schools: dict[str, School], people: dict[str, User]) -> None:
    """Fill the library, then write passports as teachers do and check them as the SENDCo does."""
    data = json.loads((SAMPLES / "passports.json").read_text())
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    _fill_library(schools["bure-valley"], data["library"], sendco)
    profiles, number = list(data["profiles"]), 0
    for slug, class_name, most in WHOSE:
        with school_transaction(schools[slug]):
            for pupil in _children(schools[slug], class_name, most):
                profile = _fitting(profiles or list(data["profiles"]), pupil)
                if profile in profiles:
                    profiles.remove(profile)
                state, weeks = STATES[number % len(STATES)]
                day = clock.today() - dt.timedelta(weeks=weeks)
                writer = teacher if class_name in ("Oak", "Willow") else sendco
                _write(pupil, profile, day, writer, sendco)
                _move_on(pupil, state, day, writer, sendco)
                number += 1
    _name_reader(schools["bure-valley"], sendco=sendco, teacher=teacher)


def _fill_library(school: School, sentences: list[dict], by: User) -> None:
    with school_transaction(school):
        for facts in sentences:
            shared = add_to_federation_library(
                federation=school.federation, school=school, by=by, **facts
            )
            if facts["text"].startswith("A card"):
                wording = facts | {"text": "The green card: out of the room for five minutes"}
                add_to_school_library(school=school, stands_for=shared, by=by, **wording)


def _children(school: School, class_name: str, most: int) -> Iterator[Pupil]:
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None).values("pupil")
    pupils = Pupil.objects.filter(school=school, pk__in=on_register).on_roll(clock.today())
    if class_name:
        pupils = pupils.filter(class_group__name=class_name)
    yield from pupils.select_related("school").in_register_order()[:most]


def _fitting(profiles: list[dict], pupil: Pupil) -> dict:
    needs = {need.need_type for need in pupil.needs.all()}
    return next((p for p in profiles if p["need"] in needs), profiles[0])


def _write(pupil: Pupil, profile: dict, day: dt.date, writer: User, sendco: User) -> None:
    need = _describe_need(pupil, profile, day, sendco)
    for text, setting, tier, is_normal in profile["helps"]:
        add_strategy(
            pupil=pupil,
            text=text,
            since_on=day,
            by=writer,
            need=need,
            setting=setting,
            tier=tier,
            is_normal_practice=is_normal,
        )
    sitting = uuid7()
    for part in PassportPart:
        write_line(
            pupil=pupil,
            line=LineKey(part.value),
            text=profile[part.value],
            revision=0,
            sitting=sitting,
            on=day,
            by=writer,
        )
    for part, sentence, symbol in profile.get("symbols", ()):
        line = key_of(part, sentence) if sentence else part
        choose_symbol(pupil=pupil, line=line, symbol=symbol, by=writer)
    if profile["need"] == "SEMH":
        write_line(
            pupil=pupil,
            line=LineKey(PassportPart.HARD.value, Sensitivity.SENSITIVE.value),
            text="Mum starts a new job in January: mornings may be harder for a while.",
            revision=0,
            sitting=sitting,
            on=day,
            by=sendco,
        )


def _name_reader(school: School, *, sendco: User, teacher: User) -> None:
    """One closed paragraph is for the class teacher too, until the end of term."""
    with school_transaction(school):
        rows = PassportText.objects.filter(school=school, sensitivity=Sensitivity.SENSITIVE)
        own = rows.filter(passport__pupil__class_group__name__in=("Oak", "Willow"))
        line = own.select_related("passport__pupil").order_by("pk").first()
        if line:
            name_reader(
                pupil=line.passport.pupil,
                line=line,
                user=teacher,
                reason="Meets the child at the door and has to know why mornings are hard.",
                ends_on=clock.today() + dt.timedelta(days=25),
                today=clock.today(),
                by=sendco,
            )


def _describe_need(pupil: Pupil, profile: dict, day: dt.date, by: User) -> Need | None:
    need = pupil.needs.filter(need_type=profile["need"], ended_on=None).first()
    if need is None:
        return None
    changed = change_need(
        need=need,
        need_type=need.need_type,
        in_words=profile["in_words"],
        impact=profile["impact"],
        known_from=profile["known_from"],
        since_on=need.since_on,
        version=version_of(need, NEED_FIELDS),
        by=by,
    )
    version = version_of(changed, LEVEL_FIELDS)
    return rate_need(need=changed, level=profile["level"], on=day, version=version, by=by)


def _move_on(pupil: Pupil, state: str, day: dt.date, writer: User, sendco: User) -> None:
    if state == "draft":
        return
    send_for_checking(pupil=pupil, on=day, by=writer)
    if state == "published":
        publish_passport(pupil=pupil, on=day, by=sendco)
    elif state == "sent_back":
        send_back(pupil=pupil, comments=BACK, by=sendco)
