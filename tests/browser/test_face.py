"""The face in a real browser: fonts, keys, no script, small screens, axe-core."""

import pytest

from aylsham.frame import CLASS_CAN_SEE
from tests.browser.conftest import AUTHENTICATOR
from tests.factories import MembershipFactory, UserFactory

PASSWORD = "three-words-apart"
WIDTHS = (360, 820, 1280)


@pytest.fixture
def person(transactional_db, today):
    """Somebody with a role at a school."""
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    MembershipFactory(user=user)
    return user


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/", "/nowhere/"])
def test_public_pages_pass_axe(open_tab, transactional_db, width, path):
    tab = open_tab(width=width).go(path)
    assert tab.violations() == []
    assert not tab.is_too_wide()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_component_passes_axe(open_tab, person, width):
    tab = open_tab(width=width).sign_in(person.email, PASSWORD)
    for path in ("/components/", "/components/confirmation/", "/accounts/2fa/"):
        tab.faults.clear()
        tab.go(path)
        assert tab.violations() == []
        assert not tab.is_too_wide()
        assert tab.faults == []


def test_the_page_can_be_read_at_four_times_the_size(open_tab, person):
    tab = open_tab(width=320, height=256).sign_in(person.email, PASSWORD).go("/components/")
    assert not tab.is_too_wide()


@pytest.mark.parametrize("width", [360, 414, 600])
def test_no_field_of_a_filter_is_cut(open_tab, person, width):
    """A border that is missing beside the button would look like a fault."""
    slug = person.memberships.get().school.slug
    tab = open_tab(width=width).sign_in(person.email, PASSWORD).go(f"/{slug}/register/")
    if (fold := tab.page.locator(".ay-filter__fold > summary")).is_visible():
        fold.click()
    widths, overhang = tab.page.evaluate(
        """() => {
          const form = document.querySelector(".ay-filter");
          const fields = form.querySelector(".ay-filter__fields").children;
          const boxes = [...fields].map((field) => field.getBoundingClientRect());
          const end = form.getBoundingClientRect().right;
          return [boxes.map((box) => box.width), Math.max(...boxes.map((box) => box.right - end))];
        }"""
    )
    assert len(widths) >= 2 and min(widths) >= 120
    assert overhang <= 0.5


def test_our_own_font_is_loaded_from_here(open_tab, transactional_db):
    tab = open_tab()
    hosts = set()
    tab.page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    tab.go("/accounts/login/")
    loaded = tab.page.evaluate(
        "document.fonts.ready.then(f => [...f].filter(x => x.status === 'loaded').map(x => x.family))"
    )
    assert "Atkinson Hyperlegible Next" in "".join(loaded)
    assert hosts == {tab.address.split("/")[2]}


def test_one_key_hides_names_on_this_page_and_the_next(open_tab, person):
    tab = open_tab().sign_in(person.email, PASSWORD).go("/components/")
    name = tab.page.locator(".ay-private").first
    assert name.is_visible()
    tab.page.keyboard.press("h")
    assert not name.is_visible()
    tab.go("/components/")
    assert not tab.page.locator(".ay-private").first.is_visible()
    tab.page.keyboard.press("h")
    assert tab.page.locator(".ay-private").first.is_visible()
    assert CLASS_CAN_SEE not in {c["name"] for c in tab.context.cookies()}


def test_single_keys_can_be_switched_off(open_tab, person):
    tab = open_tab().sign_in(person.email, PASSWORD).go("/components/")
    tab.page.click("details.ay-menu--end > summary")
    tab.page.click("[data-keys-toggle]")
    tab.page.keyboard.press("Escape")
    tab.page.keyboard.press("h")
    assert tab.page.locator(".ay-private").first.is_visible()


def test_escape_closes_a_menu_and_gives_the_focus_back(open_tab, person):
    tab = open_tab().sign_in(person.email, PASSWORD).go("/components/")
    menu = tab.page.locator("details.ay-menu--end")
    menu.locator("summary").press("Enter")
    assert menu.get_attribute("open") is not None
    tab.page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert tab.page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_everything_works_without_script(open_tab, person):
    tab = open_tab(script=False).sign_in(person.email, PASSWORD).go("/components/")
    assert not tab.page.locator(".ay-if-script").first.is_visible()
    tab.page.click("details.ay-menu--end > summary")
    tab.page.click("details [data-class-can-see-form] button")
    tab.page.locator(".ay-private").first.wait_for(state="hidden")
    tab.page.click("#form button[type=submit]")
    assert tab.page.locator(".govuk-error-summary a").count() > 0


def test_a_fault_in_the_summary_leads_to_its_field(open_tab, person):
    tab = open_tab().sign_in(person.email, PASSWORD).go("/components/")
    tab.page.click("#form button[type=submit]")
    tab.page.click(".govuk-error-summary a >> nth=0")
    assert tab.page.evaluate("document.activeElement.id") == "id_title"


def test_a_message_goes_away(open_tab, person):
    tab = open_tab().sign_in(person.email, PASSWORD)
    tab.go("/accounts/2fa/webauthn/")
    tab.go("/accounts/logout/")
    tab.page.click("main form button[type=submit]")
    tab.page.wait_for_load_state("load")
    assert tab.page.locator("[data-dismissable]").count() == 1
    tab.page.click("[data-dismiss]")
    assert tab.page.locator("[data-dismissable]").count() == 0


def test_a_passkey_works_under_our_policy(open_tab, person):
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    tab = open_tab()
    tab.address = tab.address.replace("127.0.0.1", "localhost")  # passkeys know no numbers
    devtools = tab.context.new_cdp_session(tab.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    tab.sign_in(person.email, PASSWORD).go("/accounts/2fa/webauthn/add/")
    tab.page.fill("[name=password]", PASSWORD)
    tab.page.click("main form button[type=submit]")
    tab.page.fill("[name=name]", "Office computer")
    tab.page.check("[name=passwordless]")
    tab.page.click("#mfa_webauthn_add")
    tab.page.wait_for_url("**/recovery-codes/")
    tab.context.clear_cookies()
    tab.go("/accounts/login/")
    tab.page.click("#passkey_login")
    tab.page.wait_for_url(lambda url: "/accounts/login/" not in url)
    tab.go("/components/")
    assert tab.page.locator("h1").inner_text() == "Components"
