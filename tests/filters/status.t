#!/bin/sh
# status: what became of findings between two rounds.
. tests/lib/tap.sh
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
pipelines=$tmp/tree/pipelines
books=$tmp/books

# report OFFICE RECEIVED CLOSED: with the sentence of a fault if they differ.
report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n平稳。\n' "$1"
	printf '三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
	printf '一、本年新收政府信息公开申请数量\t%s\t0\t0\t0\t0\t0\t%s\n' "$2" "$3"
}
# states [OPTION...]: the states of errors, with office and figures.
states() {
	"$pipelines/status" -l en -o "$books" "$@" |
	    awk -F'\t' '$6 ~ /^(Q-ROW|W-LAPSED)$/ { print $1, $4, $6, $10, $11 }'
}
round() { "$pipelines/annual" -q -l en -o "$books" "$@" "$tmp/in" 2>"$tmp/err"; }

status 'without results' 2 "$pipelines/status" -l en -o "$tmp/in"
matches 'it says so' "$tmp/err" 'in: no results of annual or nightly'
mkdir "$tmp/in"
report 民政局 3 4 >"$tmp/in/1.txt"
report 水务局 5 6 >"$tmp/in/2.txt"
report 教育局 7 8 >"$tmp/in/3.txt"
report 审计局 9 9 >"$tmp/in/4.txt"
round
is 'at first all is new' "$(states | sort)" 'new 青石市教育局 Q-ROW 7 8
new 青石市民政局 Q-ROW 3 4
new 青石市水务局 Q-ROW 5 6'
report 民政局 4 4 >"$tmp/in/1.txt"
report 水务局 5 7 >"$tmp/in/2.txt"
report 审计局 9 1 >"$tmp/in/4.txt"
round
is 'then there is what is new, left and fixed' "$(states | sort)" 'fixed 青石市民政局 Q-ROW 3 4
fixed 青石市水务局 Q-ROW 5 6
left 青石市教育局 Q-ROW 7 8
new 青石市审计局 Q-ROW 9 1
new 青石市水务局 Q-ROW 5 7'
"$pipelines/status" -o "$books" | sort >"$tmp/all"
{
	cut -f5,3,8-10 "$books/findings.tsv"
	sed -n 's/^fixed	//p' "$tmp/all" | cut -f5,3,8-10
} | sort >"$tmp/want"
cut -f6,4,9-11 "$tmp/all" | sort >"$tmp/got"
same 'every finding has one line' "$tmp/got" "$tmp/want"
printf 'rule\torg\tyear\twhere\tleft\tright\treason\n' >"$tmp/waivers"
for at in 青石市教育局:7:8 青石市水务局:5:9; do
	IFS=: read -r org left right <<-EOT
	$at
	EOT
	printf 'Q-ROW\t%s\t2023\trequests.new\t%s\t%s\tit is so\n' "$org" "$left" "$right"
done >>"$tmp/waivers"
round -w "$tmp/waivers"
is 'and what is waived, or not any more' "$(states | sort)" 'lapsed 青石市水务局 W-LAPSED 5 9
left 青石市审计局 Q-ROW 9 1
left 青石市水务局 Q-ROW 5 7
waived 青石市教育局 Q-ROW 7 8'
round
is 'a waiver that is gone makes new what was waived' "$(states | grep new)" \
    'new 青石市教育局 Q-ROW 7 8'
is 'against an earlier run' "$(states -s 2 | sort)" "$(states --since=2 | sort)"
is 'all of it is left' "$(states --since=2 | cut -d ' ' -f 1 | uniq)" left
is 'and by the day' "$(states -s "$(date +%Y-%m-%d)" | sort)" "$(states | sort)"
status 'a run that there is not' 2 "$pipelines/status" -l en -o "$books" -s 77
matches 'is told, and which there are' "$tmp/err" '^3 20[0-9-]* [0-9:]*$'
status 'errors' 1 "$pipelines/status" -l en -o "$books" -H
is 'a header' "$(head -1 "$tmp/out" | cut -f1-3)" "state${tap_tab}doc${tap_tab}region"
if command -v script >/dev/null; then
	script -qec "$pipelines/status -l en -o $books" /dev/null >"$tmp/out"
	is 'on a terminal counts are on top' "$(head -1 "$tmp/out" | tr -d '\r' | sed 's/[0-9][0-9]*/N/g')" \
	    'run N, against run N: N new, N lapsed, N left, N waived, N fixed'
else
	skip 'on a terminal' 'no script'
fi
rm "$tmp"/in/*
echo 关于放假安排的通知 >"$tmp/in/5.txt"
round
status 'no error that is open' 0 "$pipelines/status" -l en -o "$books"
status '--help in any place' 0 "$pipelines/status" -o "$books" --help
matches 'tells the options' "$tmp/out" '^usage: status -o DIR'
plan "$tap_n"
