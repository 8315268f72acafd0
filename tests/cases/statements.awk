# statements.awk: STATEMENTS FACTS: for each folder `name right wrong missing'.
# FACTS are those of files named from ../shared/cases on.
BEGIN { FS = "\t" }
FNR == NR && (/^#/ || FNR == 1) { next }
FNR == NR { n++; file[n] = $1; cell[n] = $1 FS $2 FS $3; want[n] = $4; next }
{
	doc = $1
	of[doc, "region"] = $2
	of[doc, "org"] = $3
	of[doc, "year"] = $4
	if ($6 == "structure.genre")
		of[doc, "genre"] = $13
}
$8 != "" && ($10 == "number" || $10 == "approx") {
	key = doc FS $6 FS $7
	if (!((key, $8 + 0) in got)) {
		got[key, $8 + 0] = 1
		numbers[key]++
	}
}
function verdict(key, want,	part) {
	split(key, part, FS)
	if (part[3] == "-")
		return of[part[1], part[2]] == want ? "right" : "wrong"
	if (want == "?")
		return numbers[key] ? "wrong" : "right"
	if (want ~ /^!/)
		return (key, substr(want, 2) + 0) in got ? "wrong" : "right"
	return (key, want + 0) in got ? "right" : \
	    numbers[key] && part[2] !~ /^prose/ ? "wrong" : "missing"
}
END {
	for (i = 1; i <= n; i++) {
		folder = file[i]
		sub(/\/.*/, "", folder)
		v = verdict(cell[i], want[i])
		if (show && v != "right")
			print "# " v ": " cell[i] " " want[i]
		count[folder, v]++
		folders[folder]
	}
	for (folder in folders)
		print "stated/" folder, count[folder, "right"] + 0, \
		    count[folder, "wrong"] + 0, count[folder, "missing"] + 0
}
