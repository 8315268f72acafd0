#!/bin/sh
# Every block of the cookbook runs and prints something, or writes a file.
. tests/lib/tap.sh

mkdir "$tmp/examples"
cp examples/reports.tar.gz "$tmp/examples/"
# The scripts of the tree with the filters under test.
mkdir "$tmp/bin"
cp -R pipelines "$tmp/pipelines"
for filter in extract extract-pdf sectionize tabulate check pinpoint aggregate; do
	ln -s "$bin/$filter" "$tmp/bin/$filter"
done
PATH=$tmp/pipelines:$tmp/bin:$PATH
export PATH
awk -v dir="$tmp" '
/^## / { title = $0; sub(/^## /, "", title) }
/^```$/ { if (inside) close(file); inside = 0 }
inside { print > file }
/^```sh$/ { inside = 1; file = dir "/" sprintf("%02d", ++n) ".sh"; print "# " title > file }
' doc/cookbook.md
"$tmp/pipelines/annual" -q -l zh -o "$tmp/demo" "$tmp/examples/reports.tar.gz" \
    2>/dev/null
cd "$tmp/demo" || exit 2
for block in "$tmp"/*.sh; do
	title=$(sed -n '1s/^# //p' "$block")
	case $title in
	*database*) command -v sqlite3 >/dev/null || {
		skip "$title" 'no sqlite3'
		continue
	} ;;
	esac
	status "$title" 0 sh "$block"
	is "$title: no complaint" \
	    "$(grep -v 'members =' "$tmp/err")" ''
	case $title in
	*'For a spreadsheet') ok "$title: a file" [ -s facts.csv ] ;;
	*'changed between'*) is "$title: nothing" "$(cat "$tmp/out")" '' ;;
	*) ok "$title: an answer" [ -s "$tmp/out" ] ;;
	esac
done
plan $tap_n
