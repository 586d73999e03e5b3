"""The solver as a process of its own: an instance comes in, a plan goes out; no Django.

Run as `python -m staff.planning.apart SECONDS MEGABYTES`. Progress is written to the error
stream, a line for each step: `done total words`.
"""

import json
import sys

from aylsham.documents.limits import set_limits
from staff.planning.instance import Instance, InstanceError

#: More processor time than this many cores for the time allowed means that something hangs.
CORES = 4
CANNOT_BE_READ = 3


def main(seconds: int, megabytes: int) -> int:
    """Plan what comes in; the exit status says how it went."""
    set_limits((seconds + 30) * CORES, megabytes)
    from staff.planning.greedy import plan_greedily
    from staff.planning.solution import Progress
    from staff.planning.solving import make_plan
    from staff.planning.times import Times
    from staff.planning.writing import plan_data

    def say(progress: Progress) -> None:
        sys.stderr.write(f"{progress.done} {progress.total} {progress.words}\n")
        sys.stderr.flush()

    try:
        instance = Instance.from_data(json.load(sys.stdin))
    except InstanceError as problem:
        sys.stderr.write(str(problem))
        return CANNOT_BE_READ
    plan = make_plan(instance, seconds=seconds, say=say)
    json.dump(plan_data(plan, plan_greedily(instance, Times(instance))), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
