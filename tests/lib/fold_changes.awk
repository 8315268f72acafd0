# CHANGES RECORDS: what is said of each report of tests/perturb, under what was
# changed in it; a report of which nothing is said is its line alone.
NR == FNR { change[++n] = $0; doc[n] = $1; next }
{
	line = $2
	for (i = 3; i <= NF; i++)
		line = line " " $i
	said[$1] = said[$1] "\n\t" line
}
END {
	for (i = 1; i <= n; i++)
		print change[i] said[doc[i]]
}
