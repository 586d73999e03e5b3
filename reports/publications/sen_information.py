"""The SEN information report as a kind of document."""

import datetime as dt

from aylsham.models import School
from reports.codes import Duty
from reports.publications.facts import sentences
from reports.publications.headings import SEN_INFORMATION
from reports.publications.kind import Kind, Reading
from reports.selectors.publication_facts import left_out, school_facts


def read(school: School, today: dt.date) -> Reading:
    """What the record can say under each heading of the law."""
    facts = school_facts(school, today)
    return Reading({each.key: sentences(each.key, facts) for each in SEN_INFORMATION})


KIND = Kind(
    duty=Duty.SEN_REPORT,
    headings=SEN_INFORMATION,
    read=read,
    left_out=left_out,
    plural="SEN information reports",
    short="report",
    about="On the school’s website, renewed at least once a year. It begins with what the record "
    "says and with your words of last time; the head publishes it.",
    description="How the school supports children with special educational needs and disabilities.",
    law="SEND Regulations 2014, Schedule 1; Children and Families Act 2014, section 69.",
    next_due="The next one is due within a year.",
    draft_note="No sentence counts children.",
)
