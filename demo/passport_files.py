"""Passports from before, as Word and PDF: dropped by the SENDCo, read by the worker, not decided."""

from aylsham.documents.inspecting import Upload
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.federation import SAMPLES
from pupils.services.intakes.receiving import receive_passports

FOLDER = SAMPLES / "passports"


def drop_passport_files(school: School, by: User) -> None:
    """One clear file, and each doubt once: whose, which date of birth, which text, no words."""
    files = sorted(FOLDER.iterdir())
    with school_transaction(school):
        receive_passports(
            school=school, uploads=[Upload(f.name, f.read_bytes()) for f in files], by=by
        )
