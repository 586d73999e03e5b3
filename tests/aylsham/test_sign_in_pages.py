"""Every page of allauth in use takes our markup and our words."""

import re

import pytest
from allauth.account.models import EmailAddress

from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

PUBLIC = (
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/password/reset/key/x-y/",
    "/accounts/inactive/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/wrong/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
)
SIGNED_IN = (
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/3rdparty/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
)
PASSWORD = "three-words-apart"


def is_ours(page: str) -> None:
    """Our frame, one heading, no policy broken, nothing of the library's own markup."""
    assert "aylsham.css" in page
    assert page.count("<h1") == 1
    assert re.search(r"<title>[^<]{3,} · Aylsham</title>", page)
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
    for kind in re.findall(r'<input type="(?:text|email|password)"[^>]*>', page):
        assert "govuk-input" in kind or "search" in kind
    assert "<p><label" not in page
    assert "placeholder" not in re.sub(r"<form[^>]*search.*?</form>", "", page, flags=re.S)


@pytest.fixture
def signed_in(client):
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("url", PUBLIC)
def test_public_pages_are_ours(client, url):
    answer = client.get(url, follow=True)
    assert answer.status_code == 200
    is_ours(answer.text)


@pytest.mark.parametrize("url", SIGNED_IN)
def test_pages_of_the_signed_in_are_ours(signed_in, url):
    answer = signed_in.get(url)
    assert answer.status_code == 200
    is_ours(answer.text)


def test_a_wrong_password_says_what_to_do(client):
    page = client.post("/accounts/login/", {"login": "a@school.example", "password": "wrong"}).text
    assert "That e-mail address and password do not fit together. Check both." in page
    is_ours(page)


def test_signing_in_asks_for_login_and_password(client):
    page = client.get("/accounts/login/").text
    assert 'name="login"' in page
    assert 'name="password"' in page
    assert "remember" not in page


def test_the_way_from_a_forgotten_password_to_a_new_one(client, monkeypatch):
    mails = []
    monkeypatch.setattr("aylsham.signin.adapter.queue_message", lambda **mail: mails.append(mail))
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save()
    client.post("/accounts/password/reset/", {"email": user.email})
    assert mails[0]["subject"] == "Choose a new password"
    link = re.search(r"https?://\S+", mails[0]["text"])[0]
    answer = client.get(link, follow=True)
    is_ours(answer.text)
    answer = client.post(
        answer.request["PATH_INFO"],
        {"password1": "four-words-far-apart", "password2": "four-words-far-apart"},
    )
    assert answer.status_code == 302
    user.refresh_from_db()
    assert user.check_password("four-words-far-apart")
