# Needs make and Python 3.11, 3.12 or 3.13 alone. `make` lists the targets; PYTHON=... chooses the interpreter, VENV=... the environment's folder.

VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
SUPPORTED = import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do $$p -c '$(SUPPORTED)' 2>/dev/null && echo $$p && break; done)
CODE = pipeline tests notebooks/execute.py docs/site docs/third_party.py $(wildcard benchmarks)
SAMPLE = outputs/sample
COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup run test check format coverage bench notebooks docs reference lock licences clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: $(READY)  ## a virtual environment with the locked packages, and communique in it

$(READY): requirements-dev.lock setup.cfg
	@test -n "$(PYTHON)" || { echo "No Python 3.11 to 3.13 with venv found: install one, or name it: make setup PYTHON=/path/to/python3.12"; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(READY)  ## the sample corpus to tables and a page
	$(BIN)/communique run corpus/sample --out $(SAMPLE) --fresh --show 10
	$(BIN)/communique report $(SAMPLE)
	@echo
	@echo "Tables:  $(SAMPLE)/events.csv and its neighbours; $(SAMPLE)/events.xlsx for a spreadsheet"
	@echo "Page:    $(SAMPLE)/report.html"

test: $(READY)  ## the tests alone
	$(BIN)/python -m pytest

check: $(READY)  ## all that has to hold: format, lint, types, order of imports, tests
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

format: $(READY)  ## format the code and mend what can be mended
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

coverage: $(READY)  ## the tests, and the lines and branches they leave out; more than 5 % are an error
	$(BIN)/python -m pytest --cov --cov-report=term

bench: $(READY)  ## the benchmarks, one after the other
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

notebooks: $(READY)  ## the notebooks, from top to bottom on the sample; keeps what they show
	PYTHONPATH=$(CURDIR) $(BIN)/python notebooks/execute.py

docs: $(READY)  ## the documentation site, in site/; a warning is an error
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet
	@echo "Site: site/index.html; with its search: $(BIN)/python -m http.server --bind 127.0.0.1 --directory site"

reference: $(READY)  ## the reference of rule and source files, in docs/, from the schemas
	$(BIN)/python -c "from pathlib import Path; from pipeline.reference import write_reference; write_reference(Path('docs'))"

lock: $(READY)  ## resolve requirements*.in anew (UPGRADE=1 takes the newest versions)
	$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements.lock requirements.in
	$(COMPILE) $(if $(UPGRADE),--upgrade) --output-file requirements-dev.lock requirements-dev.in
	$(BIN)/python docs/third_party.py

licences: $(READY)  ## THIRD_PARTY.md: the licences of all locked packages
	$(BIN)/python docs/third_party.py

clean:  ## remove the environment and what runs left
	rm -rf $(VENV) build dist site *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* $(SAMPLE)
