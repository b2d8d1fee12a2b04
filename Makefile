SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# uv from the path, else one of our own.
UV := $(or $(shell command -v uv),$(CURDIR)/.uv/bin/uv)
PYTHON := .venv/bin/python
VERSION = $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
# SAM pins much that we do not want; pip is what it builds with.
SAM = $(UV) tool run --quiet --python $(VERSION) --with pip==26.0 --from aws-sam-cli==1.167.0 sam
TEMPLATES := template.yaml infra/data.yaml infra/mail.yaml infra/api.yaml infra/manage.yaml infra/watch.yaml
# Linting asks for a region, and calls none.
REGION := $(or $(AWS_REGION),$(AWS_DEFAULT_REGION),us-east-1)

export UV
# The layers are built for the Python that the functions are built for; Lambda's python3.11 has an old libc.
export RUNTIME_VERSION = $(VERSION)
export RUNTIME_PLATFORM = x86_64-$(if $(filter 3.11,$(VERSION)),manylinux_2_17,manylinux_2_28)
export SAM_CLI_TELEMETRY := 0
# One artifact for all functions instead of a copy for each.
export SAM_CLI_BETA_BUILD_PERFORMANCE := 1

.PHONY: help setup demo test check bench build deploy clean requirements FORCE

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/synced ## Install everything, in this folder only
	@$(PYTHON) -m operate.local.environment > /dev/null

demo: setup build ## Show the whole line on this machine: make demo [ARGS=--once]
	@.venv/bin/throughline demo $(ARGS)

test: setup check build ## Every check and every test
	@$(PYTHON) -m pytest tests --numprocesses=auto --no-loadscope-reorder --cov --cov-report=term

check: setup ## Look without running: style, types, arrows, templates, languages
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m operate.strings check
	@$(CURRENT)
	@.venv/bin/cfn-lint $(TEMPLATES) --append-rules cfn_lint_serverless.rules
	@AWS_DEFAULT_REGION=$(REGION) $(SAM) validate --lint

bench: setup build ## Count what a note costs in calls, bytes and time
	@$(PYTHON) -m operate.bench $(if $(DATA),DATA=$(DATA)) $(ARGS)

build: .aws-sam/build/finished ## Build what is deployed: sam build, trimmed and compiled

deploy: build ## Put it on AWS with your credentials: make deploy [ARGS=--guided]
	@$(SAM) deploy $(ARGS)

clean: ## Remove what was built; setup stays
	@rm -rf .aws-sam .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

requirements: .venv/synced ## Write functions/requirements.txt from uv.lock
	@$(EXPORT) --no-default-groups > functions/requirements.txt
	@$(EXPORT) --only-group learning > infra/layers/numpy/requirements.txt
	@$(EXPORT) --only-group meaning --no-emit-package numpy > infra/layers/sense/requirements.txt

EXPORT := $(UV) export --quiet --frozen --no-emit-project --no-header
CURRENT = { $(EXPORT) --no-default-groups | cmp -s - functions/requirements.txt \
  && $(EXPORT) --only-group learning | cmp -s - infra/layers/numpy/requirements.txt \
  && $(EXPORT) --only-group meaning --no-emit-package numpy | cmp -s - infra/layers/sense/requirements.txt; } \
  || { echo 'functions/requirements.txt and infra/layers are not what uv.lock says: run "make requirements"' >&2; exit 1; }

$(CURDIR)/.uv/bin/uv:
	@python3 -m venv .uv
	@.uv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

.venv/synced: pyproject.toml uv.lock | $(UV)
	@$(UV) sync --quiet --locked
	@touch $@

# The build is made anew when the content of any source changed; dates alone say nothing.
.aws-sam/sources: .venv/synced FORCE
	@mkdir -p .aws-sam
	@{ echo $(VERSION); find functions events/schemas infra/operate/build infra/operate/strings.py infra/layers $(TEMPLATES) -type f \
	    ! -name '*.pyc' ! -name '*.mo' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum; } > .aws-sam/now
	@cmp -s .aws-sam/now $@ || cp .aws-sam/now $@

.aws-sam/build/finished: .aws-sam/sources
	@$(CURRENT)
	@$(SAM) build --parameter-overrides Runtime=python$(VERSION) > .aws-sam/log 2>&1 || { cat .aws-sam/log >&2; exit 1; }
	@$(PYTHON) -m operate.build finish
	@$(PYTHON) -m operate.build check
	@touch $@
