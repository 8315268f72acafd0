# score.awk: facts held against figures known beforehand.
#
#	awk -v part=table|prose [-v base=1] [-v loose=1] -f score.awk KNOWN FACTS
#
# KNOWN has a header line and the fields doc, item, col, value, of tables
# also org, year, form and state.  Facts of a known cell with another number,
# or with any where the cell is blank, are wrong; none or an abstention is
# missing.  Prose may state a figure twice: one fact that agrees will do.
# Prints each one that is not right, then one line for each document:
#	doc right wrong missing identity
# where identity counts the known fields org, year, form that do not agree.
# With base, documents go by the last part of their names; with loose, a cell
# known to be blank may also be na or absent.

function name(doc) {
	sub(/.*!/, "", doc)
	if (base)
		sub(/.*\//, "", doc)
	return doc
}

BEGIN { FS = "\t" }

FNR == 1 { file++ }

file == 1 && FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}

file == 1 {
	doc = $at["doc"]
	if (!(doc in known))
		docs[++n_docs] = doc
	known[doc] = 1
	cell[++n] = doc FS $at["item"] FS $at["col"]
	value[n] = $at["value"]
	state[n] = "state" in at ? $at["state"] : "number"
	if ("org" in at)
		identity[doc] = $at["org"] FS $at["year"] FS $at["form"]
	next
}

$1 == "doc" { next }

{
	doc = name($1)
	if (!(doc in known))
		next
	if (!(doc in read_as))
		read_as[doc] = $3 FS $4 FS $5
	if (($11 == "prose") != (part == "prose") || $11 == "structure")
		next
	key = doc FS $6 FS $7
	if ($10 == "number" || $10 == "approx") {
		if (!((key, $8 + 0) in got))
			many[key]++
		got[key, $8 + 0]
	} else
		nothing[key, loose && $10 != "unreadable" ? "blank" : $10]
}

END {
	for (i = 1; i <= n; i++) {
		key = cell[i]
		doc = key
		sub(/\t.*/, "", doc)
		right = (key, value[i] + 0) in got
		if (state[i] == "number")
			verdict = right && (part == "prose" || many[key] == 1) ? \
			    "right" : many[key] && part != "prose" ? "wrong" : "missing"
		else
			verdict = many[key] ? "wrong" : \
			    (key, state[i]) in nothing ? "right" : "missing"
		count[doc, verdict]++
		if (verdict != "right")
			print verdict, key, value[i], state[i]
	}
	for (i = 1; i <= n_docs; i++) {
		doc = docs[i]
		differ = 0
		split(identity[doc], want, FS)
		split(read_as[doc], is, FS)
		for (k in want)
			differ += want[k] != is[k]
		print doc, count[doc, "right"] + 0, count[doc, "wrong"] + 0, \
		    count[doc, "missing"] + 0, differ
	}
}
