# Repairs, each set once: its document, what is said of it, and a line for each
# cell.
BEGIN { FS = "\t" }
{
	set = $1 " " $2 " " $3 " " $4 ": " $5 "." $6
	if (set != last) {
		print set " rank " $7 " " $8
		print "\t" $19
		print "\t" $18 " weight " $17
		last = set
	}
	print "\t\t" $9 " " $10 ": " $11 " -> " $12 " " $13 " " $14 " " $15 \
	    ($16 == $1 ? "" : " in " $16)
}
