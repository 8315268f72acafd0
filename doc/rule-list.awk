# rule-list.awk: makes the manual page of all rules of what tells them.
#
#	check --lang en --explain all >told
#	sed 1q doc/nianbao-rules.5 | awk -f doc/rule-list.awk - told
#
# The first line is the page's date; those of the file are a key, a tab and what the
# rule says there.

BEGIN { FS = "\t" }

# What roff would take for a request, or for an escape, is text; a long list may be
# broken behind its bars.
function text(line) {
	gsub(/\\/, "\\e", line)
	gsub(/[|]/, "|\\:", line)
	return (line ~ /^[.']/ ? "\\&" : "") line
}

function begin_list() {
	if (!listing)
		print ".Bl -tag -width condition -compact"
	listing = 1
}

function end_list() {
	if (listing)
		print ".El"
	listing = 0
}

NR == 1 {
	print
	print ".Dt NIANBAO-RULE-LIST 5\n.Os\n.Sh NAME\n.Nm nianbao-rule-list"
	print ".Nd every rule built in, with its examples\n.Sh DESCRIPTION"
	print "What\n.Dl check --explain all\nprints of the rules built in:"
	print "for each id its lines of\n.Pa rules.tsv ,"
	print "their conditions as they stand and in the words of the form;"
	print "how what it finds is mended and what is lawful all the same;"
	print "then reports that keep it and reports that break it, with what"
	print "is found in these.\n.Xr nianbao-rules 5\ntells how to read them."
	print ".Sh RULES"
	next
}

$1 == "rule" {
	end_list()
	id = title = $2
	sub(/ .*/, "", id)
	sub(/^[^ ]* ?/, "", title)
	print ".Ss " id
	if (title != "")
		print text(title) "."
	next
}

$1 == "level" || $1 == "to mend" {
	end_list()
	print ".Pp"
}

$1 == "rule set" {
	set = $2
	next
}

NF > 1 && $2 != "" {
	begin_list()
	print ".It " ($1 ~ /^(holds|fails)$/ ? "Sy" : "Em") " " $1
	print text($2)
}

END {
	end_list()
	print ".Sh SEE ALSO\n.Xr check 1 ,\n.Xr nianbao-rules 5"
	print ".Pp\nThe rule set is " set "."
}
