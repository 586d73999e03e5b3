"""Which timetable is asked for, in the address of its page."""

import datetime as dt

from django import forms

from aylsham.forms import DateField, FilterForm
from staff.codes import TimetableBy
from staff.selectors.week_reading import monday_of

DAYS_AWAY = dt.timedelta(days=370)


class TimetableForm(FilterForm):
    """By what, of whom, in which week; what makes no sense is as if it were not said."""

    by = forms.ChoiceField(choices=TimetableBy.choices)
    who = forms.UUIDField()
    week = DateField()
    day = DateField()
    wall = forms.BooleanField()
    plain = forms.BooleanField()

    def said(self, today: dt.date) -> dict:
        """What a timetable is asked for with: a week near today's, this one unless it is said."""
        chosen = self.chosen
        day, week = chosen.get("day"), chosen.get("week") or chosen.get("day") or today
        monday = monday_of(week if abs(week - today) <= DAYS_AWAY else today)
        return {
            "monday": monday,
            "by": TimetableBy(chosen.get("by", TimetableBy.ADULT)),
            "who": str(chosen.get("who", "")),
            "day": day,
            "is_wall": bool(chosen.get("wall")),
            "is_plain": bool(chosen.get("plain")),
        }
