"""A school's seals as `verify` walks along them."""

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from django.db import connection

from aylsham.audit import canonical
from aylsham.models import School

DIGEST_BYTES = 8


@dataclass
class Seal:
    """One seal, and what has been found of the events that it covers."""

    number: int
    ids: array  # of the events, rising
    digests: bytes
    previous_hash: bytes
    hash: bytes
    sealed_at: datetime
    over_below: int
    begun_up_to: int
    drawn_up_to: int
    origin: str
    restored_up_to: int
    is_restore: bool
    header: bytes
    edited: list[int] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)

    def __post_init__(self):
        self._hasher = hashlib.sha256(self.previous_hash + self.header)
        self._next = 0

    @property
    def is_done(self) -> bool:
        """Whether all its events have been met or missed."""
        return self._next == len(self.ids)

    def meets(self, event: "Event") -> bool:
        """Look at an event; they come in the order of their numbers. Is it one of its own?"""
        self.miss_below(event.id)
        if self.is_done or self.ids[self._next] != event.id:
            return False
        start = self._next * DIGEST_BYTES
        if self.digests[start : start + DIGEST_BYTES] != event.hash[:DIGEST_BYTES]:
            self.edited.append(event.id)
        self._hasher.update(event.hash)
        self._next += 1
        return True

    def miss_below(self, event_id: float) -> None:
        """No event below this number is to come: what has not been met is gone."""
        while not self.is_done and self.ids[self._next] < event_id:
            self.deleted.append(self.ids[self._next])
            self._next += 1

    @property
    def holds(self) -> bool:
        """Whether the hash is that of the seal before, its own header and all its events."""
        return self._hasher.digest() == self.hash


@dataclass(frozen=True)
class Event:
    """What `verify` needs of an event."""

    id: int
    xid: int
    at: datetime
    hash: bytes


class Chain:
    """All seals of a school in their order."""

    def __init__(self, seals: list[Seal]):
        self.seals = seals
        self._waiting = deque(sorted((s for s in seals if s.ids), key=lambda s: s.ids[0]))
        self._met: list[Seal] = []
        self._restores = [s.number for s in seals if s.is_restore]
        self._epochs = self._split_at_restores()

    @property
    def head(self) -> Seal | None:
        """The newest seal."""
        return self.seals[-1] if self.seals else None

    def pair(self, events: Iterator[Event]) -> Iterator[tuple[Event, Seal | None]]:
        """Each event with the seal that covers it; events come in the order of their numbers."""
        for event in events:
            while self._waiting and self._waiting[0].ids[0] <= event.id:
                self._met.append(self._waiting.popleft())
            yield event, next((seal for seal in self._met if seal.meets(event)), None)
            if any(seal.is_done for seal in self._met):
                self._met = [seal for seal in self._met if not seal.is_done]
        for seal in self.seals:
            seal.miss_below(float("inf"))

    def missing_numbers(self) -> list[tuple[int, Seal | None, Seal]]:
        """Gaps: how many seals are gone, after which one, before which one.

        A restore goes on after the last number that the witness knew: no gap.
        """
        first = self.seals[:1]
        found = [(s.number - 1, None, s) for s in first if s.number > 1 and not s.is_restore]
        for before, after in pairwise(self.seals):
            if after.number > before.number + 1 and not after.is_restore:
                found.append((after.number - before.number - 1, before, after))
        return found

    def last_before(self, xid: int, sealed_by: Seal | None) -> Seal | None:
        """The newest seal that was there before transaction `xid` began, on the same server."""
        begun, seals = self._epochs[self._epoch_of(sealed_by)]
        i = bisect_left(begun, xid) - 1
        return seals[i] if i >= 0 else None

    def _epoch_of(self, seal: Seal | None) -> int:
        return bisect_right(self._restores, seal.number) if seal else len(self._restores)

    def _split_at_restores(self) -> list[tuple[list[int], list[Seal]]]:
        epochs: list[tuple[list[int], list[Seal]]] = [([], [])]
        for seal in self.seals:
            if seal.is_restore:
                epochs.append(([], []))
            epochs[-1][0].append(seal.begun_up_to)
            epochs[-1][1].append(seal)
        return epochs


def read_chain(school: School) -> Chain:
    """The seals of a school; call inside its transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, ids, digests, previous_hash, hash, sealed_at, over_below, begun_up_to,"  # noqa: S608
            f" drawn_up_to, origin, restored_up_to, is_restore, {canonical.SEAL_HEADER}"
            " FROM aylsham_auditseal AS seal WHERE school_id = %s ORDER BY number, id",
            [school.pk],
        )
        return Chain([_seal(row) for row in cursor.fetchall()])


def read_events(school: School) -> Iterator[Event]:
    """All events of a school in the order of their numbers, a few thousand at a time."""
    after = -(2**63)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, xid, at, {canonical.EVENT_HASH} FROM aylsham_auditevent AS event"  # noqa: S608
                " WHERE school_id = %s AND id > %s ORDER BY id LIMIT 5000",
                [school.pk, after],
            )
            rows = cursor.fetchall()
        for id_, xid, at, hash_ in rows:
            yield Event(id_, xid, at, bytes(hash_))
        if len(rows) < 5000:
            return
        after = rows[-1][0]


def _seal(row) -> Seal:
    number, ids, digests, previous_hash, hash_, *rest, header = row
    return Seal(
        number,
        array("q", ids),
        bytes(digests),
        bytes(previous_hash),
        bytes(hash_),
        *rest,
        bytes(header),
    )
