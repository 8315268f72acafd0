# merge.awk: of facts those of the documents that stay, by the numbers of their files.
#
#	LC_ALL=C awk -f merge.awk MAP FACTS MAP FACTS
#
# A line of MAP is a document of the FACTS behind it, in the order of these: its name,
# the number of its file, which does not fall, and the name that it has in the books.
# Of one file there are documents in one of the FACTS only.

# Reads the next line of FACTS number S; what cannot be read is no end.
function read_line(s,   got) {
	got = (getline line[s] < facts[s])
	if (got < 0)
		exit 2
	if (got == 0)
		ended[s] = 1
}

function read_map(s, map,   entry, part, got) {
	while ((got = (getline entry < map)) > 0) {
		split(entry, part, "\t")
		file[s, part[1]] = part[2]
		name[s, part[1]] = part[3]
	}
	if (got < 0)
		exit 2
}

function goes_on(s) { return !ended[s] && index(line[s], doc[s] "\t") == 1 }

# Goes to the next document of FACTS number S that stays.
function find(s) {
	number[s] = none
	while (!ended[s]) {
		doc[s] = substr(line[s], 1, index(line[s], "\t") - 1)
		if ((s, doc[s]) in file) {
			number[s] = file[s, doc[s]] + 0
			return
		}
		do
			read_line(s)
		while (goes_on(s))
	}
}

function put_document(s,   mine, n) {
	if (number[s] < last)
		exit 2
	last = number[s]
	mine = name[s, doc[s]]
	n = length(doc[s]) + 1
	do {
		print mine substr(line[s], n)
		read_line(s)
	} while (goes_on(s))
}

BEGIN {
	none = 1e15
	for (s = 1; s <= 2; s++) {
		facts[s] = ARGV[2 * s]
		read_map(s, ARGV[2 * s - 1])
		read_line(s)
		find(s)
	}
	while (number[1] < none || number[2] < none) {
		s = number[2] < number[1] ? 2 : 1
		put_document(s)
		find(s)
	}
	exit
}
