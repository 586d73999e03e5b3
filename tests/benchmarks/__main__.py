"""`./run bench`: how fast the pages of a federation and of a trust are, against their bars."""

import argparse
import os
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.database import analyze, copy_of, throw_away_database, use

SIZES = {"small": (2, 500), "large": (20, 5_000), "trust": (100, 30_000)}
HEADS = (
    f"{'':16}{'':6}{'1 client, ms':>16}{'CPU':>7}{'8 clients, ms':>18}{'SQL':>5}{'gzip':>8}"
    f"{'bare':>7}{'ratio':>7}"
)


def main() -> int:
    """Measure, print a table and the verdicts; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("--times", type=int, default=40, help="requests of each page (40)")
    parser.add_argument(
        "--sizes", nargs="+", choices=SIZES, default=["small", "large"], help="small and large"
    )
    parser.add_argument(
        "--trust", action="store_true", help="the trust too: 100 schools, 30,000 children"
    )
    parser.add_argument("--pages", nargs="+", help="only these pages")
    parser.add_argument("--audit", action="store_true", help="instead: what the audit log costs")
    parser.add_argument(
        "--provision",
        action="store_true",
        help="instead: pages about provision, with 90 children on plans and a year of sessions;"
        " with --trust the costs of a hundred schools too",
    )
    parser.add_argument(
        "--care",
        action="store_true",
        help="instead: pages about children in care, in a federation of 20 schools;"
        " with --trust of a hundred",
    )
    parser.add_argument(
        "--federation-page",
        action="store_true",
        help="instead: a hundred schools side by side, from what was counted at night",
    )
    parser.add_argument(
        "--session-log",
        type=int,
        metavar="THOUSANDS",
        help="instead: the session log at its size, as it stands and parted by school year",
    )
    parser.add_argument(
        "--reviews",
        action="store_true",
        help="instead: plan a year's annual reviews of 100 schools with shared professionals",
    )
    parser.add_argument(
        "--staff",
        nargs="*",
        type=int,
        metavar="SEED",
        help="instead: plan a week of 60 adults, 25 periods and 200 demands, 60 s each, ten seeds",
    )
    parser.add_argument(
        "--staff-pages",
        action="store_true",
        help="instead: pages about people's time, on the demonstration",
    )
    parser.add_argument(
        "--bundle",
        nargs="?",
        const="",
        metavar="PDF",
        help="instead: make an evidence bundle of 150 pages and check each reference; keep it as PDF",
    )
    parser.add_argument(
        "--search",
        action="store_true",
        help="instead: the search box among 300,000 notes of 100 schools",
    )
    parser.add_argument(
        "--governor-pack",
        action="store_true",
        help="instead: pages and seconds of the governor report on paper",
    )
    parser.add_argument(
        "--suppression",
        nargs="?",
        const=1_000,
        type=int,
        metavar="SCHOOLS",
        help="instead: attack the published tables of 1,000 random schools, two terms each",
    )
    options = parser.parse_args()
    if options.audit:
        return _audit()
    if options.session_log:
        from tests.benchmarks import session_log

        session_log.main(options.session_log)
        return 0
    if options.provision:
        return _provision(options)
    if options.care:
        return _care(options)
    if options.federation_page:
        return _federation_page(options)
    if options.staff_pages:
        return _staff_pages(options)
    if options.search:
        return _search()
    if options.governor_pack:
        from tests.benchmarks import governor_pack

        return governor_pack.main()
    if options.suppression:
        from tests.benchmarks import suppression

        return suppression.main(options.suppression)
    if options.reviews:
        from tests.benchmarks import reviews

        return reviews.main()
    if options.staff is not None:
        from tests.benchmarks import staff

        return staff.main(options.staff or range(1, 11))
    if options.bundle is not None:
        from tests.benchmarks import bundles

        return bundles.main(Path(options.bundle) if options.bundle else None)
    sizes = [s for s in SIZES if s in options.sizes or (s == "trust" and options.trust)]
    with throw_away_database() as template, ExitStack() as stack:
        from django.conf import settings

        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
        settings.ACCOUNT_RATE_LIMITS = False
        filled = {}
        for size in sizes:
            stack.enter_context(copy_of(template, f"{template}_{size}"))
            filled[size] = _fill(size)
        return _measure(template, filled, options)


def _fill(size: str) -> tuple:
    from tests.benchmarks.filling import fill
    from tests.benchmarks.pages import pages

    started = time.monotonic()
    schools, pupils = SIZES[size]
    user, made = fill(size, schools=schools, pupils=pupils)
    analyze()
    print(f"{size}: {schools} schools, {pupils:,} children", end="")
    print(f" (filled in {time.monotonic() - started:.0f} s)", flush=True)
    return user, {page.name: page for page in pages(user, made)}


def _measure(template: str, filled: dict, options) -> int:
    """Page by page, each in every size: so that a busy moment falls on all of them."""
    from tests.benchmarks.bars import Verdict, judge
    from tests.benchmarks.first_visit import first_visit
    from tests.benchmarks.measuring import measure

    print(f"\n{HEADS}")
    known = next(iter(filled.values()))[1]
    found: dict[str, dict] = {}
    for name in known:
        if options.pages and name not in options.pages:
            continue
        found[name] = {}
        for size, (user, pages) in filled.items():
            use(f"{template}_{size}")
            f = found[name][size] = measure(user, pages[name], times=options.times)
            print(
                f"{name:16}{size:6}{f.median:8.1f}{f.p95:8.1f}{f.cpu:7.1f}"
                f"{f.median_of_eight:9.0f}{f.p95_of_eight:9.0f}"
                f"{f.statements:5}{f.compressed / 1000:7.1f}k{f.bare:7.2f}{f.ratio:7.1f}",
                flush=True,
            )
    verdicts = [*judge(known, found)]
    if "register" in found:
        verdicts.append(Verdict("first visit: compressed", first_visit(), 150_000, " B"))
    busy = os.getloadavg()[0]
    code = _say(verdicts)
    if busy > 1.5:
        print(f"\nOther work ran beside (load {busy:.1f}): the times are longer than alone.")
    return code


def _provision(options) -> int:
    with throw_away_database() as template, copy_of(template, f"{template}_school"):
        from tests.benchmarks import provision, trust_costs

        user, pages = provision.fill()
        if options.trust:
            pages.append(trust_costs.fill_trust())
        analyze()
        return _measure(template, {"school": (user, {page.name: page for page in pages})}, options)


def _care(options) -> int:
    with throw_away_database() as template, copy_of(template, f"{template}_school"):
        from tests.benchmarks import care

        user, pages = care.fill(care.TRUST if options.trust else care.SCHOOLS)
        analyze()
        return _measure(template, {"school": (user, {page.name: page for page in pages})}, options)


def _search() -> int:
    with throw_away_database() as template, copy_of(template, f"{template}_search"):
        from tests.benchmarks import search

        return search.main()


def _federation_page(options) -> int:
    with throw_away_database() as template, copy_of(template, f"{template}_school"):
        from tests.benchmarks import compared

        user, pages = compared.fill()
        analyze()
        return _measure(template, {"school": (user, {page.name: page for page in pages})}, options)


def _staff_pages(options) -> int:
    with throw_away_database() as template, copy_of(template, f"{template}_school"):
        from tests.benchmarks import staff_pages

        with staff_pages.on_the_day():
            user, pages = staff_pages.fill()
            analyze()
            of_school = {"school": (user, {page.name: page for page in pages})}
            return _measure(template, of_school, options)


def _audit() -> int:
    """Both benchmarks of the audit log: in processes and databases of their own."""
    from tests.benchmarks import audit_sealing, audit_throughput

    with TemporaryDirectory() as folder:
        os.environ["AUDIT_WITNESS_DIR"] = folder
        lost = 100 * (1 - audit_throughput.main())
        sealing = audit_sealing.main()
    from tests.benchmarks.bars import Verdict  # after Django has been set up

    return _say(
        [
            Verdict("throughput that the log costs 8 clients", lost, 10, " %"),
            # The job comes by every 20 seconds, and a minute is what an event may wait.
            Verdict("sealing 100,000 events of 100 schools", sealing, 40, " s"),
        ]
    )


def _say(verdicts: Iterable) -> int:
    lines = list(verdicts)
    print("\n" + "\n".join(map(str, lines)))
    return 0 if all(line.is_met for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
