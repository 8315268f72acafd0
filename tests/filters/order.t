#!/bin/sh
# Whatever order reports come in, check, pinpoint and aggregate say the same of
# them: whole outputs over shuffled copies, years, names and places.
. tests/lib/tap.sh
of_any_system 'the order of reports'
of_what_is_said 'the order of reports'
orders=$(lots 3)
plan 9

# shellcheck source=tests/lib/by_office.sh
. tests/lib/by_office.sh
tab=$(printf '\t')
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
		"$bin/aggregate" "$@" -g $key -s records,count,sum,min,max,median,sd,p90,share,rank \
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

# The same where they put the documents in order themselves: of a file with a head, whose
# last line has no end, and of a pipe.
sums_by_cell() { "$bin/aggregate" -g year,item,col -s records,count,sum,min,max,median "$@"; }
{
	"$bin/check" --lang en -a "$tmp/all.sorted"
	"$bin/pinpoint" --lang en "$tmp/all.sorted"
	sums_by_cell "$tmp/all.sorted"
} >"$tmp/want" 2>&1
for seed in $(seq $orders); do
	{ "$bin/tabulate" -H </dev/null; shuffled "$seed"; } >"$tmp/shuffled"
	truncate -s -1 "$tmp/shuffled"
	{
		"$bin/check" --lang en -a --by-office "$tmp/shuffled"
		cat "$tmp/shuffled" | "$bin/pinpoint" --lang en --by-office
		sums_by_cell --by-office - <"$tmp/shuffled"
	} >"$tmp/got" 2>&1
	cmp -s "$tmp/want" "$tmp/got" || echo "$seed"
done >"$tmp/other"
is 'put in order by office' "$(cat "$tmp/other"; echo "of $orders")" "of $orders"

# What is wrong in a line is told by its place in the file, once.
{
	sed 3q "$tmp/shuffled"
	echo 'no record'
	head -c 9000000 /dev/zero | tr '\0' x
	echo
	sed 1,3d "$tmp/shuffled"
} >"$tmp/odd"
status 'lines that are none' 2 "$bin/check" --lang en --by-office "$tmp/odd"
is 'are told by their numbers' "$(sed "s|.*/odd|odd|" "$tmp/err" | sort)" \
    "odd:4: 1 fields where facts have 13: left out
odd:5: line longer than 8388608 bytes: left out"
"$bin/check" --lang en --by-office "$tmp/shuffled" >"$tmp/want"
same 'the others count' "$tmp/out" "$tmp/want"
status 'no file' 2 "$bin/check" --by-office "$tmp/none"
status 'a folder' 2 "$bin/check" --by-office "$tmp"
