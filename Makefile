# make play   opens the quiz        make test   runs every check
# make fuzz   makes up quiz files for an hour        make mutants   tries the tests on mutants
# make guards   takes out what keeps harm away, to see a test fail
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
MINUTES ?= 60
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: play test lint docs bench fuzz monkeys power guards mutants clean

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

mutants: $(VENV)/.test
	@nice $(BIN)/python -m tests.mutation.run
	@$(BIN)/python -m tests.mutation.page

monkeys: $(VENV)/.test
	@$(BIN)/python -m tests.tui.monkey --seeds 1-40 --events 1000

power: $(VENV)/.test
	@$(BIN)/python -m tests.power

guards: $(VENV)/.test
	@nice $(BIN)/python -m tests.guards

clean:
	rm -rf $(VENV) dist finds .mutation .mypy_cache .ruff_cache

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
