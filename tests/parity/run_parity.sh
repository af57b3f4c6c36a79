#!/bin/sh
# Runs one group of the parity tool on the golden folder beside the checkout, or the one in
# $CF_SHARED_DIR. What cannot be checked (no folder, no such file, no weights) is skipped (77), and
# says so.
# usage: run_parity.sh TOOL SOURCE_DIR NAME
tool=$1
golden=${CF_SHARED_DIR:-$2/../shared}/golden
name=$3
if [ ! -f "$golden/$name.pt" ]; then
    echo "SKIPPED: no golden numbers at $golden/$name.pt, so $name is NOT checked. Set CF_SHARED_DIR."
    exit 77
fi
lines=$("$tool" "$golden" --only "$name" 2>&1 >/dev/null)
code=$?
echo "$lines"
if [ $code -eq 0 ] && echo "$lines" | grep -q '^skipped'; then
    echo "SKIPPED: $name is NOT checked."
    exit 77
fi
exit $code
