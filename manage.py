#!/usr/bin/env python3
"""Django's command line for Aylsham."""

import os
import sys

#: Commands that change the shape of the database, or delete what is kept for good, run as its owner;
#: everything else as the app role.
OWNER_COMMANDS = {
    "migrate",
    "makemigrations",
    "sqlmigrate",
    "flush",
    "secure_database",
    "empty_school",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aylsham.settings")
    os.environ.setdefault("AYLSHAM_PROCESS", "command")
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ["AYLSHAM_DATABASE_ROLE"] = "owner"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
