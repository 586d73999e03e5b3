"""The texts of this floor that can be handed over, where they stand again, and what is no text."""

from pupils.handed_kinds.family import AGENCIES, FAMILY
from pupils.handed_kinds.reasons import NOT_HANDED, REPEATS
from pupils.handed_kinds.support import ABSENCE, MOVES, SUPPORT
from pupils.handed_texts import leave_unhanded, register_repeat, register_text


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for text in (*FAMILY, *AGENCIES, *SUPPORT, *ABSENCE, *MOVES):
        register_text(text)
    for repeat in REPEATS:
        register_repeat(repeat)
    for model, fields, why in NOT_HANDED:
        leave_unhanded(model, fields, why)
