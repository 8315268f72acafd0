#!/bin/sh
# PDFs: tables by their rules and without, paragraphs, furniture, what cannot
# be read, and what must not be waited for; by every reader that can be built
# here (tests/lib/pdf-cases.sh).
. tests/lib/tap.sh
. tests/lib/pdf.sh
fixtures=$root/tests/fixtures/pdf
cd "$tmp" || exit 2
case $bin in /*) ;; *) bin=$root/$bin ;; esac

# cells, paragraphs: of the records on stdin, without spaces; rows: the cells'
# text, a row to a line.
cells() { awk -F'\t' '$3 == "cell" { print $5, $6, $7, $8, $9 }' | tr -d ' '; }
paragraphs() { awk -F'\t' '$3 != "meta" && $3 != "cell" && $4 == "" { print $9 }' | tr -d ' '; }
rows() { awk -F'\t' '$3 == "cell" { printf "%s%s", $6 == row ? "|" : sep, $9; row = $6; sep = "\n" } END { print "" }'; }
read_pdf() { "$bin/extract-pdf" "$@" 2>err; }

read_pdf "$fixtures/no-rules.pdf" >got
if grep -q 'built without' err; then
	is 'without a reader' "$(cat got err)" "extract-pdf: $fixtures/no-rules.pdf: \
built without a PDF reader: poppler was missing"
	echo 公开 >a.txt
	cp "$fixtures/no-rules.pdf" a.pdf
	"$bin/extract" a.pdf a.txt >got 2>err
	is 'others are read' "$(paragraphs <got; tail -1 err)" '公开
extract: 2 members = 1 documents + 0 skipped + 1 rejected'
	skip 'PDFs' 'built without a PDF reader'
	plan $tap_n
	exit
fi

for reader in "$BUILD"/readers/*; do
	[ -x "$reader/extract-pdf" ] || continue
	bin=$reader
	tap_of="$(basename "$reader"): "
	mkdir "$tmp/$(basename "$reader")"
	cd "$tmp/$(basename "$reader")" || exit 2
	. "$root/tests/lib/pdf-cases.sh"
done
plan $tap_n
