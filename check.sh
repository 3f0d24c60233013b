#!/bin/sh
# Every check and test, cheapest first; the last line counts them all.
#   ./check.sh             what every change must pass
#   ./check.sh --full      every combination besides, and the engines
#   ./check.sh --engines   one journey in Chromium, Firefox and WebKit only
cd "$(dirname "$0")" || exit 1
if ! command -v python3 >/dev/null 2>&1; then
    { apt-get -q update && apt-get -q -y --no-install-recommends install python3; } >/dev/null 2>&1
fi
if ! command -v python3 >/dev/null 2>&1; then
    echo "check.sh: python3 is missing; install it with: apt-get install python3"
    echo "0 passed, 1 failed"
    exit 1
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 tools/gate/run.py "$@"
