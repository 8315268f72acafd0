#!/bin/sh
# annual on a terminal: what is wrong in one report, told by itself; its overview;
# colours and the width of both.
. tests/lib/tap.sh
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
plan 22
source_tree "$tmp/tree"
annual=$tmp/tree/pipelines/annual
terminal() { TERM=xterm python3 -B tests/lib/terminal.py "$annual" -l zh "$@" 2>"$tmp/err"; }
# The columns of the longest line.
widest() {
	python3 -c 'import re, sys, unicodedata
print(max(sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in
              re.sub("\033\\[[0-9;]*m", "", line.rstrip())) for line in sys.stdin))'
}
unset COLUMNS NO_COLOR

# a report is looked at, nothing is kept
mkdir "$tmp/few"
bsdtar -xf examples/reports.tar.gz -C "$tmp/few"
cp "$tmp/few/2023/柳桥镇.txt" "$tmp/few/2019/财政局.txt" "$tmp"
cd "$tmp" || exit 2
listed() { find . | grep -vx './\(out\|err\|before\|after\)' | sort; }
listed >before
status 'a report with errors' 1 "$annual" -l zh 柳桥镇.txt
is 'whose it is' "$(head -n 2 out)" '青石县柳桥镇 2023 年度
柳桥镇.txt'
is 'what is wrong' "$(grep '[①②③]' out)" '  错① “（一）予以公开”一行，各类申请人相加是 5，总计写的是 0
  错② 自然人列，新收加上年结转是 6，办结加结转下年度是 7'
is 'no colours but on a terminal' "$(grep -c "$(printf '\033')" out)" 0
ok 'nor lines broken' [ "$(widest <out)" -gt 80 ]
status 'one without' 0 "$annual" -l zh 财政局.txt
is 'says so' "$(sed 1,2d out)" '没有发现问题。'
status 'both' 1 "$annual" -l zh 财政局.txt 柳桥镇.txt
is 'stand apart' "$(grep -c '年度$' out; grep -c '^$' out)" '2
3'
printf 'PK\003\004' >cut.docx
status 'one that cannot be read' 2 "$annual" -l zh cut.docx 柳桥镇.txt
matches 'says why' out '^cut.docx：读不出：.'
matches 'and the other one is told' out '错①'
status 'no such file' 2 "$annual" -l zh absent.docx
rm -f cut.docx
listed >after
same 'nothing is kept' after before

# colours and width
cd "$root" || exit 2
COLUMNS=50 terminal "$tmp/柳桥镇.txt" >"$tmp/got"
ok 'colours on a terminal' grep -q "$(printf '\033\[1;31m错①\033\[0m')" "$tmp/got"
ok 'no line is wider than that' [ "$(sed 2d "$tmp/got" | widest)" -le 50 ]
NO_COLOR=1 terminal "$tmp/柳桥镇.txt" >"$tmp/got"
is 'none with NO_COLOR' "$(grep -c "$(printf '\033')" "$tmp/got")" 0
terminal --color=never "$tmp/柳桥镇.txt" >"$tmp/got"
is 'none with --color=never' "$(grep -c "$(printf '\033')" "$tmp/got")" 0
status 'another word' 2 "$annual" --color=sometimes "$tmp/柳桥镇.txt"
COLUMNS=60 terminal -o "$tmp/results" examples/reports.tar.gz >"$tmp/got"
ok 'an overview with colours' grep -q "$(printf ' 1  \033\[31m错误\033\[0m')" "$tmp/got"
ok 'in its width' [ "$(grep -v "$tmp" "$tmp/got" | widest)" -le 60 ]
"$annual" -l zh -q -o "$tmp/results" examples/reports.tar.gz
"$annual" -l zh --color always -o "$tmp/results" examples/reports.tar.gz >"$tmp/got"
ok 'colours in a file where they are wanted' grep -q "$(printf '\033\[31m错误')" "$tmp/got"
