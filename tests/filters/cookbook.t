#!/bin/sh
# Every block of the cookbook runs and prints something, or writes a file: in
# the source tree, and installed under a prefix, where a foreign tabulate that
# comes earlier in PATH must not matter.
. tests/lib/tap.sh
of_scripts 'the cookbook'
. tests/lib/tree.sh
. tests/lib/duckdb.sh

# wanting TITLE: what a block of this title needs and is not here.
wanting() {
	case $1 in
	*database*) command -v sqlite3 >/dev/null || echo 'no sqlite3' ;;
	*'blank, absent'*) command -v mlr >/dev/null || echo 'no miller' ;;
	*DuckDB*) echo "$duckdb_missing" ;;
	*'(parallel)') parallel --version 2>/dev/null | grep -q '^GNU' || echo 'no GNU parallel' ;;
	*Pictures*) command -v gnuplot >/dev/null || echo 'no gnuplot' ;;
	*'For R') command -v Rscript >/dev/null || echo 'no R' ;;
	esac
}

# coded DEMO: gives its documents of 2023 a code, which those of a county that is made up
# have not; one that is only whole as text.
coded() {
	awk -F'\t' -v OFS='\t' '$12 == 2023 { $10 = "011000"; $11 = "county" } { print }' \
	    "$1/documents.tsv" >"$1/coded" && mv "$1/coded" "$1/documents.tsv"
}

# sums DEMO: requests of each year.
sums() { "$bin/aggregate" -g year -s sum -i requests.new -c total "$1/facts.tsv"; }

# names_used DO-FILE: the variables that it names.
names_used() {
	grep -E '^(encode|xtset|summarize)' "$1" | sed 's/^[a-z]* //; s/,.*//; s/office_id //' |
	    tr ' ' '\n' | sort -u
}

# what_is_made TITLE DEMO: of files that other programs are to read.
what_is_made() {
	case $1 in
	*Stata)
		tr -d '\r' <"$2/panel.csv" >"$tmp/panel"
		is "$1: a row an office and year" "$(cat "$tmp/panel")" \
		    "$(tr '\t' ',' <"$2/panel.tsv")"
		head -n 1 "$tmp/panel" | tr ',' '\n' | sort >"$tmp/names"
		is "$1: its names are fields" "$(names_used "$2/panel.do")" "$(cat "$tmp/names")"
		is "$1: which Stata takes for names" \
		    "$(grep -vxE '[A-Za-z_][A-Za-z0-9_]{0,31}' "$tmp/names")" ''
		;;
	*QGIS*)
		is "$1: the code is text" "$(tr -d '\r' <"$2/counties.csv" |
		    cat - "$2/counties.csvt")" 'code,requests
011000,332
"String","Real"'
		;;
	*Pictures*)
		for picture in requests results reasons; do
			python3 tests/lib/svg.py "$2/$picture.svg" >"$tmp/got"
			python3 tests/lib/svg.py "doc/$picture.svg" >"$tmp/want"
			same "$1: $picture.svg is that of README" "$tmp/got" "$tmp/want"
		done
		;;
	*'For R')
		is "$1: the sums are those of aggregate" \
		    "$(awk 'NF == 3 && $1 == NR - 1 { print $2 "\t" $3 }' "$tmp/out")" \
		    "$(sums "$2")"
		;;
	*DuckDB*)
		is "$1: the sums are those of aggregate" "$(sed 's/\.000000$//' "$tmp/out")" \
		    "$(sums "$2")"
		;;
	esac
}

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
	coded "$2/demo"
	for block in "$2"/blocks/*.sh; do
		title=$(sed -n '1s/^# //p' "$block")
		wanted=$(wanting "$title")
		if [ -n "$wanted" ]; then
			skip "$title" "$wanted"
			continue
		fi
		touch "$2/before"
		(cd "$2/demo" && sh "$block") >"$tmp/out" 2>"$tmp/err"
		is "$title" "$?: $(grep -v 'members =' "$tmp/err")" '0: '
		case $title in
		*'changed between'*) is "$title: nothing" "$(cat "$tmp/out")" '' ;;
		*) ok "$title: an answer" [ -n "$(cat "$tmp/out"
			find "$2/demo" -type f -newer "$2/before" -size +0)" ] ;;
		esac
		what_is_made "$title" "$2/demo"
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
