"""A child process that knows no database and no secret, with limits of time and memory."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def run_child(
    module: str, *words: str, data: bytes, seconds: int, megabytes: int
) -> subprocess.CompletedProcess:
    """Run `python -m module SECONDS MEGABYTES words…` with `data` as its input.

    subprocess.TimeoutExpired when it takes longer; the child sets its own limits of processor
    time and memory by `limits.set_limits`.
    """
    return subprocess.run(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-m", module, str(seconds), str(megabytes), *words],
        input=data,
        capture_output=True,
        timeout=seconds,
        cwd=settings.BASE_DIR,
        env=_environment(),
        check=False,
    )


def _environment() -> dict[str, str]:
    """Nothing but what fonts and libraries are found by."""
    cache = Path(settings.VAR_DIR) / "cache" / "fonts"
    cache.mkdir(parents=True, exist_ok=True)
    kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "HOME": str(cache),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
