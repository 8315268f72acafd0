#!/bin/sh
# aggregate: parts of a census put together are byte by byte what one run says, however
# the documents were dealt out, in whatever order the parts come, in one step or more.
. tests/lib/tap.sh
plan 22

if ! command -v python3 >/dev/null; then
	for n in $(seq 22); do
		skip "merge $n" 'no python3'
	done
	exit
fi
PYTHONDONTWRITEBYTECODE=1 python3 tests/summary/facts.py 7 "$(lots 600 150)" all \
    "$tmp/documents" >"$tmp/facts"

# dealt SEED PARTS [SHUFFLED]: the documents into $tmp/part.1 ...
dealt() {
	rm -f "$tmp"/part.*
	for n in $(seq "$2"); do
		: >"$tmp/part.$n"
	done
	awk -F '\t' -v seed="$1" -v parts="$2" '
	BEGIN { srand(seed) }
	$1 != doc { doc = $1; part = 1 + int(parts * rand()); at = rand() }
	{ printf "%d\t%.9f\t%07d\t%s\n", part, at, NR, $0 }' "$tmp/facts" |
	    LC_ALL=C sort -t "$tap_tab" -k1,1n -k2,2n -k3,3n |
	    awk -v to="$tmp/part." '{ part = $1; sub(/^[^\t]*\t[^\t]*\t[^\t]*\t/, ""); print >(to part) }'
}

# in_parts OPTION...: each part by itself.
in_parts() {
	for part in "$tmp"/part.*; do
		"$bin/aggregate" --partial "$@" "$part" >"$part.state" || return 2
	done
}
same_in_parts() {
	name=$1
	shift
	"$bin/aggregate" -H --left-out "$tmp/list" "$@" "$tmp/facts" >"$tmp/want" 2>"$tmp/said"
	: >"$tmp/wrong"
	for seed in $(seq "$(lots 4 1)"); do
		dealt "$seed" $((1 + seed * seed))
		in_parts "$@"
		"$bin/aggregate" --merge -H --left-out "$tmp/other" "$tmp"/part.*.state \
		    >"$tmp/got" 2>"$tmp/err"
		{
			cmp "$tmp/want" "$tmp/got"
			cmp "$tmp/list" "$tmp/other"
			cmp "$tmp/said" "$tmp/err"
		} >>"$tmp/wrong" 2>&1
	done
	is "$name" "$(cat "$tmp/wrong") $(wc -l <"$tmp/list")" " $(wc -l <"$tmp/other")"
}

every=records,count,sum,mean,sd,min,max,median,p10,p99.5,zero,approx,blank,na,unreadable,absent
same_in_parts 'by year and item' -g year,item -s $every
same_in_parts 'shares, ranks, years' -g region,year -s share,share-of-all,rank,change,index2020
same_in_parts 'rates' -g year --rate 'requests.results.*/requests.new' --rate fees.charged/review.total
same_in_parts 'offices of one name' -g org,item -s $every
same_in_parts 'by the key of the office' -g office,year -s sum,growth
same_in_parts 'the first copies' --revisions first -g level,year -s sum,median
same_in_parts 'no copies that differ' --revisions error -g year -s records,sum
same_in_parts 'every copy' --copies -g year,item,col
same_in_parts 'children too' --with-children -g province,year
same_in_parts 'all there is' --copies --with-children -g item -s $every -S '*'
same_in_parts 'documents' -g doc -s $every
same_in_parts 'fields of documents' --documents "$tmp/documents" -g type,status -s $every
same_in_parts 'some items' -i 'requests.*' -i fees.charged -c total -g year
same_in_parts 'nothing chosen' -i nothing -g year

# In two steps, and parts of which one is empty.
"$bin/aggregate" -g year,item -s $every "$tmp/facts" >"$tmp/want" 2>"$tmp/err"
dealt 5 9
: >"$tmp/part.0"
in_parts -g year,item -s $every
"$bin/aggregate" --merge --partial "$tmp"/part.[0-4].state >"$tmp/left"
"$bin/aggregate" --merge --partial "$tmp"/part.[5-9].state >"$tmp/right"
"$bin/aggregate" --merge "$tmp/right" "$tmp/left" >"$tmp/got" 2>"$tmp/err"
same 'in two steps' "$tmp/want" "$tmp/got"
"$bin/aggregate" --merge - <"$tmp/left" >"$tmp/got" 2>"$tmp/err"
is 'from standard input' "$? $([ -s "$tmp/got" ] && echo some)" '0 some'

# What cannot be put together is not summed up in part.
refused() {
	name=$1
	shift
	"$bin/aggregate" --merge "$@" >"$tmp/out" 2>"$tmp/err"
	is "$name" "$? $(wc -c <"$tmp/out") $(sed 's/.*: //' "$tmp/err")" "2 0 $want"
}
"$bin/aggregate" --partial -g year "$tmp/part.1" >"$tmp/another"
want='no line of a part of this census'
refused 'another question' "$tmp/left" "$tmp/another"
sed '$d' "$tmp/left" >"$tmp/cut"
want='the part is not whole'
refused 'a part that was cut off' "$tmp/right" "$tmp/cut"
sed 's/^\(says	[0-9]* \)[0-9]*/\199999/' "$tmp/left" >"$tmp/damaged"
want='no line of a part of this census'
refused 'a damaged one' "$tmp/damaged"
want='not a part that aggregate --partial wrote'
refused 'facts' "$tmp/facts"
"$bin/aggregate" --merge -g year "$tmp/left" >"$tmp/out" 2>"$tmp/err"
is 'the question is in the parts' "$? $(wc -c <"$tmp/out") $(grep -c 'the parts were asked' \
    "$tmp/err")" '2 0 1'
"$bin/aggregate" --partial -H "$tmp/part.1" >"$tmp/out" 2>"$tmp/err"
is 'a part has no header' "$? $(wc -c <"$tmp/out")" '2 0'
