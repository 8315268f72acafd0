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
tool with/pdftoppm 'exit 0'
tool with/tesseract "[ \"\$1\" != --list-langs ] || { echo chi_sim; exit; }
cat '$tmp/seen'"
tool failing/pdftoppm 'exit 0'
tool failing/tesseract "[ \"\$1\" != --list-langs ] || { echo chi_sim; exit; }
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
read_with failing >"$tmp/blocks"
is 'where nothing is seen, nothing is said' \
    "$(awk -F'\t' '$3 == "text"' "$tmp/blocks" | wc -l)" 0
ok 'but why' [ -s "$tmp/err" ]
PATH=$tmp/none:/usr/bin:/bin "$bin/extract" -q "$tmp/scan.pdf" >"$tmp/blocks" 2>"$tmp/err"
ok 'without --ocr a picture is told' [ -s "$tmp/err" ]
plan "$tap_n"
