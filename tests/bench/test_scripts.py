"""The scripts of `bench/` still run, on little, whatever they measure: nothing else runs them until somebody asks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench import compare

ROOT = Path(__file__).parent.parent.parent


def told(script: str, *arguments: object, codes: tuple[int, ...] = (0,)) -> str:
    """Return what a script prints; `codes` are the exit codes with which it may leave."""
    line = [sys.executable, str(ROOT / "bench" / script), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    ran = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=300)
    assert ran.returncode in codes, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stdout


@pytest.mark.parametrize("form", ["sitegen", "hugo"])
def test_documents_for_each_tool(form, tmp_path):
    told("make_corpus.py", "--docs", 12, "--out", tmp_path / "site", "--format", form)
    assert len(list((tmp_path / "site" / "content").rglob("*.md"))) >= 12


def test_share_of_the_checks(tmp_path):
    words = told("check_share.py", "--docs", 24, "--rounds", 1, "--work", tmp_path, codes=(0, 1))
    shares = dict(re.findall(r"^\s*(\S.*?)\s+[\d.]+\s+([\d.]+)% of a cold build", words, re.MULTILINE))
    assert float(shares["cold build"]) == 100
    assert all(float(shares[checks]) > 0 for checks in ("texts against front matter", "rules of texts")), words


def test_documents_that_cite_each_other(tmp_path):
    words = told("citing_column.py", "--docs", 40, "--work", tmp_path)
    assert "| status of one |" in words


def test_planted_numbers():
    assert "= 1.0000" in told("personal_data.py", "planted", "--count", 60)
    assert "errors" in told("personal_data.py", "figures", "--pages", 2)


def test_a_build_beside_others_is_measured_in_three_steps(tmp_path):
    spec = compare.tools_of_ours()
    got = compare.one_round("sitegen", spec, compare.prepare(tmp_path, 12, "sitegen", None), 1)
    assert set(got) == set(compare.STEPS)
    assert all(figure > 0 for step in got.values() for figure in step.values())
    assert "12 documents" in compare.stages(tmp_path / "12" / "sitegen")
