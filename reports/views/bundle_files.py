"""The files of an evidence bundle: each part, its list of hashes, and everything together."""

import io
import json
import zipfile

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents import keeping
from aylsham.notices import problem
from pupils.services.approvals import refusal_to_leave
from pupils.views.opening import open_child
from pupils.views.printing import pdf_answer
from reports.bundles.manifest import as_csv
from reports.models import EvidenceBundle
from reports.selectors.bundles.leaving import evidence_leaving, second_look
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
        return _answer(request, row, wanted)
    part = part_of(row, int(number)) if number.isdecimal() and len(number) < 4 else None
    if part is None:
        raise Http404
    return pdf_answer(bytes(part.pdf), row.manifest["parts"][part.number - 1]["file"])


def _answer(request: HttpRequest, row: EvidenceBundle, kind: str) -> HttpResponse:
    """What goes out as a whole waits for the second person; each part can be looked at before."""
    leaving = evidence_leaving(row, row.pupil)
    if kind == "zip" and not row.is_sent and (refusal := refusal_to_leave(leaving)):
        problem(request, refusal)
        return redirect("bundle", request.school.slug, row.pupil_id, row.pk)
    makers = {"json": _json, "csv": lambda row: as_csv(row.manifest), "zip": _zip}
    response = HttpResponse(makers[kind](row), content_type=CONTENT[kind])
    on = row.manifest["made_at"][:10]
    name = f"evidence-{on}.zip" if kind == "zip" else f"evidence-{on}-hashes.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _json(row: EvidenceBundle) -> str:
    said = row.manifest | {"second_look": second_look(row)}
    return json.dumps(said, indent=1, ensure_ascii=False)


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
