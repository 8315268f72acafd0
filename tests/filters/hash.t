#!/bin/sh
# Hashes have a key of the run: no names can be chosen that pass for one, nothing
# written depends on the key.
. tests/lib/tap.sh

# Names of documents which the hash without a key took for one: check left one of
# the reports out.
fact() {
	printf '%s\t\t云河县\t%s\t2021\t%s\t%s\t%s\t件\tnumber\ttable\tL1\t%s\n' \
	    "$1" "$2" "$3" "$4" "$5" "$5"
}
set -- qingshi0/2023.ht 'q0000045">er)^7w' 'q0002291Nsr6Hs2E'
year=2021
for name; do
	fact "$name" $year requests.new total 7
	year=$((year + 1))
done >"$tmp/facts"
"$bin/aggregate" -g doc -s sum "$tmp/facts" >"$tmp/out" 2>"$tmp/err"
is 'three names are three reports' "$? $(cut -f2 "$tmp/out" | tr '\n' ' ')" \
    '0 7 7 7 '
is 'of which nothing is said' "$(cat "$tmp/err")" ''
status 'check too reads all of them' 0 "$bin/check" --coverage "$tmp/facts"
matches 'each with its verdicts' "$tmp/out" '^Q-NEG	any.*	0	3	0	0	0'

# A name that comes again and again is numbered, however many others come between.
for i in 1 2 3 4 5; do
	fact "a$i" 2020 requests.new total 1
	fact twice 2020 requests.new total 1
done >"$tmp/again"
"$bin/aggregate" -g doc -s sum "$tmp/again" "$tmp/again" >"$tmp/out" \
    2>"$tmp/err"
is 'parts of one document in one file are left out' \
    "$(grep -c 'records of twice resume' "$tmp/err")" 8
is 'in two files they are two documents' "$(cut -f1 "$tmp/out" | tr '\n' ' ')" \
    'a1 a1#2 a2 a2#2 a3 a3#2 a4 a4#2 a5 a5#2 twice twice#2 '

# Whatever the key is, the same comes out.
"$bin/extract" -q examples/reports.tar.gz >"$tmp/blocks"
"$bin/sectionize" "$tmp/blocks" >"$tmp/sections"
"$bin/tabulate" -q "$tmp/sections" >"$tmp/some"
sed 's/^/again-/' "$tmp/some" | cat "$tmp/some" - >"$tmp/many"
run_all() {
	"$bin/extract" -q examples/reports.tar.gz
	"$bin/sectionize" "$tmp/blocks"
	"$bin/tabulate" -q "$tmp/sections"
	"$bin/check" -a "$tmp/many"
	"$bin/pinpoint" "$tmp/many"
	"$bin/aggregate" -g org,item -s count,sum,median "$tmp/many"
	"$bin/check" --explain version
}
run_all >"$tmp/first" 2>&1
for run in 2 3 4 5; do
	run_all >"$tmp/next" 2>&1
	same "run $run says what the first one said" "$tmp/first" "$tmp/next"
done

# A path that a manifest has again and again is looked up once.
{
	echo 'path	url'
	yes 'a.txt	http://example.org/a' | head -n 200000
} >"$tmp/manifest.tsv"
echo 政府信息公开 >"$tmp/a.txt"
(cd "$tmp" && timeout 20 "$bin/extract" --manifest manifest.tsv a.txt) \
    >"$tmp/out" 2>"$tmp/err"
is 'a manifest of one path, 200,000 times' \
    "$? $(grep -c 'meta.*url.*example.org/a' "$tmp/out")" '2 1'
matches 'tells of the lines that serve for nothing' "$tmp/err" \
    '199979 more lines match no document'
plan "$tap_n"
