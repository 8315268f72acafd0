# Blocks as they are read best: a document's name once, a row of a table on a
# line.  A cell's column stands before it where the one before is not its left
# neighbour, its span where it has one.  When a file was changed says nothing.
BEGIN { FS = "\t" }

function flush() {
	if (row != "")
		print row
	row = ""
}

NF < 8 { flush(); print "? " $0; next }

# extract has no section.
{
	s = NF > 8
	loc = $2; kind = $3; section = s ? $4 : ""
	table = $(4 + s); r = $(5 + s); col = $(6 + s); span = $(7 + s)
	text = $(8 + s)
}

$1 != doc { flush(); doc = $1; print "== " doc }
kind == "meta" && section text ~ /mtime/ { next }
kind == "meta" { flush(); print "meta", $4, $NF; next }

table != 0 {
	place = kind FS section FS table FS r FS loc
	if (place != last || row == "") {
		flush()
		row = loc " " kind (s ? " " section : "") " " table "." r ":"
		next_col = 1
		last = place
	}
	row = row " |" (col == next_col ? "" : col ":") \
	    (span == "1x1" ? "" : "(" span ")") text
	split(span, wide, "x")
	next_col = col + (wide[2] > 0 ? wide[2] : 1)
	next
}

{
	flush()
	print loc " " kind (s ? " " section : "") ": " text \
	    (r col span == "00" ? "" : " [" r "," col "," span "]")
}

END { flush() }
