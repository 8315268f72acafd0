# blocks.awk: a fixture as extract's records.  A line `@doc NAME' begins a
# document, `@NAME VALUE' is what its source says (title, url ...), `# TEXT' a
# heading of the page's, `~ TEXT' furniture that extract knows; lines with TABs
# are rows of a table; all others are paragraphs.
BEGIN { FS = OFS = "\t" }
function put(kind, section, row, col, span, text) {
	print doc, loc, kind, section, kind == "cell" ? table : 0, row, col, span, text
}
/^@doc / { doc = substr($0, 6); n = table = in_table = 0; loc = ""
	put("meta", "type", 0, 0, "", "text/plain"); next }
/^@/ { name = $0; sub(/ .*/, "", name); value = substr($0, length(name) + 2)
	loc = ""; put("meta", substr(name, 2), 0, 0, "", value); next }
{ loc = "L" ++n }
NF < 2 { in_table = 0 }
NF > 1 { if (!in_table++) { table++; row = 0 }
	row++; for (i = 1; i <= NF; i++) put("cell", "", row, i, "1x1", $i); next }
/^# / { put("head", "", 0, 0, "", substr($0, 3)); next }
/^~ / { put("text", "furniture", 0, 0, "", substr($0, 3)); next }
NF { put("text", "", 0, 0, "", $0) }
