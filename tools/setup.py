"""Make this checkout ready to run: virtual environment from the lock file, the `patuh` command, a browser.

Standard library only, because it runs before anything is installed. Used by `make setup` and `make test`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import urllib.parse
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "patuh-setup.json"
RELEASE = re.compile(r"pip-[0-9.]+-py3-none-any\.whl")  # no pre-releases
BROWSER_DOWNLOAD_LIMIT = 900  # seconds; a slow line may need minutes for 150 MB, a dead one must not hang for ever


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also install what the linters and tests need")
    parser.add_argument("--no-browser", action="store_true", help="leave the browser alone")
    wanted = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 - this script runs on whatever Python is there
        return stop("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    lock = ROOT / "requirements" / ("dev.txt" if wanted.dev else "run.txt")
    make_environment()
    install(lock)
    if wanted.no_browser:
        return 0
    # The browser is found and fetched by the product itself, so that `patuh` and this script cannot differ.
    return subprocess.run([PYTHON, "-m", "crawler.chromium", "--install"], cwd=ROOT, check=False).returncode


def make_environment() -> None:
    """Create .venv. Debian ships Python without ensurepip: then pip comes from apt, or from the package index."""
    if (VENV / "bin" / "pip").exists() or (PYTHON.exists() and has_pip()):
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    tell(f"creating {VENV.name} with Python {sys.version.split()[0]}")
    try:
        import ensurepip  # noqa: F401 - asked only whether it is there

        venv.create(VENV, with_pip=True, symlinks=True)
    except (ImportError, subprocess.CalledProcessError):
        shutil.rmtree(VENV, ignore_errors=True)
        venv.create(VENV, with_pip=False, symlinks=True)
        bring_pip()


def has_pip() -> bool:
    return subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0


def bring_pip() -> None:
    """Put pip into a virtual environment that came without it, from the same index that pip would use."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")
    ask = urllib.request.Request(  # noqa: S310 - the index address is the user's own setting
        f"{index}/pip/", headers={"Accept": "application/vnd.pypi.simple.v1+json"}
    )
    with urllib.request.urlopen(ask, timeout=60) as answer:  # noqa: S310
        files = json.load(answer)["files"]
    wheel = next(f for f in reversed(files) if RELEASE.fullmatch(f["filename"]) and not f.get("yanked"))
    address = urllib.parse.urljoin(f"{index}/pip/", wheel["url"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / wheel["filename"]
        with urllib.request.urlopen(address, timeout=300) as answer:  # noqa: S310
            path.write_bytes(answer.read())
        if hashlib.sha256(path.read_bytes()).hexdigest() != wheel["hashes"]["sha256"]:
            raise SystemExit("setup: the downloaded pip does not match its digest; please try again")
        run([PYTHON, f"{path}/pip", "install", "--quiet", "--no-index", str(path)])


def install(lock: Path) -> None:
    """Install the lock file and this checkout. Nothing is done when both are as they were at the last time."""
    mark = {
        "lock": hashlib.sha256(lock.read_bytes()).hexdigest(),
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "python": sysconfig.get_python_version(),
        "root": str(ROOT),
    }
    done = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    if mark in done.values():
        return
    pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install"]
    tell(f"installing the packages of {lock.relative_to(ROOT)} (some minutes the first time)")
    run([*pip, "--require-hashes", "--no-deps", "-r", str(lock)])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    done[lock.name] = mark
    STAMP.write_text(json.dumps(done))


def run(command: list[object]) -> None:
    if subprocess.run([str(c) for c in command], check=False).returncode:
        raise SystemExit(f"setup: this step failed: {' '.join(str(c) for c in command)}")


def tell(text: str) -> None:
    print(f"setup: {text}", flush=True)


def stop(text: str) -> int:
    print(f"setup: {text}", file=sys.stderr)
    return 3


if __name__ == "__main__":
    raise SystemExit(main())
