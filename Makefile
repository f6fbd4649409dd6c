# `make app`, `make demo` and `make test` install what they need by themselves.

PYTHON ?= python3
export PYTHON

.PHONY: app demo test check conformance evaluate bench fuzz format translations lock clean

app:  ## Open the window
	@tools/setup run
	@.venv/bin/python main.py

demo:  ## Make a briefing note and a memo from the sample reports, into out/
	@tools/setup run
	@.venv/bin/python main.py demo --out out

test: check  ## Check formatting, lint and types, and run every test
	@.venv/bin/python -m pytest -n auto --dist loadfile

check:
	@tools/setup test
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy --no-error-summary

evaluate:  ## Measure the findings against labelled sentences; SHARED may name a folder with more
	@tools/setup run
	@.venv/bin/python tools/evaluate.py --shared "$${SHARED:-../shared}"

bench:  ## Measure what a person waits for; writes docs/benchmarks.md
	@tools/setup run
	@.venv/bin/python tools/bench.py

fuzz:  ## Use spoilt and hostile files of every kind for an hour; what breaks the program is kept
	@tools/setup run
	@.venv/bin/python tools/fuzz.py --seconds 3600

conformance:  ## Make every kind of document and have it judged; SHARED names the validators' folder
	@tools/setup test
	@tools/conformance out/conformance

translations:  ## Gather the words of the window anew
	@tools/translations

format:  ## Format the code and mend what can be mended by machine
	@tools/setup test
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

lock:  ## Pin the dependencies of pyproject.toml anew
	@tools/lock

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache
