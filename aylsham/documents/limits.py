"""Limits that a child process sets for itself before it touches anything."""

import contextlib


def set_limits(seconds: int, megabytes: int) -> None:
    """No more processor time and memory than this, where the system knows such limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # not everywhere alike
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)
