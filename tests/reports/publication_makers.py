"""SEN information reports at every step, for tests."""

from reports.codes import Duty
from reports.models import Publication
from reports.publications.kinds import KINDS, kind_of
from reports.selectors.publications import mark_of_words
from reports.services.publications import publish, send_to_head, start_publication, write_words

REPORT = KINDS[Duty.SEN_REPORT]


def a_draft(school, by=None, kind=REPORT) -> Publication:
    return start_publication(kind=kind, school=school, by=by)


def worded(draft: Publication, **words: str) -> Publication:
    """With words under every heading, so that nothing is missing."""
    every = {
        heading.key: f"We do this about {heading.key}." for heading in kind_of(draft.kind).headings
    }
    return write_words(
        publication=draft, words=every | words, version=mark_of_words(draft), by=None
    )


def with_head(draft: Publication) -> Publication:
    return send_to_head(publication=draft, by=None)


def published(draft: Publication, web_address: str = "", starts_on=None) -> Publication:
    return publish(
        publication=with_head(draft), web_address=web_address, starts_on=starts_on, by=None
    )
