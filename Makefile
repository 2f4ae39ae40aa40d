# Commands of the project. `make` alone lists them; the work is in scripts/.
.PHONY: help serve portal test matrix hosts bench lint fmt dist fuzz

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

serve: ## build the page and serve it at http://127.0.0.1:8080/, rebuilding on change
	@scripts/serve.sh

portal: ## a made-up portal at http://127.0.0.1:8090/ with two calculators embedded from another origin
	@scripts/dist.sh
	@node tests/e2e/portal.mjs

test: ## everything CI runs: lint, native, wasm and browser tests
	@scripts/test.sh

matrix: ## the page in seven browsers, old and new; writes their versions into the READMEs
	@scripts/matrix.sh

bench: ## speed of the engine, bytes of the first load, the page on a slow machine
	@scripts/bench.sh

hosts: ## dist/ behind nginx, Apache and Caddy: headers, and all browser tests
	@scripts/hosts.sh

lint: ## formatting and clippy, warnings denied
	@scripts/lint.sh

fmt: ## format the Rust sources
	@cargo fmt

dist: ## the page in dist/, the JS API in dist/engine/
	@scripts/dist.sh

fuzz: ## fuzz the file and link readers (SECONDS_EACH=600)
	@scripts/fuzz.sh
