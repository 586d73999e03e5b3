"""What stands between a database and a site: tables, static files, the demo federation."""

import hashlib
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from running import environment, roles
from running.console import fail, step
from running.database import Database
from running.places import ROOT, STATE

PACKAGES = ("aylsham", "pupils", "provision", "staff", "ehcp", "lac", "reports", "demo")
STATIC_MARK = STATE / "static-files"


def prepare(database: Database, *, static: bool = True) -> None:
    """Bring tables and static files up to date; quick when nothing has changed."""
    with ThreadPoolExecutor() as pool:
        pieces = [pool.submit(_migrate, database)]
        if static:
            pieces.append(pool.submit(_collect_static, database))
        for piece in pieces:
            piece.result()


def load_demo(database: Database) -> None:
    """Make the demo federation unless there are schools already."""
    if not roles.has_rows(database.owner_url, "aylsham_federation"):
        with step("Imported the demo federation from its sample files"):
            _manage(database, "load_demo")


def settings(database: Database) -> dict[str, str]:
    """The environment of every process of the demonstration."""
    own = {
        "AYLSHAM_ENVIRONMENT": "demo",
        "AYLSHAM_PROCESS": "command",
        "DJANGO_SETTINGS_MODULE": "aylsham.settings",
        "PYTHONUNBUFFERED": "1",
    }
    return database.environment() | own | _libraries_of_macos()


def _libraries_of_macos() -> dict[str, str]:
    """Where Homebrew keeps Pango, which macOS would not look for."""
    folder = "/opt/homebrew/lib"
    if sys.platform == "darwin" and Path(folder).exists():
        return {"DYLD_FALLBACK_LIBRARY_PATH": f"{folder}:/usr/local/lib:/usr/lib"}
    return {}


def _migrate(database: Database) -> None:
    # Policies and triggers follow from the models, so any change of code may mean work.
    code = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    wanted = fingerprint([*code, ROOT / "requirements" / "base.txt"])
    if roles.notes(database.owner_url).get("tables") != wanted:
        with step("Brought the tables up to date"):
            _manage(database, "migrate", "--no-input", "--verbosity=0", hint=_OLDER)
            roles.note(database.owner_url, tables=wanted)


def _collect_static(database: Database) -> None:
    folders = [ROOT / "static", *(ROOT / package / "static" for package in PACKAGES)]
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    wanted = fingerprint([*files, ROOT / "requirements" / "base.txt"])
    collected = STATIC_MARK.exists() and (ROOT / "staticfiles").exists()
    if not collected or STATIC_MARK.read_text() != wanted:
        with step("Collected the static files"):
            _manage(database, "collectstatic", "--no-input", "--clear", "--verbosity=0")
            STATIC_MARK.write_text(wanted)


#: What helps when tables of long ago cannot be brought up to date.
_OLDER = "\nIf an older version made this demonstration, ./run demo --reset makes it anew."


def _manage(database: Database, *command: str, hint: str = "") -> None:
    """Run one of Django's commands; what it says is shown only if it fails."""
    done = subprocess.run(
        [environment.python(), str(ROOT / "manage.py"), *command],
        cwd=ROOT,
        env=settings(database),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        fail(f"`./run manage {' '.join(command)}` failed:\n{done.stdout.strip()}{hint}")


def fingerprint(files: Iterable[Path]) -> str:
    """Changes when a file appears, goes or is written."""
    seen = hashlib.sha256()
    for path in sorted(files):
        if path.exists():
            seen.update(f"{path.relative_to(ROOT)} {path.stat().st_size}".encode())
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()
