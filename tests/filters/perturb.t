#!/bin/sh
# Reports with one thing changed: what check catches, what pinpoint points at.
# The table is printed.
. tests/lib/tap.sh
of_any_system 'reports with one thing changed'
plan 2

cases=$(lots 3000 300)
python3 tests/perturb/perturb.py generate "$cases" 20211231 "$tmp/labels" \
    >"$tmp/facts"
"$bin/check" "$tmp/facts" >"$tmp/findings" 2>"$tmp/err"
is 'every figure was read' "$(cat "$tmp/err")" ''
"$bin/pinpoint" --steps 100000 -n 64 "$tmp/facts" >"$tmp/repairs" 2>"$tmp/err"
ok 'changes are caught, clean reports are left alone' \
    python3 tests/perturb/perturb.py score "$tmp/labels" "$tmp/findings" \
    "$tmp/repairs"
