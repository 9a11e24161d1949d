"""The wheel: holds the theme, the catalogues and the starter, and works with nothing of the checkout about it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build the wheel as `pip wheel .` does, with the build backend that is installed for the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
    subprocess.run([sys.executable, "-m", "pip", "wheel", *quiet, "-w", str(folder), str(ROOT)], check=True)
    return next(folder.glob("sitegen-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def sitegen(installed: Path, here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=here,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


def test_everything_that_ships_is_in_the_wheel_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("themes", "catalogs"):
        shipped = {
            f"sitegen/shipped/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / folder).rglob("*.*")
        }
        assert {name for name in names if name.startswith(f"sitegen/shipped/{folder}/")} == shipped
    package = {file.relative_to(ROOT).as_posix() for file in (ROOT / "sitegen").rglob("*") if file.is_file()}
    package = {name for name in package if "__pycache__" not in name}
    assert package <= names
    others = names - package - {name for name in names if name.startswith("sitegen/shipped/")}
    assert {name.partition("/")[0].split("-")[0] for name in others} == {"sitegen"}
    assert all(".dist-info/" in name for name in others), others


def test_the_command_is_there(wheel):
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "sitegen = sitegen.__main__:main" in archive.read(name).decode()


def test_a_new_column_is_begun_checked_built_and_explained(installed, tmp_path):
    code = "import sitegen, sitegen.config as c; print(sitegen.__file__, c.shipped('themes'), c.shipped('catalogs'))"
    places = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert all(place.startswith(str(installed)) for place in places.stdout.split()), (
        places.stdout + places.stderr
    )
    for here, *arguments in (
        (tmp_path, "init", "my-column"),
        (tmp_path / "my-column", "check"),
        (tmp_path / "my-column", "build"),
        (
            tmp_path / "my-column",
            "new",
            "公文",
            "--title",
            "关于供暖的通知",
            "--body",
            "区政府",
            "--column",
            "其他文件",
        ),
        (tmp_path / "my-column", "explain", "SG301"),
        (tmp_path / "my-column", "help", "文号"),
    ):
        done = sitegen(installed, here, *arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    assert "错误写法" in sitegen(installed, tmp_path, "explain", "SG301").stdout
    assert "青岚区人民政府" in (tmp_path / "my-column/build/index.html").read_text(encoding="utf-8")
