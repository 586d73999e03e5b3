"""Two people in one passport at once: no typed word is lost, and different lines never ask."""

import os
import random
import threading
from collections import Counter

import pytest
from django.db import connection

from aylsham.tenancy.row_security import school_transaction
from pupils.models import Passport, PassportVersion
from pupils.services.passports.checking import publish_passport
from pupils.services.strategies import add_strategy
from tests.factories import PupilFactory, SchoolFactory, UserFactory
from tests.pupils.passports.makers import TODAY, write
from tests.pupils.passports.typing import Writer, kept_words, lines

#: Two hundred with every run of the suite; AYLSHAM_INTERLEAVINGS=1000 for all of them.
INTERLEAVINGS = int(os.environ.get("AYLSHAM_INTERLEAVINGS", "200"))
#: One after the other in the same passport, whose lines grow meanwhile.
OF_ONE_CHILD = 10
#: What a writer does next: mostly types and saves; now and then an answer is lost or a page reloaded.
DEEDS = ("type", "type", "save", "save", "lost", "choose", "open")


def interleave(pupil, users, seed: int, *, deeds: int = 6) -> list[Writer]:
    """Two people, each at a few lines, in an order drawn from the seed; in the end both send all."""
    chance = random.Random(seed)
    names = ["matters", "hard", next(n for n in lines(pupil) if n.startswith("helps."))]
    writers = [Writer(user, pupil, chance, count=seed * 1000) for user in users]
    for writer in writers:
        writer.open()
    for _ in range(deeds):
        writer, name = chance.choice(writers), chance.choice(names)
        deed = chance.choice(DEEDS)
        if deed == "open":
            writer.open()
        elif deed == "type" or name not in writer.boxes:
            writer.type(name)
        elif deed == "choose":
            writer.choose(name)
        else:
            writer.save(name, answer_is_lost=deed == "lost")
    for writer in writers:
        for name in writer.boxes:
            writer.save(name)
    return writers


@pytest.fixture
def users():
    return [UserFactory(name="Person A"), UserFactory(name="Person B")]


@pytest.mark.django_db
def test_interleavings_lose_no_word_and_different_lines_never_ask(today, users):
    """Every typed word is in the passport, its history or set aside; all of it is counted."""
    found: Counter = Counter()
    for seed in range(INTERLEAVINGS):
        if seed % OF_ONE_CHILD == 0:
            pupil, typed = child_with_a_strategy(users[0]), set()
        for row in interleave(pupil, users, seed):
            typed |= row.typed
            found.update(alone=row.alone, asked_alone=row.asked_alone, asked=row.asked)
        if seed % OF_ONE_CHILD == OF_ONE_CHILD - 1:
            assert typed - kept_words(pupil) == set()
            found["typed"] += len(typed)
    assert found["typed"] > INTERLEAVINGS
    assert found["asked"] > INTERLEAVINGS / 10, "the interleavings never met in one line"
    merged = 1 - found["asked_alone"] / found["alone"]
    assert merged >= 0.95, f"{merged:.1%} of {found['alone']} saves merged without a question"
    assert found["asked_alone"] == 0


def child_with_a_strategy(by):
    pupil = PupilFactory(on_register=["SLCN"])
    add_strategy(pupil=pupil, text="Start", since_on=TODAY, by=by)
    return pupil


def child_of_a_school():
    school = SchoolFactory()
    with school_transaction(school):
        return PupilFactory(school=school, on_register=["SLCN"])


@pytest.mark.django_db(transaction=True)
def test_saves_at_the_same_instant_wait_for_each_other(today, users):
    """Real transactions in two threads, from the very first line of a passport on."""
    pupil = child_of_a_school()
    start = threading.Barrier(2)
    faults: list[BaseException] = []
    typed: list[set[str]] = []

    def type_on(user, seed: int) -> None:
        chance = random.Random(seed)
        try:
            with school_transaction(pupil.school):
                writer = Writer(user, pupil, chance)
            start.wait(timeout=10)
            for _ in range(25):
                name = chance.choice(["matters", "hard", "aims"])
                with school_transaction(pupil.school):
                    writer.type(name)
                    writer.save(name)
            typed.append(writer.typed)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=type_on, args=(u, n)) for n, u in enumerate(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert faults == []
    with school_transaction(pupil.school):
        assert Passport.objects.filter(pupil=pupil).count() == 1
        assert set.union(*typed) - kept_words(pupil) == set()
        assert len(set.union(*typed)) == 50


@pytest.mark.django_db(transaction=True)
def test_two_people_cannot_make_the_same_version_twice(today, users):
    pupil = child_of_a_school()
    with school_transaction(pupil.school):
        write(pupil, "matters", "My dog", by=users[0])
        publish_passport(pupil=pupil, on=TODAY, by=users[0])
    start = threading.Barrier(2)

    def change(user, name: str) -> None:
        try:
            start.wait(timeout=10)
            with school_transaction(pupil.school):
                write(pupil, name, f"Words of {user.name}", by=user)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=change, args=(user, name))
        for user, name in zip(users, ["hard", "aims"], strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    with school_transaction(pupil.school):
        numbers = PassportVersion.objects.order_by("number").values_list("number", flat=True)
        assert list(numbers) == [1, 2, 3]
        last = PassportVersion.objects.get(number=3)
        assert {said["text"] for said in last.content} == {
            "My dog",
            "Words of Person A",
            "Words of Person B",
        }
