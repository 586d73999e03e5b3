"""The solver as a process of its own: an instance comes in, an answer goes out; no Django.

Run as `python -m ehcp.scheduling.apart SECONDS MEGABYTES`.
"""

import json
import sys

from aylsham.documents.limits import set_limits
from ehcp.scheduling.instance import Instance, InstanceError

#: More processor time than this many cores for the time allowed means that something hangs.
CORES = 4
CANNOT_BE_READ = 3


def main(seconds: int, megabytes: int) -> int:
    """Plan what comes in; the exit status says how it went."""
    set_limits((seconds + 30) * CORES, megabytes)
    from ehcp.scheduling.solving import make_calendar
    from ehcp.scheduling.writing import as_data

    try:
        instance = Instance.from_data(json.load(sys.stdin))
    except InstanceError as problem:
        sys.stderr.write(str(problem))
        return CANNOT_BE_READ
    json.dump(as_data(make_calendar(instance, seconds=seconds)), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
