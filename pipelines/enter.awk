# enter.awk: what the books have of documents, and of what became none.
#
#	to=DIR LC_ALL=C awk -f enter.awk PLAN NEW DOCUMENTS MEMBERS INTAKE READ-DOCUMENTS
#
# PLAN is the final plan; NEW are the lines of the first one that were read, one an
# operand.  DOCUMENTS and MEMBERS are those of the last run, INTAKE is extract's, and
# READ-DOCUMENTS tabulate's.  Writes DIR/documents and DIR/members, with the number of the
# file in front of each line, and to DIR/before and DIR/now, of the documents whose facts
# stay: name, number of the file, name in the books.

BEGIN {
	FS = OFS = "\t"
	to = ENVIRON["to"]
	documents = to "/documents"
	members = to "/members"
	printf "" >documents
	printf "" >members
	printf "" >(to "/before")
	printf "" >(to "/now")
}

FILENAME == ARGV[1] {
	if ($1 != "copy") {
		file[$1, $4] = FNR
		old[$1, $4] = $2
		path[$1, $4] = $3
	}
	next
}

FILENAME == ARGV[2] {
	operand[++n] = $4
	next
}

# NAME of a member of the file that had the path OLD before.
function renamed(whence, contents, name) {
	if (old[whence, contents] == path[whence, contents])
		return name
	return path[whence, contents] substr(name, length(old[whence, contents]) + 1)
}

# No two documents have one name.
function own(name,   copies) {
	if (!(name in names)) {
		names[name]
		return name
	}
	for (copies = 2; (name "~" copies) in names; copies++)
		continue
	names[name "~" copies]
	return name "~" copies
}

function put_document(whence, contents, record,   name, mine) {
	name = record
	sub(/\t.*/, "", name)
	mine = own(renamed(whence, contents, name))
	print file[whence, contents], contents, mine substr(record, length(name) + 1) >documents
	print name, file[whence, contents], mine >(to "/" whence)
}

# LINE behind its first field.
function rest(line) { return substr(line, index(line, "\t") + 1) }

FILENAME == ARGV[3] {
	if (("before", $1) in file)
		put_document("before", $1, rest($0))
	next
}

FILENAME == ARGV[4] {
	if (("before", $1) in file)
		print file["before", $1], $1, renamed("before", $1, $2), $3, $4 >members
	next
}

FILENAME == ARGV[5] {
	contents = operand[$1]
	if ($3 == "document" || $3 == "container")
		of[$2] = contents
	else if ($3 != "file" && ("now", contents) in file)
		print file["now", contents], contents, $2, $3, $4 >members
	next
}

("now", of[$1]) in file { put_document("now", of[$1], $0) }
