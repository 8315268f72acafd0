#!/bin/sh
# Limits on records are told: a line on stderr, status 2, and what is within them is
# done.
. tests/lib/tap.sh
fact() {
	printf '%s\t%s\t%s\t%s\t2021\t%s\t%s\t%s\t件\tnumber\t%s\tL1\t%s\n' \
	    "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$7"
}
# told NAME REASON: the filter said so once and went on.
told() {
	is "$1: told" "$got $(grep -c "$2" "$tmp/err") $(wc -l <"$tmp/err")" '2 1 1'
	[ "$got" = 2 ] || sed 's/^/# /' "$tmp/err" | head -3
}

# Copies of a report that differ, one more than are compared.
for i in $(seq 1 34); do
	fact "copy$i" 江州市云河县 水务局 2023 requests.new total "$i" table
done >"$tmp/copies"
for filter in check pinpoint; do
	"$bin/$filter" "$tmp/copies" >"$tmp/out" 2>"$tmp/err"
	got=$?
	told "$filter, copies" 'there are more copies of it'
done
head -32 "$tmp/copies" >"$tmp/few"
"$bin/pinpoint" "$tmp/few" >"$tmp/out" 2>"$tmp/err"
is 'as many as are compared' "$? $(wc -c <"$tmp/err")" '0 0'

# One office name in more places than are told apart.
for i in $(seq 1000 2024); do
	fact "place$i" "第$i县" 城关镇 2023 requests.new total 1 table
done >"$tmp/places"
"$bin/check" "$tmp/places" >"$tmp/out" 2>"$tmp/err"
got=$?
told 'places' 'more places than are told apart'
head -1024 "$tmp/places" >"$tmp/few"
"$bin/pinpoint" "$tmp/few" >"$tmp/out" 2>"$tmp/err"
is 'as many as are told apart' "$? $(wc -c <"$tmp/err")" '0 0'

# Cells of different names, more than a report can have.
for i in $(seq 1 17000); do
	printf 'd\t云河县\t水务局\t2023\t2021\trequests.x%d\ttotal\t1\t件\tnumber\ttable\tL1\t1\n' "$i"
done >"$tmp/cells"
for filter in check pinpoint; do
	"$bin/$filter" "$tmp/cells" >"$tmp/out" 2>"$tmp/err"
	got=$?
	sed -i '/more rows than a rule/d' "$tmp/err"
	told "$filter, cells" 'too many different cells'
done
# Rows, one more than a rule is applied to; parts of a list.
head -1025 "$tmp/cells" >"$tmp/rows"
for filter in check pinpoint; do
	"$bin/$filter" "$tmp/rows" >"$tmp/out" 2>"$tmp/err"
	got=$?
	told "$filter, rows" 'd: has more rows than a rule is applied to'
done
for i in $(seq 1 257); do
	fact d 云河县 水务局 2023 prose.requests.part "第$i类" 1 prose
done >"$tmp/parts"
"$bin/check" "$tmp/parts" >"$tmp/out" 2>"$tmp/err"
got=$?
told 'parts of a list' 'd: states a list of more parts than are added up'
head -256 "$tmp/parts" >"$tmp/few"
"$bin/pinpoint" "$tmp/few" >"$tmp/out" 2>"$tmp/err"
is 'as many as are added up' "$? $(wc -c <"$tmp/err")" '0 0'
"$bin/aggregate" -g item -s count "$tmp/cells" >"$tmp/out" 2>"$tmp/err"
is 'aggregate has no such limit' "$? $(wc -l <"$tmp/out") $(wc -c <"$tmp/err")" \
    '0 17000 0'
sed 's/^d/e/' "$tmp/cells" | cat "$tmp/cells" - >"$tmp/two"
"$bin/aggregate" -g item -s count,sum "$tmp/two" 2>"$tmp/err" |
    awk '$2 != 1 || $3 != 1' >"$tmp/out"
is 'nor for what copies say together' "$(wc -l <"$tmp/out")" 0

# Equal lines of a roster, of waivers: the time grows as their number.
fact d 云河县 水务局 2023 requests.new total 1 table >"$tmp/one"
awk 'BEGIN { print "org\tyear\tparent"
	for (i = 0; i < 100000; i++) print "云河县水务局\t2023\t云河县水务局" }' >"$tmp/lines"
status 'a roster of 100,000 equal lines' 0 timeout 10 "$bin/check" \
    --roster "$tmp/lines" "$tmp/one"
awk 'BEGIN { print "rule\torg\tyear\twhere\tleft\tright"
	for (i = 0; i < 100000; i++) print "Q-ROW\t云河县水务局\t2023\tx\t1\t2" }' >"$tmp/lines"
timeout 10 "$bin/check" --waivers "$tmp/lines" "$tmp/one" >"$tmp/out"
is 'as many waivers: one lapsed' "$(cut -f5 "$tmp/out")" W-LAPSED

# 40 MB of an office's reports, more than come together: of each the same is said, in the
# memory of what comes together and no more.
"$bin/extract" -q tests/fixtures/report.html | "$bin/sectionize" | "$bin/tabulate" -q |
    awk -F'\t' -v OFS='\t' '{ line[NR] = $0 }
	END { for (year = 1001; year <= 2500; year++) for (i = 1; i <= NR; i++) {
		$0 = line[i]; $1 = "d" year; $4 = year; print } }' >"$tmp/many"
if LC_ALL=C grep -q __asan_init "$bin/check"; then
	skip 'an office of 40 MB in little memory' 'not with a sanitizer'
else
	(ulimit -v 100000; "$bin/check" "$tmp/many") >"$tmp/out"
	is 'an office of 40 MB in little memory' "$(grep -e D-BLANK -e D-OVERALL "$tmp/out" |
	    cut -f5- | sort | uniq -c | awk '{ print $1 }' | uniq)" 1500
fi

# A limit that refuses memory is no fault of the machine, which would be tried again.
if LC_ALL=C grep -q __asan_init "$bin/extract"; then
	skip 'more memory than a reader may have' 'the sanitizer needs it all'
else
	awk 'BEGIN { for (i = 0; i < 400000; i++) print "<p>公开政府信息若干件，结果如下。" }' >"$tmp/long.html"
	status 'more memory than a reader may have' 2 "$bin/extract" -q --memory 16M \
	    --finished "$tmp/mark" "$tmp/long.html"
	is 'is the fault of the document' "$(cut -d: -f3- "$tmp/err" | tail -n 1) $(cat "$tmp/mark")" \
	    ' failed: out of memory finished'
fi
plan "$tap_n"
