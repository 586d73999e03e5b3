"""A server's data with all tables and no rows, kept between runs of the tests.

Migrating takes ten times longer than copying. The copy is made anew when a migration or a package changes. Policies and grants follow from the models
without a migration; a test's database gets them again when Django migrates its own copy.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from running import cluster, environment, roles, site
from running.binaries import Binaries
from running.cluster import Cluster
from running.console import fail
from running.database import Database
from running.places import ROOT, STATE, database_account

KEPT = STATE / "migrated"


def copy_to(own: Cluster) -> bool:
    """Fill the cluster's home from what is kept; False if there is nothing that fits."""
    kept = _kept(own.binaries)
    if not kept.exists():
        return False
    shutil.copytree(kept, own.home, dirs_exist_ok=True)
    if account := database_account():
        for path in (own.data, *own.data.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid)
    return True


def keep(own: Cluster, log: Path) -> None:
    """Make the tables in a new cluster and keep a copy of its data."""
    own.create()
    server = own.start(log)
    try:
        roles.wait_for(own.url(cluster.SUPERUSER, "postgres"), server, log)
        roles.prepare(own, may_create=True)
        _migrate(Database(own.url(cluster.APP), own.url(cluster.OWNER)))
    finally:
        cluster.stop(server)
    shutil.rmtree(KEPT, ignore_errors=True)
    unfinished = KEPT / "unfinished"
    shutil.copytree(own.data, unfinished / own.data.name)
    shutil.copy2(own.home / "passwords.json", unfinished)
    unfinished.rename(_kept(own.binaries))


def _kept(binaries: Binaries) -> Path:
    code = (path for package in site.PACKAGES for path in (ROOT / package).glob("migrations/*.py"))
    seen = site.fingerprint([*code, ROOT / "requirements" / "base.txt"])
    server = f"{binaries.folder} {binaries.major} {sys.platform}"
    return KEPT / hashlib.sha256(f"{seen} {server}".encode()).hexdigest()[:16]


def _migrate(data: Database) -> None:
    done = subprocess.run(
        [environment.python(), str(ROOT / "manage.py"), "migrate", "--no-input", "--verbosity=0"],
        cwd=ROOT,
        env=data.environment() | {"AYLSHAM_ENVIRONMENT": "test", "AYLSHAM_PROCESS": "command"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        fail(f"The tables could not be made:\n{done.stdout.strip()}")
