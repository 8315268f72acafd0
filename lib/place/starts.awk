# starts.awk NAMES TOWNS: as C, on standard output, the characters that names of the two
# lists begin with, in their order, and where the lines of each begin.  The lists are
# sorted by name; bytes are counted (LC_ALL=C) from behind the comments at the top.

# The character that LINE begins with.
function character(line,    n, c, i) {
	c = ord[substr(line, 1, 1)]
	n = c < 192 ? 1 : c < 224 ? 2 : c < 240 ? 3 : 4
	if (n > 1)
		c %= n == 2 ? 32 : n == 3 ? 16 : 8
	for (i = 2; i <= n; i++)
		c = c * 64 + ord[substr(line, i, 1)] % 64
	return c
}

function end_list() {
	if (list > 0)
		printf "};\n"
}

BEGIN {
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i
	print "#include \"place/starts.h\""
}
FNR == 1 {
	end_list()
	printf "\nstatic const struct name_start list%d[] = {\n", ++list
	at = last = 0
	next
}
/^#/ { next }
{
	c = character($0)
	if (c != last)
		printf "\t{ %d, %d },\n", last = c, at
	at += length($0) + 1
}
END {
	end_list()
	printf "\nconst struct name_starts name_starts[] = {\n"
	for (i = 1; i <= list; i++)
		printf "\t{ list%d, sizeof(list%d) / sizeof(*list%d) },\n", i, i, i
	print "};"
}
