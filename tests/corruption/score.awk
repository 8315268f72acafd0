# score.awk TRUTH FACTS: what became of the cells of damaged reports, by damage
# or (-v by=layout, form, layout.damage) else; the last line sums up.  A cell is read, given
# up (unreadable, absent), blank where it had a figure, or wrong: reported with
# a figure that is not its own.  With -v only=DAMAGE, of reports so damaged.
BEGIN { FS = "\t"; if (!by) by = "damage" }
NR == FNR { truth[$1, $2, $3] = $4; next }
$11 != "table" { next }
{
	doc = $1
	sub(/.*!/, "", doc)
	key = doc SUBSEP $6 SUBSEP $7
	split(doc, part, /[-.]/)
	if (only != "" && part[4] != only) next
	class = by == "layout" ? part[3] : by == "form" ? part[2] : \
	    by == "layout.damage" ? part[3] "." part[4] : part[4]
	if (!(key in truth)) {
		if ($10 == "number") { wrong[class]++; say("not in the report") }
		next
	}
	want = truth[key]
	cells[class]++
	if ($10 == "number" || $10 == "approx") {
		if ($8 == want) right[class]++
		else { wrong[class]++; say(want) }
	} else if ($10 == "blank" || $10 == "na") {
		if (want == "") right[class]++
		else { blank[class]++; if (verbose) say(want) }
	} else given[class]++
}
function say(want) {
	if (shown++ < 40) print doc, $6, $7, "got " $8 " (" $10 ")", "want " want, $13 > "/dev/stderr"
}
END {
	printf "%-32s %9s %9s %9s %9s %9s\n", by, "cells", "read", "given up", "blanked", "wrong"
	for (c in cells) {
		printf "%-32s %9d %9d %9d %9d %9d\n", c, cells[c], right[c], given[c], blank[c], wrong[c] | "sort"
		n += cells[c]; r += right[c]; g += given[c]; b += blank[c]; w += wrong[c]
	}
	close("sort")
	printf "%-32s %9d %9d %9d %9d %9d\n", "all", n, r, g, b, w
	exit w > 0
}
