# tabulate's own options, and what it says where it cannot read.
. tests/lib/tap.sh

# Documents: a record each, what is no report too.
meta() { printf '%s\tL0\tmeta\t%s\t0\t0\t0\t\t%s\n' "$@"; }
{
	meta a type text/html a bytes 120 a sha256 0a1b a title 页面 a title '北桥镇\t年度报告'
	meta a org 云河县北桥镇 a office 云河县北桥镇 a region 云河县 a code 330999101
	meta a year 2023 a period 2023-01-01/2023-12-31 a published 2024-01-20 a genre report
	printf 'a\tL1\ttext\toverview\t0\t0\t0\t\t概述\n'
	meta b type text/plain b url http://x/b b code 330900 b genre notice
	meta c type text/plain c error cut
	meta d type application/pdf d needs-ocr 2
	printf 'd\tP1L1\ttext\toverview\t0\t0\t0\t\t概述\n'
	meta e type text/plain e error cut
	printf 'e\tL1\ttext\toverview\t0\t0\t0\t\t概述\n'
} >"$tmp/docs.blocks"
status 'documents' 0 "$bin/tabulate" -q -H --documents "$tmp/documents" "$tmp/docs.blocks"
cat >"$tmp/want" <<'EOS'
doc	sha256	type	bytes	url	title	office	org	region	code	level	year	period	published	form	genre	expected	found	blank	unreadable	status
a	0a1b	text/html	120		北桥镇\t年度报告	云河县北桥镇	云河县北桥镇	云河县	330999101	town	2023	2023-01-01/2023-12-31	2024-01-20		report	0	0	0	0	read
b		text/plain		http://x/b					330900	city					notice	0	0	0	0	other
c		text/plain														0	0	0	0	unread
d		application/pdf														0	0	0	0	part
e		text/plain														0	0	0	0	part
EOS
same 'a record each' "$tmp/documents" "$tmp/want"
is 'no hash is a figure' "$(awk -F'\t' '$7 == "hash" || $8 ~ /0a1b/ { print $1, $6, $8 }' "$tmp/out")" \
    'a structure.text.overview 1
d structure.text.overview 1
e structure.text.overview 1'
# From the file to its record: what the scraper noted, the sum of the bytes.
printf '青石县财政局2023年政府信息公开工作年度报告\n一、总体情况\n今年新收申请3件。\n' >"$tmp/noted.txt"
printf 'path\turl\nnoted.txt\thttp://example.org/noted\n' >"$tmp/manifest.tsv"
(cd "$tmp" && "$bin/extract" -q --manifest manifest.tsv noted.txt) | "$bin/sectionize" |
    "$bin/tabulate" -q --documents "$tmp/documents" >/dev/null
is 'a document has the url and the sum of its bytes' \
    "$(cut -f1,2,4,5,8,12,21 "$tmp/documents")" "$(printf '%s\t' noted.txt \
    "$(sha256sum <"$tmp/noted.txt" | cut -d' ' -f1)" "$(wc -c <"$tmp/noted.txt")" \
    http://example.org/noted 青石县财政局 2023)read"
status 'no room for them' 2 "$bin/tabulate" -q --documents /dev/full "$tmp/docs.blocks"
status 'nor a folder' 2 "$bin/tabulate" -q --documents "$tmp/no/documents" "$tmp/docs.blocks"
is 'and no facts' "$(cat "$tmp/out")" ''
plan 24
facts() { "$bin/extract" "$@" 2>"$tmp/log" | "$bin/sectionize" | "$bin/tabulate"; }

mkdir "$tmp/forms"
head -1 lib/data/forms.tsv >"$tmp/forms/forms.tsv"
head -1 lib/data/spellings.tsv >"$tmp/forms/spellings.tsv"
printf '2021\tyunhe\tproactive\tproactive.guides\tart20.1\t办事指南\tmade,repealed,valid\t件\tinteger\n' \
    >>"$tmp/forms/forms.tsv"
printf 'proactive.normative\t规矩\n' >>"$tmp/forms/spellings.tsv"
printf '%s\t%s\t%s\t%s\n' 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 \
    规矩 2 0 9 办事指南 5 1 60 >"$tmp/own.txt"

"$bin/extract" "$tmp/own.txt" 2>"$tmp/log" | "$bin/sectionize" >"$tmp/own.blocks"
"$bin/tabulate" "$tmp/own.blocks" >"$tmp/facts"
is 'a row of no form is left out' \
    "$(awk -F'\t' '$6 ~ /guides/' "$tmp/facts" | wc -l)" 0
is 'the figures of a label of no spelling are nobody'"'"'s' \
    "$(awk -F'\t' '$6 == "proactive.normative" && $7 == "valid" { print $10 }' "$tmp/facts")" unreadable
"$bin/tabulate" -d "$tmp/forms" "$tmp/own.blocks" >"$tmp/facts"
is 'a line in forms.tsv adds a row' \
    "$(awk -F'\t' '$6 ~ /guides/ { printf "%s=%s ", $7, $8 }' "$tmp/facts")" \
    'made=5 repealed=1 valid=60 '
is 'a line in spellings.tsv adds a spelling' \
    "$(awk -F'\t' '$6 == "proactive.normative" && $7 == "valid" { print $8 }' "$tmp/facts")" 9

printf '%s\n' 雲河縣氣象局2023年政府信息公開工作年度報告 一、總體情況 \
    雲河縣氣象局主動公開信息12條。 二、其他 云河气象部门收到政府信息公开申请60件。 >"$tmp/self.txt"
facts "$tmp/self.txt" >"$tmp/facts"
is 'an office is itself in other characters, and with all of its field' \
    "$(awk -F'\t' '$11 == "prose" { printf "%s=%s ", $6, $8 }' "$tmp/facts")" \
    'prose.proactive.total=12 prose.requests.received=60 '

printf '青石镇2020年政府信息公开工作年度报告\n一、总体情况\n今年工作有序。\n' >"$tmp/none.txt"
facts "$tmp/none.txt" >"$tmp/facts"
is 'a report without tables has no form' \
    "$(cut -f5 "$tmp/facts" | LC_ALL=C sort -u)" ''
is 'and no cells' "$(awk -F'\t' '$11 == "table"' "$tmp/facts" | wc -l)" 0

printf '%s\t%s\t%s\t%s\n' 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 '①5件' \
    行政规范性文件 '3 5' '' 7 >"$tmp/odd.txt"
facts "$tmp/odd.txt" >"$tmp/facts"
is 'what is no figure is unreadable, and shown' "$(awk -F'\t' \
    '$10 == "unreadable" { printf "%s ", $13 }' "$tmp/facts")" '①5件 3 5 '
is 'its cells are counted' "$(awk -F'\t' '$6 == "structure.cells" { printf "%s=%s ", $7, $8 }' \
    "$tmp/facts")" 'expected=200 found=6 blank=1 unreadable=2 '

sed '1s/.*/&\n&/' "$tmp/own.blocks" | awk -F'\t' -v OFS='\t' \
    'NR == 2 { $4 = "ocr"; $9 = "1" } { print }' >"$tmp/ocr.blocks"
"$bin/tabulate" "$tmp/ocr.blocks" >"$tmp/facts"
is 'every fact read from pictures says so' \
    "$(awk -F'\t' '$12 !~ /\/ocr$/' "$tmp/facts" | wc -l)" 0

"$bin/extract" -q examples/reports.tar.gz | "$bin/sectionize" |
    awk -F'\t' -v OFS='\t' '$3 == "cell" && $4 == "review" &&
    $9 ~ /^[0-9]+$/ { $9 = $9 "\357\277\275" } { print }' >"$tmp/broken.blocks"
"$bin/tabulate" -q "$tmp/broken.blocks" | awk -F'\t' '$11 == "table" &&
    $1 ~ /2021\/教育局/ && $6 ~ /^review/ { print $10 }' | sort | uniq -c |
    tr -s ' ' >"$tmp/states"
is 'reviews whose figures are all broken are unreadable, not blank' \
    "$(cat "$tmp/states")" ' 15 unreadable'

{
	echo 三、收到和处理政府信息公开申请情况
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' 项目 自然人 商业企业 科研机构 社会公益组织 \
	    法律服务机构 其他 总计 一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21 \
	    '二、上�结转申请数' '天￼' '着￼有' '￼' '和￼' '下￼' '��' '现￼' \
	    '（一）予以公开' 1 1 1 1 1 1 6
} >"$tmp/lost.txt"
facts "$tmp/lost.txt" >"$tmp/facts"
is 'a row that nothing of is readable is not absent' "$(awk -F'\t' '$6 == "requests.carried" {
    print $10 }' "$tmp/facts" | sort -u)" unreadable
printf '%s\t%s\t%s\t%s\n' 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 1 '”2018' 3 \
    行政规范性文件 4 5 6 >"$tmp/mark.txt"
facts "$tmp/mark.txt" >"$tmp/facts"
is 'a mark and four digits are no year' "$(awk -F'\t' '$6 == "proactive.regulations" {
    printf "%s/%s ", $8, $10 }' "$tmp/facts")" '1/number /unreadable 3/number '
# as a sheet prints whose columns run into each other
cat >"$tmp/merged.html" <<'END'
<h2>二、主动公开政府信息情况</h2>
<table><tr><td>信息内容规章行政规范性<td>本年制发件本年废止件现行有效件数41 7 205本年处理决定数量
<tr><td>第二十条第（五）项信息内容行政许可<td></table>
<h2>三、收到和处理政府信息公开申请情况</h2>
<table><tr><td>项目<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计
<tr><td>一、本年新收政府信息公开申请数量<td>1<td>2<td>3<td>4<td>5<td>6<td>21
<tr><td>二、上年结转政府信息公开申请数量<td>0<td>0<td>0<td>0<td>0<td>0<td>0</table>
END
facts "$tmp/merged.html" >"$tmp/facts"
is 'figures of several rows in one cell are not absent' "$(awk -F'\t' '
    $6 ~ /^proactive/ { print $10 }' "$tmp/facts" | sort | uniq -c | tr -s ' ')" \
    ' 22 unreadable'

# Found by the fuzzers: text that begins amid a character, and a name of a section
# that has no end.
printf 'a\tL1\ttext\toverview\t0\t0\t0\t\t5.\226\261收到政府信息公开申请5件。\n' \
    >"$tmp/amid.blocks"
is 'half a character is no reason to stop' "$("$bin/tabulate" "$tmp/amid.blocks" |
    awk -F'\t' '$6 ~ /characters/ { print $6 }')" structure.characters.overview
awk 'BEGIN { name = "x"
    while (length(name) < 90) name = name "节"
    print "a\tL1\ttext\t" name "\t0\t0\t0\t\t文"
}' >"$tmp/section.blocks"
is 'a name that is cut is cut between characters' \
    "$("$bin/tabulate" "$tmp/section.blocks" | iconv -f UTF-8 -t UTF-8 2>&1 |
    grep -c '^a.*structure.*节')" 3
printf 'a\tL1\tmeta\tcode\t0\t0\t0\t\t\\tx\na\tL1\ttext\tpreamble\t0\t0\t0\t\t文\n' >"$tmp/code.blocks"
is 'a code that is none is no fact' "$("$bin/tabulate" "$tmp/code.blocks" |
    awk -F'\t' 'NF != 13 || $6 == "structure.place"')" ''
