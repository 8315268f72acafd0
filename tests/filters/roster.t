#!/bin/sh
# Rosters as offices keep them: any character set, any format, titles, notes, dates.
. tests/lib/tap.sh

tab=$(printf '\t')

# doc NAME REGION ORG YEAR: a report in order.
doc() {
	for cell in natural total; do
		printf '%s\t%s\t%s\t%s\t2021\trequests.new\t%s\t4\t件\tnumber\ttable\tL3\t4\n' \
		    "$1" "$2" "$3" "$4" "$cell"
	done
}

# Of what a report lacks nothing is to be told here.
{ head -1 lib/data/rules.tsv
  awk -F '\t' '$1 ~ /^D-/ && !seen[$1]++ { print $1 "\tany\toff" }' lib/data/rules.tsv
} >"$tmp/rules"

# found ROSTER [OPTION...]: all that check writes and says of $tmp/facts, its status in
# front.
found() {
	roster=$1
	shift
	"$bin/check" --lang en --rules "$tmp/rules" --roster "$roster" "$@" \
	    "$tmp/facts" >"$tmp/all" 2>"$tmp/err"
	echo "status $?"
	sed "s|$tmp/||" "$tmp/err"
	cut -f1-6,12- "$tmp/all"
}

{ doc a 青石县 青石县 2024; doc b 青石县 青石县卫生健康局 2024
  doc c 青石县 青石县财政局 2024; doc d 青石县 青石县教育局 2024
  doc e 青石县 青石县北桥镇 2024; doc f 青石县 青石县东川街道 2024
  doc g 青石县 青石县财政局 2023; doc h 云河县 云河县财政局 2024
  doc i 江州市青石县 青石县司法局 2024; } |
    LC_ALL=C sort -s -t "$tab" -k3,3 -k4,4 >"$tmp/facts"

### A table with a title, a header, an index, notes, in every character set
cat >"$tmp/list.csv" <<END
青石县2024年度政府信息公开工作年度报告报送单位名册,,,,
,,,,
序号,单位名称（全称）,报送期限,联系人,备注
1,青石县人民政府,2025年1月31日,张三,
2,县财政局,2025-01-31,"李四
（兼）",
3,教育局,2025/1/31前,,
,,,,
二、乡镇和街道,,,,
4,青石县北桥镇人民政府,20250131,,
5,东川街道办事处,2025.1.31,,
6,青石县卫计委,45688,,
7,司法局,2025-01-31 00:00:00,,
8,青石县档案馆,,,
9,青石县审计局,下周,,
,,,,
合计,9家,,,
备注：迟报的单位请说明原因。,,,,
END
cat >"$tmp/want" <<END
status 2
check: list.csv:15: not a date
h	云河县	云河县财政局	2024	R-UNKNOWN	note		Not on the roster
g	青石县	青石县财政局	2023	R-YEAR	note		The roster wants no report of 2023 from this office: it only serves for comparison
		青石县档案馆	2024	R-MISSING	duty		On the roster, but there is no report
END
found "$tmp/list.csv" >"$tmp/got"
same 'a list in UTF-8' "$tmp/got" "$tmp/want"
cp "$tmp/list.csv" "$tmp/utf-8"
for charset in GBK GB18030 UTF-16; do
	iconv -f UTF-8 -t $charset "$tmp/utf-8" >"$tmp/list.csv"
	found "$tmp/list.csv" >"$tmp/got"
	same "in $charset" "$tmp/got" "$tmp/want"
done
{ printf '\357\273\277'; cat "$tmp/utf-8"; } >"$tmp/list.csv"
found "$tmp/list.csv" >"$tmp/got"
same 'in UTF-8 with a mark' "$tmp/got" "$tmp/want"
sed 's/,/	/g; s/$/\r/' "$tmp/utf-8" | iconv -t GB18030 >"$tmp/list.csv"
found "$tmp/list.csv" >"$tmp/got"
same 'parted by TAB, with the line ends of Windows' "$tmp/got" "$tmp/want"
sed 's/,//g; 2,$d' "$tmp/utf-8" >"$tmp/list.csv"
sed 1d "$tmp/utf-8" >>"$tmp/list.csv"
found "$tmp/list.csv" >"$tmp/got"
same 'under a title that no comma parts' "$tmp/got" "$tmp/want"

### A workbook
python3 -B - "$tmp" <<END
import sys
sys.path.insert(0, "tests/lib")
import office
office.workbook(sys.argv[1] + "/名册.xlsx", [
    ["青石县2024年度政府信息公开工作年度报告报送单位名册"], [],
    ["序号", "单位名称", "报送期限", "备注"],
    [1, "青石县人民政府", (45688,)], [2, "县财政局", 45688],
    [3, "教育局", "2025年1月31日"], [], ["二、乡镇和街道"],
    [4, "青石县北桥镇人民政府", (45688,)], [5, "东川街道办事处"],
    [6, "青石县卫计委"], [7, "司法局"], [8, "青石县档案馆"],
    [9, "青石县审计局", "下周"], ["合计", "9家"],
    ["备注：迟报的单位请说明原因。"]])
END
found "$tmp/名册.xlsx" >"$tmp/got"
sed 's/list.csv:15/名册.xlsx: 名册!A14/' "$tmp/want" >"$tmp/of-workbook"
same 'a workbook' "$tmp/got" "$tmp/of-workbook"
(cd "$tmp" && PATH=$bin:$PATH && check --roster 名册.xlsx --rules rules facts >got 2>err)
is 'by check in the PATH' "$(cut -f5 "$tmp/got")" 'R-UNKNOWN
R-YEAR
R-MISSING'
printf 'PK\003\004 no workbook' >"$tmp/damaged.xlsx"
status 'one that is damaged' 2 "$bin/check" --roster "$tmp/damaged.xlsx" "$tmp/facts"
is '... is told' "$(sed "s|$tmp/||g" "$tmp/err")" \
    "extract: damaged.xlsx: is cut off
check: damaged.xlsx: could not be read, or not all of it"
ln -s "$bin/check" "$tmp/check"
status 'without extract beside it' 2 "$tmp/check" --roster "$tmp/名册.xlsx" /dev/null
is '... is told too' "$(sed "s|$tmp/||g" "$tmp/err")" \
    'check: extract: cannot be run, which is to read 名册.xlsx'

### Lists without a header, headers in English, columns of years
{ doc b 青石县 青石县财政局 2024; doc c 青石县 青石县财政局 2023; } >"$tmp/facts"
cat >"$tmp/want" <<END
status 0
		青石县教育局	2024	R-MISSING	duty		On the roster, but there is no report
END
printf '1\t青石县财政局\t2024年度\t2025-01-31\n2\t青石县财政局\t2023\n3\t青石县教育局\t2024\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
same 'no header: cells by what is in them' "$tmp/got" "$tmp/want"
printf 'Year,Unit,Deadline\n2024,青石县财政局,\n2023,青石县财政局,\n2024,青石县教育局,2025-01-31\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
same 'columns in any order' "$tmp/got" "$tmp/want"
printf '青石县财政局\n# 教育局\n县教育局\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
cat >"$tmp/want" <<END
status 2
check: list:1: no year: neither here nor in a title above the columns
check: list:3: no year: neither here nor in a title above the columns
END
same 'a list that says no year' "$tmp/got" "$tmp/want"
printf 'org\tyear\n\t2024\n007\t2024\n青石县财政局\t24\n青石县财政局\t2024\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
cat >"$tmp/want" <<END
status 2
check: list:3: not the name of an office
check: list:4: not a year
c	青石县	青石县财政局	2023	R-YEAR	note		The roster wants no report of 2023 from this office: it only serves for comparison
END
same 'lines that are none, and the rest used' "$tmp/got" "$tmp/want"

### Another year serves for comparison only
for cell in natural=4 business=1 research=0 public-interest=0 legal-service=0 other=0 \
    total=6; do
	printf 'd\t青石县\t青石县教育局\t2023\t2021\trequests.new\t%s\t%s\t件\tnumber\ttable\tL3\t\n' \
	    "${cell%=*}" "${cell#*=}"
done >"$tmp/facts"
printf '单位,年度\n青石县财政局,2024\n' >"$tmp/list"
found "$tmp/list" | sed 's/\(R-YEAR.*\)\t.*/\1/; s/\(Q-ROW.*\)\t.*/\1/' >"$tmp/got"
cat >"$tmp/want" <<END
status 0
d	青石县	青石县教育局	2023	R-YEAR	note	
d	青石县	青石县教育局	2023	Q-ROW	note	L3
		青石县财政局	2024	R-MISSING	duty		On the roster, but there is no report
END
same 'what is wrong in it is a note' "$tmp/got" "$tmp/want"

### Names that are nearly the same are proposed
{ doc a 青石县 青石县民政局 2024; doc b 青石县 青石县水利局 2024
  doc c 青石县 青石县南桥镇 2024; doc d 青石县 青石县卫生健康局 2024
  doc e 云河县 云河县审计局 2024; doc f 青石县 青石县审计局 2024; } >"$tmp/facts"
printf '单位,年度\n青石县财政局,2024\n青石县水力局,2024\n青石县北桥镇,2024\n青石县卫生康健局,2024\n青石县民局,2024\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
cat >"$tmp/want" <<END
status 0
c	青石县	青石县南桥镇	2024	R-UNKNOWN	note		Not on the roster
e	云河县	云河县审计局	2024	R-UNKNOWN	note		Not on the roster
f	青石县	青石县审计局	2024	R-UNKNOWN	note		Not on the roster
		青石县北桥镇	2024	R-MISSING	duty		On the roster, but there is no report
		青石县卫生康健局	2024	R-NEAR	suspect	d	No report has this name; is it 青石县卫生健康局, which came?
		青石县民局	2024	R-NEAR	suspect	a	No report has this name; is it 青石县民政局, which came?
		青石县水力局	2024	R-NEAR	suspect	b	No report has this name; is it 青石县水利局, which came?
		青石县财政局	2024	R-MISSING	duty		On the roster, but there is no report
END
same 'a slip in a name, but not another office or place' "$tmp/got" "$tmp/want"
is 'and in Chinese' "$("$bin/check" --lang zh --rules "$tmp/rules" --roster "$tmp/list" \
    "$tmp/facts" | grep R-NEAR | cut -f3,13 | head -1)" \
    "青石县卫生康健局${tab}没有以此为名的报告；收到的 青石县卫生健康局 是不是它？"
printf '单位,年度\n审计局,2024\n' >"$tmp/list"
found "$tmp/list" | grep R-NEAR >"$tmp/got"
cat >"$tmp/want" <<END
		审计局	2024	R-NEAR	suspect		No report has this name; is it 云河县审计局, 青石县审计局, which came?
END
same 'two offices of the same name' "$tmp/got" "$tmp/want"
doc x '' 青石县财政局 '' >"$tmp/facts"
printf '单位,年度\n青石县财政局,2024\n青石县教育局,2024\n' >"$tmp/list"
found "$tmp/list" >"$tmp/got"
cat >"$tmp/want" <<END
status 0
		青石县教育局	2024	R-MISSING	duty		On the roster, but there is no report
		青石县财政局	2024	R-NEAR	suspect	x	No report has this name; is it x, which came?
END
same 'a report of no year' "$tmp/got" "$tmp/want"

### Files that came and could not be read
doc a 青石县 青石县民政局 2024 >"$tmp/facts"
printf '单位,年度\n%s,2024\n%s,2024\n%s,2024\n%s,2024\n%s,2024\n%s,2024\n' 青石县财政局 教育局 \
    青石县水利局 青石县司法局 青石县审计局 青石县民政局 >"$tmp/list"
printf '%s\t%s\t%s\n' \
    'in/青石县财政局2024年政府信息公开年报.docx' rejected 'is protected by a password' \
    'in/a.zip!2024/青石县/教育局.pdf' rejected 'is damaged' \
    'in/青石县水利局2023年年报.doc' rejected 'is damaged' \
    'in/青石县司法局/logo.png' skipped 'is an image' \
    'in/2024年度青石县审计局年报（扫描）.jpg' skipped 'is an image' \
    'in/青石县民政局2024.doc' rejected 'is damaged' >"$tmp/rejects"
found "$tmp/list" --rejects "$tmp/rejects" >"$tmp/got"
cat >"$tmp/want" <<END
status 0
		青石县司法局	2024	R-MISSING	duty		On the roster, but there is no report
		青石县审计局	2024	R-UNREAD	duty	in/2024年度青石县审计局年报（扫描）.jpg	A file came, but could not be read: in/2024年度青石县审计局年报（扫描）.jpg
		教育局	2024	R-UNREAD	duty	in/a.zip!2024/青石县/教育局.pdf	A file came, but could not be read: in/a.zip!2024/青石县/教育局.pdf
		青石县水利局	2024	R-MISSING	duty		On the roster, but there is no report
		青石县财政局	2024	R-UNREAD	duty	in/青石县财政局2024年政府信息公开年报.docx	A file came, but could not be read: in/青石县财政局2024年政府信息公开年报.docx
END
same 'are not missing, where their names prove whose they are' "$tmp/got" "$tmp/want"

plan "$tap_n"
