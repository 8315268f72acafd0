# score.awk TRUTH FACTS: what became of the cells of damaged reports, by damage
# or (-v by=layout, form, layout.damage) else; the last line sums up.  A cell is read,
# given up (unreadable), blank where it had a figure, silent (absent, or no fact at all,
# though the figure is still there), or wrong: reported with a figure that is not
# its own.  With -v only=DAMAGE, of reports so damaged; with -v verbose=1 the first
# cells that are blank or silent are shown too.  Both files have the reports in
# the same order: one of them is in memory at a time.
BEGIN {
	FS = "\t"
	if (!by) by = "damage"
	file = ARGV[1]
	ARGV[1] = ""
	if (!next_truth()) exit
	begin_report()
}
$11 != "table" { next }
$1 != named {
	named = $1
	name = $1
	sub(/.*!/, "", name)
	while (name != doc) {
		end_report()
		if (!begin_report()) {
			print "score.awk: " name " is in another order" > "/dev/stderr"
			exit disorder = 2
		}
	}
}
class == "" { next }
!(($6, $7) in truth) {
	if ($10 == "number") { wrong[class]++; say("wrong", "not in the report") }
	next
}
{
	met[$6, $7]
	want = truth[$6, $7]
	cells[class]++
	if ($10 == "number" || $10 == "approx") {
		if ($8 == want) right[class]++
		else { wrong[class]++; say("wrong", want) }
	} else if ($10 == "blank" || $10 == "na") {
		if (want == "") right[class]++
		else if (($6, $7) in gone) given[class]++
		else { blank[class]++; if (verbose) say("blank", want) }
	} else if ($10 == "absent" && want != "" && !(($6, $7) in gone)) {
		silent[class]++
		if (verbose) say("silent", want)
	} else given[class]++
}
# Reads the next line of the truth.
function next_truth() {
	return more = (getline line < file) > 0
}
# Reads what the next report was before.  Returns 0 if there is none.
function begin_report(    part) {
	split("", truth)
	split("", gone)
	split("", met)
	if (!more) return 0
	split(line, part, "\t")
	doc = part[1]
	class = class_of(doc)
	do {
		split(line, part, "\t")
		if (part[1] != doc) break
		truth[part[2], part[3]] = part[4]
		if (part[5] == "gone") gone[part[2], part[3]]
	} while (next_truth())
	return 1
}
# Counts the cells of which nothing was said.
function end_report(    key) {
	if (class == "") return
	for (key in truth) {
		if (key in met) continue
		cells[class]++
		if (truth[key] == "" || key in gone) { given[class]++; continue }
		silent[class]++
		if (verbose && said["no fact", doc]++ == 0) print "no fact", doc, truth[key] > "/dev/stderr"
	}
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
	if (disorder) exit disorder
	do end_report()
	while (begin_report())
	printf "%-32s %9s %9s %9s %9s %9s %9s\n", by, "cells", "read", "given up", "blanked", "silent", "wrong"
	for (c in cells) {
		printf "%-32s %9d %9d %9d %9d %9d %9d\n", c, cells[c], right[c], given[c], blank[c], silent[c], wrong[c] | "sort"
		n += cells[c]; r += right[c]; g += given[c]; b += blank[c]; s += silent[c]; w += wrong[c]
	}
	close("sort")
	printf "%-32s %9d %9d %9d %9d %9d %9d\n", "all", n, r, g, b, s, w
	exit w > 0
}
