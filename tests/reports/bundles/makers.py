"""A child with a record worth a bundle, made by the services."""

import datetime as dt
import io
import random
from decimal import Decimal

import pypdf
from PIL import Image

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import User
from provision.rules.costs import Rate
from provision.services.cycles import close_cycle
from provision.services.rates import add_rate_card
from pupils.models import Approval
from pupils.services.approvals import answer_approval, ask_approval
from pupils.services.contributions.voices import record_voice
from pupils.services.documents.filing import file_document
from pupils.services.needs import add_diagnosis, add_need
from reports.bundle_codes import KINDS
from reports.models import EvidenceBundle
from reports.selectors.bundles.leaving import evidence_leaving
from reports.selectors.bundles.pages import contents_now
from reports.services.bundles.preparing import Said, ask_to_make, decide, start_bundle
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.provision.aims import running, say, score
from tests.provision.makers import given


def a_child(**facts):
    """A child of Oakfield on the register, with a need in words."""
    school = facts.pop("school", None) or SchoolFactory(slug="oakfield")
    pupil = PupilFactory(school=school, first_name="Leo", last_name="Pike", **facts)
    put_on_register(pupil)
    add_need(
        pupil=pupil,
        need_type="SLCN",
        in_words="Finds long instructions hard.",
        impact="Waits for others to begin, then copies what they do.",
        by=None,
    )
    return pupil


def paper(pupil, title="Therapist’s report", words="Needs visual support", *, pages=1, **facts):
    """A PDF filed on the child as a speech and language report."""
    said = {"kind": "slt", "of_on": TODAY - dt.timedelta(days=30), "author": "Ana Roe"} | facts
    data = said.pop("data", None) or pdf(words, pages=pages)
    name = said.pop("name", "report.pdf")
    return file_document(pupil=pupil, title=title, upload=upload(name, data), **said)


def a_voice(pupil, by, words="Maths is loud in my head.", **facts):
    """What the child says."""
    said = {"kind": "pupil_views", "given_on": TODAY, "given_how": "meeting", "said_by": "Leo"}
    answers = [{"question": "What is hard?", "answer": words}]
    return record_voice(pupil=pupil, answers=answers, by=by, **said | facts)


def full_record(pupil, by):
    """Everything that a bundle can hold, in small."""
    paper(pupil)
    a_voice(pupil, by)
    cycle = running(pupil, by=by)
    say(cycle, "next", "A second term of the same.", by)
    score(cycle, by=by)
    close_cycle(cycle=cycle, closed_on=TODAY, by=by)
    rates = {"lsa": Rate(1500, Decimal(25))}
    facts = {"starts_on": dt.date(2025, 9, 1), "threshold_pence": 600_000, "rates": rates}
    add_rate_card(school=pupil.school, by=by, **facts)
    given(pupil.school, pupil, by=by)
    add_diagnosis(pupil=pupil, name="Language disorder", made_on=dt.date(2026, 5, 4), by=by)


def begun(pupil, by, *, kinds=tuple(KINDS), **facts) -> EvidenceBundle:
    """A bundle whose record has been looked through."""
    said = {"aim": "assess", "council": "Norfolk", "starts_on": None, "ends_on": None, "most_mb": 0}
    bundle = start_bundle(pupil=pupil, by=by, kinds=list(kinds), **said | facts)
    assert run_job(bundle.job_id) == JobState.DONE
    return again(bundle)


def put_in_everything(bundle, by) -> None:
    """Whatever is flagged goes in."""
    open_ones = [line.found for line in contents_now(bundle).open]
    said = [Said(found.key, found.digest, True, "Agreed.") for found in open_ones]
    decide(bundle=bundle, said=said, by=by)


def made(bundle, by) -> EvidenceBundle:
    """The bundle after somebody pressed the button and a worker was done."""
    job = ask_to_make(bundle=bundle, by=by)
    assert run_job(job.pk) == JobState.DONE
    return again(bundle)


def again(bundle) -> EvidenceBundle:
    """As it stands in the database."""
    rows = EvidenceBundle.objects.select_related("pupil", "school")
    return rows.get(school_id=bundle.school_id, pk=bundle.pk)


def reader_of(bundle, number=1) -> pypdf.PdfReader:
    """A part of a bundle, opened."""
    part = bundle.parts.get(school_id=bundle.school_id, number=number)
    return pypdf.PdfReader(io.BytesIO(bytes(part.pdf)))


def sendco(pupil):
    """The SENDCo of the child's school."""
    return member(pupil.school)


def noise(seed: int) -> bytes:
    """A photo that cannot be made small."""
    picture = Image.frombytes("RGB", (700, 900), random.Random(seed).randbytes(700 * 900 * 3))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=60)
    return out.getvalue()


def approved(bundle: EvidenceBundle, by: User, other: User | None = None) -> Approval:
    """A second person has looked at exactly these files, and they may go."""
    other = other or member(bundle.school, Role.HEAD)
    leaving = evidence_leaving(bundle, bundle.pupil)
    row = ask_approval(leaving=leaving, approver=other, due_on=TODAY, by=by)
    return answer_approval(approval=row, leaving=leaving, is_approved=True, by=other)


def line_of(bundle, title):
    return next(x for x in contents_now(bundle).lines if x.found.title == title)


def say_of(bundle, by, title, *, is_in, reason="Needed to show the need."):
    found = line_of(bundle, title).found
    decide(bundle=bundle, said=[Said(found.key, found.digest, is_in, reason)], by=by)
