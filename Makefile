# Two commands for a bare machine with python3 and a package registry: `make demo` and `make test`.
# Both create .venv from constraints.txt (exact versions, checked by hash); uv does it when present, else pip.

BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)
# The first interpreter that fits and can make a virtual environment (Debian splits that part off as python3-venv).
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$p && break; done)
# Named by content, since a fresh clone or a checkout of another commit says nothing by its times.
INSTALLED := .venv/installed-$(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
# Two workers fit a laptop; tests that share the Neo4j server stay in one of them (tests/conftest.py).
PYTEST_ARGS ?= -n 2 --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help demo test lint format neo4j bench train-ner constraints install clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: install ## build a graph from the example articles and ask it questions
	@$(BIN)/kg demo

test: lint ## every check: ruff, mypy, import floors, all tests
	$(BIN)/pytest $(PYTEST_ARGS)

lint: install ## ruff, mypy and the import floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install ## let ruff mend and lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

neo4j: install ## run a Neo4j server in the foreground for trying things out (needs Java 17 and Maven)
	$(BIN)/python tests/neo4j_server/server.py

bench: install ## measure start-up and throughput, each against a bare baseline in the same run
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/throughput.py

train-ner: install ## train the name model anew (hours; needs the dependency group `training` and ../shared/corpora)
	$(BIN)/python -m training.ner --corpora ../shared/corpora --work $${WORK:-/tmp/kg-ner}

constraints: ## renew constraints.txt from pyproject.toml (needs uv; UPGRADE=1 takes newer versions)
	uv pip compile pyproject.toml --extra notebook --extra llm --extra warc --extra parquet --group dev --group build --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --quiet $(if $(UPGRADE),--upgrade) --output-file constraints.txt
	printf '%s\n' '# Exact versions with hashes for Linux, macOS and Windows, Python 3.11 to 3.13. Written by `make constraints`.' \
		| cat - constraints.txt > constraints.new && mv constraints.new constraints.txt

install: $(INSTALLED) ## create .venv with everything in constraints.txt and kg itself, editable

# The third parties come by hash; kg itself comes from here, built by the hatchling just installed, without a download.
$(INSTALLED):
ifneq ($(UV),)
	test -x $(BIN)/python || uv venv --quiet --python '>=3.11,<3.14' .venv
	uv pip install --quiet --python $(BIN)/python --require-hashes -r constraints.txt
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	@test -x $(BIN)/python || test -n "$(PYTHON)" || { echo "make: needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian: apt-get install python3-venv), or uv" >&2; exit 1; }
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	rm -f .venv/installed-* && touch $@

clean: ## remove .venv, caches and build outputs
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
