#!/bin/sh
# OFD: what its pages draw is read as what a PDF's pages do (golden-extract.t
# has one of everything): here reports that come in both ways, and files that
# want more than they are given.
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'OFD' 'no python3 here'
	plan 1
	exit
}

cells() { awk -F'\t' '$3 == "cell" { gsub(/ /, "", $9); print $5, $6, $7, $8, $9 }' "$1"; }
facts() {
	"$bin/sectionize" "$1" 2>/dev/null | "$bin/tabulate" -q 2>/dev/null |
	    awk -F'\t' '$11 != "structure"' | cut -f 2-11
}

for file in tests/fixtures/report.html tests/reports/shape2.html \
    tests/reports/toc-2022.html tests/reports/blank2019.html \
    tests/reports/R18-review-down.html; do
	name=$(basename "$file" .html)
	"$bin/extract" -q "$file" >"$tmp/blocks"
	python3 tests/lib/ofd.py --blocks "$tmp/report.ofd" <"$tmp/blocks"
	"$bin/extract" -q "$tmp/report.ofd" >"$tmp/read"
	cells "$tmp/blocks" >"$tmp/want"
	cells "$tmp/read" >"$tmp/got"
	ok "$name has cells" [ -s "$tmp/want" ]
	same "$name: the same cells" "$tmp/got" "$tmp/want"
	facts "$tmp/blocks" >"$tmp/want"
	facts "$tmp/read" >"$tmp/got"
	ok "$name has facts" [ -s "$tmp/want" ]
	same "$name: the same facts" "$tmp/got" "$tmp/want"
done

# hostile NAME: what extract says of the file that python makes of what stands
# on stdin; its blocks are in out.
hostile() {
	{ echo "from ofd import *; path = '$tmp/$1.ofd'"; cat; } |
	    PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests/lib python3 -
	"$bin/extract" --member-bytes 16M "$tmp/$1.ofd" 2>&1 >"$tmp/out" |
	    head -1 | sed "s|$tmp/||"
}

is 'a page without end' "$(hostile bomb <<'EOF'
write(path, pages_of([(words(20, 40, "字" * 6000000), 297)]))
EOF
)" 'extract: bomb.ofd: some pages cannot be read'

is 'nothing but blanks, deflated' "$(hostile blanks <<'EOF'
write(path, [("OFD.xml", " " * 40000000), ("Doc_0/Document.xml", "")])
EOF
)" 'extract: blanks.ofd: more decoded bytes than allowed: OFD.xml'

is 'distances without end' "$(hostile deltas <<'EOF'
write(path, pages_of([(words(20, 40, "公开", delta='DeltaX="g 99999999999999999999 3.5 g -5 1 g x"'), 297)]))
EOF
cut -f9 "$tmp/out" | tail -1)" 'extract: 1 members = 1 documents + 0 skipped + 0 rejected
公开'

is 'units in units' "$(hostile units <<'EOF'
use = '<ofd:CompositeObject ID="1" Boundary="0 0 1 1" ResourceID="7"/>' * 1000
write(path, pages_of([(words(20, 40, "公开") + use + use, 297)])[:-2] + [
    ("Doc_0/Document.xml", document(["Pages/Page_0/Content.xml"], '<ofd:PublicRes>R.xml</ofd:PublicRes>')),
    ("Doc_0/R.xml", '<ofd:Res %s><ofd:CompositeGraphicUnit ID="7">%s</ofd:CompositeGraphicUnit></ofd:Res>' % (OFD, use)),
    ("OFD.xml", root(("", "Doc_0/Document.xml")))])
EOF
)" 'extract: units.ofd: draws more than allowed'

is 'nested without end' "$(hostile deep <<'EOF'
write(path, pages_of([('<ofd:PageBlock>' * 100000, 297)]))
EOF
)" 'extract: deep.ofd: some pages cannot be read'

is 'a page that is missing' "$(hostile page <<'EOF'
write(path, [("Doc_0/Document.xml", document(["Pages/Page_0/Content.xml", "a.xml"])), ("Doc_0/a.xml", content(words(20, 40, "公开"))), ("OFD.xml", root(("", "Doc_0/Document.xml")))])
EOF
cut -f9 "$tmp/out" | tail -1)" 'extract: page.ofd: some pages cannot be read
公开'

is 'a document that is missing' "$(hostile document <<'EOF'
write(path, [("OFD.xml", root(("", "Doc_0/Document.xml")))])
EOF
)" 'extract: document.ofd: a part of the package is missing: Doc_0/Document.xml'

is 'a scan' "$(hostile scan <<'EOF'
write(path, pages_of([('<ofd:ImageObject ID="1" ResourceID="2" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>', 297)]))
EOF
)" 'extract: scan.ofd: has no text to read, a scan perhaps: OCR is for PDF'

# Clips: what is beyond the areas of one, or of any, is not there.  The first letter of a
# word is 4 mm wide; an area lies within the boundary of the object, and is turned with it
# unless TransFlag says otherwise.
is 'text outside of what a clip leaves' "$(hostile clips <<'EOF'
def area(x, w, more=""):
    return ('<ofd:Area %s><ofd:Path Boundary="%s -9 %s 30"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L %s 0 L %s 30 L 0 30 C</ofd:AbbreviatedData></ofd:Path></ofd:Area>' % (more, x, w, w, w))

def clips(*clip, more=""):
    return '<ofd:Clips %s>%s</ofd:Clips>' % (more, "".join("<ofd:Clip>%s</ofd:Clip>" % "".join(areas) for areas in clip))

half = 'CTM="0.5 0 0 1 0 0"'
write(path, pages_of([(
    words(20, 40, "甲一二", size=4, inner=clips([area(0, 4)])) +
    words(20, 60, "乙一二", size=4, inner=clips([area(0, 4), area(8, 4)])) +
    words(20, 80, "丙一二", size=4, inner=clips([area(0, 8)], [area(4, 8)])) +
    words(20, 100, "丁一二", size=4, inner=clips([area(0, 4, half)])) +
    words(20, 120, "戊一二", size=4, more=half, inner=clips([area(0, 4)])) +
    words(20, 140, "己一二", size=4, more=half, inner=clips([area(0, 4)], more='TransFlag="false"')) +
    words(20, 160, "庚一二", size=4, inner=clips([area(0, 4), '<ofd:Area><ofd:Text><ofd:TextCode X="0" Y="0">大</ofd:TextCode></ofd:Text></ofd:Area>'])) +
    words(20, 180, "辛一二", size=4), 297)]))
EOF
awk -F'\t' '$3 == "text" { printf "%s", $9 }' "$tmp/out")" 'extract: 1 members = 1 documents + 0 skipped + 0 rejected
甲乙一二一丁戊己一庚一二辛一二'
plan $tap_n
