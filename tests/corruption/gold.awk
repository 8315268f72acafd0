# gold.awk -v part=tables|prose GOLD FACTS: one line of Markdown that counts
# the gold figures that are right, wrong (another number, or a number where
# there is a blank) and missing.
FNR == 1 { file++ }
file == 1 && FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
file == 1 {
	n++
	doc[n] = $at["doc"]; item[n] = $at["item"]; col[n] = $at["col"]
	value[n] = $at["value"]
	blank[n] = "state" in at && $at["state"] == "blank"
	next
}
($11 == "prose") == (part == "prose") {
	name = $1
	sub(/.*[\/!]/, "", name)
	key = name SUBSEP $6 SUBSEP $7
	if ($10 == "number" || $10 == "approx")
		got[key] = got[key] " " $8 + 0 " "
	else
		seen[key] = 1
}
END {
	for (i = 1; i <= n; i++) {
		key = doc[i] SUBSEP item[i] SUBSEP col[i]
		if (blank[i]) {
			if (got[key] != "") wrong++
			else if (key in seen) right++
			else missing++
		} else if (index(got[key], " " value[i] + 0 " ")) right++
		else if (got[key] != "") wrong++
		else missing++
	}
	printf "| %s | %d | %d | %d | %d |\n", part, n, right, wrong, missing
}
