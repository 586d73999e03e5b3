"""`./run manage …`: Django's commands, with a database for as long as they need one."""

import json
import os
import subprocess
import sys

from running import console, database, environment, site
from running.places import ROOT, STATE

#: They compute or print, and do not ask the database.
WITHOUT_DATABASE = {"", "help", "--help", "-h", "version", "--version", "diffsettings",
                    "timescales", "compilemessages", "makemessages", "findstatic", "collectstatic"}  # fmt: skip
#: They make or unmake what the others need, so nothing is loaded for them first.
WITHOUT_DATA = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "flush", "load_demo",
                "secure_database", "dbshell"}  # fmt: skip


def run(arguments: list[str]) -> int:
    """Run one command; its output and exit status are the command's own."""
    console.stream = sys.stderr
    command = arguments[0] if arguments else ""
    if command in WITHOUT_DATABASE and not asks_for_school(arguments):
        return _run(arguments, _settings_without_database())
    with database.in_use() as data:
        if command not in WITHOUT_DATA:
            site.prepare(data, static=False)
            site.load_demo(data)
        return _run(arguments, site.settings(data))


def asks_for_school(arguments: list[str]) -> bool:
    """Whether dates are asked for by the calendar of a school, which is in the database."""
    if arguments[:2] != ["timescales", "show"] or "--calendars" in arguments:
        return False
    published = json.loads((ROOT / "aylsham" / "timescales" / "calendars.json").read_text("utf-8"))
    named = {word.partition("=")[2] for word in arguments if word.startswith("calendar=")}
    return bool(named - published.get("calendars", published).keys())


def _settings_without_database() -> dict[str, str]:
    nowhere = f"postgresql://aylsham_app@/aylsham?host={STATE}"
    here = database.Database(os.environ.get("DATABASE_URL", nowhere), nowhere)
    return site.settings(here)


def _run(arguments: list[str], env: dict[str, str]) -> int:
    command = [environment.python(), str(ROOT / "manage.py"), *arguments]
    process = subprocess.Popen(command, env=env)
    while True:
        try:
            return _status(process.wait())
        except KeyboardInterrupt:
            continue  # Ctrl-C reaches the command too, and it is the one to end


def _status(code: int) -> int:
    return 128 - code if code < 0 else code
