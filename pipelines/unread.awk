# unread.awk: what was not read, or not all of it, and why, in the user's
# language.
#
#	litter=FILE LC_ALL=C awk -v zh=1|0 -f shown.awk -f unread.awk CHINESE REASONS \
#	    LITTER SUPERSEDED REJECTS FACTS
#
# CHINESE is lib/data/chinese.tsv, in which the first line of a message counts.
# REJECTS as extract writes it; of FACTS the lines of structure.error, but not those of
# documents in SUPERSEDED.  What has a name of LITTER goes to the file named litter.

BEGIN {
	FS = OFS = "\t"
	printf "" >ENVIRON["litter"]
	ITS_ARCHIVE = "its archive "	# is cut off, is damaged
}

FILENAME == ARGV[1] {
	if (!($1 in chinese))
		chinese[$1] = $2
	next
}

FILENAME == ARGV[2] {
	english[$1] = $2
	if ($3 != "")
		chinese[$1] = $3
	next
}

FILENAME == ARGV[3] {
	if ($0 !~ /^#/ && $1 != "pattern") {
		pattern[++patterns] = "^(" $1 ")$"
		kind[patterns] = zh ? $2 : $3
	}
	next
}

FILENAME == ARGV[4] {
	superseded[$1]
	next
}

# REASON, with its place behind ": " if it has one.
function worded(reason,    other, place, at) {
	at = match(reason, /: [^ ]+$/)
	if (at > 1 && !(reason in chinese)) {
		place = substr(reason, at)
		reason = substr(reason, 1, at - 1)
	}
	if (index(reason, ITS_ARCHIVE) == 1) {
		other = zh ? chinese[ITS_ARCHIVE "%s"] : ITS_ARCHIVE
		sub(/[{]1[}].*/, "", other)
		return other worded(substr(reason, length(ITS_ARCHIVE) + 1)) place
	}
	other = zh ? chinese[reason] : english[reason]
	return (other != "" ? other : reason) place
}

# What kind of litter has the name NAME, or "".
function litter_kind(name,   i) {
	sub(/.*[\/!]/, "", name)
	name = tolower(name)
	for (i = 1; i <= patterns; i++)
		if (name ~ pattern[i])
			return kind[i]
	return ""
}

FILENAME == ARGV[5] {
	what = litter_kind($1)
	if (what != "")
		print $1, what >ENVIRON["litter"]
	else
		print $1, $2, shown_field(worded($3))
	next
}

$6 == "structure.error" && !($1 in superseded) {
	print $1, "partly", shown_field(worded($13))
}
