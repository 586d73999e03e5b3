"""A bundle of evidence with what was found for it, some of it flagged."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("bundle")
def _bundle(world):
    from reports.bundle_codes import KINDS, SENSITIVE
    from reports.bundles.evidence import Found
    from reports.services.bundles.making import keep_look
    from reports.services.bundles.preparing import start_bundle

    bundle = start_bundle(
        pupil=world.pupil,
        by=None,
        aim="assess",
        council=f"{world.marker} Council",
        starts_on=None,
        ends_on=None,
        kinds=list(KINDS),
        most_mb=10,
    )
    facts = {"of_on": TODAY, "source": f"{world.marker} source", "pages": 2}
    found = [
        Found("needs", "needs", f"{world.marker} needs", digest="1" * 64, **facts),
        Found(
            "tests", "tests", f"{world.marker} tests", digest="2" * 64, flags=(SENSITIVE,), **facts
        ),
    ]
    keep_look(bundle=bundle, found=found)
    return bundle.pk


@row("case_study")
def _case_study(world):
    """A study without the name, being written."""
    from reports.services.case_studies import begin_study

    words = {"start": f"{world.marker} found it hard."}
    return begin_study(pupil=world.pupil, is_named=False, words=words, by=None).pk
