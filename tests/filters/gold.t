#!/bin/sh
# The whole flow over real reports, held against facts made by hand.
. tests/lib/tap.sh
of_any_system 'real reports'

gold=$shared/gold
if [ ! -d "$gold" ]; then
	skip 'facts of real reports' 'no ../shared here'
	plan $tap_n
	exit 0
fi

"$bin/extract" "$shared"/reports/* 2>"$tmp/errors" | "$bin/sectionize" |
    "$bin/tabulate" >"$tmp/facts"

# held PART FILE: a test for each document.
held() {
	awk -v part="$1" -v base=1 -v loose=1 -f tests/lib/score.awk "$gold/$2" \
	    "$tmp/facts" >"$tmp/score"
	while read -r doc right wrong missing differ; do
		case $doc in wrong | missing) continue ;; esac
		is "$doc: $1" "$wrong wrong, $missing missing, $differ of org, year, form" \
		    '0 wrong, 0 missing, 0 of org, year, form'
		[ "$wrong$missing$differ" = 000 ] ||
		    grep "^[wm][a-z]* $doc" "$tmp/score" | sed 's/^/# /' | head -10
	done <"$tmp/score"
}

held table tables.tsv
held prose prose.tsv
plan $tap_n
