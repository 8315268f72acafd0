# Facts as they are read best: the report once, an item on a line, with its
# columns.  5 is a number, ~5 approximate, _ blank, - said not to be there,
# ? unreadable, . absent; {raw} behind a cell whose text says more than the
# value.  Items of which nothing is there are counted only: there are as many
# as the form has beside those shown.
BEGIN { FS = "\t"; mark["number"] = ""; mark["approx"] = "~"; mark["blank"] = "_"
	mark["na"] = "-"; mark["unreadable"] = "?"; mark["absent"] = "." }

function flush() {
	if (item != "" && any)
		print line
	else if (item != "")
		absent++
	item = ""
}

function end_report() {
	flush()
	if (absent)
		print "absent: " absent " items"
	absent = 0
}

{ report = $1 FS $2 FS $3 FS $4 FS $5 }

report != last {
	end_report()
	last = report
	print "== " $1 ": " $2 "|" $3 "|" $4 "|" $5
}

{
	place = $6 FS $9 FS $11 FS ($10 == "absent" ? "" : $12)
	if (place != here || item == "") {
		flush()
		here = place
		item = $6
		any = 0
		line = $11 " " $6 " (" $9 ") " $12 ":"
	}
	if ($10 != "absent")
		any = 1
	shown = ($10 in mark ? mark[$10] : $10 "!") $8
	line = line " " $7 "=" shown ($13 == $8 || $13 == "" ? "" : "{" $13 "}")
}

END { end_report() }
