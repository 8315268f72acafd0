#!/bin/sh
# HTML: cells against gumbo on generated pages, and pages with damage.
# PAGES=n raises the numbers for a run by hand.
. tests/lib/tap.sh
plan 6
pages=${PAGES:-40}

python3 tests/html/pages.py government 1 "$pages" "$tmp/government"
status 'cells of government pages, in place, span and text' 0 \
    "${BUILD:-build}/tests/html/compare" "$tmp"/government/*
matches 'there are cells to compare' "$tmp/out" '^[0-9]{5,} of '
matches 'no text of theirs is lost' "$tmp/out" "text of $pages\$"

# What differs is the order of text that has strayed out of a table.
python3 tests/html/pages.py soup 1 $((pages * 20)) "$tmp/soup"
"${BUILD:-build}/tests/html/compare" "$tmp"/soup/* >"$tmp/out"
ok 'cells of tag soup' awk '
END { print "# " $0; exit !($3 > 2000 && $1 >= 0.995 * $3) }' "$tmp/out"
matches 'no text of the soup is lost' "$tmp/out" "text of $((pages * 20))\$"

python3 tests/html/pages.py mutated 1 $((pages * 5)) "$tmp/mutated"
"$bin/extract" "$tmp/mutated" >"$tmp/out" 2>"$tmp/err"
matches 'damaged pages are read to their end' "$tmp/err" \
    "^extract: $((pages * 5)) members = "
