"""One PostgreSQL server of our own: its data, its socket, its three roles."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from running.binaries import Binaries
from running.children import die_with_parent
from running.console import fail
from running.places import database_account, drop_to

SUPERUSER, OWNER, APP = "aylsham_super", "aylsham_owner", "aylsham_app"
DATABASE = "aylsham"
#: The first that this build of PostgreSQL knows: English order if it can, Unicode in any case.
LOCALES = (
    ("--locale-provider=icu", "--icu-locale=en-GB", "--locale=C"),
    ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
    ("--locale=C",),
)
ALWAYS = {
    "listen_addresses": "",
    "max_connections": "100",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # Short statements: compiling one takes longer than it could save.
    "jit": "off",
}
#: A demonstration may lose its last half second, never its order; a test may lose everything.
KEPT = {"synchronous_commit": "off"}
THROWN_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Cluster:
    """A server's data in `home`, its socket in `sockets`."""

    home: Path
    sockets: Path
    binaries: Binaries
    settings: dict

    @property
    def data(self) -> Path:
        return self.home / f"data-{self.binaries.major}"

    def passwords(self) -> dict[str, str]:
        """The roles' passwords, made up once and readable by their owner alone."""
        path = self.home / "passwords.json"
        if not path.exists():
            made_up = {role: secrets.token_hex(16) for role in (SUPERUSER, OWNER, APP)}
            with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
                json.dump(made_up, file)
        return json.loads(path.read_text())

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for one role; a socket's path may need quoting."""
        host = quote(str(self.sockets), safe="/")
        return f"postgresql://{role}:{self.passwords()[role]}@/{database}?host={host}"

    def create(self) -> None:
        """Make the data folder unless it is there."""
        if (self.data / "PG_VERSION").exists():
            return
        account = database_account()
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(mode=0o700)
        password = self.home / "superuser-password"
        password.write_text(self.passwords()[SUPERUSER])
        password.chmod(0o600)
        if account:
            os.chown(self.data, account.pw_uid, account.pw_gid)
            os.chown(password, account.pw_uid, account.pw_gid)
        try:
            self._initdb(password)
        finally:
            password.unlink()

    def _initdb(self, password: Path) -> None:
        command = [self.binaries.program("initdb"), f"--pgdata={self.data}", "--encoding=UTF8"]
        command += [f"--username={SUPERUSER}", f"--pwfile={password}", "--auth=scram-sha-256"]
        for locale in LOCALES:
            done = self._run([*command, *locale, "--no-sync", "--no-instructions"])
            if done.returncode == 0:
                return
        shutil.rmtree(self.data, ignore_errors=True)
        fail(f"PostgreSQL could not make its data folder:\n{done.stderr.strip()}")

    def _run(self, command: list[str]) -> subprocess.CompletedProcess:
        return subprocess.run(
            command,
            cwd="/",
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **drop_to(database_account()),
        )

    def start(self, log: Path) -> subprocess.Popen:
        """Start the server; it stops by itself if this process dies."""
        self._clear_leftovers()
        command = [self.binaries.program("postgres"), "-D", str(self.data), "-k", str(self.sockets)]
        for name, value in (ALWAYS | self.settings).items():
            command += ["-c", f"{name}={value}"]
        with log.open("ab") as output:
            return subprocess.Popen(
                command,
                cwd="/",
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGINT),
                **drop_to(database_account()),
            )

    def _clear_leftovers(self) -> None:
        """End a server whose data has gone, forget one that another folder's copy speaks of."""
        locks = (self.sockets / ".s.PGSQL.5432.lock", self.data / "postmaster.pid")
        for lock in locks:
            if not lock.exists():
                continue
            pid, folder = lock.read_text().split("\n")[:2]
            if lock.name == "postmaster.pid" and folder != str(self.data):
                lock.unlink()
            elif _is_postgres(int(pid)):
                os.kill(int(pid), signal.SIGQUIT)
                _wait_until_gone(int(pid))

    def is_running(self) -> bool:
        """Whether a server holds this cluster's socket and data."""
        lock = self.sockets / ".s.PGSQL.5432.lock"
        try:
            pid, folder = lock.read_text().split("\n")[:2]
        except OSError:
            return False
        return folder == str(self.data) and _is_postgres(int(pid)) and self.data.exists()


def stop(server: subprocess.Popen, *, at_once: bool = False) -> None:
    """Stop a server that this process started."""
    server.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _is_postgres(pid: int) -> bool:
    """Whether this process lives and is a PostgreSQL server."""
    if sys.platform.startswith("linux"):  # `ps` is not part of every small image
        try:
            return b"postgres" in Path(f"/proc/{abs(pid)}/cmdline").read_bytes()
        except OSError:
            return False
    command = ["ps", "-o", "args=", "-p", str(abs(pid))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "postgres" in done.stdout


def _wait_until_gone(pid: int) -> None:
    for _ in range(100):
        if not _is_postgres(pid):
            return
        time.sleep(0.1)
