# make play   opens the quiz        make test   runs every check
# make fuzz   makes up quiz files for an hour
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
MINUTES ?= 60
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: play test lint docs bench fuzz monkeys clean

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

bench: $(VENV)/.play
	@$(BIN)/python benchmarks/goals.py $(BENCH)

fuzz: $(VENV)/.fuzz
	@for target in reader program answers; do \
		$(BIN)/python -m tests.fuzz $$target --minutes $(MINUTES) --finds finds; \
	done

monkeys: $(VENV)/.test
	@$(BIN)/python -m tests.tui.monkey --seeds 1-40 --events 1000

clean:
	rm -rf $(VENV) dist finds .mypy_cache .ruff_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade "pip>=25.1"

$(VENV)/.play: pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.play | $(BIN)/python
	$(PIP) install --quiet --group dev
	@touch $@

$(VENV)/.fuzz: pyproject.toml $(VENV)/.test
	$(PIP) install --quiet --group fuzz
	@touch $@
