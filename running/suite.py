"""`./run test`: every check of the product, one line each, and pytest's own last line at the end."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import takewhile

from running import children, cluster, environment, packages_of_system, throwaway
from running.console import say
from running.database import Database
from running.places import ROOT, STATE

#: Where mypy is strict about what the law and the database depend on.
TYPED = ("rules", "services", "selectors", "access")
TESTS = {
    "unit": "not browser and not redis",
    "redis": "redis and not browser",
    "browser": "browser",
}
STEPS = ("lint", "types", "layers", "checks", *TESTS)

HELP = """\
./run test [STEP …] [OPTION of pytest …]

Steps: lint (ruff, djade), types (mypy), layers (import-linter), checks (system checks, production
settings, migrations), unit, redis, browser. Without a name every step runs.

  ./run test unit -k passport        one step, with an option of pytest
  ./run test tests/pupils            a folder, a file or a test"""


def run(arguments: list[str]) -> int:
    """Run the steps that were asked for; 0 only if each of them passed."""
    if {"-h", "--help"} & set(arguments):
        say(HELP)
        return 0
    steps = list(takewhile(lambda word: word in STEPS, arguments))
    options = arguments[len(steps) :]
    if not steps:
        steps = list(TESTS) if options else list(STEPS)
    children.stop_on_signals()
    return _run(steps, options)


def _run(steps: list[str], options: list[str]) -> int:
    tests = [name for name in TESTS if name in steps]
    if {"redis", "browser"} & set(tests) and not options:
        packages_of_system.ensure()
    with ExitStack() as stack:
        failed = [name for name in ("lint", "types", "layers") if name in steps and not _step(name)]
        if "checks" in steps or tests:
            processes = _processes(options) if tests else 1
            servers = [stack.enter_context(throwaway.postgres()) for _ in range(processes)]
            if "checks" in steps and not _checks(servers[0]):
                failed.append("checks")
            if tests:
                env = _environment_of(servers)
                return _pytest(tests, [*_parallel(processes), *options], env, failed, stack)
    return 1 if failed else 0


def _processes(options: list[str]) -> int:
    """How many test processes run, each with a database server of its own.

    A server knows the open transactions of all its databases: the log of one process would wait
    to be sealed until a long test of another has ended.
    """
    if options and not options[0].startswith("-"):
        return 1  # named tests
    return min(8, 1 + (os.cpu_count() or 2))


def _parallel(processes: int) -> list[str]:
    return ["-n", str(processes), "--dist", "worksteal"] if processes > 1 else []


def _environment_of(servers: list[throwaway.ThrownAway]) -> dict[str, str]:
    env = servers[0].environment() | _test_environment() | _compiled_once()
    env["AYLSHAM_TEST_TEMPLATE"] = cluster.DATABASE
    env["AYLSHAM_TEST_SERVERS"] = json.dumps([server.addresses() for server in servers])
    return env


def _step(name: str) -> bool:
    """Every command of a step; all of them run, so that one go shows everything."""
    passed = [_passes(f"{name}: {what}", command) for what, command in COMMANDS[name]()]
    return all(passed)


def _lint() -> list[tuple[str, list[str]]]:
    ruff = environment.tool("ruff")
    return [
        ("ruff check", [ruff, "check", "--quiet", "."]),
        ("ruff format", [ruff, "format", "--quiet", "--check", "."]),
        ("djade", [environment.tool("djade"), "--check", *_tracked("templates/*.html")]),
    ]


def _types() -> list[tuple[str, list[str]]]:
    modules = [
        path
        for path in _tracked("*.py")
        if not path.startswith(("tests/", "running/"))
        and ({part.removesuffix(".py") for part in path.split("/")} & set(TYPED))
    ]
    cache = f"--cache-dir={STATE / 'mypy'}"
    return [("mypy", [environment.python(), "-m", "mypy", "--no-error-summary", cache, *modules])]


def _layers() -> list[tuple[str, list[str]]]:
    return [
        (
            "import-linter",
            [environment.tool("lint-imports"), "--no-logo", "--cache-dir", str(STATE / "imports")],
        )
    ]


COMMANDS: dict[str, Callable[[], list[tuple[str, list[str]]]]] = {
    "lint": _lint,
    "types": _types,
    "layers": _layers,
}


def _checks(data: Database) -> bool:
    """Django's own checks, with the settings of production and with those of the tests."""
    manage = [environment.python(), "-W", "error::DeprecationWarning", str(ROOT / "manage.py")]
    production = data.environment() | {
        "AYLSHAM_ENVIRONMENT": "production",
        "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
        "ALLOWED_HOSTS": "aylsham.example",
        "PUBLIC_URL": "https://aylsham.example",
    }
    deploy = [*manage, "check", "--deploy", "--fail-level", "WARNING"]
    migrations = [*manage, "makemigrations", "--check", "--dry-run"]
    test = data.environment() | _test_environment()
    passed = [
        _passes("checks: ready for production", deploy, production),
        _passes("checks: migrations match the models", migrations, test),
    ]
    return all(passed)


def _test_environment() -> dict[str, str]:
    return {"AYLSHAM_ENVIRONMENT": "test", "AYLSHAM_PROCESS": "command"}


def _compiled_once() -> dict[str, str]:
    """Keep compiled modules out of the checkout, even where the person's own Python keeps none.

    The tests start a hundred processes; each would compile a thousand modules first.
    """
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(STATE / "compiled")}


def _passes(what: str, command: list[str], env: dict[str, str] | None = None) -> bool:
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=(env or os.environ | _test_environment()),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passed = done.returncode == 0
    say(f"  {'✓' if passed else '✗'} {what} ({time.monotonic() - started:.1f} s)")
    if not passed:
        say(done.stdout.rstrip())
    return passed


def _pytest(
    tests: list[str], options: list[str], env: dict[str, str], failed: list[str], stack: ExitStack
) -> int:
    command = [environment.python(), "-m", "pytest", "-p", "tests.own_server"]
    if tests != list(TESTS):
        command += ["-m", " or ".join(f"({TESTS[name]})" for name in tests)]
    if "redis" in tests:
        env["AYLSHAM_TEST_REDIS_URL"] = stack.enter_context(throwaway.redis())
    if chromium := packages_of_system.chromium():
        env["AYLSHAM_CHROMIUM"] = chromium
    # A test of its own reads this, so that pytest's last line tells of the other steps too.
    env["AYLSHAM_FAILED_STEPS"] = " ".join(failed)
    say(f"  tests: {', '.join(tests)}")
    code = subprocess.run([*command, *options], cwd=ROOT, env=env, check=False).returncode
    return code or (1 if failed else 0)


def _tracked(pattern: str) -> list[str]:
    """Files of the repository, by name; without git, those on disk."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", pattern],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = done.stdout.split("\n") if done.returncode == 0 else map(str, ROOT.rglob(pattern))
    return [path for path in found if path and ".venv" not in path and (ROOT / path).exists()]
