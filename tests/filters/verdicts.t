#!/bin/sh
# The verdicts on the real reports of ../shared, each of them read by hand.
. tests/lib/tap.sh
of_any_system 'verdicts'
plan 5

if [ ! -d "$shared/reports" ]; then
	for name in 1 2 3 4 5; do skip "verdict $name" 'no ../shared here'; done
	exit 0
fi
tab=$(printf '\t')
for report in "$shared"/reports/*.txt; do
	"$bin/extract" "$report" 2>/dev/null
done | "$bin/sectionize" | "$bin/tabulate" >"$tmp/facts"

status 'report 001 has errors' 1 "$bin/check" "$tmp/facts"
sed 's|^[^	]*/\(...\)[^	]*|\1|' "$tmp/out" | cut -f1,5,6,8-10 |
    grep -v "${tab}D-" >"$tmp/got"
cat >"$tmp/want" <<'END'
000	F-DUE	suspect	cumulative	0	2
001	Q-ROW	error	requests.results.open	1	0
001	Q-ROW	error	requests.results.denied.third-party	1	0
001	Q-ROW	error	requests.results.unable.not-held	4	0
001	Q-ROW	error	requests.results.total	6	0
001	Q-FLOW	error	natural	0	6
001	Q-ALLZERO	note		6	0
001	Q-ALLZERO	note		6	0
001	V-MISSING	note	review.reconsideration	5	0
001	T-TABLE	suspect	prose.requests.received	6	0
001	T-TABLE	suspect	prose.requests.answered	6	0
002	F-PROSE	note	prose.requests.received	1	0
002	T-PCT	suspect	重大建设项目类	8.1	8.287292
003	T-CONFLICT	note	prose.respond.hotline	30	7239
END
same 'what is found is what they deserve' "$tmp/got" "$tmp/want"
is 'blank reviews are unknown, not 0' \
    "$("$bin/check" -v unknown,pass,vacuous "$tmp/facts" |
	grep "/001" | grep "V-SUM${tab}" | cut -f7,8 | head -1)" \
    "unknown${tab}review.reconsideration"

"$bin/pinpoint" -n 1 "$tmp/facts" | cut -f8-13,15 >"$tmp/got"
why=prose.requests.received@count=6,prose.requests.answered@count=6
for cell in requests.new:total:0:6 requests.results.open:total:0:1 \
    requests.results.denied.third-party:total:0:1 \
    requests.results.unable.not-held:total:0:4 \
    requests.results.total:total:0:6 requests.new:natural:0:6; do
	echo "ambiguous:$cell:empty-column:$why" | tr : '\t'
done >"$tmp/want"
same 'with the sentences the repair that agrees with them is first' \
    "$tmp/got" "$tmp/want"
is 'by identities alone it is ambiguous' \
    "$(grep -v 'prose[.]' "$tmp/facts" | "$bin/pinpoint" | cut -f8 |
	head -1)" ambiguous
