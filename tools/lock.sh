#!/bin/sh
# Resolve requirements/*.txt anew. The two header lines name the machine's paths, so they are cut.
set -eu
cd "$(dirname "$0")/.."
uv lock --quiet --upgrade
uv export --quiet --extra ocr --no-default-groups --group build --no-emit-project --format requirements-txt | sed '1,2d' > requirements/run.txt
uv export --quiet --extra ocr --extra notify --extra cluster --no-default-groups --group build --no-emit-project --format requirements-txt | sed '1,2d' > requirements/server.txt
uv export --quiet --all-extras --all-groups --no-emit-project --format requirements-txt | sed '1,2d' > requirements/dev.txt
rm -f uv.lock
