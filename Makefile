# Everything on a fresh Debian 12 machine: `make demo` runs the main job, `make test` the tests.
# Variables: PRESET=cpu|cuda, JOBS=<parallel compilations>, DEMO_DIR=<where the demo project goes>.

PRESET ?= cpu
JOBS ?= $(shell nproc)
DEMO_DIR ?= demo-project
DEMO_STEPS ?= 400
COSTFILTER = build/$(PRESET)/bin/costfilter
CMAKE_FLAGS ?=

.PHONY: all deps configure build build-all demo studio test bench screenshots translations package clean

all: build

deps:
	@packaging/install-deps $(if $(filter cuda,$(PRESET)),--cuda)

configure: deps
	@cmake --preset $(PRESET) $(CMAKE_FLAGS) $(if $(V),,>/dev/null)

build: configure
	@cmake --build --preset $(PRESET) --parallel $(JOBS) --target costfilter

build-all: configure
	@cmake --build --preset $(PRESET) --parallel $(JOBS)

# Data, features, templates, training, evaluation, report. A finished demo is only shown again.
demo: build
	@COSTFILTER=$(COSTFILTER) DEMO_DIR=$(DEMO_DIR) DEMO_STEPS=$(DEMO_STEPS) packaging/run-demo

# The window, on a project or a folder of pictures if one is given: make studio OPEN=demo-project/project
studio: configure
	@cmake --build --preset $(PRESET) --parallel $(JOBS) --target costfilter-studio costfilter-plugin-check cf_plugins
	@build/$(PRESET)/bin/costfilter-studio $(OPEN)

test: build-all
	@ctest --preset $(PRESET) --parallel $(JOBS) $(CTEST_FLAGS)

bench: build
	@mkdir -p build/bench
	@$(COSTFILTER) bench --what all --out build/bench/bench.json
	@cmake --build --preset $(PRESET) --parallel $(JOBS) --target studio-bench
	@build/$(PRESET)/bin/studio-bench --json build/bench/studio.json

# Every page of the workstation in both themes, over the demo data, into docs/images.
screenshots: build-all
	@QT_QPA_PLATFORM=offscreen build/$(PRESET)/bin/studio-screenshots build/screenshots docs/images $(DEMO_STEPS)

# New and changed texts of the window into translations/*.ts, to be translated there.
translations: configure
	@cmake --build --preset $(PRESET) --target translations

# build/$(PRESET)/costfilter-studio_*.deb
package: configure
	@cmake --build --preset $(PRESET) --parallel $(JOBS) --target costfilter costfilter-studio costfilter-plugin-check cf_plugins
	@cpack --config build/$(PRESET)/CPackConfig.cmake -B build/$(PRESET)

clean:
	@rm -rf build
