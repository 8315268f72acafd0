# Pictures of pages, read with a stand-in for tesseract that says what it saw.
. tests/lib/tap.sh

if ! command -v python3 >/dev/null; then
	skip 'pictures of pages' 'no python3'
	plan "$tap_n"
	exit 0
fi
mkdir "$tmp/with" "$tmp/failing"
{ printf 'P5\n60 80\n255\n'; printf '%4800s' '' | tr ' ' '\377'; } >"$tmp/page.pgm"
python3 tests/lib/scan.py "$tmp/page.pgm" "$tmp/page.pgm" >"$tmp/scan.pdf"

# Lines (level 4) and words (5): left, top, width, height in dots of 1/300".
cat >"$tmp/seen" <<'END'
level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
1	1	0	0	0	0	0	0	2480	3508	-1	
2	1	1	0	0	0	300	300	1900	80	-1	
4	1	1	1	1	0	300	300	1900	50	-1	
5	1	1	1	1	1	300	300	900	50	96	青石县2023年政府
5	1	1	1	1	2	1190	305	800	40	96	信息公开工作年度报告
4	1	1	1	2	0	300	400	1500	50	-1	
5	1	1	1	2	1	300	400	700	50	90	一、总体情况
5	1	1	1	2	2	1500	400	0	50	90	x
4	1	1	1	3	0	300	500	1500	50	-1	
5	1	1	1	3	1	300	500	1500	50	90	收到政府信息公开申请5件。
broken line
5	1	1
END
tool() {
	printf '#!/bin/sh\n%s\n' "$2" >"$tmp/$1"
	chmod +x "$tmp/$1"
}
tool with/pdftoppm "cat '$tmp/page.pgm'"
tool with/tesseract "[ \"\$1\" != --list-langs ] || { printf 'chi_sim\\neng\\n'; exit; }
cat '$tmp/seen'"
tool failing/pdftoppm "cat '$tmp/page.pgm'"
tool failing/tesseract "[ \"\$1\" != --list-langs ] || { printf 'chi_sim\\neng\\n'; exit; }
exit 1"

read_with() { PATH=$tmp/$1:$PATH "$bin/extract" -q --ocr "$tmp/scan.pdf" 2>"$tmp/err"; }

read_with with >"$tmp/blocks"
if grep -q 'built without' "$tmp/err"; then
	skip 'pictures of pages' 'built without a PDF reader'
	plan "$tap_n"
	exit 0
fi
awk -F'\t' '$3 == "text" { print $2 ": " $9 }' "$tmp/blocks" >"$tmp/got"
sed 's/^/# /' "$tmp/got"
matches 'what was seen is read' "$tmp/got" '收到政府信息公开申请5件。'
matches 'words of a line are joined' "$tmp/got" '青石县2023年政府信息公开工作年度报告'
is 'on both pages' "$(grep -c '总体情况' "$tmp/got")" 2
matches 'and marked' "$tmp/blocks" 'ocr'
"$bin/sectionize" "$tmp/blocks" | "$bin/tabulate" >"$tmp/facts"
ok 'a figure tells that it was seen' awk -F'\t' \
    '$6 == "prose.requests.received" && $8 == 5 && $12 ~ /ocr/ { found = 1 }
    END { exit !found }' "$tmp/facts"
# rows whose figures stand in columns, between rules; of one that was not seen there is ink
seen_row() {
	printf '4\t1\t2\t1\t%s\t0\t300\t%s\t1900\t50\t-1\t\n' "$1" "$2"
	seen_line=$1 seen_top=$2
	shift 2
	seen_left=300
	for word; do
		[ "$word" = - ] || printf '5\t1\t2\t1\t%s\t1\t%s\t%s\t%s\t50\t90\t%s\n' \
		    "$seen_line" $seen_left "$seen_top" $((${#word} * 40)) "$word"
		seen_left=$((seen_left + 500))
	done
}
{
	head -1 "$tmp/seen"
	seen_row 1 600 项目 制定数 废止数 现行数
	seen_row 2 700 规章 1 2 3
	seen_row 3 800 规范 4 5 6
	seen_row 4 900 文件 7 - 9
	seen_row 5 1000 公告 - 8 -
} >"$tmp/table"
python3 - >"$tmp/table.pgm" <<'END'
import sys
WIDTH, HEIGHT = 2480, 1200
grey = bytearray(b'\377' * (WIDTH * HEIGHT))
def ink(left, top, right, bottom):
    for y in range(top, bottom):
        grey[y * WIDTH + left:y * WIDTH + right] = bytes(right - left)
for y in range(580, 1081, 100):
    ink(280, y, 2284, y + 3)
for x in range(280, 2281, 500):
    ink(x, 580, x + 3, 1083)
ink(1320, 922, 1340, 945)
sys.stdout.buffer.write(b'P5\n%d %d\n255\n' % (WIDTH, HEIGHT) + grey)
END
mkdir "$tmp/columns"
tool columns/pdftoppm "cat '$tmp/table.pgm'"
tool columns/tesseract "[ \"\$1\" != --list-langs ] || { printf 'chi_sim\\neng\\n'; exit; }
case \$* in *eng*) sed 's/^\(5.*\)\t5\$/\1\t6/' '$tmp/table' ;; *) cat '$tmp/table' ;; esac"
read_with columns >"$tmp/blocks"
is 'a cell is blank where there is no ink, and no figure is what only one reader sees' "$(awk -F'\t' '
    $2 ~ /^P1/ && $3 == "cell" { print ($6 != row ? "/" : "") $9; row = $6 }' "$tmp/blocks" | tr '\n' ' ')" \
    '/项目 制定数 废止数 现行数 /规章 1 2 3 /规范 4 ￼ 6 /文件 7 ￼ 9 /公告  8  '
read_with failing >"$tmp/blocks"
is 'where nothing is seen, nothing is said' \
    "$(awk -F'\t' '$3 == "text"' "$tmp/blocks" | wc -l)" 0
ok 'but why' [ -s "$tmp/err" ]
PATH=$tmp/none:/usr/bin:/bin "$bin/extract" -q "$tmp/scan.pdf" >"$tmp/blocks" 2>"$tmp/err"
ok 'without --ocr a picture is told' [ -s "$tmp/err" ]

# annual over a scan that the test made, and over what else cannot be read
mkdir -p "$tmp/tree/bin" "$tmp/tree/lib" "$tmp/in"
cp -R pipelines "$tmp/tree/"
cp -R lib/data "$tmp/tree/lib/"
for filter in extract extract-office extract-pdf sectionize tabulate check pinpoint aggregate report; do
	ln -s "$(readlink -f "$bin/$filter")" "$tmp/tree/bin/$filter"
done
annual=$tmp/tree/pipelines/annual
cp "$tmp/scan.pdf" "$tmp/in"
printf '\211PNG\r\n\032\n0000' >"$tmp/in/page.png"
printf 'body {}\n' >"$tmp/in/page.css"
cd "$tmp/in" || exit 2
run_annual() { PATH=$tmp/$1:$PATH "$annual" -o "$tmp/$1-results" -l "$2" $3 .; }
status 'annual over a scan' 2 run_annual none zh
is 'says what was not read, why and what to do' "$(sed -n '/^未读/,/^$/p' "$tmp/out")" \
    '未读  2 个成员
        ./scan.pdf：没有可读的文字，可能是扫描件：加 --ocr 再读，或向报送单位要电子文本
未读  不算报告：图片 1'
is 'lists it' "$(cut -f1,2 "$tmp/none-results/rejects.tsv" | tr '\t' ' ')" './page.css skipped
./scan.pdf partly'
is 'and takes it for no report in order' \
    "$(awk -F'\t' '$7 == "fail" { print $1, $5, $6 }' "$tmp/none-results/findings.tsv")" \
    './scan.pdf D-UNREAD error'
status 'in English' 2 run_annual none en
is 'too' "$(sed -n '/^not read/,/^$/p' "$tmp/out")" 'not read  2 members
        ./scan.pdf: has no text to read, a scan perhaps: run again with --ocr, or ask for the original
not read  none of them reports: 1 pictures'
status 'annual --ocr' 1 run_annual with zh --ocr
is 'has what was seen' "$(awk -F'\t' '$6 ~ /^prose/ { print $6, $8, $12 }' \
    "$tmp/with-results/facts.tsv")" 'prose.requests.received 5 P1L3/ocr
prose.requests.received 5 P2L3/ocr'
is 'and nothing of it unread' "$(cut -f1,2 "$tmp/with-results/rejects.tsv" | tr '\t' ' ')" \
    './page.css skipped'
status 'where OCR sees nothing' 2 run_annual failing zh --ocr
matches 'that is said' "$tmp/out" 'scan.pdf：没有可读的文字，OCR 也没有认出：请看原件'
mkdir "$tmp/missing"
tool missing/tesseract 'exit 1'
status 'without tesseract' 2 run_annual missing zh --ocr
is 'what is missing is told' "$(cat "$tmp/err")" \
    'annual: --ocr 需要 tesseract（chi_sim）和 pdftoppm，--convert 需要 LibreOffice 和 bubblewrap'
ok 'and nothing is written' [ ! -e "$tmp/missing-results" ]
status 'an option that is none' 2 "$annual" --orc -o "$tmp/x" .
matches 'is told' "$tmp/err" 'help'

if ! tesseract --list-langs 2>/dev/null | grep -qx chi_sim || ! command -v pdftoppm >/dev/null; then
	skip 'a real scan' 'no tesseract here: sh tests/depend ocr'
	plan "$tap_n"
	exit 0
fi
pdftoppm -gray -r 200 "$root/tests/fixtures/pdf/split-rows.pdf" "$tmp/print"
python3 "$root/tests/lib/scan.py" "$tmp"/print*.pgm >"$tmp/real.pdf"
status 'a real scan' 1 "$annual" -q -l zh --ocr -o "$tmp/real" "$tmp/real.pdf"
is 'is read' "$(awk -F'\t' '$6 == "prose.requests.received" {
    print $8, $12 ~ /ocr/ }' "$tmp/real/facts.tsv")" '17 1'
"$bin/extract" -q "$root/tests/fixtures/pdf/split-rows.pdf" | "$bin/sectionize" |
    "$bin/tabulate" 2>"$tmp/err" >"$tmp/print.facts"
# of each cell of the print: whether the scan has the same, none, or another
awk -F'\t' '$11 == "table" && FNR == NR { cell[$6, $7] = $8 " " $10 }
    $11 == "table" && FNR != NR { same += cell[$6, $7] == $8 " " $10
	other += $10 !~ /^(unreadable|absent)$/ && cell[$6, $7] != $8 " " $10; n++ }
    END { print same, other + 0, n }' "$tmp/print.facts" "$tmp/real/facts.tsv" >"$tmp/same"
sed 's/^/# same, other, cells: /' "$tmp/same"
ok 'some of its tables, with no figure that is another' awk '$1 > 40 && !$2 { ok = 1 } END { exit !ok }' "$tmp/same"
plan "$tap_n"
