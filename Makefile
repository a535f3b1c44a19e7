# Few verbs. `make demo` and `make test` each work alone on a fresh machine with python3, make and git.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test bench mutants fuzz soak accuracy docs lock clean

setup:            ## virtual environment, the patuh command, a browser
	@$(PYTHON) tools/setup.py

demo: setup       ## the whole main job on the bundled sample agencies
	@$(BIN)/patuh demo

test:             ## linters, types, floors and all tests
	@$(PYTHON) tools/setup.py --dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/licences.py
	$(BIN)/python -m pytest --numprocesses=2 --dist=loadfile

bench:            ## speed and memory, never part of the tests
	@$(PYTHON) tools/setup.py --dev
	$(BIN)/python -m tests.bench

mutants:          ## which parsers and guards of the reader no test would miss; takes about half an hour
	@$(PYTHON) tools/setup.py --dev
	$(BIN)/python -m tests.mutants

fuzz:             ## mutated documents and hostile texts for the readers, ten minutes; findings are kept
	@$(PYTHON) tools/setup.py --dev
	PATUH_FUZZ_EXAMPLES=1000 $(BIN)/python -m pytest tests/faultsite/test_fuzz.py
	$(BIN)/python -m tests.fuzz --seconds 300

soak:             ## the main job through 300 bad sites, then killed at 100 moments; half an hour or more
	@$(PYTHON) tools/setup.py --dev
	$(BIN)/python -m tests.soak

accuracy:         ## precision and recall of the reader
	@$(PYTHON) tools/setup.py --dev
	$(BIN)/python -m tests.accuracy

docs:             ## rewrite the generated pages of docs/ and the catalogues of reports/locale/
	$(BIN)/python tools/docs.py
	$(BIN)/python tools/catalogue.py

lock:             ## resolve the lock files anew (needs uv)
	sh tools/lock.sh

clean:
	rm -rf .venv demo-output .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
