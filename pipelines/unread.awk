# unread.awk: what was not read, or not all of it, and why, in the user's
# language.
#
#	LC_ALL=C awk -v zh=1|0 -f shown.awk -f unread.awk REASONS REJECTS FACTS
#
# REJECTS as extract writes it; of FACTS the lines of structure.error.

BEGIN { FS = OFS = "\t" }

FNR == 1 { part++ }

part == 1 {
	if ($0 !~ /^#/) {
		chinese[$1] = $2
		english[$1] = $3
	}
	next
}

# REASON, with its place behind ": " if it has one.
function worded(reason,    other, place, at) {
	at = match(reason, /: [^ ]+$/)
	if (at > 1 && !(reason in chinese)) {
		place = substr(reason, at)
		reason = substr(reason, 1, at - 1)
	}
	other = zh ? chinese[reason] : english[reason]
	return (other != "" ? other : reason) place
}

FILENAME ~ /rejects\.tsv$/ {
	print $1, $2, shown_field(worded($3))
	next
}

$6 == "structure.error" { print $1, "partly", shown_field(worded($13)) }
