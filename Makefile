# `make demo`  sets up and runs the main job on a patient that the program makes itself; `PACK=ID` for another pack.
# `make window`  sets up and opens the window.
# `make test`  sets up and runs all tests.
# `make check`  lints, checks types and runs the fast tests: before each commit.
# `make test-orders`  runs all tests three times in each of three orders.
# `make fuzz`  feeds changed inputs to every parser, for an hour or `MINUTES`.
# `make kills`  ends the program at 400 places, or `POINTS`, starts it again and looks what is lost or left.
# `make covered`  looks in seconds whether tests take every branch of the modules that risks and places hang on.
# `make mutants`  changes these modules, one thing at a time, and counts what no test sees; `MODULES` for some.
# `make factory`  makes a pack from a small simulated cohort: the whole chain in minutes, results without meaning.
# `make installer`  builds the program as a .deb and a portable .tar.xz in dist.
# `make sign-packs KEY=…`  signs the packs that have changed; `make signing-key KEY=…`  makes a new key.
# `make test-installer`  (as root) installs the .deb in a bare Debian without network, uses it, and purges it.

# Without bytecode every process would compile whatever it imports: seconds each time.
unexport PYTHONDONTWRITEBYTECODE

VENV   ?= .venv
PYTHON ?= python3
RUN    := $(VENV)/bin/python
OUT    ?= out/demo
# The pack that `make demo` shows; the usual one unless named.
PACK   ?=

QT_LIBRARIES := libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
# What Qt needs beyond these to open a window under X11.
WINDOW_LIBRARIES := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0

.PHONY: setup demo window factory check test test-orders fuzz kills covered mutants lint lock installer test-installer sign-packs signing-key clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/test.txt requirements/icons.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Precontrast needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "venv is missing; on Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@# Not compiled ahead: most of what these packages hold is never imported.
	$(RUN) -m pip install --quiet --no-compile --require-hashes --requirement requirements/test.txt
	$(RUN) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@# Without its dependencies: only the drawings in it are used.
	$(RUN) -m pip install --quiet --no-deps --require-hashes --requirement requirements/icons.txt
	$(RUN) -m resources.fonts.make
	$(RUN) -m resources.icons.make
	@$(MAKE) --no-print-directory qt-libraries
	@touch $@

# Qt draws the report and needs a few system libraries that a bare machine lacks.
.PHONY: qt-libraries
qt-libraries:
	@$(RUN) -c 'import PySide6.QtGui' 2>/dev/null || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(QT_LIBRARIES); \
	else \
	  echo "Qt needs system libraries. Run: sudo apt-get install $(QT_LIBRARIES)"; exit 1; \
	fi

demo: setup
	$(VENV)/bin/precontrast demo --out $(OUT) $(if $(PACK),--pack $(PACK))

# Opens the window; without a library that it needs, Qt says which, and this which packages hold them.
window: setup
	@$(VENV)/bin/precontrast-window || \
	  { echo "If Qt could not open a window: sudo apt-get install $(WINDOW_LIBRARIES)"; exit 1; }

FACTORY ?= out/factory

factory: setup $(VENV)/.train-ready
	$(VENV)/bin/precontrast-train run $(FACTORY)/cohort/cohort.csv --simulate 28 --smoke --work $(FACTORY)/made --id cme-smoke
	$(VENV)/bin/precontrast self-test $(FACTORY)/made/pack/cme-smoke --allow-unsigned

test: lint $(VENV)/.train-ready
	$(RUN) -m tests.mutants.covered
	@# In the order of tests/conftest.py: by itself xdist keeps files of few tests, which may take longest, to the end.
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# Fast tests are those of files that take less than two seconds and need neither torch nor real series.
check: lint
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile \
	  -m "not slow and not shared" --ignore tests/training

# Looks for tests that depend on others, on chance or on the clock: as written, and in two other orders, so many times.
TIMES ?= 3

test-orders: setup $(VENV)/.train-ready
	@for n in $$(seq $(TIMES)); do for order in "" "--random-order-seed=$$n" "--random-order-seed=$$((1000 + n))"; do \
	  echo "== $$n $$order"; \
	  QT_QPA_PLATFORM=offscreen $(RUN) -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile $$order || exit 1; \
	done; done

# Found inputs lie in out/fuzz; those that were mended belong to tests/fuzz/corpus.
MINUTES ?= 60
TARGETS ?=

fuzz: setup
	$(RUN) -m tests.fuzz $(TARGETS) --minutes $(MINUTES) $(if $(COUNT),--count $(COUNT)) --seed $(or $(SEED),0)

POINTS ?= 400

kills: setup
	$(RUN) -m tests.fuzz.kills --points $(POINTS) --seed $(or $(SEED),0)

covered: setup
	$(RUN) -m tests.mutants.covered

# The result lies in benchmarks/mutants.json.
MODULES ?=

mutants: setup $(VENV)/.mutants-ready
	$(RUN) -m tests.mutants $(MODULES)

$(VENV)/.mutants-ready: $(VENV)/.ready requirements/mutants.txt
	$(RUN) -m pip install --quiet --no-compile --require-hashes --requirement requirements/mutants.txt
	@touch $@

# The factory's tests need torch; it is pinned but not hashed, because its builds differ by machine.
$(VENV)/.train-ready: $(VENV)/.ready
	$(RUN) -m pip install --quiet --no-compile torch==2.13.0
	@# Without its dependencies: only the networks of nnU-Net are used, which need torch alone.
	$(RUN) -m pip install --quiet --no-deps dynamic-network-architectures==0.4.4
	@touch $@

lint: setup
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(VENV)/bin/lint-imports --no-cache
	$(RUN) -m tests.typed

# The installer's environment gets the very versions that the tests ran with.
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
  --python-version 3.11

lock:
	$(LOCK) --extra test --extra fonts --extra build pyproject.toml --output-file requirements/test.txt
	$(LOCK) --extra installer --constraint requirements/test.txt pyproject.toml --output-file requirements/installer.txt
	$(LOCK) --extra mutants --constraint requirements/test.txt pyproject.toml --output-file requirements/mutants.txt

# An environment of its own, so that the program carries nothing that only tests need.
PACKING := .venv-installer
PACKING_RUN := $(PACKING)/bin/python

$(PACKING)/.ready: requirements/installer.txt pyproject.toml
	$(PYTHON) -m venv --clear $(PACKING)
	$(PACKING_RUN) -m pip install --quiet --require-hashes --requirement requirements/installer.txt
	$(PACKING_RUN) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Fonts and icons are those that `setup` has made.
installer: setup $(PACKING)/.ready
	rm -rf dist
	$(PACKING_RUN) -m installer.build
	$(PACKING_RUN) -m installer.debian dist/precontrast
	$(PACKING_RUN) -m installer.portable dist/precontrast
	cd dist && sha256sum *.deb *.tar.xz > SHA256SUMS
	@cat dist/SHA256SUMS

# Takes what `make installer` has built; needs root for its namespaces, and a Debian mirror for the bare system.
test-installer:
	$(PYTHON) -m installer.trial dist/*.deb --out out/trial

# Signs the packs that have changed, with the private half of the pinned key: make sign-packs KEY=~/keys/packs.key
sign-packs: setup
	@test -n "$(KEY)" || { echo "Name the private key: make sign-packs KEY=path (see CONTRIBUTING, The signing key)"; exit 2; }
	$(RUN) -m installer.sign_packs --key "$(KEY)"

# Makes a new pair at KEY, outside the tree, and pins its public half: only where the key is lost or was seen by others.
signing-key: setup
	@test -n "$(KEY)" || { echo "Say where the private half goes: make signing-key KEY=path"; exit 2; }
	$(RUN) -m installer.sign_packs --new --key "$(KEY)"

clean:
	rm -rf $(VENV) $(PACKING) out build dist .pytest_cache .ruff_cache *.egg-info
