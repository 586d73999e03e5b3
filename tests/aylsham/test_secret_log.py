"""Every secret address is cut before it reaches a log."""

from uuid import UUID

from django.urls import get_resolver, reverse

from aylsham.secret_log import hide_secrets

SECRET = "s3cret-of-256-random-bits"
#: Stands for the other names in such an address: ids of rows.
ROW = UUID(int=7)


def secret_pages() -> dict[str, list[str]]:
    """Every page behind a secret address, with all the names in it."""
    return {
        name: params
        for name, (possibilities, *_) in get_resolver().reverse_dict.items()
        if isinstance(name, str)
        for _, params in possibilities
        if "secret" in params
    }


def test_no_secret_of_any_address_comes_through():
    pages = secret_pages()
    known = {"contribute", "contribute_answer", "record_link", "agree_answer", "papers_open"}
    assert known <= pages.keys()
    for name, params in pages.items():
        path = reverse(name, kwargs=dict.fromkeys(params, ROW) | {"secret": SECRET})
        assert SECRET not in hide_secrets(f"GET {path} 200"), name
