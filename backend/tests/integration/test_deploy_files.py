"""The example files for systemd, nginx and Caddy are accepted by the programs that read them, with their places filled in."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from saleroom.pictures.encode import SUFFIXES
from saleroom.pictures.folder import address
from saleroom.settings import Settings
from tests.actors import REPOSITORY
from tests.integration.front_doors import DEPLOY, Place, caddy_command, filled, nginx_command, program

UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
EXPOSURE_MAX = 20  # tenths of systemd's own measure, where 100 is a service without any guard


def told(command: list[str], folder: Path) -> str:
    """What a checking program says; it must end with 0."""
    alone = {"HOME": str(folder), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, env=alone)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def filled_units(folder: Path) -> list[Path]:
    """The units in a folder, with the places of this machine and the worker as one on port 8001."""
    for unit in UNITS:
        places = {"/usr/bin/node": "/bin/true"} if "frontend" in unit.name else {"/opt/saleroom/.venv/bin/python": sys.executable}
        text = filled(unit, places).replace("/opt/saleroom", str(REPOSITORY)).replace("/usr/bin/curl", "/bin/true")
        (folder / unit.name.replace("@", "@8001")).write_text(text)
    return sorted(folder.glob("*.service"))


@pytest.mark.skipif(program("nginx") is None, reason="nginx is not installed here")
def test_nginx_accepts_its_file(tmp_path: Path) -> None:
    said = told([*nginx_command(Place(tmp_path)), "-t"], tmp_path)
    assert "test is successful" in said and "[warn]" not in said, said


@pytest.mark.skipif(program("caddy") is None, reason="Caddy's wheel is not installed here")
def test_caddy_accepts_its_file_as_it_stands_and_filled_in(tmp_path: Path) -> None:
    assert "Valid configuration" in told([program("caddy") or "", "validate", "--config", str(DEPLOY / "caddy" / "Caddyfile")], tmp_path)
    command = [part if part != "run" else "validate" for part in caddy_command(Place(tmp_path))]
    assert "Valid configuration" in told(command, tmp_path)


@pytest.mark.skipif(program("systemd-analyze") is None, reason="systemd is not installed here")
def test_systemd_accepts_the_units_and_finds_them_well_guarded(tmp_path: Path) -> None:
    units = [f"./{unit.name}" for unit in filled_units(tmp_path)]
    assert len(units) == 3
    said = told(["systemd-analyze", "verify", "--man=no", *units], tmp_path)
    assert [line for line in said.splitlines() if "saleroom" in line] == []  # a machine's own units may have faults
    told(["systemd-analyze", "security", "--offline=true", "--no-pager", f"--threshold={EXPOSURE_MAX}", *units], tmp_path)


def test_only_workers_are_told_secrets_and_only_the_migration_knows_the_owner_of_the_database() -> None:
    knows = {unit.name: set(re.findall(r"^EnvironmentFile=/etc/saleroom/(\w+)\.env$", unit.read_text(), re.MULTILINE)) for unit in UNITS}
    assert knows == {
        "saleroom-frontend.service": {"saleroom"},
        "saleroom-migrate.service": {"saleroom", "secrets", "owner"},
        "saleroom-worker@.service": {"saleroom", "secrets"},
    }


def test_every_variable_in_the_files_is_one_of_the_settings() -> None:
    known = {f"SALEROOM_{name.upper()}" for name in Settings.model_fields}
    for file in (*UNITS, DEPLOY / "README.md", DEPLOY / "nginx" / "saleroom.conf", DEPLOY / "caddy" / "Caddyfile"):
        named = set(re.findall(r"SALEROOM_[A-Z_]+", file.read_text()))
        assert named <= known, f"{file.name} names {named - known}"


def test_both_proxies_know_the_names_of_pictures_and_the_size_of_uploads() -> None:
    names = [address("0123456789abcdef" * 2, suffix) for suffix in SUFFIXES]
    for file in (DEPLOY / "nginx" / "saleroom.conf", DEPLOY / "caddy" / "Caddyfile"):
        pattern = re.search(r"\^/media/\S+\$", file.read_text())
        assert pattern is not None
        assert all(re.search(pattern[0], name) for name in names)
        assert not any(re.search(pattern[0], name) for name in ("/media/../secret", "/media/short.webp", names[0] + ".draft"))
        assert "11534336" in file.read_text()
