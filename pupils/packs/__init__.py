"""What of a child's record goes into the pack for another school: each floor says so of its own.

A table of a child that is neither packed nor left out with a reason fails a test.
"""

from pupils.packs.own import register_own
from pupils.packs.registry import (
    OF_SENSITIVITY,
    PackTable,
    always,
    by_sensitivity,
    leave_out,
    left_out,
    nothing,
    register_table,
    table,
    tables,
)

__all__ = [
    "OF_SENSITIVITY",
    "PackTable",
    "always",
    "by_sensitivity",
    "leave_out",
    "left_out",
    "nothing",
    "register_own",
    "register_table",
    "table",
    "tables",
]
