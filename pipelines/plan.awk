# plan.awk: which files the books hold, and whence what they say is known.
#
#	LC_ALL=C awk -v reader=WORD -v keep=1|'' -v again=1|'' -v final=1|'' \
#	    -f shown.awk -f plan.awk BEFORE READ LISTED
#
# BEFORE is read.tsv of the last run: path, contents, when they came, signature ("-": the
# file was gone, and is kept), by which reader they were read.  READ is what this run has
# read: contents, path.  LISTED are the files that are there: state, signature, when it
# came, path, contents.
#
# A line of output is whence, the path under which that has it, and a line of read.tsv.
# Whence is `before', `now', `copy' of a file above, or `new': to be read, as all is
# with `again'.  The final plan has none of these: a file that was not read now has
# what it had before, and so has one that may still be arriving, and with `keep' one
# that is gone.

BEGIN {
	FS = OFS = "\t"
	shown_begin()
}

FILENAME == ARGV[1] {
	path[++n] = $1
	had[$1] = $2
	if (!($2 in owner)) {
		owner[$2] = $1
		since[$2] = $3
		reads[$2] = $5
	}
	signed[$1] = $4
	next
}

FILENAME == ARGV[2] {
	read[$1] = $2
	next
}

# In the records a document has the path for its name, if that is UTF-8: it can be told
# under another one.
function is_plain(name) { return name ~ ("^(" shown_character ")*$") }

function is_known(contents, name) {
	return !again && contents in owner && reads[contents] == reader &&
	    (owner[contents] == name || is_plain(owner[contents]) && is_plain(name))
}

function put(whence, name, contents, came, signature, by) {
	if (!(contents in since))
		since[contents] = came
	print whence, whence == "before" ? owner[contents] : name, name, contents, \
	    since[contents], signature, by
	taken[contents]
}

# What NAME had before, if anything.
function put_old(name, signature,   contents) {
	contents = had[name]
	if (contents in owner)
		put(contents in taken ? "copy" : "before", name, contents, "", \
		    signature, reads[contents])
}

function put_file(signature, came, name, contents) {
	if (contents in taken)
		put("copy", name, contents, came, signature, reader)
	else if (contents in read)
		put("now", name, contents, came, signature, reader)
	else if (is_known(contents, name))
		put("before", name, contents, came, signature, reader)
	else if (final)
		put_old(name, signed[name])
	else
		put("new", name, contents, came, signature, reader)
}

$1 ~ /[ls]/ || $4 in there { next }

{
	there[$4]
	if ($1 == "a")
		put_old($4, signed[$4])
	else
		put_file($2, $3, $4, $5)
}

END {
	for (i = 1; i <= n && keep; i++)
		if (!(path[i] in there) && !(had[path[i]] in taken))
			put_old(path[i], "-")
}
