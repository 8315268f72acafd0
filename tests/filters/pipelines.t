#!/bin/sh
# The scripts around the filters, from the source tree and installed.
. tests/lib/tap.sh
of_scripts 'the scripts around the filters'

# The scripts of the tree with the filters under test.
mkdir "$tmp/tree" "$tmp/tree/bin"
cp -R pipelines "$tmp/tree/"
mkdir "$tmp/tree/lib"
cp -R lib/data "$tmp/tree/lib/"
for filter in extract extract-office extract-pdf sectionize tabulate check pinpoint aggregate \
    export report; do
	ln -s "$bin/$filter" "$tmp/tree/bin/$filter"
done
annual=$tmp/tree/pipelines/annual
archive=$root/examples/reports.tar.gz

names() { ls -A "$1" | tr '\n' ' '; }

# annual
status 'annual ends as check does' 1 "$annual" -l en -o "$tmp/a" "$archive"
cp "$tmp/out" "$tmp/overview"
is 'and leaves its results, nothing else' "$(names "$tmp/a")" \
    'current documents.tsv facts.tsv faults.tsv findings.tsv litter.tsv read.tsv rejects.tsv report.html report.xlsx runs summary.tsv superseded.tsv '
"$bin/extract" "$archive" 2>/dev/null | "$bin/sectionize" |
    "$bin/tabulate" >"$tmp/facts"
same 'the facts are those of the filters' "$tmp/a/facts.tsv" "$tmp/facts"
matches 'the overview counts reports' "$tmp/overview" '^reports +14: '
matches 'and figures' "$tmp/overview" '^figures +[0-9]+: [0-9]+ numbers'
matches 'and findings' "$tmp/overview" '^findings +[0-9]+ errors'
ok 'in one screen' [ "$(wc -l <"$tmp/overview")" -le 50 ]
status 'in Chinese' 1 env LC_ALL=zh_CN.UTF-8 "$annual" -o "$tmp/zh" "$archive"
matches 'as the locale says' "$tmp/out" '^报告 +14 篇'
matches 'findings too' "$tmp/zh/findings.tsv" '总计'
cut -f1-10 "$tmp/zh/faults.tsv" >"$tmp/faults"
same 'what is wrong, what matters most first' "$tmp/faults" tests/filters/annual.faults
ok 'and a page of it, in Chinese' grep -q '<html lang="zh-CN">' "$tmp/zh/report.html"
is 'with each office' "$(grep -c '<section class="unit' "$tmp/zh/report.html")" 9
is 'and every wrong cell an entry' \
    "$(grep -c '<li class="en [eds]' "$tmp/zh/report.html")" 12
is 'a fault is one entry, of 94 in 100' "$(ANNUAL=$annual tests/chains/entries |
    awk '{ print ($1 >= .94 * $3) }')" 1
status 'quiet' 1 "$annual" -q -l en -o "$tmp/a" "$archive"
is 'says nothing' "$(cat "$tmp/out")" ''
printf 'org\tyear\tparent\tdue\n清溪市粮食局\t2020\t\t\n' >"$tmp/roster of offices"
printf 'rule\torg\tyear\twhere\tleft\tright\nV-SUM\t清溪市\t2023\treview.reconsideration\t34\t35\n' \
    >"$tmp/waivers"
status 'a roster and waivers' 1 "$annual" -q -l en -R "$tmp/roster of offices" \
    -w "$tmp/waivers" -o "$tmp/r" "$archive"
matches 'who is missing is told' "$tmp/r/findings.tsv" '清溪市粮食局'
is 'what is waived is written as waived' "$(awk -F '\t' '$5 == "V-SUM" { print $6, $8 }' \
    "$tmp/r/findings.tsv")" 'waived review.reconsideration'
is 'and is no fault' "$(grep -c V-SUM "$tmp/r/faults.tsv")" 0
status 'no operands' 2 "$annual" -o "$tmp/none"
status 'no -o: a look, of which nothing is kept' 1 "$annual" "$archive"
status 'a missing file is trouble' 2 "$annual" -q -l en -o "$tmp/m" \
    "$tmp/no-such-file" "$archive"
ok 'but the rest is there' [ -s "$tmp/m/facts.tsv" ]
status '--help' 0 "$annual" --help
matches 'tells the options' "$tmp/out" '^usage: annual '
status '--version' 0 "$annual" --version
matches 'tells the version' "$tmp/out" '^annual \(nianbao\) [0-9]'

# why a file was not read is said in the user's language too
cut -f1 lib/data/chinese.tsv | sort >"$tmp/worded"
sed -n '/CONVERTED_TYPES(X)/,/^$/s/.*", "\([^"]*\)").*/\1 is not read without LibreOffice: see --convert/p
    s/.*\(REJECT\|SKIP\)("[^"]*", "\([^"]*\)").*/\2/p
    s/^	    "\(is [^"]*\)").*/\1/p' lib/format/registry.c lib/format/office_types.h | sort -u >"$tmp/reasons"
ok 'reasons are found' [ "$(wc -l <"$tmp/reasons")" -ge 20 ]
is 'every reason of a kind of file has its Chinese' "$(comm -23 "$tmp/reasons" "$tmp/worded")" ''
is 'what there is more to say of, extract says' \
    "$(awk -F '\t' '!/^#/ && $3 == "" { print $1 }' pipelines/reasons.tsv | sort | comm -23 - "$tmp/worded")" ''
printf 'a.docx\trejected\ta part of the package is damaged: word/document.xml\nb.x\trejected\tstrange: thing\nc.zip!d\trejected\tits archive is cut off\n' \
    >"$tmp/rejects.tsv"
unread() {
	litter=$tmp/litter LC_ALL=C awk -v zh=$1 -f pipelines/shown.awk -f pipelines/unread.awk lib/data/chinese.tsv \
	    pipelines/reasons.tsv pipelines/litter.tsv /dev/null "$tmp/rejects.tsv" /dev/null
}
is 'a reason is known with its place' "$(unread 1)" \
    'a.docx	rejected	文件里有一部分损坏：请重新取得: word/document.xml
b.x	rejected	strange: thing
c.zip!d	rejected	所在的压缩包有问题：文件不全：请重新取得'
is 'and in English with what to do' "$(unread '')" \
    'a.docx	rejected	a part of the package is damaged: fetch it again: word/document.xml
b.x	rejected	strange: thing
c.zip!d	rejected	its archive is cut off: fetch it again'

# whole or not at all: results too large for the limit, a filter killed
before=$(cat "$tmp/a"/*.tsv | cksum)
status 'a failed write is trouble' 2 \
    sh -c 'ulimit -f 64; exec "$@"' sh "$annual" -q -o "$tmp/a" "$archive" README.md
is 'and changes nothing' "$(cat "$tmp/a"/*.tsv | cksum)" "$before"
for filter in extract sectionize tabulate check pinpoint aggregate report; do
	rm "$tmp/tree/bin/$filter"
	printf '#!/bin/sh\n"%s" "$@" | head -c 3000\nkill -9 $$\n' \
	    "$bin/$filter" >"$tmp/tree/bin/$filter"
	chmod +x "$tmp/tree/bin/$filter"
	status "$filter killed is trouble" 2 "$annual" -q -o "$tmp/a" "$archive" README.md
	is 'and changes nothing' "$(cat "$tmp/a"/*.tsv | cksum)" "$before"
	ln -sf "$bin/$filter" "$tmp/tree/bin/$filter"
done
is 'nothing is left behind' "$(names "$tmp/a")" \
    'current documents.tsv facts.tsv faults.tsv findings.tsv litter.tsv read.tsv rejects.tsv report.html report.xlsx runs summary.tsv superseded.tsv '

# Sorted by name, the report of 2018 would stand behind that of 2019.
mkdir "$tmp/renaming"
for report in 2018:质监局 2019:民政局 2018:卫计局 2019:卫健局; do
	printf '青石县%s%s年政府信息公开工作年度报告\n一、总体情况\n平稳。\n' \
	    "${report#*:}" "${report%:*}" >"$tmp/renaming/$report.txt"
done
"$bin/extract" -q "$tmp/renaming" | "$bin/sectionize" | "$bin/tabulate" -q >"$tmp/renamed"
is 'the years of an office under two names stand together' \
    "$("$bin/check" --all --by-office "$tmp/renamed" | cut -f3,4 | uniq | tr '\t\n' '  ')" \
    '青石县卫计局 2018 青石县卫健局 2019 青石县民政局 2019 青石县质监局 2018 '

# return-notes
notes=$tmp/tree/pipelines/return-notes
status 'return-notes' 0 "$notes" -l zh -o "$tmp/notes" "$tmp/zh/findings.tsv"
ok 'a letter for an office' [ -s "$tmp/notes/青石县柳桥镇.md" ]
ok 'in both kinds' [ -s "$tmp/notes/青石县柳桥镇.docx" ]
is 'both its reports' "$(grep -c '^你单位报来的' "$tmp/notes/青石县柳桥镇.md")" 2
ok 'none for an office in order' [ ! -e "$tmp/notes/清溪市民政局.md" ]
printf 'a.txt\t\t../../evil/x\t2023\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\n' |
    "$notes" -l en -o "$tmp/evil" >/dev/null
is 'a name stays in the folder' "$(names "$tmp/evil")" '_._.._evil_x.docx _._.._evil_x.md current runs '
printf 'a\t\t青石县卫生局\t2018\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\nb\t\t青石县卫健局\t2019\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\n' \
    >"$tmp/renamed"
for doc in a b; do
	[ $doc = a ] && set -- 青石县卫生局 2018 || set -- 青石县卫健局 2019
	printf '%s\t\t%s\t%s\t\tstructure.office\tcount\t1\t\tnumber\tstructure\t\t青石县卫生健康局\n' $doc "$@"
done >"$tmp/keys"
is 'one letter to an office of two names, under that of now' "$("$notes" -l en \
    -o "$tmp/renamed.d" -f "$tmp/keys" "$tmp/renamed" | sed 's|.*/||' | tr '\n' ' ')" \
    '青石县卫健局.docx 青石县卫健局.md '
printf '%s\t%s\t城关镇\t%s\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\n' a 甲县 2022 \
    b 乙县 2022 c 江州市甲县 2023 d '' 2023 >"$tmp/two"
is 'two offices of one name have two notes, nobody the third' \
    "$("$notes" -l en -o "$tmp/two.d" "$tmp/two" | sed -n 's|.*/||; /md$/p' | tr '\n' ' ')" \
    '乙县城关镇.md 城关镇.md 江州市甲县城关镇.md '
is 'with all that is theirs' "$(grep -c '^Your report' "$tmp/two.d/江州市甲县城关镇.md")" 2
printf '%s\t\t%s\t2023\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\n' a 甲/乙局 b 甲_乙局 \
    c '' d 'unknown office' >"$tmp/two"
is 'no note takes the place of another office'"'"'s' \
    "$("$notes" -l en -o "$tmp/same.d" "$tmp/two" | sed -n 's|.*/||; /md$/p' | tr '\n' ' ')" \
    'unknown office-2.md unknown office.md 甲_乙局-2.md 甲_乙局.md '
# annual has the same letters, and without -L none.
"$notes" -l zh -o "$tmp/letters" --until 2024年1月31日 -f "$tmp/zh/facts.tsv" \
    "$tmp/zh/findings.tsv" >/dev/null
status 'annual -L' 1 "$tmp/tree/pipelines/annual" -q -L --until 2024年1月31日 -l zh \
    -o "$tmp/lettered" examples/reports.tar.gz
cat "$tmp"/letters/*.md >"$tmp/want"
cat "$tmp"/lettered/letters/*.md >"$tmp/out"
same 'writes the letters of return-notes' "$tmp/out" "$tmp/want"
is 'in two kinds' "$(ls "$tmp/lettered/letters" | grep -c docx)" \
    "$(ls "$tmp/lettered/letters" | grep -c md)"
status 'annual again, for another day' 1 "$tmp/tree/pipelines/annual" -q -L \
    --until 2024年2月29日 -l zh -o "$tmp/lettered" examples/reports.tar.gz
matches 'which they have' "$tmp/lettered/letters/青石县柳桥镇.md" '请于 2024年2月29日 前'
status 'annual without them' 1 "$tmp/tree/pipelines/annual" -q -l zh -o "$tmp/lettered" \
    examples/reports.tar.gz
ok 'there are none' [ ! -e "$tmp/lettered/letters" ]
# One wrong figure breaks two sums: one entry.
for row in new:14:1:5 carried:0:0:0 results.total:4:1:5 forward:0:0:0; do
	set -- $(echo "$row" | tr : ' ')
	for cell in natural:$2 business:$3 research:0 public-interest:0 \
	    legal-service:0 other:0 total:$4; do
		printf 'a\t\t云河县北桥镇\t2023\t2021\t%s\t%s\t%s\t件\tnumber\ttable\tL%s\t%s\n' \
		    "requests.$1" "${cell%:*}" "${cell#*:}" "${#1}" "${cell#*:}"
	done
done >"$tmp/slip"
"$tmp/tree/bin/check" --lang zh "$tmp/slip" >"$tmp/slip.findings"
"$notes" -l zh -o "$tmp/slip.d" -f "$tmp/slip" "$tmp/slip.findings" >/dev/null
is 'a fault is one entry, with the cell that is wrong' \
    "$(sed -n '/^1/,/^$/p' "$tmp/slip.d/云河县北桥镇.md")" \
    '1. **错误** 三、收到和处理政府信息公开申请情况 “一、本年新收”自然人 第3行
   - 现在写的：14
   - 应当写的：4（很可能）
   - 为什么：“一、本年新收”一行，各类申请人相加是 15，总计写的是 5
   - 自然人 14 + 商业企业 1 = 15；一、本年新收·总计 = 5；相差 −10
   - 很可能 “一、本年新收”自然人 14 → 4（多了一位）
   - 同一处错还使另外 1 个算式不成立：自然人列，新收加上年结转是 14，办结加结转下年度是 4。
   - 原文：一、本年新收 │ 14 │ 1 │ 0 │ 0 │ 0 │ 0 │ 5
   - Q-ROW Q-FLOW'
status 'without findings' 0 "$notes" -o "$tmp/empty" /dev/null
is 'no notes' "$(names "$tmp/empty")" 'current runs '
status 'a missing file' 2 "$notes" -o "$tmp/empty" "$tmp/no-such-file"

# nightly
nightly=$tmp/tree/pipelines/nightly
mkdir "$tmp/inbox"
sh examples/build "$tmp" || exit 2
tar -C "$tmp/reports" -czf "$tmp/inbox/old.tar.gz" 2016 2017 2018 2019
status 'nightly reads an archive' 1 "$nightly" -l en -m 0 -i "$tmp/inbox" -o "$tmp/n"
old=$(wc -l <"$tmp/n/facts.tsv")
ok 'its facts are there' [ "$old" -gt 500 ]
is 'once' "$(grep -c 'old.tar.gz: read' "$tmp/n/nightly.log")" 1
ok 'no break in the years yet' sh -c '! grep -q Q-CARRY "$1"' sh "$tmp/n/findings.tsv"
tar -C "$tmp/reports" -czf "$tmp/inbox/new.tar.gz" 2020 2021 2022 2023 2024
rm "$tmp/inbox/old.tar.gz"
status 'a second archive, the first gone' 1 "$nightly" -l en -m 0 --keep \
    -i "$tmp/inbox" -o "$tmp/n"
ok 'facts of both' [ "$(wc -l <"$tmp/n/facts.tsv")" -gt "$old" ]
matches 'years compared across archives' "$tmp/n/findings.tsv" 'Q-CARRY'
cp "$tmp/inbox/new.tar.gz" "$tmp/inbox/same.tar.gz"
both=$(wc -l <"$tmp/n/facts.tsv")
status 'the same under another name' 1 "$nightly" -l en -m 0 --keep -i "$tmp/inbox" -o "$tmp/n"
is 'is not counted twice' "$(wc -l <"$tmp/n/facts.tsv")" "$both"
echo rubbish >"$tmp/inbox/fresh.txt"
"$nightly" -l en -m 5 --keep -i "$tmp/inbox" -o "$tmp/n" >"$tmp/out" 2>&1
ok 'what may still be arriving waits' \
    sh -c '! grep -q fresh.txt "$1"' sh "$tmp/n/read.tsv"

# loaders
if command -v sqlite3 >/dev/null; then
	load=$tmp/tree/pipelines/load-sqlite
	printf 'b\\tc\\\\d.txt\t\t甲\t2020\t2021\ti\tc\t\t件\tblank\ttable\tL1\ta\\nb\n' \
	    >>"$tmp/a/facts.tsv"
	status 'load-sqlite' 0 "$load" "$tmp/db" "$tmp/a"
	status 'again' 0 "$load" "$tmp/db" "$tmp/a"
	is 'has every fact' "$(sqlite3 "$tmp/db" 'select count(*) from facts')" \
	    "$(wc -l <"$tmp/a/facts.tsv")"
	is 'and finding' "$(sqlite3 "$tmp/db" 'select count(*) from findings')" \
	    "$(wc -l <"$tmp/a/findings.tsv")"
	is 'and document, with its bytes'"'"' sum, and line of the summary' "$(sqlite3 "$tmp/db" \
	    'select count(distinct sha256), count(distinct doc) from documents;
	    select count(*) from summary' | tr '\n' ' ')" \
	    "14|14 $(($(wc -l <"$tmp/a/summary.tsv") - 1)) "
	is 'escapes undone, empty is null' "$(sqlite3 "$tmp/db" "select hex(raw),
	    hex(doc), value is null from facts where org = '甲'")" \
	    '610A62|6209635C642E747874|1'
	is 'figures add up' "$(sqlite3 "$tmp/db" "select sum(value) from facts
	    where item = 'requests.new' and col = 'total' and source = 'table'
	    and org = '清溪市'")" 326
	status 'a missing folder' 2 "$load" "$tmp/db" "$tmp/no-such-folder"
	is 'leaves what was there' \
	    "$(sqlite3 "$tmp/db" 'select count(*) from facts')" \
	    "$(wc -l <"$tmp/a/facts.tsv")"
else
	skip 'load-sqlite' 'no sqlite3'
fi
printf '#!/bin/sh\necho "$@" >"%s"; cat >"%s"\n' "$tmp/args" "$tmp/sql" >"$tmp/psql"
chmod +x "$tmp/psql"
status 'load-postgres' 0 env PATH="$tmp:$PATH" \
    "$tmp/tree/pipelines/load-postgres" "$tmp/a" -d reports
matches 'hands psql its arguments' "$tmp/args" 'ON_ERROR_STOP=1 -d reports'
"$bin/export" --to postgres --replace --facts "$tmp/a/facts.tsv" \
    --findings "$tmp/a/findings.tsv" --documents "$tmp/a/documents.tsv" \
    --summary "$tmp/a/summary.tsv" >"$tmp/script"
same 'and the script of export' "$tmp/sql" "$tmp/script"
status 'load-postgres of a missing folder' 2 env PATH="$tmp:$PATH" \
    "$tmp/tree/pipelines/load-postgres" "$tmp/no-such-folder"

# installed, under other names, from any folder
make -s install BIN="$bin" BUILD="$BUILD" DESTDIR="$tmp/dest" PREFIX=/usr \
    PROGRAM_PREFIX=nb- >"$tmp/out" 2>&1 || sed 's/^/# /' "$tmp/out"
cd / || exit 2
status 'installed, it does the same' 1 "$tmp/dest/usr/bin/nb-annual" -q \
    -l en -o "$tmp/i" "$archive"
same 'the same facts' "$tmp/i/facts.tsv" "$tmp/facts"
ln -s "$tmp/dest/usr/bin/nb-annual" "$tmp/link"
status 'through a link too' 1 "$tmp/link" -q -l en -o "$tmp/i" "$archive"
ok 'the manuals are there' [ -s "$tmp/dest/usr/share/man/man1/nb-annual.1" ]
plan $tap_n
