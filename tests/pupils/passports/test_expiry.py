"""Two hundred sessions that end while somebody types: nothing older than two seconds is lost.

The writer does what the editor's script does, on a clock of its own: a save at most 1.2 seconds
after the first unsaved letter, words kept on the page when a save is turned away, and the same
save again, from the same open page, after signing in.
"""

import random

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from aylsham.identifiers import uuid7
from pupils.models import AsideText, PassportText
from tests.factories import ClassGroupFactory, PupilFactory, teacher_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

EXPIRIES = 200
#: The script's own wait, in seconds, and what may be lost at most.
WAIT, MOST = 1.2, 2.0


class TypedPage:
    """One line on an open page, typed into word by word at about two words a second."""

    def __init__(self, client: Client, address: str, text: str, revision: int):
        self.client, self.address = client, address
        self.text, self.revision, self.sitting = text, revision, str(uuid7())
        self.unsaved_since: float | None = None
        self.typed_at: dict[str, float] = {}

    def type(self, word: str, now: float) -> None:
        self.text = f"{self.text} {word}".strip()
        self.typed_at[word] = now
        self.unsaved_since = now if self.unsaved_since is None else self.unsaved_since

    def tick(self, now: float) -> None:
        """Save when the wait is over, as the script's timer does."""
        if self.unsaved_since is not None and now - self.unsaved_since >= WAIT:
            self.save()

    def save(self) -> int:
        data = {"line": "hard", "text": self.text}
        more = {"revision": self.revision, "sitting": self.sitting}
        response = self.client.post(self.address, data | more)
        if response.status_code == 200:
            self.revision, self.unsaved_since = response.json()["revision"], None
        return response.status_code


def words_on_the_server(pupil) -> set[str]:
    texts = PassportText.objects.filter(passport__pupil=pupil).values_list("text", flat=True)
    return {word for text in texts for word in text.split()}


def test_two_hundred_expiries_lose_nothing_older_than_two_seconds():
    chance = random.Random(26)
    group = ClassGroupFactory()
    user = teacher_of(group)
    lost_after_all, oldest_lost, turned_away = set(), 0.0, 0
    for round_number in range(EXPIRIES):
        pupil = PupilFactory(school=group.school, class_group=group)
        client = Client()
        client.force_login(user)
        address = f"/{group.school.slug}/children/{pupil.pk}/passport/line/"
        page = TypedPage(client, address, "", 0)
        now, ends_at = 0.0, chance.uniform(0.3, 5.0)
        while now < ends_at:
            page.type(f"r{round_number}t{int(now * 1000)}", now)
            now += chance.uniform(0.2, 0.9)
            page.tick(now)
        Session.objects.filter(
            session_key=client.cookies[settings.SESSION_COOKIE_NAME].value
        ).delete()
        missing = page.typed_at.keys() - words_on_the_server(pupil)
        oldest_lost = max([oldest_lost, *(now - page.typed_at[word] for word in missing)])
        page.type(f"r{round_number}late", now)
        turned_away += page.save() == 302
        client.force_login(user)
        assert page.save() == 200
        lost_after_all |= page.typed_at.keys() - words_on_the_server(pupil)
    assert turned_away == EXPIRIES
    assert oldest_lost <= MOST + 0.1, f"words {oldest_lost:.1f} s old had not been saved"
    assert lost_after_all == set()


def test_words_sent_after_signing_in_again_do_not_undo_a_colleague():
    group = ClassGroupFactory()
    user, colleague = teacher_of(group), teacher_of(group)
    pupil = PupilFactory(school=group.school, class_group=group)
    address = f"/{group.school.slug}/children/{pupil.pk}/passport/line/"
    client, other = Client(), Client()
    client.force_login(user)
    other.force_login(colleague)
    page = TypedPage(client, address, "", 0)
    page.type("mine", 0)
    assert page.save() == 200
    client.logout()
    page.type("unsent", 1)
    assert page.save() == 302
    theirs = TypedPage(other, address, "theirs", page.revision)
    assert theirs.save() == 200
    client.force_login(user)
    page.save()
    assert PassportText.objects.get().text == "theirs"
    assert AsideText.objects.get().text == "mine unsent"


def test_somebody_elses_page_has_another_key():
    group = ClassGroupFactory()
    pupil = PupilFactory(school=group.school, class_group=group)
    address = f"/{group.school.slug}/children/{pupil.pk}/passport/"
    keys = []
    for user in (teacher_of(group), teacher_of(group)):
        client = Client()
        client.force_login(user)
        editors = [client.get(address).context["editor"] for _ in range(2)]
        assert editors[0].key == editors[1].key
        keys.append(editors[0].key)
    assert keys[0] != keys[1]
    assert settings.SECRET_KEY not in keys
