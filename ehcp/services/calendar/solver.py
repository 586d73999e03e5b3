"""The solver of the calendar, in a process of its own."""

from typing import Any

from aylsham.apart import solve_apart


def solve(data: dict[str, Any], seconds: int) -> dict[str, Any]:
    """The answer to an instance; JobFailed or TryAgain where there is none."""
    failed = "The calendar could not be planned. Nothing was changed."
    return solve_apart("ehcp.scheduling.apart", data, seconds, failed=failed)
