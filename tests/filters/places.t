#!/bin/sh
# The gazetteer's files as places.sh makes them, and a user's own places.
. tests/lib/tap.sh

plan 19

# faults FILE NAME CODE DIGITS: lines of a list that are malformed; NAME and CODE
# are columns.
faults() {
	awk -F '\t' -v name="$2" -v code="$3" -v digits="$4" '
	NR == 1 || /^#/ { next }
	function fault(what) { print NR ": " what ": " $0 }
	length($code) != digits || $code !~ /^[1-6][0-9]+$/ { fault("code") }
	$name == "" || $name ~ /[ -~]/ { fault("name") }
	$3 !~ /^(20[0-9][0-9])?$/ || $4 !~ /^(20[0-9][0-9])?$/ { fault("year") }
	$3 != "" && $4 != "" && $4 < $3 { fault("ends before it begins") }
	$NF == "" { fault("an empty field at the end") }
	NF > 5 { fault("too many fields") }
	seen[$code "\t" $name]++ { fault("twice") }' "$1" | head -n 5
}

lines() { sed '1d; /^#/d' "$1"; }

is 'each place is well formed' "$(faults lib/data/places.tsv 2 1 6)" ''
is '... and each town' "$(faults lib/data/towns.tsv 1 2 9)" ''
lines lib/data/places.tsv >"$tmp/places"
lines lib/data/towns.tsv >"$tmp/towns"
ok 'places are sorted' env LC_ALL=C sort -c "$tmp/places"
ok 'towns are sorted' env LC_ALL=C sort -c "$tmp/towns"
ok 'there are 3,700 places' [ "$(wc -l <"$tmp/places")" -gt 3700 ]
ok 'there are 46,000 towns' [ "$(wc -l <"$tmp/towns")" -gt 46000 ]
is 'each county lies in a province' "$(awk -F '\t' '
	$1 ~ /0000$/ { is[substr($1, 1, 2)] = 1 }
	!(substr($1, 1, 2) in is)' "$tmp/places")" ''
cut -f 1 "$tmp/places" | sort -u >"$tmp/codes"
is 'each town lies in a place' "$(awk -F '\t' '
	NR == FNR { is[$1] = 1; next }
	!(substr($2, 1, 6) in is || substr($2, 1, 4) "00" in is)' \
    "$tmp/codes" "$tmp/towns" | head -n 5)" ''
for list in places towns; do
	is "the header of $list is the one that an overlay has" \
	    "$(grep -c "\"$(head -n 1 lib/data/$list.tsv |
	    sed 's/\t/\\\\t/g')\\\\n\"" lib/data/data.c)" 1
done

# region FILE LINE...: what a report of 青石县 gets from a user's FILE.
mkdir "$tmp/own"
region() {
	file=$1
	shift
	rm -f "$tmp/own"/*
	{ head -n 1 "lib/data/$file"; printf '%b\n' "$@"; } >"$tmp/own/$file"
	printf '%s\n' "$title" >"$tmp/in.txt"
	"$bin/extract" -q "$tmp/in.txt" | "$bin/sectionize" -d "$tmp/own" 2>&1 |
	    awk -F '\t' '/^sectionize/ { sub(".*/own/", ""); print }
		$3 == "meta" && $4 ~ /^(region|code)$/ { printf "%s ", $9 }'
}

title=2020年南湖区财政局政府信息公开工作年度报告
is 'a place of the user is one of two' "$(region places.tsv '990100\t青石市' \
    '990103\t南湖区\t2019')" ''
is '... but not where it is no more' "$(region places.tsv '990100\t青石市' \
    '990103\t南湖区\t\t2010')" '嘉兴市南湖区 330402 '
title=2020年青石市南湖区财政局政府信息公开工作年度报告
is '... in its city' "$(region places.tsv '990100\t青石市' \
    '990103\t南湖区\t2019')" '青石市南湖区 990103 '
is '... before it was there' "$(region places.tsv '990100\t青石市' \
    '990103\t南湖区\t2021')" '青石市南湖区 '
title=2020年石城财政局政府信息公开工作年度报告
is '... by short names' "$(region places.tsv '990100\t青石市\t\t\t青市|石城')" \
    '青石市 990100 '
title=2020年南湖区财政局政府信息公开工作年度报告
is 'a place taken away' "$(region places.tsv 'off\t330402\t南湖区')" '南湖区 '
is 'none to be taken away' "$(region places.tsv 'off\t330402\t北湖区')" \
    "places.tsv:2: column 12: \`off', but there is no such line: 北湖区"
title=2020年德清县北桥镇政府信息公开工作年度报告
is 'a town of the user' "$(region towns.tsv '北桥镇\t330521190')" \
    '德清县 330521190 '
is 'a code of a county among towns' "$(region towns.tsv '北桥镇\t330521')" \
    'towns.tsv:2: column 5: no code, name or year of this list: 330521'
