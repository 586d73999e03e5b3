"""Error pages: our words, and a 404 that tells nothing."""

import pytest
from django.test import Client
from django.urls import path

from aylsham import urls
from tests.factories import MembershipFactory, SchoolFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def broken(request):
    raise ZeroDivisionError


broken.login_required = False
urlpatterns = [path("broken/", broken), *urls.urlpatterns]
handler404, handler500 = urls.handler404, urls.handler500


def test_a_wrong_school_and_a_wrong_address_look_the_same(client):
    other = SchoolFactory()
    client.force_login(MembershipFactory().user)
    missing, foreign = client.get("/nowhere/"), client.get(f"/{other.slug}/")
    assert missing.status_code == foreign.status_code == 404
    assert missing.content == foreign.content
    assert other.name not in foreign.text
    assert "We cannot find that page" in missing.text


@pytest.mark.urls(__name__)
def test_a_fault_of_ours_is_said_plainly():
    answer = Client(raise_request_exception=False).get("/broken/")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_a_form_without_its_secret_is_refused_in_words():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "a@b.example", "password": "x"})
    assert answer.status_code == 403
    assert "This page was open for too long" in answer.text
