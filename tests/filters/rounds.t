#!/bin/sh
# The page of a second round: what it tells of the last one, of waivers and of the files,
# whole and in both languages.
. tests/lib/tap.sh
of_scripts 'the page of a second round'
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"

# report OFFICE RECEIVED TOTAL
report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n平稳。\n' "$1"
	printf '三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n'
	printf '一、本年新收政府信息公开申请数量\t%s\t0\t0\t0\t0\t0\t%s\n青石市%s\n2024年1月20日\n' "$2" "$3" "$1"
}
# shown PAGE: its text, a row of a table in a line.
shown() {
	"$bin/extract" -q "$1" | awk -F '\t' '
	$3 == "meta" { next }
	$3 == "cell" { printf "%s%s", $7 == 1 ? "\n" : " | ", $9; next }
	{ printf "\n%s%s", $3 == "head" ? "# " : "", $9 }
	END { print "" }' | sed "1d; s|$tmp/||g"
}

mkdir "$tmp/in"
for lang in zh en; do
	books=$tmp/$lang
	round() {
		"$tmp/tree/pipelines/annual" -q -L --until 2024-02-29 -l $lang -o "$books" "$tmp/in" \
		    2>"$tmp/err"
	}
	report 民政局 3 4 >"$tmp/in/1.txt"
	report 教育局 7 8 >"$tmp/in/3.txt"
	report 审计局 9 9 >"$tmp/in/4.txt"
	round
	is "$lang: a first round compares nothing" \
	    "$(shown "$books/report.html" | grep -c '上次\|[Ss]ince')" 0
	report 民政局 4 4 >"$tmp/in/1.txt"
	report 审计局 9 1 >"$tmp/in/4.txt"
	{
		printf 'rule\torg\tyear\twhere\tleft\tright\treason\twho\tday\n'
		printf 'Q-ROW\t青石市教育局\t2023\trequests.new\t7\t8\t一人两次\t张三\t2024-02-01\n'
	} >"$books/waivers.tsv"
	round
	shown "$books/report.html" >"$tmp/got"
	same "$lang: a second round" "$tmp/got" "tests/report/round.$lang"
	rm "$books/waivers.tsv"
	round
	is "$lang: what is waived no more is new" \
	    "$(shown "$books/report.html" | grep '^与上次相比：\|^Since the last')" \
	    "$([ $lang = zh ] && echo '与上次相比：新发现 1 处、没有改 13 处、已改 0 条' ||
		echo 'Since the last round: 1 new, 13 not mended, 0 mended')"
done
plan "$tap_n"
