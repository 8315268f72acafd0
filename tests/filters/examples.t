#!/bin/sh
# The example reports: every figure as it was put in, every planted fault
# found, and no error that was not planted.
. tests/lib/tap.sh

sh examples/build "$tmp" || exit 2
# Another tar or gzip writes other bytes, but these files in this order.
contents() {
	gzip -dc "$1" >"$tmp/archive.tar"
	tar -tf "$tmp/archive.tar" && tar -xOf "$tmp/archive.tar"
}
contents "$tmp/reports.tar.gz" >"$tmp/built"
contents examples/reports.tar.gz >"$tmp/committed"
same 'the archive is what examples/build makes' "$tmp/built" "$tmp/committed"

"$bin/extract" examples/reports.tar.gz 2>"$tmp/errors" | "$bin/sectionize" |
    "$bin/tabulate" >"$tmp/facts"

# figures.tsv has tables and claims (prose) and no header.
header=$(printf 'doc\torg\tyear\tform\titem\tcol\tvalue\tstate')
for part in table prose; do
	{
		echo "$header"
		awk -F'\t' -v part=$part \
		    '($5 ~ /^prose\./) == (part == "prose")' "$tmp/figures.tsv"
	} >"$tmp/known"
	awk -v part=$part -f tests/lib/score.awk "$tmp/known" "$tmp/facts" \
	    >"$tmp/score"
	while read -r doc right wrong missing differ; do
		case $doc in wrong | missing) continue ;; esac
		is "$doc: $part" "$wrong wrong, $missing missing, $differ of org, year, form" \
		    '0 wrong, 0 missing, 0 of org, year, form'
		[ "$wrong$missing$differ" = 000 ] ||
		    grep "^[wm][a-z]* $doc" "$tmp/score" | sed 's/^/# /' | head -10
	done <"$tmp/score"
done

LC_ALL=C sort -s -t "$tap_tab" -k3,3 -k4,4 -k1,1 "$tmp/facts" |
    "$bin/check" --lang en >"$tmp/findings"
is 'check ends with 1' $? 1

# A planted fault is its report, rule and place.
sed 1d examples/faults.tsv | cut -f1-3 | sort >"$tmp/planted"
awk -F'\t' -v OFS='\t' '{ sub(/.*!/, "", $1); print $1, $5, $8 }' \
    "$tmp/findings" | sort -u >"$tmp/found"
comm -23 "$tmp/planted" "$tmp/found" >"$tmp/missed"
is 'every planted fault is found' "$(cat "$tmp/missed")" ''
awk -F'\t' -v OFS='\t' '$6 == "error" { sub(/.*!/, "", $1); print $1, $5, $8 }' \
    "$tmp/findings" | sort -u | comm -13 "$tmp/planted" - >"$tmp/undeserved"
is 'and no error that was not planted' "$(cat "$tmp/undeserved")" ''
plan $tap_n
