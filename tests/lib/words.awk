# tests/words/*.txt into blocks: `== NAME' begins a document, a line is a
# paragraph, an empty one counts, a line with tabs a row of a table.
BEGIN { OFS = "\t" }
/^#/ { next }
/^== / { doc = substr($0, 4); line = table = 0; open = 0; next }
{
	line++
	if ($0 == "") {
		open = 0
		next
	}
	if ($0 !~ /\t/) {
		open = 0
		print doc, "L" line, "text", "", 0, 0, 0, "", $0
		next
	}
	if (!open) {
		table++
		row = 0
		open = 1
	}
	row++
	n = split($0, cell, "\t")
	for (i = 1; i <= n; i++)
		print doc, "L" line, "cell", "", table, row, i, "1x1", cell[i]
}
