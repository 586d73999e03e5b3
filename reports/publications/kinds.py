"""Every kind of document that a school publishes; a new kind is a module and a line here."""

from reports.codes import Duty
from reports.publications import accessibility, inclusion, local_offer, sen_information
from reports.publications.kind import Kind

KINDS: dict[Duty, Kind] = {
    kind.duty: kind
    for kind in (sen_information.KIND, inclusion.KIND, accessibility.KIND, local_offer.KIND)
}


def kind_of(duty: str) -> Kind:
    """The kind with this code."""
    return KINDS[Duty(duty)]
