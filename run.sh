#!/bin/bash
# run python of the venv with this tree first
cd /tmp/lead; PYTHONPATH=/tmp/lead exec /work/main/.venv/bin/python "$@"
