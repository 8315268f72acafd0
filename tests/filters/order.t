#!/bin/sh
# Whatever order reports come in, check, pinpoint and aggregate say the same of
# them: whole outputs over shuffled copies, years, names and places.
. tests/lib/tap.sh
orders=$(lots 3)
plan 3

# shellcheck disable=SC2034 # of common.sh
share=pipelines prefix='' work=$tmp
# shellcheck source=pipelines/common.sh
. pipelines/common.sh
# shellcheck source=pipelines/judge.sh
. pipelines/judge.sh
: >"$tmp/status"
mkdir "$tmp/pages"
PYTHONDONTWRITEBYTECODE=1 python3 tests/chains/chains.py write "$tmp/pages" 3
"$bin/extract" -q "$tmp"/pages/copies*/*.html "$tmp"/pages/namesakes-*/*.html \
    "$tmp"/pages/region-*/*.html "$tmp"/pages/rename*/*.html | "$bin/sectionize" |
    "$bin/tabulate" -q >"$tmp/facts"
# What names a place in part stands for one in full, or for nobody.
{ cat "$tmp/facts"; for doc in a:江州市甲县:5 b:甲县:5 c:乙县:7 d::9 e:甲县:6; do
	echo "$doc" | awk -F: -v OFS='\t' '{ print $1, $2, "城关镇", 2023, 2021,
	    "requests.new", "total", $3, "件", "number", "table", "L1", $3 }'
done; } >"$tmp/all"

# shuffled SEED [together]: the documents in another order; those of an office
# stand together all the same.
shuffled() {
	awk -F '\t' -v seed="$1" -v together="${2:-}" '
	BEGIN { srand(seed) }
	$1 != doc { doc = $1; at = rand()
	    key = together ? ($6 == "structure.office" ? $13 : $3) : "" }
	{ printf "%s\t%.9f\t%06d\t%s\n", key, at, NR, $0 }' "$tmp/all" |
	    LC_ALL=C sort -t "$tab" -k1,1 -k2,2n -k3,3n | cut -f4-
}

# What aggregate says of its input, by what copies may differ in.
sums() {
	cat >"$tmp/in"
	for key in year,item,col office,year org,region loc region,form; do
		"$bin/aggregate" "$@" -g $key -s records,count,sum,min,max,median \
		    "$tmp/in"
		"$bin/aggregate" "$@" -S table,prose -g $key "$tmp/in"
	done 2>&1
}

judge_all() {
	cat >"$tmp/in"
	"$bin/check" --lang en -a "$tmp/in" 2>&1
	"$bin/pinpoint" --lang en "$tmp/in" 2>&1
}

# same_in_all_orders NAME COMMAND [together]
same_in_all_orders() {
	"$2" <"$tmp/all.sorted" >"$tmp/want"
	other=
	for seed in $(seq $orders); do
		shuffled "$seed" "${3:-}" | "$2" >"$tmp/got"
		cmp -s "$tmp/want" "$tmp/got" || other="$other $seed"
	done
	is "$1" "$other $([ -s "$tmp/want" ] && echo something)" ' something'
}

by_office "$tmp/all" >"$tmp/all.sorted"
same_in_all_orders 'aggregate' sums
same_in_all_orders 'check and pinpoint' judge_all together
sums --sorted <"$tmp/all.sorted" >"$tmp/got"
sums <"$tmp/all.sorted" >"$tmp/want"
same 'sorted or not' "$tmp/got" "$tmp/want"
