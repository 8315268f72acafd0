#!/bin/sh
# What the cells of sheets show, as other programs than Excel write them.
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'sheets' 'no python3 here'
	plan 1
	exit
}

# openpyxl writes a fill that is none as <patternFill/>
python3 - "$tmp/a.xlsx" <<'EOP'
import sys, zipfile
main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
fonts = ["", '<color rgb="FFFFFFFF"/>', '<vertAlign val="superscript"/>']
cells = [(1, "3", 0, 0), (2, "4", 1, 0), (3, "5", 1, 1), (4, "6", 2, 0)]
with zipfile.ZipFile(sys.argv[1], "w") as z:
    z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
               '<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/></Types>' % types)
    z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               '<Relationship Id="a" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % rel)
    z.writestr("xl/workbook.xml", '<workbook %s xmlns:r="%s"><sheets><sheet name="年报" sheetId="1" r:id="a"/></sheets></workbook>' % (main, rel))
    z.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
               '<Relationship Id="a" Type="%s/worksheet" Target="s.xml"/><Relationship Id="b" Type="%s/styles" Target="t.xml"/></Relationships>' % (rel, rel))
    z.writestr("xl/t.xml", '<styleSheet %s><fonts>%s</fonts><fills><fill><patternFill/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs>%s</cellXfs></styleSheet>' % (
        main, "".join("<font>%s</font>" % f for f in fonts), "".join('<xf fontId="%d" fillId="%d"/>' % c[2:] for c in cells)))
    z.writestr("xl/s.xml", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (main, "".join(
        '<row r="%d"><c r="A%d" t="str"><v>行</v></c><c r="B%d" s="%d"><v>%s</v></c></row>' % (n, n, n, n - 1, v) for n, v, _, _ in cells)))
EOP
shown() { "$bin/extract" -q "$1" 2>&1 | awk -F'\t' '$3 == "cell" { print $2 "=" $9 }' | sed -n 's/.*!B/B/p' | tr '\n' ' '; }
is 'white on no fill is not seen; a number all above the line is one' \
    "$(shown "$tmp/a.xlsx")" 'B1=3 B2= B3=5 B4=6 '

# A format that shows nothing; a writer that leaves out what is shown.
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests/lib python3 - "$tmp/a.ods" <<'EOP'
import sys
from odf import *
number = '<table:table-cell office:value-type="float" office:value="%s">%s</table:table-cell>'
write(sys.argv[1], "spreadsheet", '<table:table table:name="年报">' + "".join(
    row(cell("行") + number % (n, shown)) for n, shown in (
        (3, p("3")), (4, "<text:p/>"), (5, ""))) + "</table:table>")
EOP
is 'an empty paragraph shows nothing, no paragraph the value' \
    "$(shown "$tmp/a.ods")" 'B1=3 B2= B3=5 '
plan $tap_n
