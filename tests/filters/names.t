#!/bin/sh
# The scripts with file names that tools take for something else.
. tests/lib/tap.sh
# shellcheck source=tests/lib/tree.sh
. tests/lib/tree.sh
source_tree "$tmp/tree"
pipelines=$tmp/tree/pipelines

report() {
	printf '青石市%s2023年政府信息公开工作年度报告\n一、总体情况\n本年收到申请%s件。\n' "$1" "$2"
}

# facts FILE: what was read, whatever the document is called.
facts() { cut -f2-5,6-11,13 "$1" | sort; }

newline=$(printf 'a\nb')
tab=$(printf 'a\tb')
broken=$(printf 'a\377\201b')
hanzi=$(printf '长%.0s' $(seq 83))	# 249 bytes and .txt: no more than 255
mkdir "$tmp/in" "$tmp/plain"
cd "$tmp/in" || exit 2
offices='民政局 教育局 水务局 统计局 审计局 商务局 司法局 交通局 林业局 财政局'
n=0
set -- "$tab" "$newline" year=2023 -o "q'u\"o\`t" 'sp  ace ' 'gl*b?[a]' "$hanzi" \
    "$broken" 'back\tslash\\n'
for office in $offices; do
	n=$((n + 1))
	report "$office" $n >"./$1.txt"
	report "$office" $n >"$tmp/plain/$n.txt"
	shift
done
"$pipelines/annual" -q -o "$tmp/want" "$tmp/plain" 2>"$tmp/err"
facts "$tmp/want/facts.tsv" >"$tmp/want.facts"
ok 'there are facts' [ "$(wc -l <"$tmp/want.facts")" -gt 30 ]

"$pipelines/annual" -q -o "$tmp/folder" . 2>"$tmp/err"
facts "$tmp/folder/facts.tsv" >"$tmp/facts"
same 'annual reads files of any name in a folder' "$tmp/facts" "$tmp/want.facts"
# shellcheck disable=SC2035 # names that begin with a dash are meant
"$pipelines/annual" -q -o "$tmp/operands" -- * 2>"$tmp/err"
facts "$tmp/operands/facts.tsv" >"$tmp/facts"
same 'and as operands' "$tmp/facts" "$tmp/want.facts"
"$pipelines/nightly" -m 0 -i . -o "$tmp/night" 2>"$tmp/err"
facts "$tmp/night/facts.tsv" >"$tmp/facts"
same 'and nightly' "$tmp/facts" "$tmp/want.facts"
cksum <"$tmp/night/read.tsv" >"$tmp/sums"
"$pipelines/nightly" -m 0 -i . -o "$tmp/night" 2>"$tmp/err"
is 'which knows all of them again' "$(grep -c ': read$' "$tmp/night/nightly.log")" 10
is 'by the same sums' "$(cksum <"$tmp/night/read.tsv")" "$(cat "$tmp/sums")"
is 'and says nothing' "$(cat "$tmp/err")" ''

# A member whose name is longer than a file's may be.
long=$(printf '长%.0s' $(seq 300))
PYTHONDONTWRITEBYTECODE=1 python3 -c '
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as z:
    z.write(sys.argv[2], sys.argv[3] + ".txt")' "$tmp/long.zip" "$tmp/plain/1.txt" "$long"
"$pipelines/annual" -q -o "$tmp/long" "$tmp/long.zip" 2>"$tmp/err"
is 'a member with a name of 300 characters' \
    "$(cut -f1 "$tmp/long/facts.tsv" | sort -u)" "$tmp/long.zip!$long.txt"

# results DIR...: all is written there, and the overview tells the name.
mkdir "$tmp/cwd"
cd "$tmp/cwd" || exit 2
for dir in year=2023 -o "$newline" "$tab" "q'u\"o\`t" ' sp  ace ' 'gl*b' "$broken" 'back\tslash'; do
	"$pipelines/annual" -l en -o "$dir" "$tmp/plain" >"$tmp/out.txt" 2>"$tmp/err"
	cmp -s "./$dir/facts.tsv" "$tmp/want/facts.tsv"
	is "results in $(printf %s "$dir" | tr '\n\t' '??')" \
	    "$? $(sed -n 's/^reports *//p' "$tmp/out.txt")" '0 10: 10 without a form'
done
"$pipelines/annual" -q --output=long --lang=en "$tmp/plain" --quiet 2>"$tmp/err"
same 'long options, behind operands too' long/facts.tsv "$tmp/want/facts.tsv"
for script in annual nightly spread return-notes waive plot; do
	status "$script x --help" 0 "$pipelines/$script" x --help
	matches 'tells the options' "$tmp/out" "^usage: $script "
	status "$script -o x --version" 0 "$pipelines/$script" -o x --version
	matches 'tells the version' "$tmp/out" "^$script \(nianbao\) [0-9]"
	status "$script --nosuch" 2 "$pipelines/$script" --nosuch
	for option in --help --version; do
		status "$script $option >/dev/full" 2 sh -c '"$@" >/dev/full' sh \
		    "$pipelines/$script" $option
	done
done
ok 'and no folder was made for them' [ ! -e x ]

# The same findings and facts under such names; the rest is return-notes' own.
cp "$tmp/want/findings.tsv" "./$tab"
cp "$tmp/want/facts.tsv" ./a=b
printf 'a\t\t青石市民政局\t2023\tQ-ROW\terror\tfail\t\t\t\t\tL1\tm\n' >./-f
status 'return-notes' 0 "$pipelines/return-notes" -l en -o x=y -f a=b -- -f
is 'prints the names' "$(tr '\n' ' ' <"$tmp/out")" \
    'x=y/青石市民政局.docx x=y/青石市民政局.md '
matches 'of what it wrote' x=y/青石市民政局.md 'line 1$'

# One file each, and no more than fit.
cut=$(printf '局%.0s' $(seq 100))
n=0
for office in 甲/乙局 甲_乙局 '' 'unknown office' 单位不明 ../x -rf .hidden _hidden 'a\nb' \
    'a\tb' 'a b' '=x' "$(printf 'e\342\200\256x')" "${cut}甲" "${cut}乙" 'a\\b'; do
	n=$((n + 1))
	printf 'd%s\t\t%s\t2023\tQ-ROW\terror\tfail\tx\t1\t2\tc\tL1\tmessage%s\n' \
	    $n "$office" $n
done >"$tmp/colliding"
for language in zh en; do
	"$pipelines/return-notes" -l $language -o "$tmp/notes" "$tmp/colliding" >"$tmp/out"
	is "$language: a letter for each office" "$(grep 'md$' "$tmp/out" | sort -u | wc -l)" 17
	is 'every finding in one of them' "$(grep -ho 'message[0-9]*' "$tmp/notes"/*.md |
	    sort -u | wc -l)" 17
	is 'no name too long or broken' "$(sed 's|.*/||' "$tmp/out" | grep -vc '^.\{1,90\}$')" 0
done
if [ -d "$shared/cases/archives" ]; then
	"$pipelines/return-notes" -a -l en -o "$tmp/notes" \
	    "$shared/cases/archives/return-notes-colliding.tsv" >"$tmp/out"
	is 'none of those that collided is lost' "$(cat "$tmp/notes"/*.md | grep -c 消息)" \
	    "$(grep -c 消息 "$shared/cases/archives/return-notes-colliding.tsv")"
fi
plan "$tap_n"
