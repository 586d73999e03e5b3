"""In which order a paper stands: ours, a federation's own, a council's."""

import json

from aylsham.models import School
from ehcp.map_codes import MapKind
from ehcp.paper_codes import PARTS
from ehcp.rules.paper_order import PLAIN, PaperMap, map_for, paper_maps, read_map
from ehcp.selectors.maps import OwnMap, map_at, own_maps, own_versions


def maps(school: School) -> dict[str, PaperMap]:
    """Every order of a paper, by its key: ours, the federation's, the school's; one statement."""
    shipped, own = shipped_maps(), own_maps(own_versions(school, MapKind.PAPER))
    kept = {key: each for key, each in shipped.items() if key not in own or key == PLAIN}
    mine = [_read(each) for each in own.values()]
    return {**{each.key: each for each in mine}, **kept}


def shipped_maps() -> dict[str, PaperMap]:
    """The orders that come with the program."""
    return paper_maps(tuple(PARTS))


def map_of(school: School, council: str) -> PaperMap:
    """The order of a council, or else the plain one."""
    return map_for(council, maps(school))


def order_of(school: School, key: str) -> PaperMap:
    """The order by which a paper was begun, in that version; no statement for a shipped one."""
    shipped = shipped_maps()
    own = map_at(school, MapKind.PAPER, key) if "@" in key else None
    return _read(own) if own else shipped.get(key.partition("@")[0]) or shipped[PLAIN]


def _read(own: OwnMap) -> PaperMap:
    return read_map(own.key, json.dumps(own.content), PARTS)
