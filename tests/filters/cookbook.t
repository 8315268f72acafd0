#!/bin/sh
# Every block of the cookbook runs and prints something, or writes a file: in
# the source tree, and installed under a prefix, where a foreign tabulate that
# comes earlier in PATH must not matter.
. tests/lib/tap.sh
. tests/lib/tree.sh
. tests/lib/duckdb.sh

# cookbook FILE DIR ANNUAL: runs the blocks of FILE in DIR/demo, which ANNUAL
# makes of EXAMPLES.
cookbook() {
	mkdir -p "$2/blocks"
	awk -v dir="$2/blocks" '
	/^## / { title = $0; sub(/^## /, "", title) }
	/^```$/ { if (inside) close(file); inside = 0 }
	inside { print > file }
	/^```sh$/ { inside = 1; file = dir "/" sprintf("%02d", ++n) ".sh"; print "# " title > file }
	' "$1"
	"$3" -q -l zh -o "$2/demo" examples/reports.tar.gz 2>/dev/null
	for block in "$2"/blocks/*.sh; do
		title=$(sed -n '1s/^# //p' "$block")
		case $title in
		*database*) command -v sqlite3 >/dev/null || {
			skip "$title" 'no sqlite3'
			continue
		} ;;
		*'blank, absent'*) command -v mlr >/dev/null || {
			skip "$title" 'no miller'
			continue
		} ;;
		*DuckDB*) [ -z "$duckdb_missing" ] || {
			skip "$title" "$duckdb_missing"
			continue
		} ;;
		esac
		(cd "$2/demo" && sh "$block") >"$tmp/out" 2>"$tmp/err"
		is "$title" "$?: $(grep -v 'members =' "$tmp/err")" '0: '
		case $title in
		*'For a spreadsheet') ok "$title: a file" [ -s "$2/demo/facts.csv" ] ;;
		*'changed between'*) is "$title: nothing" "$(cat "$tmp/out")" '' ;;
		*) ok "$title: an answer" [ -s "$tmp/out" ] ;;
		esac
	done
}

source_tree "$tmp/tree"
install_prefixed "$tmp/installed"
foreign "$tmp/foreign"
own=$PATH
duckdb_find
PATH=$tmp/tree/bin:$tmp/foreign:$own
cookbook doc/cookbook.md "$tmp/tree" annual
PATH=$tmp/foreign:$tmp/installed/bin:$own
tap_of='prefixed: '
cookbook "$tmp/installed/share/doc/nianbao/doc/cookbook.md" "$tmp/prefixed" nb-annual
plan $tap_n
