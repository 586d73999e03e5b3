"""A week on paper and typed in again: letters, minutes, both names, once though sent twice."""

import datetime as dt
import re
import uuid

import pytest

from aylsham.access.roles import Role
from provision.models import SessionLog, SessionMark
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.rules.ticks import Tick, paper_names, read_tick, tick_text
from provision.services.sessions import MarkFacts, log_session
from pupils.models import PrintedPaper
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given

BEFORE = TODAY - dt.timedelta(days=14)
#: Monday of the week before that of the tests.
MONDAY = TODAY - dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("text", "tick"),
    [
        (" ", None),
        ("/", Tick(Came.HAD)),
        ("✓", Tick(Came.HAD)),
        ("30", Tick(Came.HAD)),
        ("a", Tick(Came.MISSED, 0, Reason.ABSENT)),
        ("P", Tick(Came.MISSED, 0, Reason.ROOM)),
        ("29", Tick(Came.PART, 29)),
        ("1 s", Tick(Came.PART, 1, Reason.STAFF)),
    ],
)
def test_what_a_box_says(text, tick):
    assert read_tick(text, 30) == tick
    if tick:
        again = tick_text(tick.came, tick.minutes, tick.reason or "")
        assert read_tick(again, 30) == tick


@pytest.mark.parametrize("text", ["0", "31", "30A", "AT", "x", "A5", "²", "-5", "1e1", "=1+1"])
def test_what_a_box_does_not_say(text):
    with pytest.raises(ValueError, match=r"Write|part"):
        read_tick(text, 30)


def test_names_on_paper_say_no_more_than_tells_them_apart():
    assert paper_names([]) == []
    assert paper_names([("Ada", "Bell"), ("Ben", "Cox")]) == ["Ada", "Ben"]
    assert paper_names([("Ada", "Bell"), ("Ada", "Bird")]) == ["Ada Be", "Ada Bi"]
    assert paper_names([("Ada", "Bell"), ("Ben", "Cox")], initials=True) == ["AB", "BC"]
    assert paper_names([("Ada", "Bell"), ("Abe", "Bird")], initials=True) == ["ABe", "ABi"]
    assert paper_names([("Ada", "Bell"), ("Ada", "Bell")]) == ["Ada Bell 1", "Ada Bell 2"]


pages = pytest.mark.usefixtures("db", "today")


@pytest.fixture
def school(db):
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    names = (("Ada", "Bell"), ("Ben", "Cox"), ("Cleo", "Dyer"))
    return [PupilFactory(school=school, first_name=f, last_name=n) for f, n in names]


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def group(school, children, lsa, today):
    return given(school, *children, staff=lsa, starts_on=BEFORE, name="Talk group")


def url(lsa, tail="") -> str:
    return f"/oakfield/sessions/week/{tail}?on={MONDAY}&whose=adult-{lsa.pk}"


def box(group, n: int, child=None) -> str:
    day = MONDAY + dt.timedelta(days=n)
    return f"{'c' if child else 'g'}-{group.pk}-1-{day:%m%d}" + (f"-{child.pk}" if child else "")


@pages
def test_a_week_is_typed_in_for_an_lsa(group, children, lsa, sendco):
    ada, ben, cleo = children
    log_session(
        provision=group,
        at=SessionAt(MONDAY),
        marks=[MarkFacts(ada, Came.HAD, word="Read alone")],
        by=lsa,
    )
    client = client_of(sendco)
    page = client.get(url(lsa)).content.decode()
    assert re.search(f'name="{box(group, 0, ada)}"[^>]* value="✓"', page)
    said = {
        "key": uuid.uuid4(),
        f"s{box(group, 0)[1:]}": 1,
        box(group, 0): "on",
        box(group, 0, ada): "15",
        box(group, 2): "on",
        box(group, 2, ben): "20 t",
        box(group, 4, cleo): "A",
    }
    wrong = client.post(url(lsa), said | {box(group, 2, ben): "=1+1", box(group, 0, ada): ""})
    assert "Write ✓ or /" in text_of(wrong) and "What was logged stays" in text_of(wrong)
    assert SessionMark.objects.count() == 1
    for _ in range(2):
        # The second press comes from the page as it was before the first.
        log_once = client.post(url(lsa), said)
    assert log_once.status_code == 302
    rows = SessionMark.objects.order_by("log__session__on", "pupil__first_name", "log__number")
    found = [(m.log.session.on.weekday(), m.pupil, m.came, m.minutes, m.reason) for m in rows]
    assert found == [
        (0, ada, "had", 30, ""), (0, ada, "part", 15, ""), (0, ben, "had", 30, ""),
        (0, cleo, "had", 30, ""),
        (2, ada, "had", 30, ""), (2, ben, "part", 20, "trip"), (2, cleo, "had", 30, ""),
        (4, cleo, "missed", 0, "absent"),
    ]  # fmt: skip
    assert {m.word for m in rows if m.pupil == ada and m.log.session.on == MONDAY} == {"Read alone"}
    logs = SessionLog.objects.exclude(logged_by=lsa)
    assert logs.count() == 3
    assert {(log.logged_by, log.on_behalf_of) for log in logs} == {(sendco, lsa)}
    # A page that was opened before all this, and says otherwise, is shown beside it.
    client.post(url(lsa), {"key": uuid.uuid4(), box(group, 4, cleo): "/"})
    week = client.get(url(lsa)).content.decode()
    assert re.search(f'name="{box(group, 4, cleo)}"[^>]* value="\\?"', week)
    # Both are named where the session is read.
    day = text_of(client.get("/oakfield/sessions/", {"on": MONDAY.isoformat(), "whose": "all"}))
    assert f"{sendco.name} for {lsa.name}" in day


@pages
def test_the_sheet_on_paper_names_nobody_in_full(group, children, lsa, sendco):
    client = client_of(sendco)
    for names, said in (("first", ">Ada<"), ("initials", ">AB<")):
        answer = client.post(url(lsa, "print/"), {"names": names})
        assert answer.status_code == 302
        paper = PrintedPaper.objects.latest("asked_at")
        assert said in paper.html and "Bell" not in paper.html and "Bell" not in paper.file_name
        assert "room or place not available" in paper.html
    # An assistant who gives a group and opens no record of it is told whom to ask.
    asked = client_of(lsa).post(url(lsa, "print/"), {"names": "first"}, follow=True)
    assert "ask the SENDCo to print it" in asked.content.decode()
    assert PrintedPaper.objects.count() == 2


@pages
def test_days_on_which_it_is_not_planned_are_grey(school, children, lsa, sendco):
    given(school, children[0], staff=lsa, starts_on=BEFORE, sessions_a_week=2, weekdays=[1, 3])
    client_of(sendco).post(url(lsa, "print/"), {"names": "first"})
    html = PrintedPaper.objects.latest("asked_at").html
    [everybody, _] = html.split("<tbody>")[1].split("</tr>")[:2]
    cells = everybody.split("<td")[1:]
    assert ["off" in cell for cell in cells] == [True, False, True, False, True]


@pages
def test_who_may_and_what_it_costs(school, group, children, lsa, sendco):
    assert client_of(member(school, Role.HEAD)).get(url(lsa)).status_code == 403
    other = client_of(member(school, Role.LSA))
    assert "Ada Bell" not in text_of(other.get(url(lsa)))
    stranger = client_of(member(SchoolFactory(slug="elsewhere")))
    assert stranger.get(url(lsa)).status_code == 404
    client = client_of(sendco)
    few = len(statements(client, url(lsa)))
    for n in range(4):
        given(school, *children, *(PupilFactory(school=school) for _ in range(6)), staff=lsa,
              starts_on=BEFORE, name=f"Group {n}")  # fmt: skip
    assert len(statements(client, url(lsa))) == few <= 12
