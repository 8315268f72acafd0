#!/bin/sh
# aggregate --series: figures followed over the forms of four times
. tests/lib/tap.sh

office=$tmp/office
awk -f tests/series/describe.awk tests/series/figures.tsv >"$tmp/described"
awk -v labels=examples/labels.tsv -v out="$office" -f examples/render.awk "$tmp/described"
"$bin/extract" -q "$office" | "$bin/sectionize" | "$bin/tabulate" -q >"$tmp/facts"
followed() { "$bin/aggregate" --series -g office -s sum "$@" 2>/dev/null; }

# figures.tsv as lines of series, year, figure: of 2008 to 2025, but for what the
# forms before 2019, or 2014, do not have.
awk -F'\t' '
BEGIN { called["fees"] = "request-fees"; called["not-held"] = "unable.not-held"
	since["carried"] = since["forward"] = 2019; since["not-held"] = 2014 }
/^#/ { next }
FNR == 1 { for (i = 3; i <= NF; i++) name[i] = $i; next }
{
	for (i = 3; i <= NF; i++)
		if ($1 >= since[name[i]])
			print (name[i] in called ? called[name[i]] : name[i]) "\t" $1 "\t" $i
}' tests/series/figures.tsv | LC_ALL=C sort >"$tmp/want"
followed "$tmp/facts" | awk -F'\t' 'NR == FNR { wanted[$1]; next } ($2 in wanted) && $6 != "" {
	print $2 "\t" $4 "\t" $6 }' "$tmp/want" - | LC_ALL=C sort >"$tmp/got"
same 'eighteen years on four forms, without a hole' "$tmp/got" "$tmp/want"

# What holds of any facts: the examples, the fixtures, those made for doubts.
awk -f tests/lib/unfold_facts.awk tests/facts/series.txt >"$tmp/doubts"
"$bin/extract" -q examples/reports.tar.gz | "$bin/sectionize" |
    "$bin/tabulate" -q 2>/dev/null >>"$tmp/doubts"
followed "$tmp/doubts" >"$tmp/want"
sed 's/^\([^	]*\)/copy!\1/' "$tmp/doubts" | cat "$tmp/doubts" - >"$tmp/twice"
followed "$tmp/twice" >"$tmp/got"
same 'an archive that is there twice says the same' "$tmp/got" "$tmp/want"
# Documents, from the last to the first.
awk -F'\t' '$1 != doc { doc = $1; n++ } { print n "\t" NR "\t" $0 }' "$tmp/doubts" |
    sort -k1,1nr -k2,2n | cut -f3- >"$tmp/turned"
followed "$tmp/turned" >"$tmp/got"
same 'in whatever order reports come' "$tmp/got" "$tmp/want"
is 'a series has one unit' "$(cut -f2,5 "$tmp/want" | LC_ALL=C sort -u |
    cut -f1 | uniq -d)" ''
is 'what is never the series has no value' \
    "$(awk -F'\t' '$8 == "never" && $6 != ""' "$tmp/want")" ''
is 'what is near says why' "$(awk -F'\t' '$8 == "near" && $9 == ""' "$tmp/want")" ''

is 'the examples, each year' "$("$bin/aggregate" --series -i received -s count \
    "$tmp/doubts" | awk -F'\t' '$3 >= 2016 && $5 > 0 { printf "%s ", $3 }')" \
    '2016 2017 2018 2019 2020 2021 2022 2023 2024 '
is 'tables alone' "$("$bin/aggregate" --series -g office -S table -i documents \
    -s count,absent "$tmp/facts" | cut -f4,6,7 | tr '\t\n' ': ')" \
    '2011:1:0 2012:1:0 2013:1:0 2014:1:0 2015:1:0 2016:1:0 2017:1:0 2018:1:0 2019:0:1 2020:0:1 2021:0:1 2022:0:1 2023:0:1 2024:0:1 2025:0:1 '
is 'labels in Chinese' "$("$bin/aggregate" -H --lang zh --series -i forward -s sum \
    "$tmp/facts" | sed -n '1,2p')" "series	label	year	unit	sum	forms	relation	caveat	conflicts	stated
forward	结转下年度	2019	件	2	2019	same		0	"

# A form of one's own is followed like the one that it is like; a series of one's own.
mkdir "$tmp/own"
printf 'form\tvariant\ttable\titem\tparent\tlabel\tcols\tunit\ttype\n2026\tlike 2021\n' \
    >"$tmp/own/forms.tsv"
printf 'series\tunit\tchinese\tenglish\nrenewed\t件\t重做\tmade anew\n' >"$tmp/own/series.tsv"
printf 'series\tform\titem\tcol\trelation\nrenewed\t2026\trequests.results.unable.needs-creation\ttotal\tsame\n' \
    >"$tmp/own/crosswalk.tsv"
printf '%s\t\t青石县水务局\t2026\t2026\t%s\ttotal\t%s\t件\tnumber\ttable\t\t\n' \
    a requests.new 31 a requests.results.unable.needs-creation 2 >"$tmp/new"
is 'a form of one'\''s own' "$("$bin/aggregate" -d "$tmp/own" --series -s sum \
    -i received,renewed "$tmp/new" | cut -f1-7 | tr '\t\n' ': ')" \
    'received:requests received in the year:2026:件:31:2026:same renewed:made anew:2026:件:2:2026:same '
# In parts, dealt out in whatever way; with a government's report, and copies.
for options in '-g office -s sum,median' '-g form --copies' '-s sum,change' '-g region,office -S table'; do
	# shellcheck disable=SC2086 # options are words
	"$bin/aggregate" -H --series --lang zh $options "$tmp/twice" >"$tmp/want" 2>/dev/null
	for n in 2 5; do
		rm -f "$tmp"/part.*
		awk -F'\t' -v n="$n" -v part="$tmp/part." '
		$1 != doc { doc = $1; k = (k * 7 + 3) % n }
		{ print >(part k) }' "$tmp/twice"
		for part in "$tmp"/part.*; do
			# shellcheck disable=SC2086
			"$bin/aggregate" --partial --series $options "$part" >"$part.census"
		done
		"$bin/aggregate" --merge -H --lang zh "$tmp"/part.*.census >"$tmp/got" 2>/dev/null
		same "$n parts: $options" "$tmp/got" "$tmp/want"
	done
done
sed 's/^\(group	.*\)received/\1nosuch/' "$tmp/part.0.census" >"$tmp/bad"
status 'a part of another crosswalk' 0 "$bin/aggregate" --merge "$tmp/bad"
sed 's/^note	received/note	nosuch/' "$tmp/part.0.census" >"$tmp/bad"
status 'a note of none' 2 "$bin/aggregate" --merge "$tmp/bad"
status 'nothing to follow' 0 "$bin/aggregate" --series /dev/null
is 'is nothing' "$(cat "$tmp/out")" ''
plan "$tap_n"
