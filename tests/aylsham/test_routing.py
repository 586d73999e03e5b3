"""Addresses as a tree lead where the same addresses lead one after the other."""

import uuid

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, include, path
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RegexPattern, RoutePattern

from aylsham import urls
from aylsham.routing import by_steps
from tests.conventions.addresses import addresses

ROOT = RegexPattern(r"^/")
PLAIN = URLResolver(ROOT, urls.in_order)
KEY = str(uuid.uuid4())


def looked_up(resolver: URLResolver, address: str):
    """Where an address leads, and with what."""
    try:
        found = resolver.resolve(address)
    except Resolver404:
        return None
    return found.func, found.kwargs, found.url_name, found.route


def routes() -> list[str]:
    """An address for each route there is, once with values and once with words as values."""
    found = []
    for page in addresses():
        for value in (KEY, "care"):
            text = page.route
            for name in ("school", *page.names):
                for converter in ("uuid", "int", "str", "slug", "path", "document"):
                    known = "oakfield" if name == "school" else value
                    text = text.replace(f"<{converter}:{name}>", known)
            found.append(f"/{text}")
    return found


def test_every_address_leads_where_it_led():
    asked = [*routes(), "/", "/federation/", "/healthz", "/accounts/login/", "/nowhere/at/all/"]
    found = {address: looked_up(get_resolver(), address) for address in asked}
    assert len([each for each in found.values() if each]) > 1_100
    for address, there in found.items():
        assert there == looked_up(PLAIN, address), address


def test_a_word_is_found_without_asking_every_pattern():
    deep = f"/oakfield/children/{KEY}/care/pep/"
    with pytest.raises(Resolver404) as missing:
        get_resolver().resolve(f"{deep}nowhere/")
    assert len(missing.value.args[0]["tried"]) < 250


def view(request) -> HttpResponse:
    return HttpResponse()


def patterns(*asked: str) -> list[URLPattern]:
    return [path(route, view, name=route) for route in asked]


@pytest.mark.parametrize(
    ("address", "route"),
    [
        ("a/x/", "a/x/"),  # a word goes before a value
        ("a/y/", "a/<str:any>/"),
        ("b/x/", "b/x/"),
        ("b/y/", "b/<str:any>/"),
        ("c/1/more/", "c/<int:n>/more/"),
        ("c/z/more/", "c/<slug:n>/more/"),
        ("d/e/f/g", "d/<path:rest>"),
    ],
)
def test_preference_is_kept(address, route):
    asked = patterns(
        *("a/<str:any>/", "a/x/", "b/x/", "b/<str:any>/", "c/<int:n>/more/", "c/<slug:n>/more/"),
        *("d/<path:rest>", "e/1/", "e/2/", "e/3/", "e/4/", "f/"),
    )
    tree = URLResolver(RoutePattern(""), by_steps([path("", include(asked))]))
    assert tree.resolve(address).url_name == route
