# Every command of this house. Each recipe is one exec'ed program, so that a signal to make reaches it.
PYTHON ?= python3
TIERS ?=

.DEFAULT_GOAL := help
.PHONY: run test check fix types bench e2e db-migrate db-shell demo clean help

run: ## Install what is missing and start everything: Postgres, backend, pages, mailbox, demo
	@exec $(PYTHON) start.py run saleroom up --parent $$PPID --password-length-min 6

test: ## Run every tier (or some: make test TIERS="unit house")
	@exec $(PYTHON) start.py test python backend/tests/run_tiers.py $(TIERS)

check: ## Lint and type-check Python and TypeScript
	@exec $(PYTHON) start.py check python backend/tests/run_tiers.py check

fix: ## Repair what the linters can repair
	@exec $(PYTHON) start.py check python backend/tests/run_tiers.py fix

types: ## Make the TypeScript types of REST and sockets from the backend
	@exec $(PYTHON) start.py check python backend/tests/run_tiers.py types

bench: ## Measure against peers in the same run
	@exec $(PYTHON) start.py check python -m bench

e2e: ## Run the browser tests on a house of their own
	@exec $(PYTHON) start.py test python backend/tests/run_tiers.py browser pages

db-migrate: ## Bring the database to the newest schema
	@exec $(PYTHON) start.py backend saleroom migrate

db-shell: ## psql on the database, as its owner
	@exec $(PYTHON) start.py backend saleroom db-shell

demo: ## Load the demo evening
	@exec $(PYTHON) start.py backend saleroom demo

clean: ## Remove what was installed and built; the data in .data stay
	@exec rm -rf .venv frontend/node_modules frontend/.next .mypy_cache .ruff_cache .pytest_cache .hypothesis

help: ## Show this list
	@exec sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1	\2/p' Makefile
