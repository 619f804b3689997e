# Two commands do everything: `make demo` and `make test`. Each sets up what it needs, from nothing.
.PHONY: help demo test coverage check docs messages lock train

help:
	@echo "make demo   set up, load the fictional sample workspace, open the web app on it"
	@echo "make test   set up, run all tests"
	@echo "make coverage   the same, and which lines no test runs (slower)"
	@echo "make check  set up, run lint, types, docs and all tests (what .ci/run does)"
	@echo "make docs   set up, build the documentation into site/"
	@echo "make messages LANG=de   gather the pages' words for translators; LANG: bring a language up to date"
	@echo "make train DATA=… INPUTS=… OUT=…   set up apart, train the reader's model from scratch"
	@echo "make lock   write the lock files anew (after changing pyproject.toml)"

demo:
	@scripts/venv base
	@scripts/demo

test:
	@scripts/venv dev
	@scripts/chromium >/dev/null
	.venv/bin/python -m pytest -n auto --dist worksteal

coverage:
	@scripts/venv dev
	@scripts/chromium >/dev/null
	.venv/bin/python -m pytest -n auto --dist worksteal --cov --cov-report=term

check:
	@.ci/run

docs:
	@scripts/venv dev
	.venv/bin/mkdocs build --strict --quiet

messages:
	@scripts/venv dev
	@PYTHONPATH=src .venv/bin/python scripts/messages.py $(if $(filter command line,$(origin LANG)),$(LANG))

lock:
	scripts/lock

train:
	@scripts/train "$(DATA)" "$(INPUTS)" "$(OUT)"
