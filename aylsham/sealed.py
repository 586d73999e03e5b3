"""Words that must not be read in an address: sealed for one person, for some hours.

An address stands in the browser's history, on a shared screen and in logs. What somebody typed to
find a child is a child's name; it goes to the server in a POST and comes back sealed, so that
going back, pages and sorting work and nobody can read it.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest, QueryDict

from aylsham.forms import FilterForm
from aylsham.models import User

#: Seconds for which sealed words can be opened: a working day.
LASTS = 60 * 60 * 12


def seal(words: str, user: User) -> str:
    """The words as only the server can read them, for this person; empty for none."""
    return _fernet(user).encrypt(words.encode()).decode() if words else ""


def unseal(sealed: str, user: User) -> str:
    """The words; empty when they are too old, another person's or made up."""
    if not sealed:
        return ""
    try:
        return _fernet(user).decrypt(sealed.encode(), ttl=LASTS).decode()
    except InvalidToken:
        return ""


def sealed_address(request: HttpRequest, form: type[FilterForm]) -> str:
    """Where a filter that was sent by POST is shown: its choices, and its words sealed."""
    query = QueryDict(mutable=True)
    more = [n for n in request.POST if form.open_names and n.startswith(form.open_names)]
    for name in (*form.base_fields, *more, *form.kept_names, "sort"):
        values = [value.strip() for value in request.POST.getlist(name) if value.strip()]
        if name in form.sealed_fields:
            name, values = form.sealed_fields[name], [seal(v, request.user) for v in values[:1]]
        if values:
            query.setlist(name, values)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def opened_query(request: HttpRequest, form: type[FilterForm]) -> QueryDict:
    """The address's choices with its sealed words opened; words that stand there open are ignored."""
    query = request.GET.copy()
    for name, sealed_name in form.sealed_fields.items():
        query[name] = unseal(query.get(sealed_name, ""), request.user)
    return query


def _fernet(user: User) -> Fernet:
    key = hashlib.sha256(f"words:{settings.SECRET_KEY}:{user.pk}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
