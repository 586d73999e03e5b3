"""`./run bench`: pages of a small federation, a large one and a trust, against their bars."""

import argparse
import sys
import time

from tests.benchmarks.database import throw_away_database

SIZES = (("small", 3, 500), ("large", 10, 5_000), ("trust", 100, 30_000))
#: page → (most statements, most milliseconds, most compressed bytes, most ratio)
BARS = {"register": (8, 15, 15_000, 5)}
MOST_STATEMENTS = 8
MOST_GROWTH = 1.3


def main() -> int:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--times", type=int, default=30, help="requests of each page")
    parser.add_argument("--sizes", nargs="+", choices=[s[0] for s in SIZES])
    options = parser.parse_args()
    with throw_away_database():
        from django.conf import settings

        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
        settings.ACCOUNT_RATE_LIMITS = False
        found = {}
        for name, schools, pupils in SIZES:
            if not options.sizes or name in options.sizes:
                found[name] = _one_size(name, schools, pupils, options.times)
        return _judge(found)


def _one_size(name: str, schools: int, pupils: int, times: int) -> dict:
    from django.db import connection

    from tests.benchmarks.filling import fill
    from tests.benchmarks.measuring import measure
    from tests.benchmarks.pages import pages

    started = time.monotonic()
    user, made = fill(name, schools=schools, pupils=pupils)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"\n{name}: {schools} schools, {pupils} children", end="")
    print(f" (filled in {time.monotonic() - started:.0f} s)")
    print(f"{'':18}{'1 client':>16}{'8 clients':>18}{'SQL':>6}{'gzip':>8}{'bare':>8}{'ratio':>7}")
    found = {}
    for page, ask, shown, signs_in in pages(user, made):
        f = found[page] = measure(
            user, ask, shown, times=times if signs_in else 5, sign_in=signs_in
        )
        print(
            f"{page:18}{f.median:8.1f}{f.p95:8.1f}{f.median_of_eight:10.1f}{f.p95_of_eight:8.1f}"
            f"{f.statements:6}{f.compressed / 1000:7.1f}k{f.bare:8.2f}{f.ratio:7.1f}"
        )
    return found


def _judge(found: dict) -> int:
    """Say which bar is missed, by how much; 1 if any is."""
    missed = []
    for size, pages in found.items():
        for page, f in pages.items():
            most, ms, size_bar, ratio = BARS.get(page, (MOST_STATEMENTS, None, None, None))
            if page not in ("sign-in", "save") and f.statements > most:
                missed.append(f"{size} {page}: {f.statements} statements, at most {most}")
            if ms and f.median > ms:
                missed.append(f"{size} {page}: median {f.median:.1f} ms, at most {ms} ms")
            if size_bar and f.compressed > size_bar:
                missed.append(f"{size} {page}: {f.compressed} bytes, at most {size_bar}")
            if ratio and f.ratio > ratio:
                missed.append(f"{size} {page}: ratio {f.ratio:.1f}, at most {ratio}")
    if {"small", "trust"} <= found.keys():
        for page, f in found["trust"].items():
            growth = f.median / found["small"][page].median
            if growth > MOST_GROWTH:
                missed.append(f"{page}: {growth:.2f} times slower in the trust, at most 1.3")
    print("\nEvery bar is met." if not missed else "\nBars missed:")
    for line in missed:
        print(f"  {line}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
