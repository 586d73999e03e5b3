"""`./run bench --staff`: a week of 60 adults, 25 periods and 200 demands, 60 s on two cores.

After that the sample week, planned, filled greedily and drawn up by hand.
"""

import resource
import time
from collections.abc import Iterable

from staff.planning.codes import LEGAL, RANKS
from staff.planning.greedy import plan_greedily
from staff.planning.instance import Instance
from staff.planning.solving import make_plan
from staff.planning.times import Times
from staff.planning.verifying import broken_rules
from staff.planning.writing import plan_data
from tests.benchmarks import staff_sample
from tests.staff.planning.makers import large_instance

SECONDS, WORKERS, MOST_MB = 60, 2, 1536


def main(seeds: Iterable[int], *, seconds: float = SECONDS, workers: int = WORKERS, **size) -> int:
    """Plan each seed's week, check it, say how good it is; 1 if a rule is broken or memory short."""
    print("60 adults × 25 periods × 200 demands" if not size else f"{size}", flush=True)
    is_wrong = False
    for seed in seeds:
        data = large_instance(seed, **size)
        read = Instance.from_data(data)
        began = time.monotonic()
        plan = make_plan(read, seconds=seconds, workers=workers, seed=seed)
        took = time.monotonic() - began
        answer = plan_data(plan, plan_greedily(read, Times(read)))
        broken = broken_rules(data, answer)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"seed {seed}: {took:.0f} s, {memory} MB, {len(broken)} rules broken")
        _say(answer)
        is_wrong |= bool(broken) or memory > MOST_MB
    staff_sample.main()
    return int(is_wrong)


def _say(answer: dict) -> None:
    ours, theirs = answer["figures"], answer["greedy"]
    for rank in RANKS:
        unmet, bound = answer["unmet"][rank], answer["bounds"][rank]
        if unmet or theirs["unmet"][rank]:
            beside = f"greedy {theirs['unmet'][rank]}"
            print(f"  not covered, {rank}: {unmet} min, at best {bound}; {beside}")
    legal = sum(answer["unmet"][rank] for rank in LEGAL)
    print(f"  legal minutes missing {legal}, greedy {theirs['unmet_legal_minutes']}")
    print(
        f"  wishes missed {answer['cost']:,}, at best {answer['bound']:,}, gap {answer['gap']:.1%}"
    )
    print(f"  greedy {theirs['wishes_cost']:,}; {answer['costs']}")
    beside = f"greedy {theirs['adults_per_child']}"
    print(f"  adults for each child {ours['adults_per_child']}, {beside}", flush=True)
