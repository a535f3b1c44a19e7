"""Find a Chromium, or fetch one: Playwright's own, the system's, or Debian's package.

`python -m crawler.chromium --install` is the last step of `make setup`: it says what it found and returns 0, or says
in one sentence what is lacking and returns 3. A browser counts only when it really starts.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import playwright

OVERRIDE = "PATUH_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
DOWNLOAD_SECONDS = 1200
APT_SECONDS = 900
START_SECONDS = 60
NO_BROWSER = 3  # exit code
NO_DRIVER = (
    "Penggerak peramban (Playwright) tidak dapat dijalankan di mesin ini; pasanglah pustaka libatomic "
    "(di Debian dan Ubuntu: apt-get install libatomic1), lalu ulangi."
)


class BrowserMissing(Exception):
    """No browser starts, and none could be had. The text is for people, in Bahasa Indonesia."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """executable: path. sandbox: whether Chromium's own sandbox can be used. source: where it came from."""

    executable: str
    sandbox: bool
    source: str


def find_chromium() -> Chromium:
    """The browser to use, without starting it. Raises BrowserMissing."""
    if named := os.environ.get(OVERRIDE):
        if not os.access(named, os.X_OK):
            raise BrowserMissing(f"{OVERRIDE} menunjuk ke {named}, tetapi berkas itu tidak dapat dijalankan.")
        return Chromium(named, sandbox_works(), "env")
    for browser in candidates():
        return browser
    raise BrowserMissing(
        "Peramban Chromium tidak ditemukan dan tidak dapat dipasang; pasanglah Chromium atau Google Chrome, "
        f"atau isi {OVERRIDE} dengan letaknya, lalu ulangi."
    )


def candidates() -> tuple[Chromium, ...]:
    """The browsers of this machine, best first: the one that started last time, Playwright's own, the system's."""
    paths = dict.fromkeys(system_builds(), "system")
    if own := playwright_build():
        paths = {own: "playwright", **paths}
    proved = _proved()
    ordered = sorted(paths, key=lambda path: path != proved)  # stable: the others keep their order
    return tuple(Chromium(path, sandbox_works(), paths[path]) for path in ordered)


def playwright_build() -> str | None:
    """The executable that this Playwright release installs, when it is there."""
    root = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or str(Path.home() / ".cache" / "ms-playwright")
    wanted = _wanted_revision()
    patterns = ("chromium-{}/chrome-*/chrome", "chromium_headless_shell-{}/chrome-*/*headless*shell")
    for pattern in patterns:
        for path in sorted(Path(root).glob(pattern.format(wanted))):
            if os.access(path, os.X_OK):
                return str(path)
    return None


def _wanted_revision() -> str:
    """The build number that the installed Playwright was made for, or any ("*") when its list cannot be read."""
    try:
        place = Path(playwright.__file__).parent / "driver" / "package" / "browsers.json"
        listed = json.loads(place.read_text("utf-8"))["browsers"]
        return next(str(b["revision"]) for b in listed if b["name"] == "chromium")
    except (OSError, ValueError, KeyError, StopIteration):
        return "*"


def system_builds() -> tuple[str, ...]:
    """Browsers on the PATH. Snap packages are passed over: they cannot read our folders."""
    found = (shutil.which(name) for name in NAMES)
    return tuple(p for p in found if p and not os.path.realpath(p).startswith("/snap/") and not _starts_snap(p))


def _starts_snap(path: str) -> bool:
    """Ubuntu's `chromium-browser` is a script that asks for a snap."""
    try:
        with open(path, "rb") as file:
            start = file.read(2048)
    except OSError:
        return False
    return start.startswith(b"#!") and b"/snap/bin" in start


def sandbox_works() -> bool:
    """Whether Chromium's sandbox can start: never for root, nor where user namespaces are closed."""
    if not sys.platform.startswith("linux"):
        return True
    if os.geteuid() == 0 or _kernel_says("user/max_user_namespaces", "1") == "0":
        return False
    if _kernel_says("kernel/unprivileged_userns_clone", "1") == "0":
        return False
    if _kernel_says("kernel/apparmor_restrict_unprivileged_userns", "0") == "1":  # Ubuntu 24.04 and later
        return any(Path(p).exists() for p in ("/usr/lib/chromium/chrome-sandbox", "/opt/google/chrome/chrome-sandbox"))
    return True


def _kernel_says(name: str, default: str) -> str:
    try:
        return Path("/proc/sys", name).read_text("ascii").strip()
    except OSError:
        return default


def starts(browser: Chromium) -> bool:
    """Whether it shows an empty page without a window, within a minute."""
    with tempfile.TemporaryDirectory(prefix="patuh-try-", ignore_cleanup_errors=True) as profile:
        command = [browser.executable, "--headless", "--disable-gpu", f"--user-data-dir={profile}", "--dump-dom"]
        command += [] if browser.sandbox else ["--no-sandbox"]
        try:
            done = subprocess.run(
                [*command, "about:blank"],
                capture_output=True,
                timeout=START_SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0 and b"<html" in done.stdout


def install() -> int:
    """Make sure that a browser starts. Exit code: 0, or 3 when there is none and none can be had."""
    if not driver_starts():
        _install_by_apt("libatomic1")  # a bare Debian lacks this one library of Playwright's driver
    if os.environ.get(OVERRIDE):
        return _report()
    if not playwright_build() and not (_download_failed_before() and system_builds()):
        _tell("downloading Chromium with Playwright (about 150 MB)")
        if not _download():
            _remember(_failure_mark())
            _tell("Playwright's download does not work here; looking for a Chromium of the system")
    if not _prove_one():
        _install_by_apt("chromium", "fonts-liberation")
        _prove_one()
    return _report()


def _prove_one() -> bool:
    """Start the candidates in turn, and remember the first that works for those who ask later."""
    for browser in candidates():
        if starts(browser):
            _remember(_proof_mark(), browser.executable)
            return True
    return False


def driver_starts() -> bool:
    """Whether Playwright's driver (a Node.js of its own) runs on this machine."""
    driver = Path(playwright.__file__).parent / "driver" / "node"
    if not driver.exists():  # another layout, e.g. of another system: then the first start will tell
        return True
    try:
        return subprocess.run([str(driver), "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _report() -> int:
    if not driver_starts():
        print(NO_DRIVER, file=sys.stderr)
        return NO_BROWSER
    try:
        browser = find_chromium()
    except BrowserMissing as error:
        print(error, file=sys.stderr)
        return NO_BROWSER
    if not starts(browser):
        print(f"Peramban {browser.executable} ada, tetapi tidak dapat dijalankan.", file=sys.stderr)
        return NO_BROWSER
    _tell(f"browser: {browser.executable} ({browser.source}, sandbox {'on' if browser.sandbox else 'off'})")
    return 0


def _download() -> bool:
    command = [sys.executable, "-m", "playwright", "install"]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        command.append("--with-deps")
    return _run([*command, "chromium"], DOWNLOAD_SECONDS, quiet=True)  # where it fails, it prints a trace five times


def _install_by_apt(*packages: str) -> bool:
    apt = shutil.which("apt-get")
    if apt is None:
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and shutil.which("sudo") is None:
        return False
    _tell(f"installing Debian's {packages[0]} package")
    _run([*prefix, apt, "update"], APT_SECONDS)
    return _run([*prefix, apt, "install", "-y", "--no-install-recommends", *packages], APT_SECONDS)


def _run(command: list[str], seconds: int, *, quiet: bool = False) -> bool:
    """Run in a process group of its own, so that all of it ends with the time limit."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        output = subprocess.DEVNULL if quiet else None
        with subprocess.Popen(
            command,
            env=environment,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        ) as running:
            try:
                return running.wait(seconds) == 0
            except subprocess.TimeoutExpired:
                os.killpg(running.pid, 9)
                return False
    except OSError:
        return False


def _memory() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "patuh")


def _failure_mark() -> Path:
    return _memory() / f"chromium-{_wanted_revision().replace('*', 'any')}-download-failed"


def _proof_mark() -> Path:
    return _memory() / "chromium-started"


def _proved() -> str:
    try:
        return _proof_mark().read_text("utf-8")
    except OSError:
        return ""


def _download_failed_before() -> bool:
    return _failure_mark().exists()


def _remember(mark: Path, text: str = "") -> None:
    with contextlib.suppress(OSError):  # only costs the next set-up another try
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(text, "utf-8")


def _tell(text: str) -> None:
    print(f"setup: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(install() if "--install" in sys.argv[1:] else _report())
