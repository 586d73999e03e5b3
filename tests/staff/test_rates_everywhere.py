"""What an hour of somebody costs: planted, then looked for on every page and in every file of all roles.

Not only the rate itself: any sum that is that rate times some minutes counts as found, so that a
total, a cost of more hours or a cost of a plan gives it away as well.
"""

import copy
import html
import re

import pytest
from django.core import mail as outbox
from django.test import Client
from pypdf.errors import PyPdfError

from aylsham import clock
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.jobs.runner import run_job
from aylsham.models import Job, OutgoingMail
from aylsham.tenancy.row_security import school_transaction
from staff.models import Contract, PlanDemand, WeekPlan
from staff.services.weeks.plans import begin_plan
from tests.conventions.addresses import Address, addresses
from tests.conventions.turns import is_turn_of, reading
from tests.conventions.world import _person, make_world
from tests.demonstration import folder_of_copies, standing
from tests.factories import behind_the_wall
from tests.lac.reading_files import text_in
from tests.lac.reading_files import unset as unset  # noqa: PLC0414 (a fixture)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("today", "rendered_as_on_the_site"),
    pytest.mark.slow,
]

#: Pence an hour: a prime, and dearer than anybody; so no other sum is a multiple of its minutes.
PENCE = 913_721
#: Up to a year of forty weeks of forty hours.
SUMS = frozenset(round(PENCE * minutes / 60) for minutes in range(1, 40 * 40 * 60 + 1))
WRITTEN = re.compile(
    r"(?<![\w.-])\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?![\w-])|(?<![\w.,-])\d+\.\d\d?(?![\w-])"
)
#: Pages and files that show it to who keeps rates and opens staff.
SHOWN = {
    "contract_change", "duties", "staff_member", "week_compare", "week_compare_export",
    "week_plan",
}  # fmt: skip
#: What reads it, shown or not.
READS = SHOWN | {
    "board_demand", "board_session", "contract_add", "demand_places", "session_places", "staff",
    "staff_export", "task_add", "task_remove",
}  # fmt: skip
#: One of so many roles asks for a page that does not read it.
TURNS = 3
#: A statement that reads what an hour costs, or the history of it.
READ = re.compile(r"^(?=.*staff_contract).*(pence_an_hour|pgh_data)", re.DOTALL)


def shows(words: str) -> bool:
    """Whether a text holds the rate, or a sum that is made of it."""
    if str(PENCE) in words:
        return True
    amounts = {round(float(each.replace(",", "")) * 100) for each in WRITTEN.findall(words)}
    return bool(amounts & SUMS)


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """A school with a row for every address, whose only contract costs that much: made once."""
    copies = folder_of_copies(tmp_path_factory, worker_id, "world")
    with django_db_blocker.unblock(), standing(copies, make_world) as world:
        with school_transaction(world.own.school):
            _plant(world.own)
        others = [world.sister.school, world.stranger.school]
        Job.objects.filter(school__in=others).delete()  # what they would mail, nobody reads here
        yield world.own


def _plant(made) -> None:
    Contract.objects.filter(school=made.school).update(pence_an_hour=PENCE)
    contract = Contract.objects.filter(school=made.school).select_related("member").first()
    facts = {"starts_on": clock.today(), "ends_on": None, "based_on": None, "by": None}
    begin_plan(school=made.school, name="A second week", **facts)
    way = {
        "kind": "hours",
        "adult": str(contract.member_id),
        "name": "",
        "minutes": 30,
        "covers": 1,
    }
    PlanDemand.objects.filter(school=made.school).update(remedies=[way], sessions=9)


@pytest.fixture
def world(db, planted):
    """The school as it was planted, from inside; each test undoes what it does itself."""
    behind_the_wall(planted.school)
    return copy.deepcopy(planted)


def paths_of(world, role: Role) -> list[tuple[str, str]]:
    """(name, address) of everything that the role may open, lists as pages and as files.

    Without the pages whose turn it is not (`asks`).
    """
    may, found = ROLES[role].permissions, []
    for page in addresses():
        if page.rule is None or page.rule.level not in ("school", "federation", "staff"):
            continue
        if page.rule.permission and page.rule.permission not in may:
            continue
        if page.name in ("federation_start", "logout"):
            continue
        if not asks(role, page):
            continue
        path = page.path(world.school, world.rows)
        found.append((page.name, path))
        if page.name.endswith("_export"):
            found += [(page.name, f"{path}?as={kind}") for kind in ("csv", "xlsx")]
    plans = WeekPlan.objects.filter(school=world.school).order_by("pk")
    query = "&".join(f"plan={plan.pk}" for plan in plans[:4])
    root = f"/{world.school.slug}"
    found += [(f"week_compare{part}", f"{root}/week/compare/{part[1:]}{'/' if part else ''}?{query}")
              for part in ("", "_export")]  # fmt: skip
    history = f"{root}/history/"
    found += [("history", f"{history}{kind}/{world.rows['contract']}/") for kind in ("contract",)]
    return found


def read(data: bytes) -> str:
    """The words of an answer; a file that only stands for one in this world as it is."""
    try:
        return text_in(data)
    except PyPdfError:
        return data.decode(errors="ignore")


#: Who opens the most of staff, provision, children and reports, with the permission and without.
#: A walk takes half a minute, and the audit's tests wait for the longest transaction of all.
ASKED = (
    Role.SENDCO,
    Role.HEAD,
    Role.ASSISTANT_SENDCO,
    Role.PHASE_LEADER,
    Role.CLASS_TEACHER,
    Role.LSA,
    Role.GOVERNOR,
)


def asks(role: Role, page: Address) -> bool:
    """Whether it is a role's turn to ask for a page.

    The SENDCO asks for all, and everybody for what reads the rate. A page that does not read it
    cannot show it: each is asked for by every third of the others who may open it, and every
    answer is held to having read none (`reading`).
    """
    if role == ASKED[0] or page.name in READS:
        return True
    needed = page.rule.permission
    allowed = [each for each in ASKED[1:] if not needed or needed in ROLES[each].permissions]
    return is_turn_of(role, allowed, page, one_of=TURNS)


def seen_by(client: Client, paths: list[tuple[str, str]]) -> tuple[set[str], int]:
    """Names of what shows a cost, and how many pages and files were read."""
    client.raise_request_exception = False
    names, number, unexpected = set(), 0, set()
    for name, path in paths:
        with reading(READ) as read_of_it:
            answer = client.get(path)
        if read_of_it and name not in READS:
            unexpected.add(name)
        if answer.status_code != 200 or answer.streaming:
            continue
        number += 1
        if shows(html.unescape(read(answer.content))):
            names.add(name)
    assert not unexpected, f"everybody has to ask for these, see READS: {sorted(unexpected)}"
    return names, number


def mailed() -> str:
    """Everything that has left by e-mail, after all work that waits is done."""
    for job_id in list(Job.objects.to_be_taken().values_list("pk", flat=True)):
        run_job(job_id)
    said = [f"{m.subject}\n{m.body}" for m in outbox.outbox]
    # What waits to be sent is kept as values: those too.
    return "\n".join([*said, *(str(row) for row in OutgoingMail.objects.values())])


@pytest.mark.parametrize("role", ASKED)
def test_no_page_and_no_file_shows_a_rate_but_to_who_keeps_them(world, role, caplog, request):
    if role != ASKED[0]:
        request.getfixturevalue("unset")  # one of them reads what is really set
    caplog.set_level("CRITICAL")  # refusals are written with where they were raised: slow
    client = Client()
    client.force_login(_person(world, role))
    seen, number = seen_by(client, paths_of(world, role))
    may = {Permission.KEEP_RATES, Permission.VIEW_STAFF} <= ROLES[role].permissions
    assert seen == (SHOWN if may else set())
    assert number > 5
    assert not shows(mailed())


class TestTheTurns:
    def test_they_leave_out_no_page(self):
        for page in addresses():
            needed = page.rule and page.rule.permission
            allowed = [each for each in ASKED if not needed or needed in ROLES[each].permissions]
            if page.rule is not None and allowed:
                asked = [role for role in allowed if asks(role, page)]
                assert asked == allowed or page.name not in READS, page.route
                assert len(asked) > len(allowed) // TURNS - 1 and asked, page.route

    def test_a_page_that_begins_to_read_it_is_noticed(self, world):
        with reading(READ) as read:
            list(Contract.objects.filter(school=world.school))
        assert read == {"pence_an_hour"}
        with reading(READ) as read:
            list(Contract.objects.filter(school=world.school).values_list("starts_on"))
        assert read == set()


class TestTheMeasure:
    @pytest.mark.parametrize(
        "words", ["£9,137.21", "9137.21", "913721", "a week £4,568.60", "£237,567.46 in all"]
    )
    def test_the_rate_and_what_is_made_of_it_is_found(self, words):
        assert shows(words)

    @pytest.mark.parametrize("words", ["£9,137.20", "2026", "12.50", "£1,412.00", "07700 900123"])
    def test_other_numbers_are_not(self, words):
        assert not shows(words)
