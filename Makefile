# make play   opens the quiz        make test   runs every check
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: play test lint docs bench clean

play: $(VENV)/.play
	@$(BIN)/quiz

test: $(VENV)/.test lint
	@$(BIN)/pytest

lint: $(VENV)/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=src $(BIN)/lint-imports --no-cache

docs: $(VENV)/.test
	@$(BIN)/python docs/make.py

bench: $(VENV)/.test
	@$(BIN)/python -m benchmarks.goals $(if $(BASE),--base $(BASE)) $(BENCH)

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade "pip>=25.1"

$(VENV)/.play: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.play | $(BIN)/python
	$(PIP) install --quiet --group dev
	@touch $@
