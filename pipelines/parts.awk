# parts.awk: where in lines sorted by office each part of the offices begins.
#
#	LC_ALL=C awk -f parts.awk BOUNDS LINES
#
# BOUNDS are the keys with which parts but the first begin.  A line of output is a part:
# how many bytes stand before it, how many it has.

FILENAME == ARGV[1] {
	bound[++bounds] = $0 "\t"
	next
}

{
	key = substr($0, 1, index($0, "\t"))
	while (part < bounds && key >= bound[part + 1])
		begin[++part] = at
	at += length($0) + 1
}

END {
	while (part < bounds)
		begin[++part] = at
	begin[bounds + 1] = at
	for (part = 0; part <= bounds; part++)
		printf "%.0f %.0f\n", begin[part], begin[part + 1] - begin[part]
}
