# Blocks as they are read best: a document's name once, a row of a table on a
# line.  A cell's column stands before it where the one before is not its left
# neighbour, its span where it has one; so does its place, where that names cells:
# of a row it is that of the first.  When a file was changed says nothing.
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

# Splits LOC into what a row has in common and the number of its cell; 0: none.
function cell_of(loc,   i, letters, n) {
	if (match(loc, /^T[0-9]+R[0-9]+C[0-9]+$/)) {
		match(loc, /C[0-9]+$/)
		row_loc = substr(loc, 1, RSTART - 1)
		return substr(loc, RSTART + 1) + 0
	}
	if (match(loc, /![A-Z]+[0-9]+$/)) {
		letters = substr(loc, RSTART + 1, RLENGTH - 1)
		row_loc = substr(loc, 1, RSTART)
		sub(/[0-9]+$/, "", letters)
		row_loc = row_loc substr(loc, RSTART + 1 + length(letters))
		for (i = 1; i <= length(letters); i++)
			n = 26 * n + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", \
			    substr(letters, i, 1))
		return n
	}
	row_loc = loc
	return 0
}

table != 0 {
	cell = cell_of(loc)
	place = kind FS section FS table FS r FS row_loc
	if (place != last || row == "") {
		flush()
		row = loc " " kind (s ? " " section : "") " " table "." r ":"
		next_col = 1
		next_cell = cell
		last = place
	}
	if (cell != next_cell)
		row = row " " loc
	next_cell = cell + (cell > 0)
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
