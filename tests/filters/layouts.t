# Each layout of tests/layouts is read as its .want says: item, column, value
# and state.  A .want without a line: no figure of a table is claimed.
. tests/lib/tap.sh
of_any_system 'layouts of tables'

set -- $(ls tests/layouts/* | grep -v '[.]want$')
plan $#
for text; do
	name=$(basename "${text%.*}")
	"$bin/extract" "$text" 2>"$tmp/err" | "$bin/sectionize" |
	    "$bin/tabulate" | awk -F'\t' '$11 == "table"' |
	    cut -f6-8,10 >"$tmp/facts"
	if [ -s "tests/layouts/$name.want" ]; then
		grep -Fxf "tests/layouts/$name.want" "$tmp/facts" |
		    LC_ALL=C sort >"$tmp/got"
		LC_ALL=C sort "tests/layouts/$name.want" >"$tmp/want"
		same "$name" "$tmp/got" "$tmp/want"
	else
		awk -F'\t' '$4 == "number"' "$tmp/facts" >"$tmp/got"
		same "$name" "$tmp/got" /dev/null
	fi
done
