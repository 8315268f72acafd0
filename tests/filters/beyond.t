#!/bin/sh
# What a reader has no room for is told: the document is named, is marked, and the
# status is 2.  As much as there is room for is not.
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'more than is kept' 'no python3 here'
	plan 1
	exit
}
python3 tests/lib/beyond.py "$tmp"
case $bin in /*) ;; *) bin=$root/$bin ;; esac
cd "$tmp" || exit 2

status 'as much as is kept' 0 "$bin/extract" -q within
is 'says nothing' "$(cat err)" ''
is 'in no document' "$(awk -F'\t' '$4 == "error"' out)" ''

cat >told <<'END'
based.docx: styles based on one another deeper than is read
cells.rtf: a row of more cells than are read
colours.rtf: more colours than are kept
columns.odt: a table of more columns than are read
columns.txt: a table of more columns than are read
deep.html: elements nested deeper than is read
fills.xlsx: a workbook of more styles than are kept
font.rtf: fonts or styles of higher numbers than are kept
formats.xlsx: a workbook of more styles than are kept
frame.txt: more lines of one table than are read together
items.epub: more parts than are read
line.txt: a line longer than is read in one piece
lists.docx: more lists than are kept
number.docx: the number of a list is longer than is read
paragraph.html: a paragraph longer than is read in one piece
parents.fodt: styles based on one another deeper than is read
parts.mht: parts nested deeper than is read
row.xlsx: cells beyond the edges of a sheet
rules.html: more rules of style than are read
sheet.html: a style sheet longer than is read
span.txt: a table of more columns than are read
spans.odt: styles based on one another deeper than is read
tag.html: tags longer than is read
templates.ofd: more parts than allowed
wiki.txt: a table of more columns than are read
END
status 'one more' 2 "$bin/extract" -q beyond
# What has nothing without the rest is rejected.
{
	cat told
	cat <<'END'
attributes.docx: an element of more attributes than are read: word/document.xml
namespaces.docx: more XML namespaces than are read: word/document.xml
sheets.xlsx: a workbook of too many sheets: xl/workbook.xml
http.warc!http://a/1: has more fields than are read
head.warc: has damage between its records
head.warc!http://a/1: is no HTTP response
head.warc: has damage behind its last record
END
} | sort >want
sed 's/^extract: beyond.//' err | sort >got
same 'each is told by its name' got want
awk -F'\t' '$4 == "error" { sub("beyond/", "", $1); print $1 ": " $9 }' out |
    sort >got
same 'and marked' got told
plan $tap_n
