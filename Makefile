# make play   opens the quiz        make test   runs every check
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: play test lint docs bench clean

play: $(VENV)/.play
	@$(BIN)/quiz

# A test run starts some hundred programs: none compiles what another one has compiled.
test: export PYTHONDONTWRITEBYTECODE :=
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
	@$(if $(BENCH),,$(BIN)/python -m benchmarks.live_class)

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache

# It is whole once pip is in it: what a failure leaves behind is made anew.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	  "Install Python 3.11 or newer; or name one that you have: make PYTHON=python3.12"; exit 1; }
	@echo "The first run fetches a few libraries: about a minute."
	@$(PYTHON) -m venv --clear $(VENV) || { echo \
	  "Install what is missing (on Debian and Ubuntu: python3-venv), then try again."; exit 1; }

$(VENV)/.play: pyproject.toml | $(BIN)/pip
	@$(PIP) install --quiet --upgrade "pip>=25.1"
	@$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.play
	@$(PIP) install --quiet --group dev
	@touch $@
