# totals.awk TRUTH FACTS: one line that counts the totals marked /sums: how many tables
# there are, in how many some were read, how many of the totals that are there, and
# how many of those read are not what stands in the report.
BEGIN { FS = "\t" }
NR == FNR {
	truth[$1, $2, $3] = $4
	if ($3 == "total" && $4 != "") there++
	if (!($1 in seen)) { seen[$1]; tables++ }
	next
}
$11 == "table" && $12 ~ /\/sums$/ && $6 ~ /^requests/ && $7 == "total" {
	doc = $1
	sub(/.*!/, "", doc)
	if (!(doc in met)) { met[doc]; some++ }
	if ($8 == truth[doc, $6, $7]) right++
	else { wrong++; if (verbose) print doc, $6, $8, truth[doc, $6, $7] > "/dev/stderr" }
}
END { printf "%d %d %d %d %d\n", tables, some, there, right, wrong; exit wrong > 0 }
