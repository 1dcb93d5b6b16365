# Everything happens inside .venv; nothing outside python3.11+, git and make is assumed.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PEERS := $(VENV)/.bench-installed
SOURCES := generator templates/runtime tests noxfile.py

N ?= 100000
SEED ?= 1

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help venv demo test interop fuzz fuzz-wsdl corpus random-schemas lint generate matrix peers bench bench-compare scale clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: $(STAMP) ## create .venv with the tool and all that its development needs

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(STAMP) ## generate, compare, and talk to the mock: what this project does, in one run
	$(BIN)/python -m tests.demo

test: $(STAMP) ## run the tests on the current Python
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

interop: $(STAMP) ## the client against servers of other makers; what lacks is a failure
	TYPEDSOAP_INTEROP=1 $(BIN)/python -m pytest tests/interop

fuzz: $(STAMP) ## feed N mutated replies (100000) of the run SEED (1) to the client
	$(BIN)/python -m tests.fuzz --count $(N) --seed $(SEED)

fuzz-wsdl: $(STAMP) ## feed N mutated WSDLs (100000) of the run SEED (1) to the generator
	$(BIN)/python -m tests.fuzz_wsdl --count $(N) --seed $(SEED)

corpus: $(STAMP) ## every WSDL of TYPEDSOAP_REFERENCE/corpus, counted (ARGS=--reasons, ARGS=--help)
	$(BIN)/python -m tests.corpus $(ARGS)

random-schemas: N = 300
random-schemas: $(STAMP) ## N random legal WSDLs (300) of the run SEED (1), judged like a corpus
	$(BIN)/python -m tests.random_schemas --count $(N) --seed $(SEED) $(ARGS)

lint: $(STAMP) ## ruff, black, mypy --strict and pyright strict
	$(BIN)/ruff check
	$(BIN)/black --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/basedpyright --project pyproject.toml --pythonpath $(BIN)/python

generate: $(STAMP) ## render generated/ anew from wsdl/ and templates/
	$(BIN)/typedsoap generate

matrix: $(STAMP) ## every Python at hand, the lowest pins, wheels in clean environments
	$(BIN)/nox

peers: $(PEERS) ## add zeep, suds and xsdata's client to .venv: some tests compare with them

$(PEERS): $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	@touch $@

bench: $(PEERS) ## speed and memory beside zeep, suds and xsdata (ARGS=--quick, ARGS=--help)
	$(BIN)/python -m tests.benchmarks $(ARGS)

bench-compare: $(STAMP) ## speed of generated/ beside that of an earlier commit (REF=main)
	$(BIN)/python -m tests.benchmarks.compare $(ARGS) $(REF)

scale: $(STAMP) ## a package of 56 services: generation, checks, imports (ARGS=--types, ARGS=--help)
	$(BIN)/python -m tests.scale $(ARGS)

clean: ## remove .venv and every cache
	rm -rf $(VENV) .nox .hypothesis .mypy_cache .pytest_cache .ruff_cache
