# Two commands: `make serve` shows the sample column, `make test` runs everything that CI runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test lint screenshots page-speed nu clean

serve: .venv/installed
	$(BIN)/sitegen serve --port 8000

test: .venv/installed-tests lint
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml

# Pictures of every kind of page, and what it costs to read it on a slow computer (docs/contributing.md).
screenshots: .venv/installed-tests
	$(BIN)/python -m bench.screenshots

page-speed: .venv/installed-tests
	$(BIN)/python -m bench.page_speed

nu: .venv/installed-tests
	$(BIN)/python -m bench.nu --jar "$(JAR)"

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@# As pip does with what it copies: each command starts a third of a second sooner.
	$(BIN)/python -m compileall -q sitegen
	@touch $@

.venv/installed-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

clean:
	rm -rf build .cache
