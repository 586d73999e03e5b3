"""Aylsham on this machine: demo, test, manage and bench, behind `./run`."""

import argparse
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent)

from running import environment, places  # noqa: E402
from running.children import Stopped  # noqa: E402
from running.console import Failure, warn  # noqa: E402

HELP = """\
./run demo                 Aylsham with the schools of a demo federation, at http://127.0.0.1:8000
          --port N         on another port
          --no-browser     without opening a browser
          --reset          with its data made anew
          --check          walk through it as each role, on a free port, then stop
./run test [WHAT …]        every check and test; WHAT is a step (./run test --help), a file or
                           an option of pytest
./run manage COMMAND …     one of Django's commands; ./run manage help lists them
./run bench [OPTION …]     how fast the pages are, with up to 30,000 pupils
./run lock                 write requirements/ anew from pyproject.toml (needs uv)
"""


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if command in ("help", "--help", "-h") or command not in COMMANDS:
        (sys.stdout if command in ("help", "--help", "-h") else sys.stderr).write(HELP)
        return 0 if command in ("help", "--help", "-h") else 2
    try:
        places.make_state()
        return COMMANDS[command](rest)
    except Failure as failure:
        warn(str(failure))
        return 1
    except (KeyboardInterrupt, Stopped):
        return 130


def demo(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run demo")
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--reset", action="store_true")
    parser.add_argument("--check", action="store_true")
    wish = parser.parse_args(arguments)
    environment.enter(environment.BASE)
    from running import demo

    if wish.check:
        return demo.run_check(port=wish.port, reset=wish.reset)
    return demo.run(port=wish.port, browser=not wish.no_browser, reset=wish.reset)


def manage(arguments: list[str]) -> int:
    from running import console

    console.stream = sys.stderr
    environment.enter(environment.BASE)
    from running import manage

    return manage.run(arguments)


def test(arguments: list[str]) -> int:
    environment.enter(environment.BASE, environment.DEVELOPMENT)
    from running import suite

    return suite.run(arguments)


def bench(arguments: list[str]) -> int:
    environment.enter(environment.BASE, environment.DEVELOPMENT)
    from running import bench

    return bench.run(arguments)


def lock(arguments: list[str]) -> int:
    from running import locking

    return locking.run()


def keep_database(arguments: list[str]) -> int:
    from running import database

    database.keep()
    return 0


COMMANDS = {
    "demo": demo,
    "test": test,
    "manage": manage,
    "bench": bench,
    "lock": lock,
    "keep-database": keep_database,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
