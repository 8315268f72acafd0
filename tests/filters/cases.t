# ../shared/cases and ../shared/real: no score falls below tests/cases/scores.
# `tests/cases/score -v' shows what is not right; -w raises the scores.
. tests/lib/tap.sh
of_any_system 'cases that were read wrong'

if [ ! -d "$shared/cases" ]; then
	skip 'the cases of ../shared' 'no ../shared here'
	plan "$tap_n"
	exit 0
fi
tests/cases/score >"$tmp/now"
while read -r name right wrong missing; do
	now=$(grep "^$name " "$tmp/now")
	ok "$name: at least $right right, at most $wrong wrong (${now#* })" awk \
	    -v now="$now" -v right="$right" -v wrong="$wrong" -v missing="$missing" '
	BEGIN {
		split(now, n, " ")
		exit !(n[2] >= right && n[3] <= wrong && n[4] <= missing)
	}'
done <tests/cases/scores
is 'every score is held' "$(cut -d' ' -f1 "$tmp/now")" \
    "$(cut -d' ' -f1 tests/cases/scores)"
plan "$tap_n"
