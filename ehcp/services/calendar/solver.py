"""The solver's process: it knows no database and no secret, and has limits of time and memory."""

import json
import os
import subprocess
import sys
from typing import Any

from django.conf import settings

from aylsham.jobs.registry import JobFailed, TryAgain

#: How long after its time the process is waited for: it loads its library and explains.
GRACE = 60
#: Address space; what it uses is a tenth of that.
MEGABYTES = 6000


def solve(data: dict[str, Any], seconds: int) -> dict[str, Any]:
    """The answer to an instance; JobFailed or TryAgain where there is none."""
    command = [sys.executable, "-m", "ehcp.scheduling.apart", str(seconds), str(MEGABYTES)]
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
        raise JobFailed("The calendar could not be planned. Nothing was changed.")
    return json.loads(done.stdout)


def _environment() -> dict[str, str]:
    kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {
        **found,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
