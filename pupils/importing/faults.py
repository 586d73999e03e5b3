"""What can be wrong with a cell, in short words, and what to do about it."""

from dataclasses import dataclass
from typing import Final

#: A column of yes and no for the SEN status, and no other that says which.
YES_ALONE: Final = "yes, and not whether K or E"

#: problem → what a person should do; {value} is what the file says
ADVICE: Final[dict[str, str]] = {
    "missing": "There is nothing here. Type it in or leave the row out.",
    "no such column": "The file has no column for this. Say which column it is.",
    "formula in a cell": (
        "“{value}” is a formula. Copy the column and paste it as values, or type the value. "
        "If nobody needs the column, say under the columns that it is not read."
    ),
    "error in a cell": "“{value}” is a spreadsheet error. Type the value that belongs here.",
    "quote not closed": "A quotation mark is opened and not closed. Correct the row in the file.",
    "too many cells": (
        "The row has more cells than there are headings, perhaps a separator inside a name. "
        "Correct the row in the file."
    ),
    "not divided into cells": (
        "“{value}” stands in one cell, perhaps with another separator than the rest of the file. "
        "Correct the row in the file."
    ),
    "a second table starts here; it is not read": (
        "“{value}” are other headings than the first; {other} rows below them are not read. Put "
        "them on a sheet or in a file of their own, or leave this row out if they are no children."
    ),
    "children above the headings are not read": (
        "{other} rows like “{value}” stand above the headings that were read. Put them on a sheet "
        "or in a file of their own."
    ),
    "damaged characters": "“{value}” lost a letter on its way. Type it as it should be.",
    "not a name": "“{value}” is not a name. Type the name.",
    "too long": "“{value}” is {length} characters long; {most} fit. Type the value that belongs here.",
    "which is the surname": (
        "“{value}” could be read in two ways. Type it as “Surname, First name”."
    ),
    "not a UPN": (
        "“{value}” is not a UPN: one letter, then 12 digits (or 11 digits and a letter). "
        "Look it up in the school's system."
    ),
    "wrong check letter": (
        "“{value}” has a slip in it: the first letter does not fit the digits. "
        "Look it up in the school's system."
    ),
    "unknown authority in the UPN": (
        "Digits 2 to 4 of “{value}” are no local authority. Look it up in the school's system."
    ),
    "UPN of another child": (
        "“{value}” is {holder}'s UPN here; the name and birthday are another child's. Check the "
        "UPN. If it is {holder}, correct the name or the birthday in the record first."
    ),
    "duplicate UPN in the file": (
        "Row {other} has the same UPN. One of the two is wrong, or the child is listed twice."
    ),
    "duplicate admission number in the file": (
        "Row {other} has the same number. One of the two is wrong, or the child is listed twice."
    ),
    "row repeated": "Row {other} has the same child. Leave one of them out.",
    "not a date": "“{value}” is not a date. Type it as day/month/year, such as 03/09/2018.",
    "day and month may be swapped": (
        "Other dates in this column are written month first, so “{value}” can be read in two "
        "ways. Type the date as 3 Sep 2018."
    ),
    "in the future": "“{value}” is in the future. Type the right date.",
    "too old for the school": "With “{value}” the child would be {age}. Type the right date.",
    "too young for the school": "With “{value}” the child would be {age}. Type the right date.",
    "before the date of birth": "“{value}” is before the child was born. Type the right date.",
    "does not fit the year group": (
        "A child born on {value} would be in {expected}, not in {stated}. "
        "Correct the date of birth or the year group."
    ),
    "unknown year group": (
        "“{value}” is not a year group. Use N1, N2, R or 1 to 6 (E1 and E2 for the youngest)."
    ),
    "retired SEN status": (
        "“{value}” is no longer used: statements ended in 2018, School Action in 2014. "
        "Choose N, K (SEN support) or E (EHC plan)."
    ),
    "unknown SEN status": (
        "“{value}” is not a SEN status. Choose N, K (SEN support) or E (EHC plan). "
        "A child waiting for a plan stays K."
    ),
    "unknown need type": "“{value}” is not a need type of the census.{hint}",
    "unknown sex": "“{value}” is not M or F.",
    "not yes or no": "“{value}” is neither yes nor no.",
    "unknown care arrangement": (
        "“{value}” is not an arrangement: A adopted, G special guardianship, "
        "R residence order, C child arrangements order, N not declared."
    ),
    "not a percentage": "“{value}” is not a percentage between 0 and 100.",
    "not a number of hours": "“{value}” is not a number of hours a week. Type one, such as 12.5.",
    "before EHC plans existed": (
        "“{value}” is before September 2014, when EHC plans began. Type the date of the EHC plan."
    ),
    "before the plan was issued": "“{value}” is before the plan was issued. Check both dates.",
    "before the review meeting": "“{value}” is before the review meeting. Check both dates.",
    "columns disagree": ("Two columns give this and differ: “{value}” and “{other}”. Choose one."),
    "nobody of this name": (
        "No child of the school has this UPN, or this name. Correct it, or leave the row out."
    ),
    "child not found": (
        "No child of the school has this UPN, or this name and birthday. "
        "Correct it, or import the roll first."
    ),
    "which child": "Only a person can say which child this is. Decide it on the import's page.",
    "not a term": "“{value}” is not a term with its year. Type it as “Autumn 2025”.",
    "unknown attainment": (
        "“{value}” is not understood. Type well below, WTS (working towards), EXS (expected) "
        "or GDS (greater depth)."
    ),
    "not a whole number": "“{value}” is not a whole number. Type one, such as 3.",
    "no school day": (
        "“{value}” is a Saturday or Sunday. Type the Monday of the week that is meant."
    ),
    "too many half days": "“{value}” is more half days than a week has. Type 14 or less.",
    "more than there were": (
        "“{value}” is more than the {other} half days that there were. Correct one of the two."
    ),
    "unknown mark": (
        "“{value}” is no code of the register. Type the one that is meant, such as / for present "
        "or I for ill."
    ),
    "neither morning nor afternoon": "“{value}” is not understood. Type AM or PM.",
    "several columns of marks": (
        "Several columns have this heading. Give each half day its own, such as Mon AM, or each "
        "day a row."
    ),
    "same half day again": ("Row {other} has a mark of the same half day. Leave one of them out."),
    "same week again": ("Row {other} has the same week of the same child. Leave one of them out."),
    "not a financial year": "“{value}” is not a financial year. Type it as 2026-27.",
    "unknown kind of sum": (
        "“{value}” is not understood. Type year, part, exceptional or given back."
    ),
    "unknown payer": "“{value}” is not understood. Type virtual school or school.",
    "same sum again": "Row {other} is the same sum for the same child. Leave one of them out.",
    "not in care here": (
        "{other} is not recorded as in care, or in care before. Record it on the child’s Care page, "
        "or correct who is meant."
    ),
    "reference known": (
        "“{value}” is recorded for this child with another sum, day or year: {other}. Put that sum "
        "right on the child’s page, or correct the reference here."
    ),
    "whole year known": (
        "The whole year’s sum for {other} is recorded already. If this is a part of it, say so."
    ),
    "half days without a mark": (
        "{other} half days of the week have no mark. They were not counted."
    ),
    "not a Monday": "“{value}” is not a Monday. It was taken as the week of {other}.",
    "known without the reference": (
        "The same sum of the same day is recorded without “{value}”. Nothing was written."
    ),
    "not a sum of money": "“{value}” is not a sum of pounds and pence. Type one, such as 14.12.",
    "unknown role at work": (
        "“{value}” is not a role. Type LSA, 1:1 LSA, HLTA, teacher, cover supervisor, nursery "
        "practitioner, pastoral worker or lunchtime supervisor."
    ),
    "not hours a week": "“{value}” is not hours a week. Type them, such as 32.5; at most 48.",
    "days not understood": "“{value}” are no days of the week. Type them, such as Tue-Fri or Mon, Wed.",
    "school not known": "No school of the federation is called “{value}”. Type its name.",
    "person repeated": "Row {other} has the same person at the same school. Leave one of them out.",
    "unknown tier": "“{value}” is not a tier. Type universal, targeted or enhanced.",
    "unknown role": (
        "“{value}” is not a role. Type LSA, higher-level assistant, ELSA, teacher, SENDCo, "
        "pastoral worker, therapist or volunteer."
    ),
    "children not found": (
        "No child of the school is called {other}. Correct the names, as “Surname, First name” "
        "with semicolons between, or type the UPN instead of a name."
    ),
    "more than one child": (
        "More than one child of the school is called {other}. Type the UPN into the row."
    ),
    "several children of this name": (
        "More than one child of the school is called {other}. Type the UPN instead of the name."
    ),
    "given already, otherwise": (
        "This is planned here for the same children from the same day, with another shape or "
        "other costs. It was left as it is here."
    ),
    # Warnings: the row is still good.
    "hours do not fit the days": "“{value}” hours are {other} hours a day. Check hours and days.",
    "commas in training": (
        "“{value}” was taken as one training. Put semicolons between them if they are several."
    ),
    "somebody with an account": (
        "Somebody called “{value}” has an account here. Link the two on the person's page."
    ),
    "known here, otherwise": (
        "“{value}” is here with another role, other hours, days or another rate. That was left as "
        "it is: put it right on the person's page."
    ),
    YES_ALONE: (
        "“{value}” says SEN, not which: type K (SEN support) or E (EHC plan). Until then the child "
        "comes in and nothing is written onto the SEND register."
    ),
    "one year from the usual year group": (
        "A child born on {value} is usually in {expected}, not in {stated}.{hint}"
    ),
    "year group worked out": "“{value}” does not say which year; {expected} by date of birth.",
    "repaired characters": "“{value}” was read as “{other}”.",
    "left already: not taken": (
        "The child left on {value} and is not on roll here. Nothing is taken from the row."
    ),
    "record moved away: not taken": (
        "This child's record moved to another school on {value}. It is closed here, and nothing is "
        "taken from the row. If the child is back, ask that school to send the record."
    ),
    "two of three differ": (
        "“{value}” is {holder}'s UPN here, and only one of birthday, surname and first name is "
        "the same. It is taken as the same child: check that it is."
    ),
    "no UPN": "The child has no UPN here. They are found by number, or by name and birthday.",
    "no type of need": "SEN support and EHC plans need a type of need in the census.",
    "need without SEN status": "A need is given but no SEN support. The need was not taken over.",
    "NSA with an EHC plan": (
        "NSA is for SEN support without a specialist's assessment. With an EHC plan the census "
        "needs the type of need."
    ),
    "SEN start date without SEN status": (
        "“{value}” is given and no SEN status. Is the status missing, or did the support end?"
    ),
    "same need twice": "“{value}” is listed twice. It was taken once.",
    "same name and birthday": "Row {other} has the same name and birthday but another UPN.",
    "EAL does not fit the language": "The language is “{value}”. EAL was taken as the file says.",
    "not an e-mail address": "“{value}” is not an e-mail address. It was left out.",
    "not a phone number": "“{value}” is not a phone number. It was left out.",
    "not a former UPN": "“{value}” is not a UPN. The former UPN was left out.",
    "kind of arrangement not given": "The file says yes, not which arrangement. Ask the office.",
    "decision without a meeting": "There is a decision and no review meeting before it.",
    "no EHC plan on the register": "The register has this child as {expected}. Check both.",
    "starts in the future": "“{value}” is still to come.",
}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong in one cell (a fault) or only worth knowing (a warning)."""

    row: int
    column: str
    problem: str
    value: str = ""
    advice: str = ""

    def as_json(self) -> dict[str, int | str]:
        """The fault as the commands print it."""
        return {"row": self.row, "column": self.column, "problem": self.problem}


class Unusable(Exception):
    """A value that cannot be taken over; raised by the readers of values."""

    def __init__(self, problem: str, **words: str):
        super().__init__(problem)
        self.problem = problem
        self.words = words


#: What a person needs to see of a value, to find the cell again.
SHOWN = 120


def fault(row: int, column: str, problem: str, value: str = "", **words: object) -> Fault:
    """A fault with its advice filled in; of a very long value only the beginning is shown."""
    filled = {"other": "", "hint": "", "age": "", "expected": "", "stated": ""} | words
    if len(value) > SHOWN:
        value = f"{value[:SHOWN]}…"
    return Fault(row, column, problem, value, ADVICE[problem].format(value=value, **filled))
