# Cells of tables in a form's order, an item on a line, its columns' values
# behind one another: see fold_facts.awk for the marks.
BEGIN { FS = "\t"; mark["number"] = ""; mark["approx"] = "~"; mark["blank"] = "_"
	mark["na"] = "-"; mark["unreadable"] = "?"; mark["absent"] = "." }
function flush() {
	if (any)
		print line
	any = 0
}
NF == 1 { flush(); print "== " $1 ": no table"; next }
{ report = $1 FS $2 FS $3 FS $4 FS $5 }
report != last { flush(); item = ""; last = report; print "== " $1 ": " $4 "|" $5 }
$6 != item || ($10 != "absent" && loc != "" && $12 != loc) {
	flush()
	item = $6
	loc = ""
	line = ""
}
{
	if ($10 != "absent") {
		any = 1
		if (loc == "")
			line = item " " $12 ":" line
		loc = $12
	}
	line = line " " mark[$10] $8 \
	    ($10 == "unreadable" && raw != $13 ? "{" $13 "}" : "")
	raw = $10 == "unreadable" ? $13 : ""
}
END { flush() }
