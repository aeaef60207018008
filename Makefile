# make run and make test are all that a newcomer needs; both work in .venv/, and a second run starts at once.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SAMPLE := samples/childcare-licensing.wardley
PACK := build/childcare-licensing.pdf
CODE := src tests bench docs .ci/system-packages

# Does this machine have a screen?
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname -s)))

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench interop screenshots lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS='	' read -r name what; do \
		printf '  make %-11s %s\n' "$$name" "$$what"; done

run: $(READY) ## Open the editor on the sample “Childcare licensing”
	@$(PYTHON) .ci/system-packages $(if $(SCREEN),screen,offscreen)
ifneq ($(SCREEN),)
	@$(BIN)/mapper $(SAMPLE)
else
	@mkdir -p $(dir $(PACK))
	@$(BIN)/mapper export $(SAMPLE) -o $(PACK)
	@echo "There is no screen here to open the editor on, so the sample's procurement pack is in $(PACK)."
endif

# Many tests start the program anew, which takes twice as long where Python may not keep what it compiled.
# The tests of a file run in one process, so what its fixtures make is made once.
test: lint ## Check format, types and import rules, then run every test
	@$(PYTHON) .ci/system-packages offscreen
	@PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist loadfile

lint: $(READY) ## Check format, style, types and import rules
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## Put the code in its standard format
	@$(BIN)/ruff check --fix $(CODE)
	@$(BIN)/ruff format $(CODE)

bench: $(READY) ## Measure speed against floors taken in the same run
	@$(PYTHON) .ci/system-packages offscreen
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

interop: $(READY) ## Hold our exports against the engines of OnlineWardleyMaps and Mermaid
	@$(BIN)/python -m tests.interop

screenshots: $(READY) ## Take every picture of the window in docs/pictures anew
	@$(PYTHON) .ci/system-packages offscreen
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/screenshots.py

lock: $(READY) ## Choose the newest allowed versions of all dependencies
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --quiet \
		--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--output-file requirements.lock

clean: ## Remove everything that was made here, .venv included
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) .ci/system-packages python
	@echo "Installing Mapper into .venv: a minute or two, once."
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
