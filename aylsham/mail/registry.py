"""Kinds of e-mail, each with a template and the function that looks up its words.

    @mail_kind("invitation", title="Invitation", template="people/mail/invitation.txt")
    def invitation(mail):
        return {"invitation": Invitation.objects.get(pk=mail.context["invitation"])}

The function and the template run behind the wall of no school at all, so that neither can read a
row about a child. The first line of the template is the subject.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import autodiscover_modules

from aylsham.access.permissions import Permission
from aylsham.models import OutgoingMail

#: Sign-in e-mails of the sign-in library, whose text is made in the request.
TEXT = "text"

Lookup = Callable[[OutgoingMail], dict[str, Any]]


@dataclass(frozen=True)
class Attachment:
    """A file that goes with an e-mail; made from what its row holds, so no child stands in it."""

    name: str
    content: bytes
    media_type: str


Attach = Callable[[OutgoingMail], Attachment]


class UnknownMail(LookupError):
    """No e-mail of that kind is known."""


@dataclass(frozen=True)
class MailKind:
    """One kind of e-mail.

    `read_with` opens its words, where a demonstration keeps them, to others than the person it is
    for: an e-mail may carry an address that lets its reader in.
    """

    kind: str
    title: str
    template: str
    lookup: Lookup
    read_with: Permission
    attach: Attach | None = None


_kinds: dict[str, MailKind] = {}


def mail_kind(
    kind: str,
    *,
    title: str,
    template: str,
    read_with: Permission = Permission.VIEW_JOBS,
    attach: Attach | None = None,
) -> Callable[[Lookup], Lookup]:
    """Make a function look up the words of a kind of e-mail."""

    def register(lookup: Lookup) -> Lookup:
        _kinds[kind] = MailKind(kind, title, template, lookup, read_with, attach)
        return lookup

    return register


def mail_kinds() -> dict[str, MailKind]:
    """Every kind of e-mail."""
    _look_for_kinds()
    return dict(_kinds)


def kind_of(kind: str) -> MailKind:
    """The kind of that name; UnknownMail if there is none."""
    if kind not in _kinds:
        _look_for_kinds()
    try:
        return _kinds[kind]
    except KeyError:
        raise UnknownMail(f"There is no e-mail “{kind}”.") from None


def _look_for_kinds() -> None:
    # Kinds stand in an app's `mail.py`; the ground floor's are imported by its tasks.
    autodiscover_modules("tasks", "mail")


def title_of(kind: str) -> str:
    """What a person reads in a list of e-mails."""
    return "About signing in" if kind == TEXT else kind_of(kind).title
