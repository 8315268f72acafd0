# place-names.awk: the lines of places.tsv under all names that the gazetteer
# finds them by, to be sorted by bytes: in full, in short, and provinces and
# cities without the end of the name (浙江杭州), which is two characters or more.
BEGIN { FS = OFS = "\t" }
NR > 1 && !/^#/ {
	print $2, $1, $3, $4
	n = split($5, alias, "|")
	for (i = 1; i <= n; i++)
		print alias[i], $1, $3, $4, $2
	short = n > 0 ? alias[1] : $2
	if ($1 ~ /00$/ && sub(/(省|市|地区|州|盟)$/, "", short) &&
	    length(short) >= 6)
		print short, $1, $3, $4, $2
}
