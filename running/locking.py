"""`./run lock`: the hash-locked lists, from the ranges of pyproject.toml."""

import subprocess

from running import environment
from running.console import fail, say
from running.places import ROOT


def run() -> int:
    """Write requirements/*.txt anew: production first, the others within its choices."""
    uv = environment.find_uv()
    if uv is None:
        fail("This needs uv: https://docs.astral.sh/uv")
    for group in (environment.BASE, environment.WHEEL, environment.DEVELOPMENT):
        source = ["pyproject.toml"] if group == environment.BASE else _group(group)
        target = f"requirements/{group}.txt"
        command = [
            uv,
            "pip",
            "compile",
            "--quiet",
            "--universal",
            "--generate-hashes",
            "--no-header",
        ]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]
        command += ["--python-version", "3.12", "--output-file", target, *source]
        if subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
            fail(f"{target} could not be resolved.")
        say(f"  {target}")
    return 0


def _group(name: str) -> list[str]:
    return ["--group", name, "--constraints", "requirements/base.txt"]
