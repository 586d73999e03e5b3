"""Every page there is, on a computer and on a phone: axe-core, width, console; new ones too.

Each is asked of the server and judged as a whole; the browser opens those that bring a kind of element
that no page before them had (inspector.py says why the others need none).
"""

from functools import partial

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.test import RequestFactory
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.models import User
from aylsham.tenancy.row_security import school_transaction
from aylsham.views import errors
from pupils.models import FederationField
from reports.front_pages import FrontPage, front_page_of
from staff.models import StaffMember
from tests.browser.conftest import AUTHENTICATOR
from tests.browser.journeys.conftest import Person
from tests.browser.journeys.inspector import Found, Inspector, Looked, answer_with
from tests.browser.journeys.places import make_places, viewer_of
from tests.conventions.addresses import addresses, library_pages
from tests.demonstration import folder_of_copies
from tests.factories import PASSWORD, UserFactory


@pytest.fixture(scope="module")
def places(site):
    return make_places()


@pytest.fixture(scope="module")
def looked(tmp_path_factory, worker_id) -> Looked:
    """What the tests of this module have looked at, those of other processes too."""
    folder = folder_of_copies(tmp_path_factory, worker_id) / "looked"
    folder.mkdir(exist_ok=True)
    return Looked(folder)


@pytest.fixture
def inspector(django_db_setup, chromium, site, places, looked):
    found = Inspector(chromium, site, looked)
    yield found
    found.close()


pytestmark = pytest.mark.usefixtures("rendered_as_on_the_site")

#: Addresses with a secret: the journeys of the administrator, the family and links look at those that
#: are pages. Files that need more than a row have tests of their own, without a browser.
ELSEWHERE = {
    "invitations/<str:secret>/",
    "calendar/<str:secret>.ics",
    "calendar/<str:secret>/week.ics",
    "contribute/<str:secret>/",
    "contribute/<str:secret>/code/",
    "contribute/<str:secret>/answer/",
    "contribute/<str:secret>/draft/",
    "contribute/<str:secret>/letter.pdf",
    "contribute/record/<str:secret>/",
    "contribute/record/<str:secret>/code/",
    "contribute/record/<str:secret>/fetch/",
    "contribute/records/<str:secret>/",
    "contribute/records/<str:secret>/code/",
    "contribute/records/<str:secret>/file/",
    # tests/reports/surveys: a link of a survey, which is used up by its answer.
    "contribute/survey/<str:secret>/",
    "contribute/page/<str:secret>/",
    "contribute/page/<str:secret>/code/",
    "contribute/page/<str:secret>/home/",
    "contribute/page/<str:secret>/paper/",
    "contribute/page/<str:secret>/times/",
    "<slug:school>/approvals/<uuid:approval>/part/",
    "<slug:school>/children/<uuid:pupil>/photo/",
    "<slug:school>/children/<uuid:pupil>/bundles/<uuid:bundle>/file/",
    "<slug:school>/children/<uuid:pupil>/council-forms/<slug:council_form>/file/",
    "<slug:school>/council-maps/<slug:map_kind>/<slug:council_map>/file/",
    "<slug:school>/children/<uuid:pupil>/family/log/<uuid:talk>/letter/",
    # For who keeps the library of all schools: the journey of a PEP looks at them.
    "<slug:school>/care/virtual-schools/add/",
    "<slug:school>/care/virtual-schools/<uuid:virtual_school>/",
    # For the teacher of a child who is in the provision: tests/staff/test_week_pages.py.
    "<slug:school>/week/best-times/<uuid:provision>/add/",
    # For who prepares reports at every school: tests/reports/test_federation_objectives.py.
    "federation/objectives/add/",
    "federation/objectives/objective/",
    "federation/objectives/objective/give-up/",
    # Words for the board while a card is dragged.
    "<slug:school>/week/<uuid:week_plan>/board/<uuid:plan_session>/places/",
    "<slug:school>/week/<uuid:week_plan>/board/place/<uuid:plan_demand>/places/",
    # A file.
    "<slug:school>/week/compare/export/",
    # Written by the colleague who was given the part, and a file.
    "<slug:school>/children/<uuid:pupil>/your-parts/<uuid:pep_part>/",
    "<slug:school>/children/<uuid:pupil>/care/pep/<uuid:pep>/word/",
    "<slug:school>/<document:document_kind>/<uuid:publication>/word/",
    "<slug:school>/<document:document_kind>/<uuid:publication>/html/",
    "<slug:school>/<document:document_kind>/<uuid:publication>/pdf/",
    "<slug:school>/care/reports/<uuid:year_report>/word/",
    "<slug:school>/care/reports/<uuid:year_report>/pdf/",
    "<slug:school>/reports/children-in-care/<uuid:year_report>/word/",
    "<slug:school>/reports/children-in-care/<uuid:year_report>/pdf/",
    "<slug:school>/passports/prints/<uuid:passport_print>/",
    "<slug:school>/print/<uuid:print_batch>/",
    "<slug:school>/provision/papers/<uuid:council_paper>/",
    "<slug:school>/reports/<uuid:report>/pdf/",
    "<slug:school>/reports/<uuid:report>/word/",
    "<slug:school>/reports/<uuid:report>/html/",
    "<slug:school>/handover-pack/papers/<uuid:handover_paper>/",
    # For who keeps the library of a federation and the money of its children in care.
    "<slug:school>/premium/rate/",
    # For somebody who came to the training: the tests of the plan of training look at it.
    "<slug:school>/training/mine/<uuid:training_session>/",
    # Words for the page of a review, which shows them.
    "<slug:school>/reviews/calendar/<uuid:proposed_review>/day/",
    # The page of a colleague who was asked by name: the journey of a review looks at it.
    "<slug:school>/reviews/invited/<uuid:review_invitee>/advice/",
    "<slug:school>/reviews/calendar/<uuid:proposed_review>/days/",
    "federation/reports/report/pdf/",
    # For other systems: tests/reports/test_api.py and tests/aylsham/exits.
    "federation/api/openapi.json",
    "federation/whole-school/schema.json",
    "<slug:school>/api/pupils/",
    "<slug:school>/api/plans/",
    "<slug:school>/api/reviews/",
    "<slug:school>/api/provision/",
    "<slug:school>/api/due/",
    "<slug:school>/whole-school/<uuid:school_export>/",
    "federation/reports/report/word/",
    "federation/reports/report/html/",
}


#: Between two people: nobody else finds them, whatever their role; one of the two looks at them.
BETWEEN_TWO = "<slug:school>/supervision/<uuid:staff_member>/"
#: Of them, those that only take a POST.
PRESSED = ("remove/", "show/")


#: So many tests share the pages, since one alone would keep a worker busy long after all others.
PARTS = 4


#: Pages of somebody who has a part in every school of one federation: the people of the places
#: have one in two.
OF_ONE_FEDERATION = {"federation/fields/add/", "federation/fields/field/"}


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_of_ours(inspector, places, part):
    elsewhere = ELSEWHERE | OF_ONE_FEDERATION
    walked = [a for a in addresses() if a.route not in elsewhere]
    pages = [a for a in walked if not a.route.startswith(BETWEEN_TWO)][part::PARTS]
    missing = set()
    for page in pages:
        email = "" if page.rule.level == "public" else places.people[viewer_of(page)].email
        found = {inspector.ask(path, email, route=page.route) for path in places.paths(page)}
        if found == {Found.NOTHING}:
            missing.add(page.route)
    assert inspector.report() == ""
    assert missing == set(), f"no row of the places opens {sorted(missing)}"
    assert len(inspector.seen) > len(pages) / 2


def test_pages_between_two_as_one_of_them(inspector, places):
    with school_transaction(places.rows):
        pair = StaffMember.objects.get(school=places.rows, name="Managed")
        manager, managed = pair.line_manager.email, pair.user.email
    rows = places.row | {"staff_member": pair.pk}
    pages = [a for a in addresses() if a.route.startswith(BETWEEN_TWO)]
    for page in pages:
        if page.route.endswith(PRESSED):
            continue
        for email in (manager, managed):
            path = page.path(places.rows, rows)
            assert inspector.ask(path, email, route=page.route) == Found.PAGE, page.route
    assert inspector.report() == ""
    assert len(pages) > 5


def test_pages_of_one_federation(inspector, places):
    with school_transaction(places.full):
        shared = FederationField.objects.filter(federation=places.full.federation).first()
    for route in OF_ONE_FEDERATION:
        asked = f"?field={shared.pk}" if route.endswith("field/") else ""
        assert inspector.look(f"/{route}{asked}", "admin@demo.example") == Found.PAGE
    assert inspector.report() == ""


def test_each_front_page(inspector, places):
    roles = {front_page_of([role]): role for role in reversed(Role)}
    # Over several schools alone: its own address is among the pages of ours.
    assert roles.keys() == set(FrontPage) - {FrontPage.COMPARED}
    for role in roles.values():
        for school in (places.full, places.empty):
            inspector.ask(f"/{school.slug}/", places.people[role].email, route="front page")
    assert inspector.report() == ""
    assert len(inspector.seen) > len(roles)


def library_paths(user: User) -> list[str]:
    """Every page of allauth, with what stands in its address."""
    passkey = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).first()
    words = {
        "account_confirm_email": {
            "key": EmailConfirmationHMAC(EmailAddress.objects.get(user=user)).key
        },
        "account_reset_password_from_key": {
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
        "mfa_remove_webauthn": {"pk": passkey.pk if passkey else 0},
        "mfa_edit_webauthn": {"pk": passkey.pk if passkey else 0},
    }
    names = library_pages()
    assert words.keys() <= set(names)
    if not passkey:
        names = [n for n in names if "pk" not in words.get(n, {})]
    return [reverse(name, kwargs=words.get(name, {})) for name in names]


@pytest.fixture
def somebody(site):
    """Somebody with a password and an address that is known to be theirs."""
    user = UserFactory(email="second-factor@school.example")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def add_passkey(tab: Person) -> None:
    """A passkey of an invented authenticator, and with it the recovery codes."""
    devtools = tab.context.new_cdp_session(tab.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    tab.go("/accounts/2fa/webauthn/add/")
    tab.page.fill("[name=password]", PASSWORD)
    tab.page.click("main form button[type=submit]")
    tab.page.fill("[name=name]", "Office computer")
    tab.page.check("[name=passwordless]")
    tab.page.click("#mfa_webauthn_add")
    tab.page.wait_for_url("**/recovery-codes/")


def look_as(inspector: Inspector, user: User) -> None:
    """At every page of the library, as somebody who has signed in."""
    refused = reverse("socialaccount_login_error")  # says so in its status too
    for path in library_paths(user):
        inspector.look(path, user.email, status=401 if path == refused else 200)


def test_every_page_of_signing_in_and_of_the_own_account(inspector, somebody):
    for path in library_paths(somebody):
        inspector.look(path)
    tab = inspector.tabs[somebody.email] = inspector.new_tab()
    tab.sign_in(somebody.email, PASSWORD)
    look_as(inspector, somebody)
    add_passkey(tab)
    Authenticator.objects.create(user=somebody, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    look_as(inspector, somebody)
    inspector.tab_of("").sign_in(somebody.email, PASSWORD)
    assert inspector.look("/accounts/2fa/authenticate/") == Found.PAGE
    assert inspector.report() == ""


def test_every_page_for_when_something_is_wrong(inspector, places):
    nobody, request = inspector.tab_of(""), RequestFactory().get("/broken/")
    for answer in (errors.bad_request, errors.server_error, errors.csrf_failure):
        shown, path = answer(request), f"/broken/{answer.__name__}/"
        said = partial(answer_with, words=shown.text, status=shown.status_code)
        nobody.page.route(f"**{path}", said)
        inspector.look(path, status=shown.status_code)
    lsa = places.people[Role.LSA].email
    inspector.look("/nowhere/", lsa, status=404)
    inspector.look(f"/{places.full.slug}/people/", lsa, status=403)
    assert len(inspector.seen) == 5
    assert inspector.report() == ""


def test_what_is_wrong_is_found(inspector):
    bad = "<html><title>x</title><img src='x.png'><p style='width:2000px'>wide</p></html>"
    inspector.tab_of("").page.route("**/bad/", partial(answer_with, words=bad))
    inspector.look("/bad/")
    [found] = inspector.faults.values()
    told = " ".join(found)
    assert "image-alt" in told
    assert "360: scrolls sideways" in told
    assert "404" in told
