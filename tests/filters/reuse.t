#!/bin/sh
# reuse: text that reports share
. tests/lib/tap.sh
tab=$(printf '\t')
awk -f tests/lib/words.awk tests/reuse/reports.txt |
    "$bin/sectionize" -d tests/fictional >"$tmp/in" || exit 2
reuse() { "$bin/reuse" --lang en "$@" 2>"$tmp/err"; }
# told FIELD...: these of what is told, by their names; FIELD=WHAT: only such records.
told() {
	awk -F '\t' -v OFS=' ' -v wanted="$*" '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(wanted, want, " "); next }
	{
		line = ""
		for (i = 1; i <= n; i++) {
			split(want[i], part, "=")
			if (part[2] != "" && $at[part[1]] != part[2])
				next
			line = line (i > 1 ? " " : "") $at[part[1]]
		}
		print line
	}'
}
# with FIELD VALUE: the reports, 柳河县财政局's with another property.
with() {
	awk -F '\t' -v OFS='\t' -v name="$1" -v value="$2" '
	/^柳河县/ && $3 == "meta" && $4 == name { $9 = value } { print }' "$tmp/in"
}

# The two that everybody asks for.
is 'section five word for word from last year' "$(reuse -H "$tmp/in" |
    told org=青石县财政局 year section kind order share other_year)" \
    '青石县财政局 2022 problems same published 100 2021'
is 'a whole report, the name of whose office was left in' "$(reuse -H "$tmp/in" |
    told org=柳河县财政局 section=\* other_org other_year kind order share names)" \
    '柳河县财政局 * 青石县财政局 2021 same published 100 青石县财政局@L4'
"$bin/tabulate" -q "$tmp/in" | sort -s -t "$tab" -k3,3 | "$bin/check" --lang en 2>/dev/null |
    awk -F '\t' '$5 == "T-REPEAT" { print $3, $4, $13 }' >"$tmp/out"
is 'check means the same by word for word' "$(cat "$tmp/out")" '青石县财政局 2022 存在的主要问题及改进情况: word for word, but for names and figures, as in 2021'
is 'what all write is told of none' "$(reuse -H -c 1 -s 0 "$tmp/in" |
    told text | grep -c 期限内答复)" 0
is 'but of all, where it may be anything' "$(reuse -H -c 1 -s 0 --common 9 "$tmp/in" |
    told text | grep -c 期限内答复)" 10
is 'the sentences are those of the later one' "$(reuse -H "$tmp/in" |
    told org=青石县财政局 text | grep -c '看了两遍.*2010年')" 1

# Which was first.
order() { with "$1" "$2" >"$tmp/some"; reuse -H "$tmp/some" |
	told org section=overview other_org order; }
is 'no day: the year tells' "$(order published '')" '柳河县财政局 overview 青石县财政局 year'
is 'an earlier day speaks against the year' "$(order published 2022-01-17)" \
    '柳河县财政局 overview 青石县财政局 unknown'
is 'one year: the day tells, whichever document is named first' \
    "$(order year 2021)" '柳河县财政局 overview 青石县财政局 published'
with year 2021 | sed '/published/d' >"$tmp/some"
is 'neither: it is not known' "$(reuse -H "$tmp/some" |
    told section=overview org other_org order names other_names)" \
    'overview 青石县财政局 柳河县财政局 unknown  青石县财政局@L4'
with org 青石县财政局 | sed '/^柳河县/s/	office	\(.*\)	.*/	office	\1	青石县财政局/' >"$tmp/some"
is 'an office and a year twice are copies' "$(reuse -H "$tmp/some" |
    told other_year=2022 section; grep copies "$tmp/err")" \
    'reuse: 1 copies of reports were not compared with each other'

# Above it: the county's name is nothing foreign to its town.
with code 330803001 | awk -F '\t' -v OFS='\t' '{ print }
/^青石县财政局2021/ && $4 == "year" { $4 = "code"; $9 = "330803"; print }' >"$tmp/some"
sed -i '/^柳河县/s/青石县财政局把预算/青石县把预算/' "$tmp/some"
is 'the name of a place above is none' "$(reuse -H "$tmp/some" |
    told org=柳河县财政局 section=overview names)" '柳河县财政局 overview '

# The same, however the reports come.
reuse "$tmp/in" >"$tmp/want"
for seed in 1 2 3; do
	awk -F '\t' -v seed=$seed 'BEGIN { srand(seed) }
	$1 != doc { doc = $1; at = rand() } { printf "%.9f\t%06d\t%s\n", at, NR, $0 }' "$tmp/in" |
	    LC_ALL=C sort | cut -f3- >"$tmp/some"
	reuse "$tmp/some" >"$tmp/out"
	same "in another order, $seed" "$tmp/out" "$tmp/want"
done

# Hostile: a line of megabytes, one shingle again and again, sections of nothing, the
# same text in thousands of reports.
doc() { printf '%s\t\tmeta\t%s\t0\t0\t0\t\t%s\n' "$1" type text/plain "$1" org "$2" \
    "$1" office "$2" "$1" region '' "$1" year "$3"; }
text() { printf '%s\tL1\ttext\t%s\t0\t0\t0\t\t%s\n' "$@"; }
{
	doc a 甲局 2021
	printf 'a\tL1\ttext\toverview\t0\t0\t0\t\t'
	head -c 7000000 /dev/zero | tr '\0' x
	echo
	doc b 乙局 2022
	again=$(printf '公开%.0s' $(seq 15000))
	text b overview "$again"
	doc c 丙局 2022
	text c overview "$again"
	doc d 丁局 2022
	text d overview ''
	text d problems '。。；'
	doc e 戊局 2022
} >"$tmp/some"
status 'more than is compared is told' 2 "$bin/reuse" --lang en "$tmp/some"
is 'with its document' "$(cat "$tmp/err")" 'reuse: a: more text in a section than is compared'
is 'one turn again and again is nothing to be known by' "$(cat "$tmp/out")" ''
same_text=$(awk -F '\t' '/^青石县财政局2021/ && $4 == "problems" && $3 == "text"' "$tmp/in" | cut -f9)
for i in $(seq 3000); do
	echo "$i" $((1000 + i))
done | awk -v text="$(echo "$same_text" | tr -d '\n')" '{
	for (i = split("org office year", name, " "); i > 0; i--)
		printf "%s\t\tmeta\t%s\t0\t0\t0\t\t%s\n", $1, name[i],
		    name[i] == "year" ? $2 : "青石县财政局"
	printf "%s\tL1\ttext\tproblems\t0\t0\t0\t\t%s\n", $1, text
}' >"$tmp/some"
reuse "$tmp/some" >"$tmp/out"
ok 'the same in thousands: some pairs of each' \
    [ "$(wc -l <"$tmp/out")" -gt 2990 -a "$(wc -l <"$tmp/out")" -lt 12001 ]
matches 'which is told' "$tmp/err" 'some text stands in many reports'

# Of many years that are alike the last one is told, whatever their documents are called.
for year in 2015 2016 2017 2018 2019 2020 2021 2022; do
	doc "$((2030 - year))" 青石县财政局 $year
	text "$((2030 - year))" problems "$(echo "$same_text" | tr -d '\n')"
done >"$tmp/some"
is 'the year before is among those that are told' "$(reuse -H "$tmp/some" |
    told year other_year | awk '$1 == $2 + 1' | sort | tr '\n' ';')" \
    '2016 2015;2017 2016;2018 2017;2019 2018;2020 2019;2021 2020;2022 2021;'

# Where it keeps things.
status 'no place for its files' 2 env TMPDIR=/no/such/folder "$bin/reuse" "$tmp/in"
is 'is told' "$(cat "$tmp/out" "$tmp/err")" 'reuse: /no/such/folder: No such file or directory'
mkdir "$tmp/own"
(sleep 5 | TMPDIR=$tmp/own exec "$bin/reuse" "$tmp/in" -) >/dev/null 2>&1 &
sleep 1
is 'nothing is left of them, even while it runs' "$(ls -A "$tmp/own")" ''
kill $! 2>/dev/null

# Copies planted among independent reports on one form.
if command -v python3 >/dev/null; then
	python3 -B tests/reuse/archive.py --offices 200 --truth "$tmp/truth" >"$tmp/some"
	reuse -H "$tmp/some" | awk -f tests/reuse/score.awk "$tmp/truth" - |
	    awk -F '\t' '$1 !~ /30% letters|^report/ { print $1, $1 ~ /section/ ? $2 - $3 : $3 }' |
	    grep -v '^whole' >"$tmp/out"
	is 'sections are found, and nothing else' "$(sed 's/.* //' "$tmp/out" | sort | uniq -c |
	    tr -s ' ')" ' 9 0'
else
	skip 'sections are found, and nothing else' 'no python3'
fi
plan $tap_n
