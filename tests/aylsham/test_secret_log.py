"""Every secret address is cut before it reaches a log."""

from django.urls import get_resolver, reverse

from aylsham.secret_log import hide_secrets

SECRET = "s3cret-of-256-random-bits"


def secret_pages() -> list[str]:
    """The names of every page behind a secret address."""
    found = get_resolver().reverse_dict.items()
    return sorted(
        name
        for name, (possibilities, *_) in found
        if isinstance(name, str) and any("secret" in params for _, params in possibilities)
    )


def test_no_secret_of_any_address_comes_through():
    names = secret_pages()
    assert {"contribute", "contribute_answer", "record_link", "record_link_fetch"} <= set(names)
    for name in names:
        path = reverse(name, kwargs={"secret": SECRET})
        assert SECRET not in hide_secrets(f"GET {path} 200"), name
