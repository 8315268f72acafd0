# Every named character reference of HTML, as Python has them.
. tests/lib/tap.sh

if ! command -v python3 >/dev/null; then
	skip 'named character references' 'no python3'
	plan "$tap_n"
	exit 0
fi
python3 - "$tmp" <<'END'
import html.entities, sys
names = sorted(html.entities.html5)
with open(sys.argv[1] + "/page.html", "w", encoding="utf-8") as page, \
        open(sys.argv[1] + "/want", "w", encoding="utf-8") as want:
    page.write("<!DOCTYPE html><meta charset=utf-8><title>t</title>")
    for n in names:
        # What is white or not seen would be lost at the end of a cell.
        page.write("<p>[%s] .&%s.</p>\n" % (n, n))
        text = html.entities.html5[n].replace("\n", " ")
        want.write("[%s] .%s.\n" % (n, text.replace("\\", "\\\\")))
END
"$bin/extract" -q "$tmp/page.html" | grep "${tap_tab}text$tap_tab" | cut -f9 >"$tmp/got"
# White space and control characters become one blank, others vanish.
plainer() { perl -CSD -pe 's/[\s\x{00AD}\x{200B}-\x{200F}\x{2060}-\x{2064}]+/ /g; s/ \././g; s/\. /./g; s/ *$/\n/'; }
plainer <"$tmp/got" >"$tmp/got.plain"
plainer <"$tmp/want" >"$tmp/want.plain"
same 'every name is what it is in Python' "$tmp/got.plain" "$tmp/want.plain"
plan "$tap_n"
