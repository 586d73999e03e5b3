"""The sheet of a class on paper: one A4 side, landscape, in the largest letters that fit."""

import datetime as dt

from django.template.loader import render_to_string

from aylsham.documents.fitting import Fitted, fit_pdf
from pupils.selectors.class_sheet import ClassSheet

#: Points, the largest first; when 9 does not fit one side, the sheet is printed on both.
POINTS = (12, 11, 10, 9)


def print_class_sheet(sheet: ClassSheet, *, today: dt.date) -> Fitted:
    """The sheet as a PDF; more than one page when it cannot be otherwise."""
    context = {"sheet": sheet, "school": sheet.group.school, "today": today}
    return fit_pdf(
        [
            render_to_string("pupils/print/class_sheet.html", context | {"points": points})
            for points in POINTS
        ],
        most=1,
    )
