# score.awk TRUTH FACTS: what became of the cells of damaged reports, by damage
# or (-v by=layout, form, layout.damage) else; the last line sums up.  A cell is read,
# given up (unreadable), blank where it had a figure, silent (absent, or no fact at all,
# though the figure is still there), or wrong: reported with a figure that is not
# its own.  With -v only=DAMAGE, of reports so damaged; with -v verbose=1 the first
# cells that are blank or silent are shown too.
BEGIN { FS = "\t"; if (!by) by = "damage" }
NR == FNR { truth[$1, $2, $3] = $4; if ($5 == "gone") gone[$1, $2, $3]; next }
$11 != "table" { next }
{
	doc = $1
	sub(/.*!/, "", doc)
	key = doc SUBSEP $6 SUBSEP $7
	class = class_of(doc)
	if (class == "") next
	if (!(key in truth)) {
		if ($10 == "number") { wrong[class]++; say("wrong", "not in the report") }
		next
	}
	met[key]
	want = truth[key]
	cells[class]++
	if ($10 == "number" || $10 == "approx") {
		if ($8 == want) right[class]++
		else { wrong[class]++; say("wrong", want) }
	} else if ($10 == "blank" || $10 == "na") {
		if (want == "") right[class]++
		else if (key in gone) given[class]++
		else { blank[class]++; if (verbose) say("blank", want) }
	} else if ($10 == "absent" && want != "" && !(key in gone)) {
		silent[class]++
		if (verbose) say("silent", want)
	} else given[class]++
}
# The class that DOC is counted in; empty if it is not wanted.
function class_of(doc,    part) {
	split(doc, part, /[-.]/)
	if (only != "" && part[4] != only) return ""
	return by == "layout" ? part[3] : by == "form" ? part[2] : \
	    by == "layout.damage" ? part[3] "." part[4] : part[4]
}
function say(what, want) {
	if (said[what, doc]++ == 0 && shown[what]++ < (verbose > 1 ? 4000 : 40)) print what, doc, $6, $7, "got " $8 " (" $10 ")", "want " want, $13 > "/dev/stderr"
}
END {
	for (key in truth) {
		if (key in met) continue
		split(key, part, SUBSEP)
		class = class_of(part[1])
		if (class == "") continue
		cells[class]++
		if (truth[key] == "" || key in gone) { given[class]++; continue }
		silent[class]++
		doc = part[1]
		if (verbose) say("no fact", truth[key])
	}
	printf "%-32s %9s %9s %9s %9s %9s %9s\n", by, "cells", "read", "given up", "blanked", "silent", "wrong"
	for (c in cells) {
		printf "%-32s %9d %9d %9d %9d %9d %9d\n", c, cells[c], right[c], given[c], blank[c], silent[c], wrong[c] | "sort"
		n += cells[c]; r += right[c]; g += given[c]; b += blank[c]; s += silent[c]; w += wrong[c]
	}
	close("sort")
	printf "%-32s %9d %9d %9d %9d %9d %9d\n", "all", n, r, g, b, s, w
	exit w > 0
}
