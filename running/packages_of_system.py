"""What the tests need from the system: Chromium, Redis, Pango and a reader of PDFs."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from running import environment
from running.console import fail, step, warn
from running.places import AS_ROOT, STATE

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_OF_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
#: Playwright's own Chromium, where the system packages none that runs as a program.
PLAYWRIGHT_FOLDER = STATE / "browsers"


@dataclass(frozen=True)
class Need:
    """A program or library, and what its package is called."""

    name: str
    is_there: Callable[[], bool]
    debian: tuple[str, ...]
    homebrew: tuple[str, ...]


def chromium() -> str | None:
    """The program of a Chromium that can be driven."""
    named = [shutil.which(name) for name in CHROMIUM_NAMES]
    # On Ubuntu `chromium-browser` may be a snap, or a script that only says so.
    usable = [name for name in named if name and not _is_snap(name)]
    kept = sorted(PLAYWRIGHT_FOLDER.glob("chromium*/*/*hell*")) + sorted(
        PLAYWRIGHT_FOLDER.glob("chromium*/*/chrome")
    )
    found = [*usable, *CHROMIUM_OF_MACOS, *map(str, kept)]
    return next((name for name in found if os.access(name, os.X_OK)), None)


def _is_snap(program: str) -> bool:
    real = os.path.realpath(program)
    if "/snap" in real:
        return True
    with open(real, "rb") as file:
        return b"snap" in file.read(4096)


def _library(name: str) -> bool:
    if sys.platform == "darwin":
        return any(Path(p).glob(f"lib{name}*") for p in ("/opt/homebrew/lib", "/usr/local/lib"))
    return ctypes.util.find_library(name) is not None


NEEDS = (
    Need(
        "Pango",
        lambda: _library("pango-1.0") and _library("harfbuzz-subset"),
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        ("pango",),
    ),
    Need("Redis", lambda: shutil.which("redis-server") is not None, ("redis-server",), ("redis",)),
    Need("Poppler", lambda: shutil.which("pdftoppm") is not None, ("poppler-utils",), ("poppler",)),
    Need("Chromium", lambda: chromium() is not None, ("chromium",), ()),
)


def ensure() -> None:
    """Install what is missing, or say which command would, and stop."""
    missing = [need for need in NEEDS if not need.is_there()]
    if missing and shutil.which("apt-get"):
        _install_with_apt(missing)
    elif missing and shutil.which("brew"):
        _install_with_homebrew(missing)
    still = [need for need in missing if not need.is_there()]
    if still:
        names = " and ".join(need.name for need in still)
        fail(
            f"The tests need {names}, and this account may not install them. Install first:\n"
            f"  Debian, Ubuntu: sudo apt install {_debian(still)}\n"
            f"  macOS:          brew install {' '.join(p for n in still for p in n.homebrew)}\n"
            "Or leave out the tests that need them: ./run test lint types layers checks unit"
        )


def _install_with_apt(missing: list[Need]) -> None:
    sudo = [] if AS_ROOT else ["sudo", "-n"]
    if not AS_ROOT and not _runs(["sudo", "-n", "true"]):
        return
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    with step(f"Installed {' and '.join(need.name for need in missing)}"):
        if not _runs([*apt, "install", "--yes", "--no-install-recommends", *_plain(missing)]):
            _runs([*apt, "update"])
            _runs(
                [*apt, "install", "--yes", "--no-install-recommends", *_plain(missing)], loud=True
            )
        if chromium() is None:
            _install_with_playwright(with_libraries=True)


def _install_with_homebrew(missing: list[Need]) -> None:
    names = [package for need in missing for package in need.homebrew]
    with step(f"Installed {' and '.join(need.name for need in missing)}"):
        if names:
            _runs(["brew", "install", "--quiet", *names], loud=True)
        if chromium() is None:
            _install_with_playwright(with_libraries=False)


def _install_with_playwright(*, with_libraries: bool) -> None:
    command = [environment.python(), "-m", "playwright", "install", "chromium-headless-shell"]
    more = ["--with-deps"] if with_libraries else []
    env = os.environ | {"PLAYWRIGHT_BROWSERS_PATH": str(PLAYWRIGHT_FOLDER)}
    _runs([*command, *more], loud=True, env=env)


def _plain(missing: list[Need]) -> list[str]:
    """Debian's packages; Ubuntu's `chromium` is a snap in disguise, so Playwright's is taken."""
    is_ubuntu = "ubuntu" in Path("/etc/os-release").read_text().lower()
    needs = [need for need in missing if not (is_ubuntu and need.name == "Chromium")]
    return _debian(needs).split() or ["ca-certificates"]


def _debian(needs: list[Need]) -> str:
    return " ".join(package for need in needs for package in need.debian)


def _runs(command: list[str], *, loud: bool = False, env: dict | None = None) -> bool:
    try:
        done = subprocess.run(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except OSError:
        return False
    if loud and done.returncode:
        warn(done.stdout[-2000:])
    return done.returncode == 0
