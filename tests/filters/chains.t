#!/bin/sh
# Years and copies of made-up offices: what is planted is found, nobody is accused
# of more.  `make chains SEED=2' draws others.
. tests/lib/tap.sh
of_any_system 'years and copies'
of_what_is_said 'years and copies'
plan 1

BIN=$bin tests/chains/score >"$tmp/scores"
is 'no kind is judged worse' "$(cat "$tmp/scores")" "$(cat tests/chains/scores)"
