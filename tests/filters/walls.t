#!/bin/sh
# One document that takes too long, too much memory or crashes its reader costs
# itself, whatever its format.
. tests/lib/tap.sh
case $bin in /*) ;; *) bin=$root/$bin ;; esac
cd "$tmp" || exit 2
if ! command -v python3 >/dev/null; then
	skip 'documents that take too much' 'no python3'
	plan $tap_n
	exit
fi

# So many empty paragraphs, and one with so much text.
cat >make.py <<'END'
import sys, zipfile
name, empty, text = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as package:
    package.writestr("[Content_Types].xml", '<Types/>')
    package.writestr("word/document.xml",
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + "<w:p/>" * empty + "<w:p><w:r><w:t>" + "x" * text + "</w:t></w:r></w:p></w:body></w:document>")
END
python3 make.py slow.docx 30000000 4
python3 make.py large.docx 0 60000000
printf '公开一\n' >a.txt
printf '公开二\n' >b.txt
tar cf all.tar a.txt slow.docx b.txt large.docx a.txt
texts() { awk -F'\t' '$3 == "text" { print $1, $9 }' "$1"; }

status 'what takes too long' 2 "$bin/extract" --seconds 1 a.txt slow.docx b.txt
is 'costs itself' "$(texts out)" 'a.txt 公开一
b.txt 公开二'
is 'and is told' "$(cat err)" 'extract: slow.docx: took more than 1 s to read
extract: 3 members = 2 documents + 0 skipped + 1 rejected'
if grep -q __asan_init "$bin/extract"; then
	skip 'what takes too much memory' 'the sanitizer needs it all'
else
	status 'what takes too much memory' 2 "$bin/extract" --memory 64M a.txt large.docx b.txt
	is 'too' "$(texts out)" 'a.txt 公开一
b.txt 公开二'
	matches 'is told in its name' err '^extract: large.docx: (failed: out of memory|crashed)'
fi
status 'in an archive' 2 "$bin/extract" --seconds 1 --memory 64M all.tar
is 'all others come out' "$(texts out | head -2)" 'all.tar!a.txt 公开一
all.tar!b.txt 公开二'
for option in '--seconds 0' '--seconds 1s' '--memory 0'; do
	# shellcheck disable=SC2086
	status "$option" 2 "$bin/extract" $option a.txt
done
plan $tap_n
