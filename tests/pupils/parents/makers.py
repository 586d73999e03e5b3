"""Parents at a browser with their pages, as services make them."""

import datetime as dt
import re
from uuid import uuid4

from pupils.models import MeetingRound, MeetingSlot
from pupils.services.bookings.rounds import Sitting, open_round
from pupils.services.details import add_contact
from tests.factories import TODAY
from tests.pupils.family.invited import Guest, code_in, deliver

TUESDAY = dt.date(2026, 12, 8)
MUM, DAD = "mum@home.example", "dad@home.example"


def parent(child, by, name: str = "Mia Reed", email: str = MUM, **more):
    """A contact with parental responsibility and an address."""
    facts = {"has_parental_responsibility": True, "relationship": "Mother"}
    return add_contact(pupil=child, by=by, name=name, email=email, **facts | more)


class Parent(Guest):
    """A browser without an account at a parent's secret address."""

    @property
    def base(self) -> str:
        return f"/contribute/page/{self.secret}/"

    def ask_for_code(self) -> str:
        assert self.post().status_code == 302
        return code_in(deliver()[-1])

    def open(self) -> "Parent":
        """Come as far as the page."""
        response = self.post("code/", {"code": self.ask_for_code()})
        assert response.url == f"{self.base}home/", response.content.decode()
        return self


def page_secret(message) -> str:
    """The secret part of the address in an e-mail to a parent."""
    return re.search(r"/contribute/page/([\w-]+)/", message.body).group(1)


def newest_parent() -> Parent:
    """Whoever got the newest e-mail with an address."""
    return Parent(page_secret(deliver()[-1]))


def offered(children, by, **more) -> MeetingRound:
    """Times of 20 minutes on a Tuesday afternoon from 15:00 to 16:00, with nothing between."""
    facts = {
        "school": children[0].school,
        "key": uuid4(),
        "title": "Autumn meetings",
        "length": 20,
        "gap": 0,
        "how": "school",
        "place": "Rainbow room",
        "chair": by,
        "people": [],
        "book_by": TODAY + dt.timedelta(days=7),
        "sittings": [Sitting(TUESDAY, dt.time(15), dt.time(16))],
        "pupils": children,
        "by": by,
    }
    return open_round(**facts | more)


def times_of(round: MeetingRound) -> list[str]:
    """The times that a round has, as people write them."""
    slots = MeetingSlot.objects.filter(school=round.school, round=round)
    return [f"{slot.starts_at:%H:%M}" for slot in slots]


def slot_at(round: MeetingRound, time: str) -> MeetingSlot:
    """The slot that begins then."""
    return MeetingSlot.objects.get(
        school=round.school, round=round, starts_at=dt.time.fromisoformat(time)
    )
