# A report of tests/one-line is read as its .want says when it has lost its ends
# of lines: item, column, value and state.
. tests/lib/tap.sh
of_any_system 'tables in one line'

set -- tests/one-line/*.txt
plan $#
for text; do
	name=$(basename "$text" .txt)
	tr -d '\n' <"$text" >"$tmp/$name.txt"
	"$bin/extract" "$tmp/$name.txt" 2>"$tmp/err" | "$bin/sectionize" |
	    "$bin/tabulate" -q | awk -F'\t' '$11 == "table"' |
	    cut -f6-8,10 | LC_ALL=C sort >"$tmp/got"
	LC_ALL=C sort "tests/one-line/$name.want" >"$tmp/want"
	same "$name" "$tmp/got" "$tmp/want"
done
