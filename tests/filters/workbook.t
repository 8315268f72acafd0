# A workbook of what is wrong in reports: what it has, that text stays text, that no
# part of one is ever left, and what LibreOffice reads in it.
. tests/lib/tap.sh
TMPDIR=$tmp/waiting
export TMPDIR
mkdir "$TMPDIR" || exit 2

awk -f tests/lib/unfold_facts.awk tests/facts/page.txt >"$tmp/facts"
"$bin/check" --lang zh --roster tests/facts/page.roster "$tmp/facts" \
    >"$tmp/findings" 2>/dev/null
"$bin/pinpoint" --lang zh "$tmp/facts" >"$tmp/repairs"
report() {
	"$bin/report" --lang zh -f "$tmp/findings" -p "$tmp/repairs" \
	    -x tests/facts/page.rejects "$@" >"$tmp/page"
}
left_over() { (cd "$tmp" && ls | grep '[.]xlsx[.]'; ls "$TMPDIR"); }
# part NUMBER [BOOK]: the XML of a sheet.  texts [BOOK]: of what cells share.
part() { bsdtar -xOf "${2:-$tmp/book.xlsx}" "xl/worksheets/sheet$1.xml"; }
texts() { bsdtar -xOf "${1:-$tmp/book.xlsx}" xl/sharedStrings.xml; }

report "$tmp/facts" && cp "$tmp/page" "$tmp/alone"
status 'a workbook' 0 report --workbook "$tmp/book.xlsx" "$tmp/facts"
same 'beside the same page' "$tmp/page" "$tmp/alone"
is 'that leaves nothing behind' "$(left_over)" ''
report --workbook "$tmp/again.xlsx" "$tmp/facts"
same 'the same bytes each time' "$tmp/book.xlsx" "$tmp/again.xlsx"
"$bin/extract" -q "$tmp/book.xlsx" | cut -f3,5-7,9 | grep '^head\|^cell' |
    awk -F '\t' '$1 == "head" { print (NR > 1 ? "\n" : "") "== " $5; next }
	$4 == 1 && $3 > 1 { print "" } { printf "%s | ", $5 } END { print "" }' \
    >"$tmp/out"
same 'its sheets, read by extract' "$tmp/out" tests/report/workbook

# Each figure that is a number is one, in the order of the facts.
"$bin/extract" -q "$tmp/book.xlsx" |
    awk -F '\t' '$3 == "cell" && $5 == 5 && $6 > 1 && $7 == 7 && $9 != "" { print $9 }' >"$tmp/out"
awk -F '\t' '$11 != "structure" && $8 != "" { print $8 }' "$tmp/facts" >"$tmp/want"
same 'its figures' "$tmp/out" "$tmp/want"
for sheet in 1 2 3 4 5; do
	part $sheet | tr '\n' ' ' >"$tmp/sheet"
	is "sheet $sheet: the head stays in sight, filters" \
	    "$(grep -c 'state="frozen".*<autoFilter ref="A1:' "$tmp/sheet")" 1
done
is 'colours by level' "$(part 2 | grep -o 'operator="equal"><formula>[^<]*' | tr '\n' ' ')" \
    'operator="equal"><formula>"错误" operator="equal"><formula>"疑点" operator="equal"><formula>"缺项" operator="equal"><formula>"提示" operator="equal"><formula>"新发现" operator="equal"><formula>"没有改" operator="equal"><formula>"已改" operator="equal"><formula>"豁免" '
is 'links from offices to their entries' \
    "$(part 1 | grep -o "location=\"'[^\"]*" | tr '\n' ' ')" \
    "location=\"'问题'!A2 location=\"'问题'!A9 location=\"'问题'!A12 location=\"'问题'!A15 "
if command -v xmllint >/dev/null; then
	bsdtar -tf "$tmp/book.xlsx" | while read -r name; do
		bsdtar -xOf "$tmp/book.xlsx" --fast-read "$(printf '%s' "$name" | sed 's/[][]/\\&/g')" |
		    xmllint --noout - 2>&1
	done >"$tmp/out"
	same 'well-formed' "$tmp/out" /dev/null
else
	skip 'well-formed' 'no xmllint here'
fi

# Text is text, whatever it begins with.
sed "s/青石市民政局/=HYPERLINK(\"http:\/\/x\",\"y\")/; s/云河县北桥镇/@SUM(A1)/
	s/青石市南湖区/+1-1/; s/青石市水利局/https:\/\/qingshi.example\/_x0041_/" \
    "$tmp/facts" >"$tmp/odd"
"$bin/report" --workbook "$tmp/odd.xlsx" "$tmp/odd" >/dev/null
for sheet in 1 2 3 4 5; do
	part $sheet "$tmp/odd.xlsx"
done >"$tmp/out"
is 'no formula' "$(grep -c '<f>\|http[^<]*hyperlink"' "$tmp/out")" 0
is 'but text' "$(texts "$tmp/odd.xlsx" | grep -o '<si><t>[=@+][^<]*' | sort | tr '\n' ' ')" \
    '<si><t>+1-1 <si><t>=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;) <si><t>@SUM(A1) '
is 'what is no escape stays' "$(texts "$tmp/odd.xlsx" | grep -o '_x005F_x0041_' | sort -u)" _x005F_x0041_

# What does not fit is told; what cannot be written leaves nothing.
fact() {
	printf '%s\t青石市\t青石市民政局\t2023\t2021\trequests.new\t%s\t%s\t件\tnumber\ttable\tL1\t%s\n' "$@"
}
{
	fact a.html natural 1 "$(printf '%040000d' 0)"
	fact a.html business 12345678901234567 x
	fact a.html total -0.25 x
} >"$tmp/long"
status 'a text that no cell holds' 2 "$bin/report" --lang en \
    --workbook "$tmp/long.xlsx" "$tmp/long"
matches 'is told' "$tmp/err" \
    'long.xlsx: All figures!K2: 40000 characters, cut to 32767: a cell'
is 'and cut' "$(texts "$tmp/long.xlsx" | grep -o '<t>0*<' | tr -d '<t>\n' | wc -c)" 32767
is 'no digit is lost' "$({ texts "$tmp/long.xlsx"; part 5 "$tmp/long.xlsx"; } |
    grep -o '<[vt]>\(-0.25\|[0-9]\{17\}\)<' | tr '\n' ' ')" '<t>12345678901234567< <v>-0.25< '
status 'no folder' 2 report --workbook "$tmp/none/book.xlsx" "$tmp/facts"
status 'a device' 2 report --workbook /dev/full "$tmp/facts"
matches 'is none' "$tmp/err" '/dev/full: a workbook needs a file'
cp "$tmp/book.xlsx" "$tmp/kept.xlsx"
# limited BLOCKS FACTS: a workbook in the place of the one there, of which the disk takes
# no more.
limited() {
	(
		trap '' XFSZ
		ulimit -f "$1"
		"$bin/report" --workbook "$tmp/kept.xlsx" "$2" 2>"$tmp/err" | cat >/dev/null
	)
}
limited 22 "$tmp/facts"
matches 'a full disk is told' "$tmp/err" 'kept.xlsx: .*File too large'
same 'and the workbook before it stays' "$tmp/kept.xlsx" "$tmp/book.xlsx"
for n in $(seq 60); do
	sed "s|^|$n/|" "$tmp/facts"
done >"$tmp/many"
limited 100 "$tmp/many"
matches 'a full disk where rows wait, too' "$tmp/err" 'sections: File too large'
same 'and the workbook stays' "$tmp/kept.xlsx" "$tmp/book.xlsx"
is 'nothing is left' "$(left_over)" ''

if ! command -v soffice >/dev/null; then
	skip 'in LibreOffice' 'no soffice here'
elif HOME=$tmp timeout 120 soffice --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,false,false,false,-1' \
    --outdir "$tmp/csv" "$tmp/book.xlsx" >/dev/null 2>&1; then
	is 'its sheets in LibreOffice' "$(ls "$tmp/csv" | wc -l)" 5
	cut -f7 "$tmp/csv/book-全部数.csv" | sed 1d | grep . >"$tmp/out"
	same 'its figures there' "$tmp/out" "$tmp/want"
	tr -d '"' <"$tmp/csv/book-单位.csv" | cut -f1,3,4 >"$tmp/out"
	is 'its offices there' "$(tr '\t\n' ' |' <"$tmp/out")" \
	    "$(printf '%s|' '单位 状态 错误' '云河县北桥镇 须修改 2' '青石市南湖区 须修改 1' \
	    "云河县<img/src=x>'&\\u202E局 须修改 1" '青石市水利局 读不出 1' \
	    '青石市体育局 读不出 0' '青石市粮食局 未收到 0' '青石市民政局 无问题 0')"
else
	skip 'in LibreOffice' 'soffice does not run here'
fi
plan "$tap_n"
