"""Whether a link leads somewhere: what the page at its end asks for, asked before it is shown."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from aylsham.access.current import Access
from aylsham.access.decorators import PageRule


def may_open(access: Access, address: str) -> bool:
    """Whether the page's own rule lets the person in; what a single record asks for is not known."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return False
    rule: PageRule | None = getattr(found.func, "page_rule", None)
    if rule is None or rule.permission is None:
        return True
    schools = access.schools_with(rule.permission)
    return bool(schools) and (
        rule.level != "school" or found.kwargs["school"] in {school.slug for school in schools}
    )
