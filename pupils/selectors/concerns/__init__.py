"""Concerns, cut to what the asker may read: a child's, one in full, a school's, those asked of one."""

from pupils.selectors.concerns.lists import (
    AskedOfMe,
    ConcernLine,
    ConcernList,
    asked_of_me,
    concern_list,
)
from pupils.selectors.concerns.one import (
    AnswerLine,
    ConcernPage,
    ConcernPath,
    StepLine,
    TriedLine,
    answer_of,
    concern_of,
    concern_page,
    concern_paths,
)
from pupils.selectors.concerns.ordinary import Statement, ordinary_provision, ordinary_provisions

__all__ = [
    "AnswerLine",
    "AskedOfMe",
    "ConcernLine",
    "ConcernList",
    "ConcernPage",
    "ConcernPath",
    "Statement",
    "StepLine",
    "TriedLine",
    "answer_of",
    "asked_of_me",
    "concern_list",
    "concern_of",
    "concern_page",
    "concern_paths",
    "ordinary_provision",
    "ordinary_provisions",
]
