"""`./run bench`: how fast the pages are, on a throw-away database of its own."""

import subprocess

from running import children, cluster, environment, throwaway
from running.places import ROOT


def run(arguments: list[str]) -> int:
    """Run the benchmark with these options; `./run bench --help` lists them."""
    children.stop_on_signals()
    with throwaway.postgres() as data:
        env = data.environment() | {
            "AYLSHAM_ENVIRONMENT": "test",
            "AYLSHAM_PROCESS": "web",
            "AYLSHAM_TEST_TEMPLATE": cluster.DATABASE,
            "DJANGO_SETTINGS_MODULE": "aylsham.settings",
        }
        command = [environment.python(), "-m", "tests.benchmarks", *arguments]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
