"""Maps of councils' forms as a school has them: its federation's and its own on top of ours."""

from dataclasses import dataclass
from typing import Any

from aylsham.models import School
from aylsham.together import read_rows
from ehcp.map_codes import MapKind
from ehcp.models import FederationMap, SchoolMap

SCHOOL, FEDERATION = "school", "federation"
_OWNERS = {"s": SCHOOL, "f": FEDERATION}


@dataclass(frozen=True)
class OwnMap:
    """One version of a map that a school or its federation wrote."""

    owner: str
    code: str
    number: int
    content: dict[str, Any]
    is_withdrawn: bool
    by: str
    at: Any

    @property
    def key(self) -> str:
        """Names exactly this version: `norfolk@s3`."""
        return f"{self.code}@{self.owner[0]}{self.number}"

    @property
    def words(self) -> str:
        """`This school, version 3`."""
        whose = "This school" if self.owner == SCHOOL else "Federation"
        return f"{whose}, version {self.number}"


def own_versions(school: School, kind: MapKind) -> list[OwnMap]:
    """Every version of the federation, then of the school, the newest first; one statement."""
    rows = (
        FederationMap.objects.filter(federation_id=school.federation_id, kind=kind),
        SchoolMap.objects.filter(school=school, kind=kind),
    )
    found = read_rows(*(each.select_related("written_by") for each in rows))
    return [
        _own(owner, row)
        for owner, several in zip((FEDERATION, SCHOOL), found, strict=True)
        for row in several
    ]


def own_maps(versions: list[OwnMap]) -> dict[str, OwnMap]:
    """By code the version that holds: the school's newest, else its federation's."""
    newest: dict[tuple[str, str], OwnMap] = {}
    for each in versions:
        newest.setdefault((each.owner, each.code), each)
    found: dict[str, OwnMap] = {}
    for each in newest.values():
        if not each.is_withdrawn:
            found[each.code] = each
    return found


def map_at(school: School, kind: MapKind, key: str) -> OwnMap | None:
    """The version that a key names; None for a shipped map, or one that is not here."""
    code, _, number = key.partition("@")
    owner = _OWNERS.get(number[:1])
    if owner is None or not number[1:].isdecimal():
        return None
    which = {"kind": kind, "code": code, "number": int(number[1:])}
    row: SchoolMap | FederationMap | None
    if owner == SCHOOL:
        row = SchoolMap.objects.filter(school=school, **which).first()
    else:
        rows = FederationMap.objects.filter(federation_id=school.federation_id, **which)
        row = rows.first()
    return _own(owner, row) if row else None


def _own(owner: str, row: SchoolMap | FederationMap) -> OwnMap:
    return OwnMap(
        owner,
        row.code,
        row.number,
        row.content,
        row.is_withdrawn,
        row.written_by.name if row.written_by else "",
        row.written_at,
    )
