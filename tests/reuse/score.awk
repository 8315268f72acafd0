# score.awk TRUTH REUSE (with its header): of each kind of copies how many sections, and whole
# reports, were found, and the share told of them; how many were told that are none.
BEGIN { FS = "\t" }
FNR == NR {
	kind[$2, $3, $4] = kind[$3, $2, $4] = $1
	planted[$1]++
	if ($1 ~ /^whole/ && !(($2, $3, "*") in kind)) {
		kind[$2, $3, "*"] = kind[$3, $2, "*"] = "report, " $1
		planted["report, " $1]++
	}
	next
}
FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}
{
	key = $at["doc"] SUBSEP $at["other_doc"] SUBSEP $at["section"]
	k = key in kind ? kind[key] : ""
	if (k == "") {
		wrong++
		next
	}
	found[k]++
	share[k] += $at["share"]
	named[k] += $at["names"] != ""
}
END {
	for (k in planted)
		printf "%s\t%d\t%d\t%.0f\t%d\n", k, planted[k], found[k],
		    found[k] ? share[k] / found[k] : 0, named[k] | "LC_ALL=C sort"
	close("LC_ALL=C sort")
	printf "not planted\t0\t%d\t0\t0\n", wrong
}
