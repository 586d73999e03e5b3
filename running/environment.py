"""The virtual environment: made once, filled from the hash-locked lists, checked at every start."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from running.console import fail, step, warn
from running.places import ROOT, STATE, VENV

#: Groups of dependencies, each a file of requirements/; `base` is what production has.
BASE, WHEEL, DEVELOPMENT = "base", "demo", "dev"


def enter(*groups: str) -> None:
    """Install what `groups` still lack and go on inside the virtual environment."""
    _make()
    missing = [group for group in groups if not _is_installed(group)]
    if missing:
        with step("Installed the packages", doing="Installing packages, this once"):
            _install(missing)
    if Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python(), [python(), str(ROOT / "running"), *sys.argv[1:]])


def add(group: str) -> None:
    """Install one more group into the environment that runs this."""
    if not _is_installed(group):
        with step(f"Installed the packages of the group `{group}`"):
            _install([group])


def python() -> str:
    """The environment's Python."""
    return str(VENV / "bin" / "python")


def tool(name: str) -> str:
    """A program that a package brought along."""
    return str(VENV / "bin" / name)


def _make() -> None:
    if _works():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    with step(f"Made a virtual environment with Python {sys.version.split()[0]}"):
        uv = find_uv()
        if uv and _runs([uv, "venv", "--quiet", "--no-project", "--python", sys.executable, VENV]):
            return
        shutil.rmtree(VENV, ignore_errors=True)
        if importlib.util.find_spec("ensurepip") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            fail(
                "This Python has no `venv` module.\n"
                f"  Debian or Ubuntu: sudo apt install python{version}-venv\n"
                "  or install uv: https://docs.astral.sh/uv"
            )
        if not _runs([sys.executable, "-m", "venv", VENV], loud=True):
            fail(f"`{sys.executable} -m venv {VENV}` failed.")


def _works() -> bool:
    """Whether the environment's Python starts: an upgrade of the system may have removed it."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return True
    check = "import sys; sys.exit(sys.version_info < (3, 12))"
    try:
        return subprocess.run([python(), "-c", check], check=False).returncode == 0
    except OSError:
        return False


def _install(groups: list[str]) -> None:
    lists = [argument for group in groups for argument in ("-r", str(_list(group)))]
    uv = find_uv()
    with_uv = [uv, "pip", "install", "--quiet", "--python", python(), "--require-hashes", *lists]
    if not (uv and _runs(with_uv, cwd=STATE)):
        _install_with_pip(lists)
    for group in groups:
        _mark(group).write_text(_fingerprint(group))


def _install_with_pip(lists: list[str]) -> None:
    if not _runs([python(), "-c", "import pip"]):
        _runs([python(), "-m", "ensurepip", "--default-pip"])
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # Compiling what is never imported would take longer than the rest.
    if not _runs([*pip, "--no-compile", "--require-hashes", "--no-deps", *lists], loud=True):
        fail(
            "The packages could not be installed; the lines above say why.\n"
            "Most often the network or a proxy is in the way. Then try again."
        )


def _runs(command: list, *, loud: bool = False, cwd: Path = ROOT) -> bool:
    """Whether a command ends well; if it does not, a loud one's last words go to standard error."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as problem:
        warn(str(problem))
        return False
    if loud and done.returncode:
        warn("\n".join(done.stdout.splitlines()[-15:]))
    return done.returncode == 0


def find_uv() -> str | None:
    """uv, if this machine has it."""
    home = Path.home()
    places = os.pathsep.join(
        [os.environ.get("PATH", ""), f"{home}/.local/bin", f"{home}/.cargo/bin"]
    )
    return shutil.which("uv", path=places)


def _list(group: str) -> Path:
    return ROOT / "requirements" / f"{group}.txt"


def _mark(group: str) -> Path:
    return VENV / f"aylsham-{group}"


def _is_installed(group: str) -> bool:
    mark = _mark(group)
    return mark.exists() and mark.read_text() == _fingerprint(group)


def _fingerprint(group: str) -> str:
    return hashlib.sha256(_list(group).read_bytes()).hexdigest()
