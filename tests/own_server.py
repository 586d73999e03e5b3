"""Every test process takes the database server that is its own, before Django reads its settings."""

import json
import os


def take(servers: list[dict[str, str]], worker: str) -> dict[str, str]:
    """The addresses for a process that pytest-xdist calls `gw0`, `gw1` and so on."""
    return servers[int(worker.removeprefix("gw")) % len(servers)]


if (_servers := os.environ.get("AYLSHAM_TEST_SERVERS")) and (
    _worker := os.environ.get("PYTEST_XDIST_WORKER")
):
    os.environ.update(take(json.loads(_servers), _worker))
