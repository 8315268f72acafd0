# A page that people look at: what it owes its user as a filter, and what a reader
# meets in it, in headless Chromium.
. tests/lib/tap.sh

awk -f tests/lib/unfold_facts.awk tests/facts/page.txt >"$tmp/facts"
"$bin/check" --lang zh --roster tests/facts/page.roster "$tmp/facts" \
    >"$tmp/findings" 2>/dev/null
"$bin/pinpoint" --lang zh "$tmp/facts" >"$tmp/repairs"
report() {
	"$bin/report" --lang zh -f "$tmp/findings" -p "$tmp/repairs" \
	    -x tests/facts/page.rejects "$@"
}

report "$tmp/facts" >"$tmp/page.html"
report <"$tmp/facts" >"$tmp/out"
same 'standard input is the same' "$tmp/out" "$tmp/page.html"
"$bin/check" -H --lang zh --roster tests/facts/page.roster "$tmp/facts" \
    >"$tmp/headed" 2>/dev/null
report -f "$tmp/headed" "$tmp/facts" >"$tmp/out"
same 'header lines are passed over' "$tmp/out" "$tmp/page.html"
report "$tmp/facts" >/dev/full 2>"$tmp/err"
is 'a full disk is told' "$? $(grep -c 'No space left' "$tmp/err")" '2 1'
echo 'a	b' >"$tmp/short"
status 'a line with fields too few is trouble' 2 report -f "$tmp/short" "$tmp/facts"
matches 'and told' "$tmp/err" 'short:1: expected 13 fields of findings'
status 'no facts' 0 "$bin/report" /dev/null
matches 'are a page too' "$tmp/out" '^</html>$'
is 'no tag comes out of a report' "$(grep -c '<img\|<script>alert\|<b>",' "$tmp/page.html")" 0
is 'no address is asked' "$(grep -o '\(src\|href\)="[^"#]*"' "$tmp/page.html" | sort -u)" \
    'href="data:,"
href="https://qingshi.example/2023/annual.html"'

# The list of faults, of those that no file has and of copies too.
for lang in zh en; do
	report --lang $lang --faults "$tmp/faults" "$tmp/facts" >/dev/null
	same "the list of faults, $lang" "$tmp/faults" tests/report/faults.$lang
done
status 'a list that cannot be written' 2 report --faults "$tmp/no/faults" "$tmp/facts"
is 'is told' "$(grep -c 'no/faults' "$tmp/err")" 1

# Letters: one to each office that has something to mend.
status 'letters' 0 report --letters "$tmp/letters" --until '2024年1月31日' "$tmp/facts"
is 'to those who have something to mend, in two kinds' \
    "$(cd "$tmp/letters" && ls | tr '\n' ' ')" \
    "云河县_img_src=x__'&_局.docx 云河县_img_src=x__'&_局.md 云河县北桥镇.docx 云河县北桥镇.md \
青石市南湖区.docx 青石市南湖区.md 青石市水利局.docx 青石市水利局.md "
status 'a folder that is there is not written to' 2 report --letters "$tmp/letters" \
    "$tmp/facts"
(cd "$tmp/letters" && cat ./*.md) >"$tmp/out"
same 'what they say' "$tmp/out" tests/report/letters.md
for zone in UTC0 CST-8; do
	TZ=$zone report --letters "$tmp/$zone" --workbook "$tmp/$zone.xlsx" "$tmp/facts" \
	    >"$tmp/out"
done
ok 'the same bytes in any zone' diff -r "$tmp/UTC0" "$tmp/CST-8"
is 'of as many' "$(ls "$tmp/CST-8")" "$(ls "$tmp/letters")"
ok 'a workbook as well' cmp "$tmp/UTC0.xlsx" "$tmp/CST-8.xlsx"
letter=$tmp/letters/云河县北桥镇
# Under the names that the roster has, where it has the office and says its place.
sed 's/云河县北桥镇/云河县北桥镇人民政府/; s/青石市水利局/水利局/' tests/facts/page.roster >"$tmp/roster"
"$bin/check" --lang zh --roster "$tmp/roster" --names "$tmp/names" "$tmp/facts" >/dev/null 2>&1
is 'check tells the names of the roster' "$(cat "$tmp/names")" \
"2023/北桥镇.docx${tap_tab}云河县北桥镇人民政府
https://qingshi.example/2023/annual.html${tap_tab}青石市民政局
2023/南湖区.xlsx${tap_tab}青石市南湖区"
report --names "$tmp/names" --letters "$tmp/named" --until '2024年1月31日' "$tmp/facts" >/dev/null
(cd "$tmp/named" && ls && cat ./*.md) >"$tmp/out"
(cd "$tmp/letters" && ls && cat ./*.md) | sed 's/^云河县北桥镇\([：.]\)/云河县北桥镇人民政府\1/' >"$tmp/want"
same 'letters are to these' "$tmp/out" "$tmp/want"
status 'letters with notes' 0 report -a --letters "$tmp/notes" "$tmp/facts"
ok 'say more' [ "$(cat "$tmp/notes"/*.md | grep -c '^[0-9]')" -gt \
    "$(grep -c '^[0-9]' tests/report/letters.md)" ]
ok 'of the same and others' [ "$(ls "$tmp/notes" | wc -l)" -ge "$(ls "$tmp/letters" | wc -l)" ]
# cells FILE: of its table, without blanks.
cells() { "$bin/extract" -q "$1" | awk -F '\t' '$3 == "cell" { print $9 }' | tr -d ' '; }
cells "$letter.docx" >"$tmp/cells"
# The fields of the Markdown, joined as a cell of the other kind is.
awk '
function end_entry(   i) {
	for (i = 1; i <= 3 && n > 0; i++) {
		gsub(/[\\ ]/, "", text[i])
		print text[i]
		text[i] = ""
	}
	n = 0
}
BEGIN {
	split("现在写的 应当写的 为什么", name, " ")
	mark["错误"] = "错"; mark["疑点"] = "疑"
	print "序号\n位置\n现在写的\n应当写的\n为什么"
}
/^[0-9]+[.]/ {
	end_entry()
	n = $1 + 0
	gsub(/[*]/, "", $2)
	print n mark[$2]
	$1 = $2 = ""
	gsub(/[\\ ]/, "")
	print
}
/^   - / {
	sub(/^   - /, "")
	for (i = 1; i <= 3; i++)
		if (index($0, name[i] "：") == 1) {
			field = i
			$0 = substr($0, length(name[i] "：") + 1)
		}
	text[field] = text[field] $0
}
END { end_entry() }' "$letter.md" >"$tmp/fields"
same 'a letter is the same in both kinds' "$tmp/cells" "$tmp/fields"
if command -v soffice >/dev/null; then
	for kind in odt pdf; do
		timeout 120 soffice "-env:UserInstallation=file://$tmp/office" --headless \
		    --convert-to $kind --outdir "$tmp/$kind" "$letter.docx" >/dev/null 2>&1
		cells "$tmp/$kind/云河县北桥镇.$kind" >"$tmp/out"
		same "LibreOffice has it the same, as $kind" "$tmp/out" "$tmp/cells"
	done
else
	skip 'letters in LibreOffice' 'no soffice here'
fi
if command -v xmllint >/dev/null; then
	ok 'one with a hostile name is well-formed' sh -c \
	    'bsdtar -xOf "$1" word/document.xml | xmllint --noout -' sh "$tmp/letters/云河县_img_src=x__'&_局.docx"
fi

# 200 offices of a made-up city, two years each: quick, and not large.
if command -v python3 >/dev/null; then
	python3 tests/perturb/perturb.py generate 200 7 "$tmp/changes" >"$tmp/many"
	"$bin/check" "$tmp/many" >"$tmp/many.findings" 2>/dev/null
	"$bin/pinpoint" "$tmp/many" >"$tmp/many.repairs" 2>/dev/null
	start=$(date +%s%N)
	"$bin/report" -f "$tmp/many.findings" -p "$tmp/many.repairs" "$tmp/many" \
	    >"$tmp/many.html"
	took=$((($(date +%s%N) - start) / 1000000))
	ok "200 offices in less than two seconds ($took ms)" [ "$took" -lt 2000 ]
	ok 'and 6 MB' [ "$(wc -c <"$tmp/many.html")" -lt 6000000 ]
fi

# The second round: what the first found, facts/page.txt with two figures as they were
# before, and a waiver.
sed '/北桥镇/s/\(requests\.new	total	\)5	/\19	/; /北桥镇/s/\(prose.requests.forward	count	\)2/\10/' \
    "$tmp/facts" >"$tmp/facts.before"
"$bin/check" --lang zh --roster tests/facts/page.roster "$tmp/facts.before" 2>/dev/null |
    sed 's/	云河县北桥镇	/	北桥镇人民政府	/' >"$tmp/last"
printf '2023/北桥镇.docx\t云河县\t北桥镇人民政府\t2023\tR-LATE\tsuspect\tfail\t\t20240201\t20240131\t\t\t%s\n' \
    迟于规定日期 >>"$tmp/last"
{
	printf 'rule\torg\tyear\twhere\tleft\tright\treason\twho\tday\n'
	printf 'P21-STOCK\t云河县北桥镇\t2023\tproactive.normative\t6\t4\t已集中清理\t张三\t2024-01-20\n'
	printf 'R-MISSING\t青石市粮食局\t2023\t\t\t\t已撤销\t张三\t2024-01-20\n'
} >"$tmp/waivers"
"$bin/check" --lang zh --roster tests/facts/page.roster --waivers "$tmp/waivers" --waived \
    "$tmp/facts" >"$tmp/waived" 2>/dev/null
status 'a second round' 0 report -f "$tmp/waived" --last "$tmp/last" \
    --documents tests/facts/page.documents --workbook "$tmp/second.xlsx" "$tmp/facts"
cp "$tmp/out" "$tmp/second.html"
"$bin/extract" -q "$tmp/second.xlsx" | awk -F '\t' '
$3 == "cell" && ($5 < 4) { printf "%s%s", $7 == 1 ? "\n" : " | ", $9 } END { print "" }' |
    sed 1d >"$tmp/out"
same 'what is new, left, mended and let be' "$tmp/out" tests/report/second
is 'no address but of the net' "$(grep -o 'href="[^#"][^"]*' "$tmp/second.html" | sort -u)" \
    'href="data:,
href="https://qingshi.example/2023/annual.html
href="https://qingshi.example/nanhu.xlsx?a=1&amp;b=2'
sed 's/^scan.pdf/\/收件\/a b#1.zip!scan.pdf/' "$tmp/facts" | report >"$tmp/out"
matches 'a whole path is a link, an archive'\''s for its members' "$tmp/out" \
    'href="file:///%E6%94%B6%E4%BB%B6/a%20b%231.zip"'

if ! { command -v chromium || command -v chromium-browser; } >/dev/null; then
	skip 'in a browser' 'no chromium here'
elif ! command -v python3 >/dev/null; then
	skip 'in a browser' 'no python3 here'
elif timeout 60 python3 tests/report/browse.py "$tmp/page.html" "$tmp/second.html" >"$tmp/out" 2>"$tmp/err" ||
    ! grep -q 'the browser is gone' "$tmp/err"; then
	same 'in a browser' "$tmp/out" tests/report/browsed
else
	skip 'in a browser' 'chromium does not run here'
fi
plan "$tap_n"
