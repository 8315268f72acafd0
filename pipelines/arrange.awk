# arrange.awk: of facts those of the documents that stay, a line each document, with
# NUL between its facts and in front the number of its file.
#
#	LC_ALL=C awk -f arrange.awk MAP FACTS MAP FACTS
#
# A line of MAP is a document of the FACTS behind it, the number of its file, and the
# name that it has in the books.

BEGIN { FS = OFS = "\t" }

FILENAME == ARGV[1] || FILENAME == ARGV[3] {
	if (FILENAME != map) {
		map = FILENAME
		split("", file)
	}
	file[$1] = $2
	name[$1] = $3
	next
}

{
	is_next = $1 != doc || FILENAME != facts
	if (is_next) {
		doc = $1
		facts = FILENAME
		stays = doc in file
	}
	if (!stays)
		next
	if (is_next)
		printf "%s%s\t", begun++ ? "\n" : "", file[doc]
	else
		printf "%c", 0
	printf "%s%s", name[doc], substr($0, length(doc) + 1)
}

END { if (begun) print "" }
