#!/bin/sh
# EPUB: its pages are read in the order of its spine.
. tests/lib/tap.sh
command -v python3 >/dev/null || {
	skip 'EPUB' 'no python3 here'
	plan 1
	exit
}

# epub FILE: makes it of pages that python has on stdin: (name, body), and the
# spine: names in their order.
epub() {
	{
		cat <<'EOP'
import sys, zipfile
def write(path, pages, spine, container=True):
    items = "".join('<item id="i%s" href="%s.xhtml" media-type="application/xhtml+xml"/>' % (n, n) for n in sorted(set(spine) | {p[0] for p in pages}))
    refs = "".join('<itemref idref="i%s"/>' % n for n in spine)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("mimetype", "application/epub+zip")
        z.writestr("META-INF/container.xml", '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>' if container else "")
        z.writestr("OEBPS/book.opf", '<package xmlns="http://www.idpf.org/2007/opf"><manifest>%s</manifest><spine>%s</spine></package>' % (items, refs))
        for name, body in pages:
            z.writestr("OEBPS/%s.xhtml" % name, '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title></head><body>%s</body></html>' % (name, body))
table = "<table><tr><td>项目</td><td>数量</td></tr><tr><td>%s</td><td>%d</td></tr></table>"
EOP
		cat
	} | python3 - "$tmp/$1"
}
blocks() { awk -F'\t' '$3 != "meta" || $4 == "title" { print $3, $5, $6, $7, $9 }' "$tmp/out"; }
cd "$tmp" || exit 2

epub report.epub <<'EOF2'
write(sys.argv[1], [("a", "<p>二、主动公开</p>" + table % ("规章", 3)), ("z", "<h1>青石市2023年政府信息公开工作年度报告</h1>" + table % ("办结", 7))], ["z", "a"])
EOF2
status 'in the order of the spine' 0 "$bin/extract" -q report.epub
is 'tables are numbered over all pages' "$(blocks)" 'meta 0 0 0 z
head 0 0 0 青石市2023年政府信息公开工作年度报告
cell 1 1 1 项目
cell 1 1 2 数量
cell 1 2 1 办结
cell 1 2 2 7
text 0 0 0 二、主动公开
cell 2 1 1 项目
cell 2 1 2 数量
cell 2 2 1 规章
cell 2 2 2 3'
epub missing.epub <<'EOF2'
write(sys.argv[1], [("a", "<p>公开</p>")], ["b", "a"])
EOF2
status 'a page that is missing' 2 "$bin/extract" -q missing.epub
matches 'is told' err 'missing.epub: a part of the package is missing: OEBPS/b.xhtml'
is 'the others are read' "$(blocks)" 'meta 0 0 0 a
text 0 0 0 公开'
epub empty.epub <<'EOF2'
write(sys.argv[1], [("a", "<p>公开</p>")], [])
EOF2
status 'without a spine' 2 "$bin/extract" -q empty.epub
matches 'there are no pages' err 'empty.epub: no pages'
epub pictures.epub <<'EOF2'
write(sys.argv[1], [("a", '<img src="1.jpg"/>')], ["a"])
EOF2
status 'nothing but pictures' 2 "$bin/extract" -q pictures.epub
matches 'is no text' err 'pictures.epub: no text in it'
epub broken.epub <<'EOF2'
write(sys.argv[1], [("a", "<p>公开</p>")], ["a"], container=False)
EOF2
status 'a broken container' 2 "$bin/extract" -q broken.epub
ok 'is told' [ -s err ]
plan $tap_n
