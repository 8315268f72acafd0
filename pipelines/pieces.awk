# pieces.awk: files put into pieces of about as many bytes.
#
#	LC_ALL=C awk -v most=BYTES -v large=1 -f pieces.awk NEW
#	LC_ALL=C awk -v most=BYTES -f pieces.awk ENTRIES NEW
#
# NEW are the lines of the plan, whose sixth field has the size (files.sh).  With `large',
# a line of output is the number of one whose file is larger than a piece; ENTRIES has
# these numbers, and how many entries the archive has.  Else a line of output is the first
# and the last line of a piece, and a range of entries.

BEGIN { FILES = 1000 }

function put_files() {
	if (first)
		print first, last, "1-"
	first = bytes = 0
}

# The file of line N in ranges, the last of which has no end: what is wrong with the
# whole of it comes out there.
function put_ranges(n, size, entries,   ranges, i) {
	ranges = int((size + most - 1) / most)
	if (ranges > entries)
		ranges = entries
	for (i = 0; i < ranges; i++)
		print n, n, int(i * entries / ranges) + 1 "-" \
		    (i + 1 < ranges ? int((i + 1) * entries / ranges) : "")
}

!large && FILENAME == ARGV[1] {
	entries[$1] = $2
	next
}

{
	split($0, field, "\t")
	split(field[6], part, ":")
	size = part[3] + 0
	if (large) {
		if (size > most)
			print FNR
		next
	}
	if (entries[FNR] > 1) {
		put_files()
		put_ranges(FNR, size, entries[FNR])
		next
	}
	if (first && (bytes + size > most || FNR - first == FILES))
		put_files()
	if (!first)
		first = FNR
	last = FNR
	bytes += size
}

END { if (!large) put_files() }
