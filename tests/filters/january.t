#!/bin/sh
# The January of a made-up office, 40 units of it: every planted fault is one entry,
# nobody else is accused.  `make january' takes 200, and an office suite's documents.
. tests/lib/tap.sh
of_any_system 'a January'
of_scripts 'a January'
plan 1

BIN=$bin tests/january/score 40 >"$tmp/scores"
is 'no question is answered otherwise' "$(cat "$tmp/scores")" "$(cat tests/january/scores)"
