"""What is handed to systemd and to a container engine, as far as it can be tried without either."""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
INSTRUCTIONS = {"FROM", "ENV", "RUN", "COPY", "WORKDIR", "USER", "VOLUME", "ENTRYPOINT", "CMD"}


def instructions() -> list[tuple[str, str]]:
    lines = (ROOT / "Containerfile").read_text().replace("\\\n", " ").splitlines()
    return [(w, rest) for w, _, rest in (x.partition(" ") for x in lines if x.strip() and not x.startswith("#"))]


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return loaded


def test_the_image_is_made_of_known_instructions_from_a_named_release() -> None:
    found = instructions()
    assert {word for word, _ in found} == INSTRUCTIONS
    image = next(rest for word, rest in found if word == "FROM")
    assert re.fullmatch(r"[\w./-]+:[\w.-]+", image)
    assert not image.endswith(":latest")


def test_everything_that_is_copied_is_there_and_everything_of_the_wheel_is_copied() -> None:
    sources = [source for word, rest in instructions() if word == "COPY" for source in rest.split()[:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(wheel["only-include"]) <= set(sources)


def test_the_image_runs_as_an_ordinary_user_with_pinned_packages() -> None:
    found = instructions()
    users = [n for n, (word, _) in enumerate(found) if word == "USER"]
    assert found[users[-1]][1] == "patuh"
    assert users[-1] < next(n for n, (word, _) in enumerate(found) if word == "ENTRYPOINT")
    assert all("--require-hashes" in rest for _, rest in found if "pip install" in rest and "-r " in rest)
    assert not any("--no-sandbox" in rest for _, rest in found)


def test_the_server_s_lock_holds_the_extras_it_promises() -> None:
    names = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "server.txt").read_text(), re.MULTILINE))
    run = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "run.txt").read_text(), re.MULTILINE))
    assert names >= run | {"apprise", "psycopg", "psycopg-binary"}


def test_the_services_have_no_rights_that_they_do_not_need() -> None:
    app = compose()["services"]["app"]
    assert app["user"].split(":")[0] != "0"
    assert app["cap_drop"] == ["ALL"]
    assert app["read_only"] is True
    assert "no-new-privileges:true" in app["security_opt"]
    assert not any(service.get("privileged") or service.get("ports") for service in compose()["services"].values())


def test_the_database_has_no_way_out() -> None:
    made = compose()
    assert made["services"]["db"]["networks"] == ["inside"]
    assert made["networks"]["inside"]["internal"] is True


def test_the_sandbox_of_the_browser_is_allowed_and_administration_is_not() -> None:
    option = next(o for o in compose()["services"]["app"]["security_opt"] if o.startswith("seccomp="))
    profile = json.loads((ROOT / option.removeprefix("seccomp=")).read_text())
    denied = {name for rule in profile["syscalls"] if rule["action"] == "SCMP_ACT_ERRNO" for name in rule["names"]}
    assert denied.isdisjoint({"clone", "clone3", "unshare", "chroot"})
    assert denied >= {"mount", "kexec_load", "init_module", "bpf", "ptrace", "reboot", "setns"}


def test_no_secret_stands_in_a_file() -> None:
    for line in (DEPLOY / "env.example").read_text().splitlines():
        if line and not line.startswith("#"):
            assert line.endswith("="), line
    text = (ROOT / "compose.yaml").read_text()
    assert all("${" in line for line in text.splitlines() if "PASSWORD:" in line or "PATUH_DATABASE:" in line)


def test_the_commands_of_services_are_commands_of_the_product() -> None:
    app = compose()["services"]["app"]
    assert app["command"][0] == "serve"
    assert app["healthcheck"]["test"][1:3] == ["patuh", "campaign"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_hardened_or_starts_one_that_is(unit: Path) -> None:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign] # systemd's names have capitals
    read.read_string(unit.read_text())
    if unit.suffix == ".timer":
        assert (DEPLOY / f"{unit.stem}.service").exists()
        assert read["Timer"]["Persistent"] == "yes"
        return
    service = read["Service"]
    assert service["User"] == "patuh"
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")
    assert service["CapabilityBoundingSet"] == ""


def test_the_browser_s_sandbox_may_make_namespaces_under_systemd() -> None:
    text = (DEPLOY / "patuh.service").read_text()
    assert "RestrictNamespaces=user pid net" in text
    assert "MemoryDenyWriteExecute" not in text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_systemd_understands_the_units() -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, UNITS)], capture_output=True, text=True, timeout=120, check=False
    )
    told = [line for line in done.stderr.splitlines() if "is not executable" not in line and DEPLOY.name in line]
    assert told == []
