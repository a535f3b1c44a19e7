"""Run the main job on the development corpus, when it lies beside the project, and print what it found.

    python -m tests.corpus_sites [--only SITE] [--out DIR] [--twice]

Each folder of `../shared/corpus/sites` is served on loopback under a `.test` name. A folder without a start page gets a
list of its files as one, which real sites would have as their menu.
"""

from __future__ import annotations

import argparse
import html
import json
import subprocess
import sys
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.loopback_server import served

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


class Quiet(SimpleHTTPRequestHandler):
    """A plain static server with a list of files where a folder has no start page."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        return

    def list_directory(self, path: object) -> None:  # type: ignore[override]
        folder = Path(str(path))
        files = sorted(p for p in folder.rglob("*") if p.is_file())
        items = "".join(
            f'<li><a href="/{quote(p.relative_to(Path(self.directory)).as_posix())}">{html.escape(p.stem)}</a></li>'
            for p in files
        )
        body = (
            f"<!doctype html><html lang=id><title>Daftar berkas</title><h1>Daftar berkas</h1><ul>{items}</ul>".encode()
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def run(sites: list[Path], out: Path, extra: list[str]) -> int:
    """One `patuh audit` over the sites; returns its exit code."""
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        hosts = {f"{s.name}.test": list(stack.enter_context(served(partial(Quiet, directory=str(s))))) for s in sites}
        (out / "hosts.json").write_text(json.dumps(hosts))
        rows = [f"{s.name},{s.name},kabupaten,Contoh,http://{s.name}.test/" for s in sites]
        (out / "targets.csv").write_text("\n".join(["id,name,level,province,url", *rows]) + "\n")
        command = [sys.executable, "-m", "audit.cli", "audit", str(out / "targets.csv"), "--out", str(out / "laporan"),
                   "--data", str(out / "data"), "--hosts", str(out / "hosts.json"), "--delay", "0", *extra]  # fmt: skip
        return subprocess.run(command, cwd=ROOT, check=False).returncode


def summary(out: Path) -> None:
    """Print what each report claims for the product-level components and the pledge."""
    for file in sorted((out / "laporan").glob("*/report.json")):
        report = json.loads(file.read_text())
        score = report["score"]
        print(f"{file.parent.name}: {score['low']}-{score['high']} {score['zone']} services={len(report['services'])}")
        for name, answer in report["indicators"].items():
            quote_ = answer["exhibits"][0]["quote"][:70] if answer["exhibits"] else ""
            print(f"    {name:28} {answer['verdict']:10} {answer['says'][:90]} | {quote_}")


def found_in(report: dict[str, Any], component: str) -> bool:
    """Whether the audit holds a component for published, for one service at least."""
    if component == "pledge":
        return bool(report["indicators"]["service_pledge"]["verdict"] == "met")
    if component == "legal_basis":
        return bool(report["indicators"]["standard_decree"]["verdict"] in ("met", "partly_met"))
    if component == "complaint_handling" and report["indicators"]["complaint_channels"]["verdict"] == "met":
        return True  # offered by the agency as a whole, not inside the standard of one service
    one = any(service["components"].get(component) == "met" for service in report["services"])
    return one or report["indicators"][component]["verdict"] == "met"


def compare(out: Path) -> None:
    """Print, site by site, what was found rightly, missed, or claimed wrongly. Arguable cases are left out."""
    file = CORPUS / "expected.json"
    expected = json.loads(file.read_text()) if file.exists() else {}
    for site, wanted in sorted(expected.items()):
        path = out / "laporan" / site / "report.json"
        if not path.exists():
            continue
        report = json.loads(path.read_text())
        rightly, missed, wrongly = [], [], []
        for component, said in wanted["expected"].items():
            found = found_in(report, component)
            if said["found"] in (True, "in_image"):
                (rightly if found else missed).append(component)
            elif said["found"] is False and found:
                wrongly.append(component)
        print(f"{site}: rightly {rightly}; missed {missed}; wrongly {wrongly}")


def without_times(report: dict[str, object]) -> str:
    from reports.machine import without_times as strip

    return json.dumps(strip(report), sort_keys=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--out", type=Path, default=Path("corpus-output"))
    parser.add_argument("--twice", action="store_true", help="run again and compare the reports byte for byte")
    wanted = parser.parse_args()
    sites = [s for s in sorted((CORPUS / "sites").iterdir()) if not wanted.only or s.name in wanted.only]
    code = run(sites, wanted.out / "1", [])
    summary(wanted.out / "1")
    compare(wanted.out / "1")
    if wanted.twice:
        code = code or run(sites, wanted.out / "2", [])
        for first in sorted((wanted.out / "1" / "laporan").glob("*/report.json")):
            second = wanted.out / "2" / "laporan" / first.parent.name / "report.json"
            a, b = (without_times(json.loads(f.read_text())) for f in (first, second))
            print(f"{first.parent.name}: {'same' if a == b else 'DIFFERENT'}")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
