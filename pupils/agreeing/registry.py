"""What people can be asked to agree to: each floor adds its plans when it is loaded."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from pupils.models import AgreementAnswer, AgreementAsk, Pupil
from pupils.rules.sharing import ThingKind


@dataclass(frozen=True)
class Shown:
    """A text as the people who are asked read it."""

    title: str
    #: (heading, words) in the order of reading.
    parts: tuple[tuple[str, str], ...]
    sensitivity: int = Sensitivity.EVERYONE
    #: Who looks after the plan and so settles what people want changed; None: whoever asks.
    owner: User | None = None

    @property
    def digest(self) -> str:
        """SHA-256 in hex of title and words: the same text has the same digest."""
        return digest_of(self.title, self.parts)


def digest_of(title: str, parts) -> str:
    """SHA-256 in hex of a title and (heading, words) pairs."""
    plain = json.dumps([title, [list(part) for part in parts]], ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


@dataclass(frozen=True)
class AgreedKind:
    """A kind of text about a child to which people are asked to agree."""

    key: str
    label: str
    #: Who may know of it at all; `find` cuts further.
    permission: Permission
    #: The text as it stands now, for whoever may read it.
    find: Callable[[Access, Pupil, UUID], Shown | None]
    #: (id, name) of the texts of a child that people can be asked about today.
    listed: Callable[[Access, Pupil], list[tuple[UUID, str]]]
    #: The page on which it is written.
    url: Callable[[School, UUID, UUID], str]
    #: How the sharing rules call it.
    thing: ThingKind = ThingKind.PLAN
    #: The type of document as which a signed sheet is filed.
    document: str = "plan"
    #: Writes an answer where the plan itself has a day of agreement.
    fill: Callable[[AgreementAsk, AgreementAnswer], None] | None = None


_kinds: dict[str, AgreedKind] = {}


def register_kind(kind: AgreedKind) -> None:
    """Let people be asked to agree to texts of this kind."""
    _kinds[kind.key] = kind


def kinds() -> list[AgreedKind]:
    """All kinds, in the order in which they were registered."""
    return list(_kinds.values())


def kind_of(key: str) -> AgreedKind | None:
    """One kind by its key."""
    return _kinds.get(key)
