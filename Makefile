# Everything a person or a build server does with Concordat. `make` alone lists it.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
PORT ?= 8000
RESET ?=
BIN := .venv/bin

# The checks read settings but reach no server: these say so.
CHECK_ENV := CONCORDAT_MODE=test DATABASE_URL=postgres://nobody@127.0.0.1:1/none \
             REDIS_URL=redis://127.0.0.1:1/0
# As in production, with a secret made for this one run.
DEPLOY_ENV = CONCORDAT_MODE=production SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
             DATABASE_URL=postgres://nobody@127.0.0.1:1/none REDIS_URL=redis://127.0.0.1:1/0 \
             ALLOWED_HOSTS=concordat.example SITE_URL=https://concordat.example

.DEFAULT_GOAL := help
.PHONY: help demo test check check-code check-django bench lock clean prepare libraries test-tools

help: ## List what there is to do
	@echo "Concordat: governance of ICT that councils run together"
	@echo
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

demo: prepare ## Run it here with example data (PORT=8001 for another port, RESET=1 to start over)
	@PORT="$(PORT)" RESET="$(RESET)" exec $(BIN)/python -m tools.demo

test: prepare test-tools check ## Run every check and every test, browser journeys included
	@echo "- Testing rules, records and pages"
	@$(BIN)/pytest -n 2 --dist loadfile --ignore=tests/journeys --ignore=tests/processes
	@echo "- Testing what survives a killed worker, a restarted server and two people at once"
	@$(BIN)/pytest tests/processes
	@echo "- Testing journeys in a browser"
	@CHROMIUM="$$($(BIN)/python -m tools.browser)" $(BIN)/pytest tests/journeys

check: check-code check-django ## Run the checks that need no server: style, types, imports, templates, Django

check-code: .venv/.ready
	@echo "- Checking style"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@echo "- Checking which way imports go"
	@mkdir -p .data
	@$(BIN)/lint-imports > .data/imports.log || { cat .data/imports.log; exit 1; }
	@echo "- Checking templates"
	@$(BIN)/djlint --lint --quiet templates
	@echo "- Checking types"
	@$(CHECK_ENV) $(BIN)/mypy

check-django: .venv/.ready static/vendor/.ready
	@echo "- Checking that no migration is missing"
	@$(CHECK_ENV) $(BIN)/python -W "ignore:Got an error checking a consistent migration" \
	  manage.py makemigrations --check --dry-run
	@echo "- Checking settings as in production"
	@$(DEPLOY_ENV) $(BIN)/python manage.py check --deploy --fail-level WARNING

bench: prepare ## Measure what bench/README.md tells of
	@$(BIN)/python -m bench

lock: .venv/.ready ## Choose the newest allowed versions again and write the lock files
	@$(BIN)/python -m tools.locks

clean: ## Remove everything that make made, the demo's data included
	rm -rf .venv .data node_modules static/vendor staticfiles htmlcov .coverage \
	  .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

prepare: .venv/.ready static/vendor/.ready libraries ## Install everything and run nothing

libraries: .venv/.ready
	@$(BIN)/python -m tools.system_packages libraries

test-tools: .venv/.ready
	@$(BIN)/python -m tools.system_packages tests

# A stamp is newer than what it was made from, so what is ready is not made again.
.venv/.ready: requirements/dev.lock tools/python_packages.py
	@command -v $(PYTHON) > /dev/null || { echo "make: Python 3.11 is needed: install it, or name it with make PYTHON=..."; exit 1; }
	@mkdir -p .data
	@$(PYTHON) -m tools.python_packages
	@touch $@

static/vendor/.ready: package-lock.json tools/assets.py | .venv/.ready
	@$(BIN)/python -m tools.assets
