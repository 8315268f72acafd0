# shellcheck shell=sh
# by_office [FILE]: facts put as --by-office has them, by awk and sort: by the key of the
# office, which tabulate tells first of a document, the year and the document.
by_office() {
	awk -F '\t' '
	$1 != doc {
		doc = $1
		key = ($6 == "structure.office" ? $13 : $3) "\t" $4
	}
	{ printf "%s\t%s\t%06d\t%s\n", key, $1, NR, $0 }' "$@" |
	    LC_ALL=C sort -s -t "$(printf '\t')" -k1,1 -k2,2 -k3,3 -k4,4n | cut -f5-
}
