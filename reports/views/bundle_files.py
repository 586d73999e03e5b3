"""The files of an evidence bundle: each part, its list of hashes, and everything together."""

import io
import json
import zipfile

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents import keeping
from pupils.views.opening import open_child
from pupils.views.printing import pdf_answer
from reports.bundles.manifest import as_csv
from reports.models import EvidenceBundle
from reports.selectors.bundles.pages import attached_files, bundle_of, part_of

CONTENT = {"json": "application/json", "csv": "text/csv; charset=utf-8", "zip": "application/zip"}


@school_view(Permission.MAKE_BUNDLES)
def bundle_file(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """`?part=` a file, `?as=json` or `csv` its hashes, `?as=zip` everything; each is written down."""
    wanted, number = request.GET.get("as", ""), request.GET.get("part", "")
    detail = {"what": wanted or f"part {number}"[:12]}
    child = open_child(request, pupil, Action.TAKE_EVIDENCE, **detail)
    row = bundle_of(request.access, child.pupil, bundle)
    if row is None or not row.is_made:
        raise Http404
    if wanted in CONTENT:
        return _answer(row, wanted)
    part = part_of(row, int(number)) if number.isdecimal() and len(number) < 4 else None
    if part is None:
        raise Http404
    return pdf_answer(bytes(part.pdf), row.manifest["parts"][part.number - 1]["file"])


def _answer(row: EvidenceBundle, kind: str) -> HttpResponse:
    makers = {"json": _json, "csv": lambda row: as_csv(row.manifest), "zip": _zip}
    response = HttpResponse(makers[kind](row), content_type=CONTENT[kind])
    on = row.manifest["made_at"][:10]
    name = f"evidence-{on}.zip" if kind == "zip" else f"evidence-{on}-hashes.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _json(row: EvidenceBundle) -> str:
    return json.dumps(row.manifest, indent=1, ensure_ascii=False)


def _zip(row: EvidenceBundle) -> bytes:
    """Every file, the list of hashes, and what comes beside the bundle."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for said in row.manifest["parts"]:
            number = row.manifest["parts"].index(said) + 1
            part = part_of(row, number)
            if part is not None:
                packed.writestr(said["file"], bytes(part.pdf))
        packed.writestr("hashes.json", _json(row))
        packed.writestr("hashes.csv", as_csv(row.manifest))
        for name, digest in attached_files(row):
            packed.writestr(name, keeping.read(row.school_id, digest))
    return out.getvalue()
