#!/bin/sh
# A document that is a ZIP package: a part that fails its checksum is told, and what
# is read of the document all the same is marked.
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'damaged packages' 'no python3 here'
	plan 1
	exit
}
python3 tests/lib/damage.py "$tmp"
case $bin in /*) ;; *) bin=$root/$bin ;; esac
cd "$tmp" || exit 2

status 'whole ones' 0 "$bin/extract" -q report.*
is 'say nothing' "$(cat err)" ''
is 'and are not marked' "$(awk -F'\t' '$4 == "error"' out)" ''
rm report.*

cat >marked <<'END'
Content.xml.ofd: some pages cannot be read
DocumentRes.xml.ofd: a part of the package is damaged
content.xml.odt: a part of the package is damaged: content.xml
document.xml.docx: a part of the package is damaged: word/document.xml
document.xml.rels.docx: a part of the package is damaged
folder.docx: a part of the package is missing: word/styles.xml
manifest.xml.odt: a part of the package is damaged
mimetype.odt: a part of the package is damaged
sheet1.xml.xlsx: a part of the package is damaged: xl/worksheets/sheet1.xml
styles.xml.docx: a part of the package is damaged: word/styles.xml
styles.xml.odt: a part of the package is damaged: styles.xml
twins.docx: the package has two names for one part
END
cat - marked >told <<'END'
OFD.xml.ofd: a part of the package is damaged: OFD.xml
a.xhtml.epub: a part of the package is damaged: o/a.xhtml
c.opf.epub: a part of the package is damaged: o/c.opf
sharedStrings.xml.xlsx: a part of the package is damaged: xl/sharedStrings.xml
styles.xml.xlsx: a part of the package is damaged: xl/styles.xml
workbook.xml.xlsx: a part of the package is damaged: xl/workbook.xml
END
status 'one bit of a part is another' 2 "$bin/extract" -q ./*.docx ./*.xlsx \
    ./*.odt ./*.ofd ./*.epub
sort told >want
sed 's/^extract: //; s/^.\///' err | sort >got
same 'each is told by its name' got want
awk -F'\t' '$4 == "error" { sub("./", "", $1); print $1 ": " $9 }' out |
    sort >got
sort marked >want
same 'and what is read of it is marked' got want
plan $tap_n
