"""Random schools of 20 to 2,000 children: reports on two terms, public and for governors, attacked."""

import time

import django


def main(schools: int) -> int:
    """Print each school whose reports give a count of one to four away, and a verdict; 1 if any."""
    django.setup()
    from tests.reports.attack.publishing import GOVERNORS, PUBLIC, attacked, publish
    from tests.reports.attack.schools import random_school

    given_away, slowest = 0, 0.0
    for seed in range(schools):
        first = 1 + seed % 2
        places = (first + 1, first) if seed % 4 == 3 else (first, first + 1)  # some come late
        order = [(place, who) for place in places for who in (PUBLIC, GOVERNORS)]
        started = time.monotonic()
        out = publish(random_school(seed), order)
        slowest = max(slowest, (time.monotonic() - started) / len(order))
        for who in (PUBLIC, GOVERNORS):
            if found := attacked(out, who):
                given_away += 1
                print(f"school {seed}, {who.value}: {', '.join(found)}", flush=True)
    print(f"{schools} schools: {given_away} given away; slowest report {slowest:.1f} s")
    return 1 if given_away else 0
