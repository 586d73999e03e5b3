"""A solver as a process of its own: it knows no database and no secret, and has limits."""

import json
import os
import subprocess
import sys
from typing import Any

from django.conf import settings

from aylsham.jobs.registry import JobFailed, TryAgain

#: How long after its time the process is waited for: it loads its library and explains.
GRACE = 60
#: Address space; what it uses is a fraction of that.
MEGABYTES = 6000


def solve_apart(module: str, data: dict[str, Any], seconds: int, *, failed: str) -> dict[str, Any]:
    """What `python -m module SECONDS MEGABYTES` answers to an instance.

    JobFailed says `failed` where there is no answer; TryAgain where it took too long.
    """
    command = [sys.executable, "-m", module, str(seconds), str(MEGABYTES)]
    try:
        done = subprocess.run(  # noqa: S603 (our own module, no words of a user)
            command,
            input=json.dumps(data).encode(),
            capture_output=True,
            timeout=seconds + GRACE,
            cwd=settings.BASE_DIR,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TryAgain("Planning took longer than it may.") from None
    if done.returncode:
        raise JobFailed(failed)
    return json.loads(done.stdout)


def _environment() -> dict[str, str]:
    kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
