"""The law imports without Django: rules are arithmetic, and a planted import is caught."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = [
    "aylsham.dates",
    "aylsham.school_calendar",
    "aylsham.suppression.attack",
    "aylsham.suppression.json_form",
    "aylsham.timescales.registry",
    "aylsham.timescales.cases",
    "ehcp.rules",
    "lac.rules",
    "provision.rules",
    "pupils.rules",
    "pupils.upn",
    "reports.rules",
    "staff.rules",
]


def imports_django(*statements):
    """Whether a fresh interpreter has Django in memory after these statements."""
    code = "; ".join([*statements, "import sys", "sys.exit('django' in sys.modules)"])
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    return done.returncode == 1


def test_rules_import_no_django():
    assert not imports_django(*(f"import {module}" for module in PURE))


def test_a_planted_import_is_caught():
    assert imports_django("import ehcp.rules", "import django")


@pytest.mark.parametrize("package", ["ehcp", "lac", "pupils", "provision", "reports", "staff"])
def test_every_rules_module_is_in_the_list(package):
    rules = [ROOT / package / "rules.py", ROOT / package / "rules"]
    if any(path.exists() for path in rules):
        assert f"{package}.rules" in PURE


def test_rules_never_ask_what_day_it_is():
    files = [
        *ROOT.glob("*/rules.py"),
        *ROOT.glob("*/rules/*.py"),
        *ROOT.glob("aylsham/timescales/*.py"),
    ]
    assert len(files) > 10
    asking = [
        path for path in files if ".today()" in path.read_text() or ".now(" in path.read_text()
    ]
    assert asking == []
