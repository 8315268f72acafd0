#!/bin/sh
# Made-up reports with one thing wrong, or nothing: no suite is judged worse than
# tests/judged/scores says.
. tests/lib/tap.sh
of_any_system 'made-up reports'
of_what_is_said 'made-up reports'
plan 1

BIN=$bin tests/judged/score >"$tmp/scores"
awk '
NR == FNR { held[$1] = $2; next }
{ seen[$1] = 1; if ($2 < held[$1]) print $1, $2, "below", held[$1] }
END { for (suite in held) if (!(suite in seen)) print suite, "not scored" }
' tests/judged/scores "$tmp/scores" >"$tmp/worse"
is 'no suite is judged worse' "$(cat "$tmp/worse")" ''
