# status.awk: what became of findings from one run to a later one.
#
#	LC_ALL=C awk -v zh=1|'' -v header=1|'' -v counts=1|'' -v run=N -v last=N \
#	    -f status.awk EARLIER LATER
#
# A finding is the same as another of its rule, office, year, place and figures: what a
# waiver goes by.  Ends with 1 where errors are new or left.

BEGIN {
	FS = OFS = "\t"
	n = split("new lapsed left waived fixed", states, " ")
	split("新增 豁免失效 仍在 已豁免 已改", chinese, " ")
	if (header)
		print "state", "doc", "region", "org", "year", "rule", "level", \
		    "verdict", "where", "left", "right", "cells", "loc", "message"
}

# What stands for the finding: of several alike the first, the second ...
function key(times,   k) {
	k = $5 SUBSEP $2 SUBSEP $3 SUBSEP $4 SUBSEP $8 SUBSEP $9 SUBSEP $10
	return k SUBSEP (++times[k])
}

function put(state, finding) {
	line[state, ++count[state]] = finding
}

FILENAME == ARGV[1] && FILENAME != ARGV[2] {
	k = key(before)
	order[++findings] = k
	had[k] = $0
	level[k] = $6
	rule[k] = $5
	next
}

{
	k = key(now)
	there[k]
	state = $6 == "waived" ? "waived" : $5 == "W-LAPSED" ? "lapsed" : \
	    k in had && level[k] != "waived" ? "left" : "new"
	put(state, $0)
	if ($6 == "error")
		open = 1
}

# How many there are of each, in a line.
function counted(   s, text) {
	text = zh ? "第 " last " 次" (run ? "，与第 " run " 次相比：" : "：") : \
	    "run " last (run ? ", against run " run ": " : ": ")
	for (s = 1; s <= n; s++)
		text = text (s == 1 ? "" : zh ? "，" : ", ") \
		    (zh ? chinese[s] " " count[states[s]] + 0 : \
		    count[states[s]] + 0 " " states[s])
	return text
}

END {
	for (i = 1; i <= findings; i++)
		if (!(order[i] in there) && rule[order[i]] != "W-LAPSED")
			put("fixed", had[order[i]])
	if (counts)
		print counted()
	for (s = 1; s <= n; s++)
		for (i = 1; i <= count[states[s]]; i++)
			print states[s], line[states[s], i]
	exit open ? 1 : 0
}
