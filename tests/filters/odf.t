#!/bin/sh
# OpenDocument: files that want more than they are given, or are none that is
# read (golden-extract.t has one of everything).
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'OpenDocument' 'no python3 here'
	plan 1
	exit
}

# hostile FILE: what extract says of the file that python makes of what stands
# on stdin; its blocks are in out.
hostile() {
	{ echo "from odf import *; path = '$tmp/$1'"; cat; } |
	    PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=tests/lib python3 -
	"$bin/extract" --member-bytes 16M --table-cells 10000 "$tmp/$1" \
	    2>&1 >"$tmp/out" | head -1 | sed "s|$tmp/||"
}

is 'a cell repeated over the whole sheet' "$(hostile a.ods <<'EOF'
write(path, "spreadsheet", "<table:table>" + row(cell("7", "table:number-columns-repeated='16384'"), more="table:number-rows-repeated='1048576'") + "</table:table>")
EOF
)" 'extract: a.ods: a sheet of too many cells'
is 'the same in a text' "$(hostile a.odt <<'EOF'
write(path, "text", "<table:table>" + row(cell("7", "table:number-columns-repeated='99999999' table:number-columns-spanned='99999999' table:number-rows-spanned='99999999'")) * 99 + "</table:table>")
EOF
)" 'extract: a.odt: a table of more columns than are read'
is 'nested without end' "$(hostile b.odt <<'EOF'
write(path, "text", p("公开") + "<table:table><table:table-row><table:table-cell>" * 99)
EOF
)" 'extract: b.odt: tables or text boxes nested too deeply: content.xml'
is 'more than is allowed' "$(hostile c.odt <<'EOF'
write(path, "text", p(" ") * 2000000, zipfile.ZIP_DEFLATED)
EOF
)" 'extract: c.odt: more decoded bytes than allowed: content.xml'
is 'entities' "$(hostile d.fodt <<'EOF'
open(path, "w").write('<!DOCTYPE a SYSTEM "b"><office:document%s><office:body><office:text>%s</office:text></office:body></office:document>' % (SPACES, p("公开")))
EOF
)" 'extract: d.fodt: XML with a DOCTYPE'
is 'without its content' "$(hostile e.odt <<'EOF'
with zipfile.ZipFile(path, "w") as file:
    file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
EOF
)" 'extract: e.odt: a part of the package is missing: content.xml'
is 'a presentation by its body' "$(hostile f.odt <<'EOF'
write(path, "text", "</office:text><office:presentation>x</office:presentation><office:text>")
EOF
)" 'extract: f.odt: is a presentation or drawing: content.xml'
is 'with a password' "$(hostile g.odt <<'EOF'
write(path, "text", p("公开"))
with zipfile.ZipFile(path, "a") as file:
    file.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="%smanifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>' % BASE)
EOF
)" 'extract: g.odt: is protected by a password'
# manifest.xml as OpenOffice 2 and AbiWord have it
told=$(hostile h.odt <<'EOF'
write(path, "text", p("公开"))
with zipfile.ZipFile(path, "a") as file:
    file.writestr("META-INF/manifest.xml", '<!DOCTYPE m:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><m:manifest xmlns:m="%smanifest:1.0"/>' % BASE)
EOF
)
is 'a DOCTYPE that declares nothing' "$told
$(awk -F'\t' '$3 != "meta" { print $9 }' "$tmp/out")" \
    'extract: 1 members = 1 documents + 0 skipped + 0 rejected
公开'
for declared in '<!ENTITY a "b">' '<!ENTITY % a "b">' '<!ATTLIST m:manifest a (b|c) "b">'; do
	is "one that declares something: $declared" "$(hostile i.odt <<EOF
write(path, "text", p("公开"))
with zipfile.ZipFile(path, "a") as file:
    file.writestr("META-INF/manifest.xml", '<!DOCTYPE m [$declared]><m:manifest xmlns:m="' + BASE + 'manifest:1.0"/>')
EOF
)" 'extract: i.odt: a part of the package is damaged'
done
plan $tap_n
