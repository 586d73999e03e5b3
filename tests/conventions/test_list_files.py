"""Every list can be taken out: by whoever may export, and by nobody else."""

import ast
import csv
import inspect
import io
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from aylsham.spreadsheets import ABOUT
from aylsham.tenancy.row_security import school_transaction
from tests.conventions.addresses import Address, addresses
from tests.conventions.world import World, make_world
from tests.demonstration import folder_of_copies, standing
from tests.pages import client_of

TEMPLATES = Path(settings.BASE_DIR) / "templates"
INCLUDED = re.compile(r'{% include "([^"#]+)')
#: A table whose rows are as many as there are things.
LIST = re.compile(r"<tbody[^>]*>(?:(?!</tbody>).)*{% (?:for|partial|include)", re.S)

OTHER_FILE = "has its own address for a file"
FORM = "a form in the shape of a table"
PRINT = "the same list for the printer"
OWN = "what is one's own, wherever one works"
#: List pages whose list is not taken out this way, with the reason.
WITHOUT = {
    "arrangements": OTHER_FILE,
    "care": OTHER_FILE,
    "components": "shows samples",
    "costs": OTHER_FILE,
    "delivered": OTHER_FILE,
    "differences": OTHER_FILE,
    "federation_care": OTHER_FILE,
    "federation_costs": OTHER_FILE,
    "federation_funding": OTHER_FILE,
    "federation_new_system": OTHER_FILE,
    "federation_new_system_counts": "is the file",
    "federation_new_system_unsure": "is the file",
    "federation_premium": OTHER_FILE,
    "federation_provision": OTHER_FILE,
    "funding": OTHER_FILE,
    "graduated_map": OTHER_FILE,
    "new_system": OTHER_FILE,
    "new_system_counts": "is the file",
    "new_system_unsure": "is the file",
    "premium": OTHER_FILE,
    "providers": OTHER_FILE,
    "provision_map": OTHER_FILE,
    "school_adjustments": OTHER_FILE,
    "staff": OTHER_FILE,
    "timetable": OTHER_FILE,
    "training_plan": OTHER_FILE,
    "week_compare": OTHER_FILE,
    "graduated_print": PRINT,
    "handover_print": PRINT,
    "inspection_print": PRINT,
    "map_print": PRINT,
    "training_plan_print": PRINT,
    "week_print": PRINT,
    "hand_overs": "child protection stays here: its readers may take no list out",
    "case_studies": "each is a document of its own, as a PDF",
    "my_class": "one’s own class, which has a sheet of its own to print",
    "handover_pack": "a document of its own, as PDF and Word",
    "bells_add": FORM,
    "cycles_review": FORM,
    "funding_letter_add": FORM,
    "own_wishes": FORM,
    "provision_paste": FORM,
    "questions_change": FORM,
    "rate_card_add": FORM,
    "school_layers": FORM,
    "spare_times": FORM,
    "terms_paste": FORM,
    "watch_week": FORM,
    "week_log": FORM,
    "my_contract": OWN,
    "my_line": OWN,
    "my_mail": OWN,
    "my_training": OWN,
    "my_work": OWN,
    "print_centre": OWN,
}


def has_list(template: str) -> bool:
    """Whether a template, or one that it includes, has a table with as many rows as things."""
    file = TEMPLATES / template
    words = file.read_text() if file.is_file() else ""
    return bool(LIST.search(words)) or any(has_list(name) for name in INCLUDED.findall(words))


@cache
def functions_of(module) -> tuple[dict[str, ast.FunctionDef], dict[str, str]]:
    """The functions of a module of views, and its words by their names."""
    tree = ast.parse(inspect.getsource(module))
    words = {
        target.id: each.value.value
        for each in tree.body
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant)
        for target in each.targets
        if isinstance(target, ast.Name)
    }
    return {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef)}, words


def templates_of(view: Callable) -> set[str]:
    """The templates that a view names, itself or through functions of its module."""
    view = inspect.unwrap(view)
    functions, words = functions_of(sys.modules[view.__module__])
    found, seen, todo = set(), set(), [view.__name__]
    while todo:
        name = todo.pop()
        if name in seen or name not in functions:
            continue
        seen.add(name)
        for node in ast.walk(functions[name]):
            if isinstance(node, ast.Name):
                todo.append(node.id)
                found.add(words.get(node.id, ""))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return {name.split("#")[0] for name in found if isinstance(name, str) and ".html" in name}


def shows_list(view: Callable) -> bool:
    """Whether a page shows a table with as many rows as there are things."""
    return any(map(has_list, templates_of(view)))


def is_list_page(address: Address) -> bool:
    """A page of ours without a row in its address that shows a list."""
    is_ours = address.rule is not None and address.rule.level != "public"
    return is_ours and not address.names and shows_list(address.view)


def faults(pages: list[Address]) -> list[str]:
    """Lists that cannot be taken out, and excuses that are none any more."""
    bad = []
    for page in pages:
        has_file = getattr(page.view, "has_file", False)
        if not has_file and page.name not in WITHOUT:
            bad.append(f"{page.name}: its list cannot be taken out")
        if has_file and page.name in WITHOUT:
            bad.append(f"{page.name}: is excused and has a file")
    return bad


LIST_PAGES = [address for address in addresses() if is_list_page(address)]
WITH_FILE = [a for a in addresses() if getattr(a.view, "has_file", False)]


def test_every_list_can_be_taken_out():
    assert faults(LIST_PAGES) == []
    assert sorted(WITHOUT.keys() - {page.name for page in LIST_PAGES}) == []
    assert len(WITH_FILE) > 90


def test_a_list_without_a_file_is_found():
    """A planted page: the list of devices without its decorator."""
    [devices] = [page for page in WITH_FILE if page.name == "devices"]
    bare = Address(devices.route, devices.rule, "planted", (), inspect.unwrap(devices.view))
    assert is_list_page(bare)
    assert faults([bare]) == ["planted: its list cannot be taken out"]


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """One database state for all these tests, under the name by which one is made at all."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def world(transactional_db, tmp_path_factory, worker_id):
    """One world for all these tests, with rows behind every address."""
    with standing(folder_of_copies(tmp_path_factory, worker_id, "world"), make_world) as made:
        yield made


def who_may(page: Address) -> Role | None:
    """A role that may open the page and export."""
    wanted = {page.rule.permission, Permission.EXPORT}
    order = (Role.SENDCO, Role.HEAD, *Role)
    return next((role for role in order if wanted <= ROLES[role].permissions), None)


@pytest.mark.parametrize("page", WITH_FILE, ids=lambda page: page.name)
def test_a_list_comes_as_both_kinds_of_file(world: World, page):
    role = who_may(page)
    assert role is not None, "nobody may take this list out"
    client, path = client_of(world.people[role]), page.path(world.own.school, {})
    shown = client.get(path).content.decode()
    assert f'href="{path}?as=xlsx"' in shown and f'href="{path}?as=csv"' in shown
    answer = client.get(f"{path}?as=csv")
    head, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[-1] == ABOUT and len(set(head)) == len(head)
    assert rows and all(len(row) == len(head) for row in rows)
    assert "as on" in rows[0][-1]
    for strange in (world.sister.marker, world.stranger.marker):
        assert strange not in answer.content.decode()
    assert client.get(f"{path}?as=xlsx").content.startswith(b"PK")
    assert client.get(f"{path}?as=exe").status_code == 404


@pytest.mark.parametrize("page", WITH_FILE, ids=lambda page: page.name)
def test_a_list_is_not_taken_out_without_leave(world: World, page):
    path = page.path(world.own.school, {})
    for role in Role:
        may_open = page.rule.permission in ROLES[role].permissions
        if not may_open or Permission.EXPORT in ROLES[role].permissions:
            continue
        client = client_of(world.people[role])
        assert client.get(f"{path}?as=csv").status_code == 403, role
        shown = client.get(path)
        assert shown.status_code == 302 or "as=csv" not in shown.content.decode(), role


def test_taking_out_is_written_down_with_the_children(world: World):
    client = client_of(world.people[Role.SENDCO])
    with school_transaction(world.own.school):
        before = AuditEvent.objects.filter(action=Action.EXPORT_LIST).count()
    client.get(f"/{world.own.school.slug}/cycles/?as=csv")
    with school_transaction(world.own.school):
        events = AuditEvent.objects.filter(action=Action.EXPORT_LIST).order_by("-id")
        assert events.count() == before + 1
        assert events[0].detail["list"] == "cycles" and events[0].detail["format"] == "csv"
        assert len(events[0].pupil_ids) == events[0].detail["rows"] > 0
