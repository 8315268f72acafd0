# shellcheck shell=sh disable=SC2154
# Sourced by books.sh: which of an office's reports of a year counts, and what does not
# count at all.
{	# whole, or not at all: see common.sh

# choose: of what the books hold, what counts: facts.tsv, superseded.tsv, rejects.tsv
# and litter.tsv in $new.  Five stages.
choose() {
	find_offices
	choose_documents
	stage count count
}

# choose_documents: the same but for facts.tsv.  Three stages.
choose_documents() {
	stage copies plainly awk -v zh="${language#en}" -f "$share/copies.awk" \
	    "$work/keys" "$new/read.tsv" "$work/about" "$new/.read/documents.tsv" \
	    >"$new/superseded.tsv"
	stage members cut -f2- "$new/.read/skips.tsv" "$new/.read/members.tsv" \
	    >"$work/rejects.tsv"
	stage unread tell_unread "$new/litter.tsv" "$new/superseded.tsv" \
	    "$work/rejects.tsv" "$work/about" >"$new/rejects.tsv"
}

# about_documents FACTS: what documents say about themselves.
about_documents() {
	lines_of -e structure.office -e structure.formerly -e structure.signed \
	    -e structure.error -e structure.text.overview -e structure.text.problems "$1"
}

# find_offices: which keys of offices are one, in $work/keys, as documents in $work/about
# say: a name from before a reform, a place not named in full.  One stage.
find_offices() {
	stage keys plainly awk -f "$share/offices.awk" "$work/about" >"$work/keys"
}

# The file is the same where all facts count.
count() {
	if [ ! -s "$work/keys" ] && [ ! -s "$new/superseded.tsv" ]; then
		ln -- "$new/.read/facts.tsv" "$new/facts.tsv"
	else
		count_facts "$new/superseded.tsv" "$new/.read/facts.tsv" >"$new/facts.tsv"
	fi
}

# count_facts SUPERSEDED FACTS: the others, each office under one key.  Fields are cut
# where a document begins only, with the fact of its office.
count_facts() {
	# shellcheck disable=SC2016 # the program is awk's
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	BEGIN { head = "\n" }
	index($0, head) == 1 { if (!is_left) print; next }
	FILENAME == ARGV[1] { key[$1] = $2; next }
	FILENAME == ARGV[2] { left[$1]; next }
	{ head = $1 "\t"; is_left = $1 in left }
	is_left { next }
	$6 == "structure.office" && $13 in key { $13 = key[$13] }
	{ print }' "$work/keys" "$1" "$2"
}
whole="${whole:-} copies"
}
