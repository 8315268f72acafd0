# make.awk offices.tsv layouts.txt: openings of made-up reports, each office in a
# share of the layouts, as documents for tests/lib/words.awk.  What is right is the
# document's name: number, office, region, year and genre, parted by |; an office
# behind ~ is only told in short.
# {O} is the office, {S} its short name, {A} its government, {U} what is above it,
# {W} what it calls itself, {P} a part of it, {Y} the year, {Y1} the one after.
BEGIN { FS = "\t"; share = 8; letters = "OSAUWP" }
/^#/ { next }
FILENAME ~ /offices/ {
	offices++
	for (i = 1; i <= 7; i++)
		office[offices, i] = $i
	next
}
/^== / { layouts++; kind[layouts] = substr($0, 4); next }
{ text[layouts] = text[layouts] $0 "\n" }

function opening(i, j,    year, out, k) {
	year = 2009 + (i * 5 + j * 3) % 17
	out = text[j]
	gsub(/[{]Y[}]/, year, out)
	gsub(/[{]Y1[}]/, year + 1, out)
	for (k = 1; k <= length(letters); k++)
		gsub("[{]" substr(letters, k, 1) "[}]", office[i, k], out)
	printf "== %d|%s|%s|%d|report\n%s", ++n, kind[j] == "short" ? \
	    "~" office[i, 2] : office[i, 1], office[i, 7], year, out
}

END {
	for (i = 1; i <= offices; i++)
		for (j = 1; j <= layouts; j++)
			if ((i + j) % share == 0)
				opening(i, j)
}
