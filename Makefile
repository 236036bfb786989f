# `make help` lists what there is.
.DEFAULT_GOAL := help
lock: ## Pin the packages again, with hashes
	.venv/bin/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements/base.txt
	.venv/bin/uv pip compile -q pyproject.toml --extra dev -c requirements/base.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements/dev.txt
help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST)
