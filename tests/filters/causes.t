#!/bin/sh
# Slips and mistakes that moved whole tables: what pinpoint makes of them.
# `make causes' prints the table; `make causes SEED=2' that of other reports.
. tests/lib/tap.sh
of_any_system 'slips and moved tables'
plan 2

python3 tests/perturb/causes.py generate 1 "$tmp/labels" >"$tmp/facts"
"$bin/pinpoint" -n 64 "$tmp/facts" >"$tmp/repairs" 2>"$tmp/err"
is 'nothing is given up' "$(cat "$tmp/err")" ''
is 'first, told as one, likely, wrongly likely' \
    "$(python3 tests/perturb/causes.py score "$tmp/labels" "$tmp/repairs")" \
    "$(cat tests/perturb/causes.want)"
