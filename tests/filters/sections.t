#!/bin/sh
# sectionize on whole documents, one fixture a theme, and the facts about their
# structure that tabulate reads: what comes out is compared as a whole.
# `sh tests/filters/sections.t --write' writes what is wanted anew; read the
# difference before it is kept.
. tests/lib/tap.sh
of_any_system 'sections'
fixtures=$(ls tests/sections/*.want | sed 's/\.want$//')
plan "$(echo "$fixtures" | wc -l)"

# output FIXTURE: its sections, then its facts of structure.
output() {
	awk -f tests/sections/blocks.awk "$1" >"$tmp/blocks"
	"$bin/sectionize" -d tests/fictional "$tmp/blocks" >"$tmp/sections" || echo "status $?"
	cat "$tmp/sections"
	"$bin/tabulate" -q "$tmp/sections" 2>&1 |
	    awk -F '\t' '$6 ~ /^structure/ && $6 !~ /cells/'
}

for fixture in $fixtures; do
	if [ "${1:-}" = --write ]; then
		output "$fixture" >"$fixture.want"
	fi
	output "$fixture" >"$tmp/got"
	same "$fixture" "$tmp/got" "$fixture.want"
done
