# Everything needs Python 3.11 or newer and nothing else; the first call makes .venv from the lock files.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export NO_MKDOCS_2_WARNING = 1

.PHONY: help serve site pdf check test lint bench clean
help:  ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(READY): requirements.lock requirements-schemas.lock scripts/setup.py
	@$(PYTHON) scripts/setup.py

serve: $(READY)  ## build the site and show it in a browser, with live reload
	$(BIN)/python -m mkdocs serve --open

site: $(READY)  ## build into site/, which opens from disk as it is
	$(BIN)/python -m mkdocs build --quiet
	@echo "site/index.html is ready"

pdf: site  ## make PDF files of the reference and of each phase in build/ (needs Chromium)
	$(BIN)/python scripts/pdf.py

check: $(READY)  ## check the data only
	@$(BIN)/python -m navigator check

test: $(READY)  ## run everything: lint, types, tests, real browser
	$(BIN)/python -m ruff check navigator hooks scripts tests
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest

lint: $(READY)  ## format and lint the code
	$(BIN)/python -m ruff format navigator hooks scripts tests
	$(BIN)/python -m ruff check --fix navigator hooks scripts tests

bench: $(READY)  ## measure the build, the check and the search
	$(BIN)/python scripts/bench.py

clean:  ## remove what was made
	rm -rf $(VENV) site build .pytest_cache .mypy_cache .ruff_cache
