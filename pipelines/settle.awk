# settle.awk: of the files that were just read, those whose reading counts.
#
#	LC_ALL=C awk -f settle.awk HARMED NEW NOW INTAKE ERRORS
#
# HARMED has the numbers of operands in whose reading something failed that was not the
# file's fault, or `all'.  NEW are the lines of the plan that were read, one an operand;
# NOW what is there behind that, as plan.awk has it listed; INTAKE is extract's; ERRORS
# are the facts structure.error.  A line of output is contents and path, with `changed'
# behind them where the file did while it was read, or `harmed' where it is among those
# harmed, and not all of it was read: neither counts.  The last line is `end': a shell
# takes what it cannot read for the end.

BEGIN { FS = OFS = "\t" }

FILENAME == ARGV[1] {
	harmed[$1]
	next
}

FILENAME == ARGV[2] {
	path[++n] = $3
	contents[n] = $4
	signature[n] = $6
	next
}

FILENAME == ARGV[3] {
	now[$4] = $2
	next
}

FILENAME == ARGV[4] {
	met[$1]
	if ($3 == "rejected")
		lacks[$1]
	else if ($3 == "document" || $3 == "container")
		operand[$2] = $1
	next
}

{ lacks[operand[$1]] }

END {
	for (i = 1; i <= n; i++)
		print contents[i], path[i], \
		    contents[i] !~ /^-/ && now[path[i]] != signature[i] ? "changed" : \
		    ("all" in harmed || i in harmed) && \
		    (i in lacks || !(i in met)) ? "harmed" : ""
	print "end"
}
