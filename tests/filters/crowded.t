#!/bin/sh
# A document that has more than sectionize or tabulate has room for: it is named, its
# facts say so, and the status is 2.  As much as there is room for is not told.
. tests/lib/tap.sh
cd "$tmp" || exit 2

# blocks SECTION: the lines of stdin as paragraphs
blocks() {
	awk -v s="$1" '{ printf "d\tL%d\ttext\t%s\t0\t0\t0\t\t%s\n", NR, s, $0 }'
}
# repeated N TEXT: so often, without an end of line
repeated() { awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) printf "%s", text }'; }
headings() { repeated "$1" '一、总体情况
' | blocks ''; }
sentence() {
	{ printf '收到政府信息公开申请20件，'; repeated "$1" '受理申请、'; echo 已办结。; } |
	    blocks requests
}
brackets() {
	{ printf 收到申请20件; repeated "$1" （其中网上申请1件; repeated "$1" ）; echo 。; } |
	    blocks requests
}
lines() {
	awk -v n="$1" 'BEGIN { while (n-- > 0) { for (i = 0; i < 33; i++)
		printf "公"; print "开" } }' | blocks requests
}
table_head() {
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf \
	    "d\tL1\tcell\trequests\t1\t%d\t%d\t1x1\t%s\n", (i - 1) / 40 + 1, i + 1,
	    i % 2 ? "总计" : "自然人" }'
}
line() { { repeated "$1" 规章1; echo; } | blocks proactive; }
sections() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
		printf "d\tL%d\ttext\ts%d\t0\t0\t0\t\t公开\n", i, i }'
}
column() { printf 'd\tL1\tcell\trequests\t1\t1\t%d\t1x1\t总计\n' "$1"; }

told() { sed '/cells unreadable$/d' err; }
# crowded FILTER KIND MOST REASON
crowded() {
	"$2" "$3" >within
	"$2" $(($3 + 1)) >beyond
	status "$2: as much as there is room for" 0 "$bin/$1" within
	is "$2: says nothing" "$(told)$(grep error out)" ''
	status "$2: more" 2 "$bin/$1" beyond
	is "$2: is told" "$(told)" "$1: d: $4"
	is "$2: and marked" "$(awk -F'\t' '/error/ { print $1, $NF }' out)" "d $4"
}
case $bin in /*) ;; *) bin=$root/$bin ;; esac
crowded sectionize headings 512 'more headings than are read'
crowded tabulate sentence 680 'a sentence longer than is read at once'
crowded tabulate brackets 8 'brackets nested deeper than are read'
crowded tabulate lines 642 'more lines without a stop than are read together'
crowded tabulate table_head 1024 'a table with more columns in its head than are read'
crowded tabulate line 2048 'a table in one line, longer than is read'
crowded tabulate sections 63 'more sections than are looked at'
crowded tabulate column 1000000 'a table of more rows or columns than are read'

# No limit any more
{ printf 受理申请20件; repeated 12 ，同比增长3件; echo 。; } | blocks requests |
    "$bin/tabulate" >out
is 'changes in one sentence' "$(grep -c '	change	' out)" 12
for year in $(seq 1990 2029); do
	printf 'd%d\t云河县\t水务局\t%d\t2021\trequests.new\ttotal\t1\t件\tnumber\ttable\tL1\t1\n' \
	    "$year" "$year"
done | "$bin/report" >out
is 'years of an office, of all' "$(grep -c 'width="1920"' out)" 2
plan $tap_n
