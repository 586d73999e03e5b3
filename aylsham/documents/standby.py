"""A helper that has loaded what documents need and forks for each: no Django, no secret.

Run as `python -m aylsham.documents.standby` with a socket as its standard input. A message is a
line of JSON, [module, SECONDS, MEGABYTES, words…], with three descriptors: the child's input, its
output, and where it says first its number and at the end its exit status. It ends when the other
side closes, or after ten minutes without work.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys

#: Only these may be asked for.
MODULES = frozenset(
    f"aylsham.documents.{name}"
    for name in (
        "child",
        "fitting_child",
        "inspector",
        "blackout_child",
        "pages_child",
        "marking_child",
        "looking_child",
        "binding_child",
    )
)
#: Loaded beforehand; what is not installed is missed by the child that needs it.
LIBRARIES = (
    "weasyprint",
    "fontTools.subset",
    "fontTools.varLib.instancer",
    "pypdf",
    "pypdfium2",
    "PIL.Image",
    "openpyxl",
    "docx",
    "lxml.etree",
)
#: Set beforehand: half of the time for a short document goes into what a first one finds out
#: about its libraries and our style sheet.
FIRST = (
    '<html lang="en"><head><title>First</title><link rel="stylesheet" href="own:sheets.css"></head>'
    "<body><h1>First</h1><p>Words</p></body></html>"
)
SECONDS_WITHOUT_WORK = 600
#: A child's number is written in so many bytes, so that it cannot run into the exit status.
PID_LENGTH = 20


def main(line: socket.socket) -> None:
    """Fork for each message until there are no more."""
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for children: none stay behind
    while select.select([line], [], [], SECONDS_WITHOUT_WORK)[0]:
        message, descriptors, _, _ = socket.recv_fds(line, 1 << 16, 3)
        if not message:
            return
        if os.fork() == 0:
            line.close()
            _work(json.loads(message), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _load() -> None:
    if sys.platform == "darwin":
        return  # the system's own libraries there do not survive a fork: each child loads them
    for name in (*LIBRARIES, *MODULES):
        with contextlib.suppress(ImportError, OSError):
            importlib.import_module(name)
    if "weasyprint" in sys.modules:
        importlib.import_module("aylsham.documents.child").pdf_of(FIRST)
        gc.collect()  # nothing of it is left for a fork to tidy up


def _work(command: list[str], source: int, target: int, status: int) -> None:
    """In the child: do it, say how it went, and go without a word of clean-up."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.write(status, f"{os.getpid():>{PID_LENGTH}}".encode())
    os.dup2(source, 0)
    os.dup2(target, 1)
    os.close(source)
    os.close(target)
    sys.stdin, sys.stdout = open(0), open(1, "w")  # noqa: SIM115 (they last as long as we do)
    code = 1
    try:
        code = _run(*command)
        sys.stdout.flush()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        os.close(1)
        os.write(status, str(code).encode())
        os._exit(code)


def _run(module: str, seconds: str, megabytes: str, *words: str) -> int:
    if module not in MODULES:
        return 2
    return importlib.import_module(module).main(int(seconds), int(megabytes), *words)


if __name__ == "__main__":
    main(socket.socket(fileno=os.dup(0)))
