"""A council's form as the school maps it itself: ours for a county, with one heading of their own."""

import copy

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.map_codes import MapKind
from ehcp.services.maps import keep_map
from reports.selectors.council_maps import shipped

CODE = "example-county"
TITLE = "Request for an EHC needs assessment, as our county asks since September"
LABEL = "What helps the child most, and what an adult has to do for it"


def load_council_maps(school: School, people: dict[str, User]) -> None:
    """The first version of the school's own."""
    content = copy.deepcopy(shipped(MapKind.FORM)[CODE])
    content |= {"title": TITLE, "council": "Our county"}
    first = content["parts"][1]["fields"]
    first[1] = first[1] | {"label": LABEL}
    with school_transaction(school):
        keep_map(
            school=school,
            kind=MapKind.FORM,
            code=CODE,
            content=content,
            seen=0,
            by=people["assistant@demo.example"],
        )
