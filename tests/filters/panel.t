#!/bin/sh
# aggregate --wide and --long: the panel, and back
. tests/lib/tap.sh

"$bin/extract" -q examples/reports.tar.gz tests/layouts tests/fixtures/report.* |
    "$bin/sectionize" 2>/dev/null | "$bin/tabulate" -q --documents "$tmp/documents" >"$tmp/facts" 2>/dev/null
awk -f tests/lib/unfold_facts.awk tests/facts/series.txt >>"$tmp/facts"
wide() { "$bin/aggregate" --wide "$@" 2>/dev/null; }

# Each cell of the table is what the facts say, each fact of a table is in a cell: told
# by awk, which knows nothing of forms.  Of two facts about a cell that differ neither.
cat >"$tmp/oracle" <<'PROGRAM'
BEGIN { FS = "\t" }
NR == FNR {
	if ($11 != "table")
		next
	cell = $1 FS $6 "@" $7
	if ($8 != "" && value[cell] != "" && value[cell] + 0 != $8 + 0)
		state[cell] = "unreadable"
	else if (!(cell in state) || (value[cell] == "" && $8 != ""))
		state[cell] = $10
	if (value[cell] == "")
		value[cell] = $8
	if (state[cell] == "unreadable")
		value[cell] = ""
	next
}
FNR == 1 { for (i = 1; i <= NF; i++) { name[i] = $i; is_column[$i] } next }
{
	for (i = 11; i < NF; i += 2) {
		cell = $1 FS name[i]
		if ($i != value[cell] || $(i + 1) != state[cell])
			print "wrong", cell, $i, $(i + 1), value[cell], state[cell]
		delete state[cell]
	}
}
END {
	for (cell in state) {
		split(cell, part, FS)
		if (part[2] in is_column)
			print "missing", cell
	}
}
PROGRAM
wide --states "$tmp/facts" >"$tmp/states"
awk -f "$tmp/oracle" "$tmp/facts" "$tmp/states" >"$tmp/out"
is 'a cell is what the facts say' "$(sort "$tmp/out")" ''
is 'every table has the same columns' "$(wide /dev/null)" "$(wide "$tmp/facts" | head -1)"
is 'no two of one name' "$(wide /dev/null | tr '\t' '\n' | sort | uniq -d)" ''
is 'nor by the names of the form' "$(wide --labels /dev/null | tr '\t' '\n' | sort | uniq -d)" ''
wide "$tmp/facts" >"$tmp/plain"
awk -F'\t' -v OFS='\t' '{ for (i = 12; i <= NF; i += 2) $i = "\001"; gsub(/\t\001/, ""); print }' \
    "$tmp/states" >"$tmp/got"
same 'states stand beside what else is there' "$tmp/got" "$tmp/plain"

# There and back.
for by in report office; do
	wide --states --by "$by" "$tmp/facts" >"$tmp/want"
	"$bin/aggregate" --long "$tmp/want" >"$tmp/long"
	wide --states --by "$by" "$tmp/long" >"$tmp/got"
	same "by $by, long and wide again" "$tmp/got" "$tmp/want"
	wide --by "$by" "$tmp/facts" | awk -F'\t' '{ for (i = 11; i <= NF; i++) if ($i != "") { print; next } }' >"$tmp/want"
	"$bin/aggregate" --long "$tmp/want" >"$tmp/long" 2>/dev/null
	wide --by "$by" "$tmp/long" >"$tmp/got"
	same "by $by, figures come back without states too" "$tmp/got" "$tmp/want"
done
"$bin/aggregate" --long "$tmp/states" | awk -F'\t' '$11 != "structure"' |
    cut -f1-8,10,11 | LC_ALL=C sort >"$tmp/got"
awk -F'\t' -v OFS='\t' -v head="$(wide /dev/null | tr '\t' '\n' | paste -sd'\t' -)	" '
$11 != "table" { next }
NR == FNR { n[$1, $6, $7]++; next }
n[$1, $6, $7] == 1 && index(head, "\t" $6 "@" $7 "\t") { print $1, $2, $3, $4, $5, $6, $7, $8, $10, $11 }' "$tmp/facts" "$tmp/facts" |
    LC_ALL=C sort >"$tmp/want"
is 'what comes back are the facts' "$(LC_ALL=C comm -13 "$tmp/got" "$tmp/want")" ''

# Figures of series: those of groups by document.
wide --series "$tmp/facts" | awk -F'\t' '
NR == 1 { for (i = 11; i <= NF; i++) name[i] = $i; next }
{ for (i = 11; i <= NF; i++) if ($i != "") print $1 "\t" name[i] "\t" $i + 0 }' | LC_ALL=C sort >"$tmp/got"
"$bin/aggregate" --series --with-children -g doc -s sum "$tmp/facts" |
    awk -F'\t' '$6 != "" { print $1 "\t" $2 "\t" $6 + 0 }' | LC_ALL=C sort >"$tmp/want"
same 'series as columns' "$tmp/got" "$tmp/want"

for by in report office; do
	wide --series --states --by "$by" "$tmp/facts" | awk -F'\t' '
	NR == 1 { for (i = 11; i <= NF; i++) name[i] = $i; next }
	{ for (i = 11; i < NF; i += 3) if ($(i + 2) != "") print $1 "\t" name[i] "\t" $(i + 2) }' |
	    LC_ALL=C sort >"$tmp/got.$by"
done
"$bin/aggregate" --series --with-children -g doc -s count "$tmp/facts" | cut -f1,2,8 | LC_ALL=C sort >"$tmp/want"
same 'how they stand to their series' "$tmp/got.report" "$tmp/want"
grep 'reports.tar.gz' "$tmp/got.office" >"$tmp/got"
grep 'reports.tar.gz' "$tmp/got.report" >"$tmp/want"
same 'and by office' "$tmp/got" "$tmp/want"

# An office and year has one row, whatever copies say.
fact() { printf '%s\t%s\t%s\t%s\t2021\t%s\t%s\t%s\t件\t%s\ttable\tL1\t\n' "$@"; }
{ fact a 青石县 青石县水务局 2022 requests.new total 4 number
  fact a 青石县 青石县水务局 2022 requests.forward total '' blank
  fact b 青石县 青石县水务局 2022 requests.new total 4.0 number
  fact b 青石县 青石县水务局 2022 requests.forward total 0 number
  fact c 青石县 青石县水务局 2021 requests.new total '' na
  fact d 青石县 青石县教育局 2022 requests.carried total 1 number
  fact d 青石县 青石县教育局 2022 requests.carried total 2 number
  fact d 青石县 青石县教育局 2022 requests.nosuch total 2 number
  fact e 青石县 青石县教育局 2023 requests.forward total 7 approx; } >"$tmp/few"
"$bin/aggregate" --wide --by office --states -i 'requests.new,requests.carried,requests.forward,requests.nosuch' \
    -c total "$tmp/few" 2>"$tmp/err" | cut -f1,2,7,11- >"$tmp/got"
printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
    doc office year requests.new@total requests.new@total.state requests.carried@total \
    requests.carried@total.state requests.forward@total requests.forward@total.state \
    d 青石县教育局 2022 '' '' '' unreadable '' '' \
    e 青石县教育局 2023 '' '' '' '' 7 approx \
    c 青石县水务局 2021 '' na '' '' '' '' \
    b 青石县水务局 2022 4 number '' '' 0 number >"$tmp/want"
same 'a row an office and year' "$tmp/got" "$tmp/want"
is 'and what is not in it is told' "$(LC_ALL=C sort "$tmp/err")" \
    'aggregate: 1 cells are told twice, otherwise, and left empty
aggregate: 1 copies counted as one with their reports, 0 figures differ; --copies counts each
aggregate: 1 figures have no column: no form has their cell'
is 'a report an office' "$(wide --copies --by office -i requests.new -c total "$tmp/few" |
    cut -f1,11 | tr '\t\n' ': ')" 'doc:requests.new@total a:4 b:4 c: '

wide --documents "$tmp/documents" -i requests.new -c total "$tmp/facts" 2>/dev/null |
    awk -F'\t' '$1 ~ /reports.tar.gz/ { print $1 "\t" $10 }' >"$tmp/got"
awk -F'\t' 'NR == FNR { sum[$1] = $2; next } ($1 in sum) { print $1 "\t" $2 }' "$tmp/got" "$tmp/documents" >"$tmp/want"
same 'checksums of documents' "$tmp/got" "$tmp/want"

# What is no wide table.
printf 'doc\tyear\trequests.new@total\tvisitors\na\t2022\t4\t5\n' >"$tmp/bad"
status 'a column of its own' 2 "$bin/aggregate" --long "$tmp/bad"
is 'is told' "$(cat "$tmp/err")" "aggregate: $tmp/bad:1: no column of a wide table: visitors"
printf 'doc\tyear\trequests.new@total\na\t2022\t4\nb\t2022\nc\t2022\tx\nd\t2022\t7\n' >"$tmp/bad"
status 'lines that are none' 2 "$bin/aggregate" --long "$tmp/bad"
is 'are told, the rest comes back' "$(cut -f1,8 "$tmp/out" | tr '\t\n' ': ')$(sed "s|.*bad:|;|" "$tmp/err" |
    tr -d '\n')" "a:4 d:7 ;3: 2 fields; the header has 3;4: requests.new@total: not a figure: left out"
for options in '--wide -g year' '--wide -s sum' '--wide --long' '--states' '--by office' '--wide --by year' \
    '--wide --partial' '--long --merge'; do
	# shellcheck disable=SC2086
	status "$options" 2 "$bin/aggregate" $options "$tmp/few"
done
if command -v Rscript >/dev/null; then
	is 'R reads numbers, and nothing as NA' "$(wide --states -c total -i requests.new,requests.forward "$tmp/few" >"$tmp/r"
	    Rscript -e 'p <- read.delim(commandArgs(TRUE), check.names = FALSE); cat(class(p[["requests.new@total"]]), sum(is.na(p[["requests.new@total"]])))' "$tmp/r")" 'numeric 2'
else
	skip 'R reads numbers, and nothing as NA' 'no Rscript'
fi
plan "$tap_n"
