"""The longest report: as many rows and sentences as each part of it can have."""

from dataclasses import replace

from reports.governor.aims import MOST_TOLD
from reports.governor.report import Report
from reports.governor.support_words import MOST_LINES, MOST_SOURCES
from reports.publications.kind import Table
from reports.surveys.sentences import MOST_NAMED


def full(report: Report) -> Report:
    """With as many rows as a table can have in each of the parts that the record fills."""
    line = (
        "A quite long name of an intervention",
        "A test with its part",
        "12",
        "+2",
        "1 to 3",
        "£99.00",
    )
    statement = "“The school understands what is hard for my child” (before: most)"
    long = "Training in speech, language and communication for everybody in the school; "
    tables = {
        "support": (
            Table(
                "Support", ("", "Children", "Share"), (("Met once a term so far", "6", "5%"),) * 9
            ),
            Table("Hours", ("Owed by", "a", "b"), (line[:3],) * 4),
        ),
        "impact": (
            Table("Impact", ("a", "b", "c", "d", "e", "f"), (line,) * MOST_LINES),
            Table(
                "Costs",
                ("Paid from", "Planned", "Spent"),
                (("Core budget", "£1", "£2"),) * (MOST_SOURCES + 1),
            ),
        ),
        "equity": (
            Table(
                "Groups",
                ("Group", "On the register", "Share, and its band", "Beside all others"),
                (("Additional language", "12 of 110", "11% (6 to 18%)", "lower by 1 to 14"),) * 12,
            ),
        ),
        "voices": (
            Table(
                "What they agree with",
                ("Who", "How many agree", "With what"),
                (("Families, Autumn 2026", "nearly all", f"{statement}; " * MOST_NAMED),) * 4,
            ),
        ),
        "care": (Table("Away", ("", "With", "Without"), (("Part-time", "5", "6"),) * 2),),
        "visit": (Table("Plans", ("", "a", "b"), (("Plan 1", "2", "3"),) * 3),),
    }
    sentence = (
        "A sentence that goes on over two lines of the page since it has much to say of it. " * 2
    )
    said = {
        "impact": (sentence,) * 4,
        "staff": (long * 3, long * 2, long),
        "equity": (sentence,) * 4,
        "voices": ("Of 120 families who were asked, 61 answered, without names.", sentence) * 2,
        "plan": (sentence,) * (3 + MOST_TOLD),
        "visit": (long, long * 2, long),
    }
    return replace(report, tables=tables, said=report.said | said)
