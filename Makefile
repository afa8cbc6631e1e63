# Two commands matter: `make run` starts the app, `make test` runs the suite. The rest is for work on it.

# The first Python that is new enough; name another with `make run PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && exit; \
  done; echo python3)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
# Browser tests mostly wait, so three processes suit two cores. What stays in one process is told in
# tests/side_by_side.py; browser tests begin, then the others in the order of their folders, since
# files with few tests are slow and must not all come last.
SIDE_BY_SIDE := --numprocesses 3 --dist loadfile --no-loadscope-reorder
# Core is covered by its own tests; those that drive it from further away are not slowed by counting.
COUNTED := tests/core

.PHONY: run dev test check format lint types contracts coverage bench eval lock screenshots clean

run: $(VENV)/run.stamp  ## start the app on http://localhost:8501
	@$(BIN)/python -m compileall -q streamlit_app.py pages ui core >/dev/null 2>&1 || true
	@$(BIN)/streamlit run streamlit_app.py --server.address 127.0.0.1 --server.port $(PORT)

dev: $(VENV)/test.stamp  ## the same with errors in full and reloading on save
	@APP_ENV=development $(BIN)/streamlit run streamlit_app.py --server.address 127.0.0.1 \
	  --server.port $(PORT) --client.showErrorDetails full --server.runOnSave true

test: $(VENV)/test.stamp  ## the whole suite
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

# Tests start Python often; where compiled files are switched off, each start would compile anew.
test coverage: export PYTHONDONTWRITEBYTECODE :=

check: format lint types contracts coverage  ## everything that CI asks for

format: $(VENV)/test.stamp
	@$(BIN)/ruff format --check .

lint: $(VENV)/test.stamp
	@$(BIN)/ruff check .

types: $(VENV)/test.stamp
	@$(BIN)/mypy

contracts: $(VENV)/test.stamp
	@$(BIN)/lint-imports --no-logo

coverage: $(VENV)/test.stamp
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(COUNTED) --cov --cov-report=term
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(COUNTED:%=--ignore %)

bench: $(VENV)/test.stamp  ## speed, as ratios measured side by side
	@$(BIN)/python -m benchmarks

eval: $(VENV)/test.stamp  ## quality of questions and assessment
	@$(BIN)/python -m evals
	@$(BIN)/python -m evals.assess_figures

screenshots: $(VENV)/test.stamp  ## take the pictures in docs/screenshots anew
	@PYTHONPATH=. $(BIN)/python docs/screenshots/take.py

lock: $(VENV)/test.stamp  ## pin the whole tree anew after a change to requirements*.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' requirements.txt -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' requirements-dev.txt -o requirements-dev.lock

clean:  ## remove what can be made anew; your interviews in data/ stay
	rm -rf $(VENV) .coverage .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/run.stamp: requirements.lock
	$(call install,requirements.lock)

$(VENV)/test.stamp: requirements-dev.lock
	$(call install,requirements-dev.lock)
	@touch $(VENV)/run.stamp

define install
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not; install one, or name one: make run PYTHON=/path/to/python3.12"; exit 1; }
@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
  echo "Python's venv module is missing; on Debian and Ubuntu it comes with: sudo apt install python3-venv"; exit 1; }
@echo "Installing the pinned dependencies into $(VENV): about a minute, only this once."
@$(PYTHON) -m venv $(VENV)
@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
@touch $@
endef
