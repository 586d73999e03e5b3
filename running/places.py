"""Where things stand: the checkout, what belongs to it, and short paths for sockets."""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import uuid
from pathlib import Path

from running.console import fail

ROOT = Path(__file__).resolve().parent.parent
#: Tells two checkouts on one machine apart.
KEY = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:10]
VENV = ROOT / ".venv"
STATE = ROOT / ".run"
LOGS = STATE / "logs"
AS_ROOT = os.geteuid() == 0
#: PostgreSQL's socket has a name of this length; the whole path must fit into 103 bytes.
SOCKET_NAME = ".s.PGSQL.5432"


def make_state() -> None:
    """The folder of logs, locks and data, with an identity of its own."""
    try:
        LOGS.mkdir(parents=True, exist_ok=True)
        identity = STATE / "id"
        if not identity.exists():
            identity.write_text(uuid.uuid4().hex)
        (STATE / "writable").touch()
    except PermissionError:
        fail(
            f"{STATE} belongs to somebody else.\n"
            "Run it as the person who set this folder up, or clone the repository again."
        )


def identity() -> str:
    """This checkout's own mark: a fresh clone at the same path has another one."""
    return (STATE / "id").read_text()


def database_account() -> pwd.struct_passwd | None:
    """Who runs PostgreSQL: this person, or, as it refuses root, somebody else."""
    if not AS_ROOT:
        return None
    for name in ("postgres", "_postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    fail("PostgreSQL refuses to run as root, and this machine has no user `postgres` or `nobody`.")


def drop_to(account: pwd.struct_passwd | None) -> dict:
    """Arguments of subprocess that make a child run as `account`."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def database_home() -> Path:
    """Where the demonstration's database lives: here, or where root's helper can reach it."""
    if not AS_ROOT:
        return _owned(STATE / "postgres")
    for parent in ("/var/lib", "/var/tmp", tempfile.gettempdir()):  # noqa: S108
        home = Path(parent) / f"aylsham-{KEY}"
        if os.access(parent, os.W_OK) and _reachable(_owned(home)):
            return home
    fail("No folder was found in which another user than root may keep PostgreSQL's data.")


def _owned(home: Path) -> Path:
    """Make `home` ours; what an earlier clone at this path has left is thrown away."""
    mark = home / "id"
    if home.exists() and (not mark.exists() or mark.read_text() != identity()):
        shutil.rmtree(home)
    home.mkdir(mode=0o755, parents=True, exist_ok=True)
    home.chmod(0o755)
    mark.write_text(identity())
    return home


def _reachable(home: Path) -> bool:
    probe = home / "probe"
    probe.write_text("#!/bin/sh\nexit 0\n")
    probe.chmod(0o755)
    try:
        done = subprocess.run([probe], cwd="/", check=False, **drop_to(database_account()))
        return done.returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
    finally:
        probe.unlink()


def socket_folder() -> Path:
    """A short folder for this checkout's socket, which nobody else may own."""
    account = database_account()
    owner = account.pw_uid if account else os.getuid()
    for parent in (tempfile.gettempdir(), "/tmp"):  # noqa: S108
        for attempt in ("", "-2", "-3"):
            folder = Path(parent) / f"aylsham-{owner}-{KEY}{attempt}"
            if len(os.fsencode(folder / SOCKET_NAME)) > 103:
                continue
            folder.mkdir(mode=0o700, exist_ok=True)
            if _take(folder, owner, account.pw_gid if account else os.getgid()):
                return folder
    fail("No short temporary folder was found for PostgreSQL's socket. Set TMPDIR to one.")


def _take(folder: Path, owner: int, group: int) -> bool:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.geteuid()):
        return False
    if found.st_uid != owner:
        os.chown(folder, owner, group)
    folder.chmod(0o700)
    return True
