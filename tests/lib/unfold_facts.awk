# The facts that fold_facts.awk shows: `== DOC: REGION|ORG|YEAR|FORM' and
# `SOURCE ITEM (UNIT) LOC: COL=VALUE ...', in which a value may be ~5, _, -,
# ? or `.'; what a cell says, {raw}, has no blanks here.  The cells of row T2R5 of a
# Word file begin at T2R5C2.
BEGIN {
	OFS = "\t"
	state["_"] = "blank"; state["-"] = "na"
	state["?"] = "unreadable"; state["."] = "absent"
}
/^#/ || NF == 0 { next }
/^== / {
	doc = substr($0, 4)
	sub(/: [^:]*$/, "", doc)
	rest = $0
	sub(/.*: /, "", rest)
	split(rest, of, "|")
	next
}
{
	unit = $3
	gsub(/[()]/, "", unit)
	loc = $4
	sub(/:$/, "", loc)
	for (i = 5; i <= NF; i++) {
		cut = index($i, "=")
		col = substr($i, 1, cut - 1)
		value = substr($i, cut + 1)
		raw = value
		if (match(value, /[{].*[}]$/)) {
			raw = substr(value, RSTART + 1, RLENGTH - 2)
			value = substr(value, 1, RSTART - 1)
		}
		what = value in state ? state[value] : "number"
		if (what != "number")
			value = ""
		else if (sub(/^~/, "", value))
			what = "approx"
		at = loc ~ /^T[0-9]+R[0-9]+$/ ? loc "C" i - 3 : loc
		print doc, of[1], of[2], of[3], of[4], $2, col, value, unit, \
		    what, $1, at, raw
	}
}
