#!/bin/sh
# The books: what is read, what counts, and that results do not tell how they came about.
. tests/lib/tap.sh
of_scripts 'what is read, what counts'
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
annual=$tmp/tree/pipelines/annual
in=$tmp/in
out=$tmp/books

# report OFFICE FIGURE [DAY]
report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n本年收到申请%s件，办结%s件。\n青石市%s\n%s\n' \
	    "$1" "$2" "$2" "$1" "${3:-2024年1月20日}"
}
round() { "$annual" -q -l en -o "$out" "$@" "$in"; }
received() { awk -F'\t' '$6 == "prose.requests.received" { sub(/.*\//, "", $1); print $1 "=" $8 }' \
    "$out/facts.tsv" | tr '\n' ' '; }
read_of() { sed -n 's/^extract: \([0-9]*\) members.*/\1/p' "$tmp/err"; }
# as_new NAME [OPTION...]: the results are those of a run that knows nothing, but for
# what the page and the workbook tell of the last one: see rounds.t.
as_new() {
	"$annual" -q -l en -o "$tmp/new" "$in" 2>"$tmp/new.err"
	is "$1: as if read at once" "$(cd "$out/current/" && find . -type f ! -name read.tsv ! -name 'report.*' -exec cksum {} + | sort)" \
	    "$(cd "$tmp/new/current/" && find . -type f ! -name read.tsv ! -name 'report.*' -exec cksum {} + | sort)"
	rm -rf "$tmp/new"
}

# files come, change, go
mkdir -p "$in/b"
report 民政局 7 >"$in/b/a.txt"
report 水务局 8 >"$in/b.txt"
report 教育局 9 >"$in/c.txt"
status 'a round' 1 round
is 'has all' "$(received)" 'a.txt=7 b.txt=8 c.txt=9 '
status 'the same again' 1 round
is 'has nothing to read' "$(read_of)$(cat "$tmp/err")" ''
is 'and leaves the results' "$(readlink "$out/current")" runs/1
report 审计局 10 >"$in/aa.txt"
status 'a new file' 1 round
is 'is read by itself' "$(read_of)" 1
is 'and stands where it would' "$(received)" 'aa.txt=10 a.txt=7 b.txt=8 c.txt=9 '
as_new 'a new file'
mv "$in/c.txt" "$in/0.txt"
status 'a renamed one' 1 round
is 'is not read' "$(read_of)" ''
is 'and has its new name' "$(received)" '0.txt=9 aa.txt=10 a.txt=7 b.txt=8 '
cp "$in/0.txt" "$in/1.txt"
touch -d 2020-01-01 "$in/b.txt"
status 'a copy, and one that was touched' 1 round
is 'are not read' "$(read_of)" ''
is 'and count once' "$(received)" '0.txt=9 aa.txt=10 a.txt=7 b.txt=8 '
rm "$in/1.txt"
report 水务局 80 >"$in/b.txt"
rm "$in/b/a.txt"
status 'one other, one gone' 1 round
matches 'which is told' "$tmp/err" "^annual: $in/b/a.txt: gone; what was said there is taken back"
is 'take back what was said' "$(received)" '0.txt=9 aa.txt=10 b.txt=80 '
report 统计局 5 >"$in/d.txt"
tar -C "$in" -cf "$in/z.tar" d.txt aa.txt
rm "$in/d.txt" "$in/aa.txt"
status 'what goes into an archive' 1 round
is 'is there by its new name' "$(received)" '0.txt=9 b.txt=80 z.tar!d.txt=5 z.tar!aa.txt=10 '
as_new 'an archive'
mv "$in/z.tar" "$in/$(printf '\304\352\261\250.tar')"
status 'a name in GBK' 1 round
is 'is read and told in letters' "$(read_of) $(received)" '2 0.txt=9 b.txt=80 年报.tar!d.txt=5 年报.tar!aa.txt=10 '
rm "$in/0.txt"
status 'what is gone' 1 round --keep
is 'can be kept' "$(received | tr -d '\n')" 'b.txt=80 年报.tar!d.txt=5 年报.tar!aa.txt=10 0.txt=9 '
status 'as long as that is wanted' 1 round
is 'and then goes' "$(received)" 'b.txt=80 年报.tar!d.txt=5 年报.tar!aa.txt=10 '
before=$(received)
mv "$in" "$tmp/elsewhere"
mkdir "$in"
status 'nothing there at all' 2 round
matches 'is no reason to take all back' "$tmp/err" 'no file is there any more; nothing was changed'
is 'all stays' "$(received)" "$before"
rmdir "$in"
status 'nor an input that cannot be found' 2 round
is 'all stays' "$(received)" "$before"
mv "$tmp/elsewhere" "$in"
status 'until it is back' 1 round
is 'all as before' "$(received)" "$before"

# what results depend on
n=$(readlink "$out/current")
printf 'rule\torg\tyear\twhere\tleft\tright\n' >"$tmp/waivers"
status 'waivers' 1 round -w "$tmp/waivers"
is 'are reason to judge anew, not to read' "$(readlink "$out/current") $(read_of)" "runs/$((${n#runs/} + 1)) "
mkdir "$tmp/data"
head -1 lib/data/spellings.tsv >"$tmp/data/spellings.tsv"
round -d "$tmp/data" 2>"$tmp/err"
is 'other data to read' "$(read_of)" 3
round 2>"$tmp/err"

# which copy counts
rm "$in"/*
report 民政局 7 >"$in/1.txt"
sleep .1
report 民政局 8 >"$in/2.txt"
report 水务局 5 '2024年3月1日' >"$in/3.txt"
report 水务局 6 '2024年2月1日' >"$in/4.txt"
report 教育局 4 >"$in/5.txt"
round 2>"$tmp/err"
is 'of one day the later one counts, else the later day' "$(received)" '2.txt=8 3.txt=5 5.txt=4 '
cut -f1-4 "$out/superseded.tsv" | sed "s|$in/||" >"$tmp/got"
printf '%s\t青石市%s\t2023\t%s\n' 1.txt 民政局 'of the same day, came in earlier' \
    4.txt 水务局 'older: 2024-02-01, the other 2024-03-01' >"$tmp/want"
same 'and it is said why' "$tmp/got" "$tmp/want"
as_new 'copies'
"$annual" -l en -o "$out" "$in" >"$tmp/overview" 2>"$tmp/err"
matches 'also in the overview' "$tmp/overview" '^copies +2 in whose place another one counts'
rm "$in/2.txt"
round 2>"$tmp/err"
is 'without it the other one counts again' "$(received)" '1.txt=7 3.txt=5 5.txt=4 '

# litter, and what is none
printf '\377\330\377\340\0\020JFIF\0\1\1\0' >"$in/scan.JPG"
: >"$in/empty.png"
echo '[.ShellClassInfo]' >"$in/desktop.ini"
status 'litter' 1 round
is 'is no trouble' "$(cat "$out/rejects.tsv")" ''
"$annual" -l en -o "$out" "$in" >"$tmp/overview" 2>"$tmp/err"
matches 'but counted' "$tmp/overview" '^not read +none of them reports: 1 files of desktops, 2 pictures$'
: >"$in/empty.docx"
status 'a report that is empty' 2 round
matches 'is trouble' "$out/rejects.tsv" 'empty.docx	rejected	is empty'
status 'as long as it is there' 2 round
is 'without being read again' "$(read_of)" ''
ln -s 1.txt "$in/link.txt"
status 'a link' 2 round
matches 'is none' "$out/rejects.tsv" 'link.txt	skipped	is a symbolic link'

# one file on which a filter breaks down holds up no other
rm "$in"/*
report 民政局 7 >"$in/1.txt"
report 暗礁局 8 >"$in/2.txt"
report 教育局 9 >"$in/3.txt"
rm "$tmp/tree/bin/sectionize"
cat >"$tmp/tree/bin/sectionize" <<'EOT'
#!/bin/sh
case $* in *--finished*) ;; *) exec "$sectionize" "$@" ;; esac
cat >"$blocks"
! grep -q 暗礁 "$blocks" || kill -9 $$
exec "$sectionize" "$@" <"$blocks"
EOT
chmod +x "$tmp/tree/bin/sectionize"
export sectionize="$bin/sectionize" blocks="$tmp/blocks"
status 'a filter that breaks down' 2 round
is 'takes no other file with it' "$(received)" '1.txt=7 3.txt=9 '
matches 'the one is named' "$tmp/err" '2.txt: not read this time; next time'
matches 'and listed' "$out/rejects.tsv" '2.txt	rejected	not read this time for want of'
status 'again' 2 round
is 'it alone is tried' "$(received) $(read_of | sort -u)" '1.txt=7 3.txt=9  1'
ln -sf "$bin/sectionize" "$tmp/tree/bin/sectionize"
status 'until it is read' 1 round
is 'as the others' "$(received)" '1.txt=7 2.txt=8 3.txt=9 '

# why a document is in doubt, in the user's language
tar -C "$in" -czf "$tmp/whole.tgz" 1.txt 2.txt 3.txt
size=$(wc -c <"$tmp/whole.tgz")
head -c $((size - 12)) "$tmp/whole.tgz" >"$tmp/cut.tgz"
status 'an archive that is cut' 2 "$annual" -q -l zh -o "$tmp/doubt" "$tmp/cut.tgz"
is 'its documents are in doubt' "$(sed -n 's/^.*!1.txt\t//p' "$tmp/doubt/rejects.tsv")" \
    "partly	所在的压缩包有问题：文件不全：请重新取得"

# what lies in the folder itself: whom the office expects, what it lets be, its rules
missing() { awk -F'\t' '$5 == "R-MISSING" { print $3, $6 }' "$out/findings.tsv"; }
printf '单位,年度\n青石市民政局,2023\n青石市林业局,2023\n' >"$out/roster.csv"
status 'a roster in the folder' 1 round
is 'is taken' "$(missing)" '青石市林业局 duty'
awk -F'\t' '$5 == "R-MISSING"' "$out/findings.tsv" >"$tmp/finding"
"$tmp/tree/pipelines/waive" -o "$out" -r 已并入民政局 <"$tmp/finding"
status 'what waive writes there' 1 round
is 'is let be' "$(missing)" '青石市林业局 waived'
printf '单位,年度\n青石市民政局,2023\n' >"$tmp/other.csv"
status 'an option' 1 round -R "$tmp/other.csv"
is 'takes its place' "$(missing)" ''
sed -n '1p' lib/data/rules.tsv >"$out/rules.tsv"
printf 'R-MISSING\tany\toff\n' >>"$out/rules.tsv"
rm "$out/waivers.tsv"
status 'rules in the folder' 1 round
is 'are taken' "$(missing)" ''
cp "$out/roster.csv" "$out/roster.tsv"
status 'two rosters' 2 round
is 'are one too many' "$(cat "$tmp/err")" "annual: $out: has roster.tsv and roster.csv; leave one of them"
rm "$out/roster.tsv"

# another program reads all anew; each has a sum of itself in its first page
round 2>"$tmp/err"
is 'nothing to read' "$(read_of)" ''
rm "$tmp/tree/bin/tabulate"
printf '#!/bin/sh\nexec %s "$@"\n' "$bin/tabulate" >"$tmp/tree/bin/tabulate"
chmod +x "$tmp/tree/bin/tabulate"
round 2>"$tmp/err"
is 'but by another program' "$(read_of)" "$(find "$in" -type f | wc -l)"
for filter in extract extract-office extract-pdf sectionize tabulate check pinpoint aggregate report; do
	id=$(readelf -n "$bin/$filter" 2>/dev/null | sed -n 's/.*Build ID: //p')
	head -c 4096 "$bin/$filter" | od -v -An -tx1 | tr -d ' \n' | grep -q "${id:-none}" ||
	    echo "$filter"
done >"$tmp/out"
is 'which is known by its first page' "$(cat "$tmp/out")" ''
plan "$tap_n"
