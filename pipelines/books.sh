# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by annual and nightly, behind results.sh and judge.sh: the books, what every
# file says that was taken in.  A file is read once, for its contents.
#
# Beside the results, in the folder of the run:
#
#	read.tsv		the files: path, contents, when they came, signature,
#				what read them
#	.read/facts.tsv		of all documents in them, by file
#	.read/documents.tsv	contents, then a record as tabulate writes it
#	.read/members.tsv	likewise what became no document: name, skipped or
#				rejected, the reason as extract words it
#	.read/settings		what the results depend on besides
{	# whole, or not at all: see common.sh

# shellcheck source=pipelines/settings.sh
. "$share/settings.sh"
# shellcheck source=pipelines/files.sh
. "$share/files.sh"
# shellcheck source=pipelines/earlier.sh
. "$share/earlier.sh"
# shellcheck source=pipelines/intake.sh
. "$share/intake.sh"
# shellcheck source=pipelines/copies.sh
. "$share/copies.sh"

history=400	# results.sh: a run a day for a year

# keep_books OPERAND...: brings the results in $dir up to date with the files in the
# operands, if anything changed.  Settings: those of judge.sh, $keep what is gone,
# $minutes that a file must have been left alone for, $hidden files left out, $own file
# that is none of the input, $log to write to, $progress option of extract.  $status is
# what to end with.
keep_books() {
	unlisted=
	again=
	worst=0
	take_from_folder
	find_before
	begin_reader
	for empty in read intake documents facts about errors; do
		: >"$work/$empty" || exit 2
	done
	look "$@"
	[ ! -s "$work/new" ] || read_what_is_new "$@"
	read_lines >"$work/read.tsv" || exit 2
	wait_for_settings
	if [ -s "$work/read" ] || ! is_as_before "$work" settings skips.tsv; then
		renew
	fi
	end_status
}

# renew: the results anew, unless they rest on the same after all.
renew() {
	tell_withdrawn
	: >"$work/status"
	enter
	judge_stages 7 || unfinished
	if is_all_new; then
		mv -- "$work/facts" "$new/.read/facts.tsv" || exit 2
	else
		: >"$work/status"
		arrange
		stage about about_documents "$new/.read/facts.tsv" >"$work/about"
		judge_stages 5 || unfinished
	fi
	is_as_before "$new" settings skips.tsv facts.tsv documents.tsv members.tsv ||
	    { results && publish; }
}

# enter: what the books hold by the final plan, in $new, but for the facts.  Seven
# stages.
enter() {
	mkdir -- "$new/.read" "$work/books" || exit 2
	stage lines read_lines >"$new/read.tsv"
	to=$work/books stage enter plainly awk -f "$share/enter.awk" \
	    "$work/plan" "$work/new" "$before/.read/documents.tsv" \
	    "$before/.read/members.tsv" "$work/intake" "$work/documents"
	by_file documents >"$new/.read/documents.tsv"
	by_file members >"$new/.read/members.tsv"
	stage others cp -- "$work/skips.tsv" "$work/settings" "$new/.read/"
}

# by_file NAME: lines of $work/books, with the number of a file in front, in the order
# of the files.  Two stages.
by_file() {
	stage sort plainly sort -s -t "$tab" -k1,1n "$work/books/$1" |
		stage cut cut -f2-
}

read_lines() {
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	$4 !~ /^-/ { print $3, $4, $5, $6, $7 }' "$work/plan"
}

# Whether the books are what was read now, as it was read.
is_all_new() {
	[ ! -s "$before/.read/facts.tsv" ] && [ -s "$work/settled" ] &&
	    awk -F "$tab" '$3 != "" { exit 1 }' "$work/settled" &&
	    awk -F "$tab" '$1 != $3 { exit 1 }' "$work/books/now"
}

# arrange: the facts of the books, those of each file together.  Four stages: files are
# renamed, and then in another order than they were, less often than new ones come.
arrange() {
	if is_in_order "$work/books/before" && is_in_order "$work/books/now"; then
		for none in sort cut tr; do stage "$none" true; done
		stage merge plainly awk -f "$share/merge.awk" "$work/books/before" \
		    "$before/.read/facts.tsv" "$work/books/now" "$work/facts" \
		    >"$new/.read/facts.tsv"
		return
	fi
	stage arrange plainly awk -f "$share/arrange.awk" "$work/books/before" \
	    "$before/.read/facts.tsv" "$work/books/now" "$work/facts" |
		stage sort plainly sort -s -t "$tab" -k1,1n |
		stage cut cut -f2- |
		stage tr tr '\0' '\n' >"$new/.read/facts.tsv"
}

# Whether the documents of MAP are by the numbers of their files.
is_in_order() {
	LC_ALL=C awk -F "$tab" '$2 + 0 < last { exit 1 } { last = $2 + 0 }' "$1"
}

# results: what follows from what the books hold.
results() {
	: >"$work/status"
	choose
	documents=$new/documents.tsv
	stage documents whole_records "$new/.read/documents.tsv" >"$documents"
	last=$before/findings.tsv
	[ -e "$last" ] || last=
	show_step "$(say 核对…… 'checking ...')"
	judge
	show_step ''
	judge_stages 10 || unfinished
	echo "$status" >"$new/.read/status" || exit 2
}

# show_step WORDS: on the last line of a terminal, as extract shows its progress there.
show_step() { [ -z "$progress" ] || printf '%s\033[K\r' "$1" >&2; }

# whole_records DOCUMENTS: the records there; of what was taken over there is but a name.
whole_records() {
	LC_ALL=C awk -F "$tab" 'NF > 2 { print substr($0, length($1) + 2) }' "$1"
}

# end_status: 2 where something could not be read, which is told of each file that is
# there.
end_status() {
	read -r status <"$dir/current/.read/status" || exit 2
	unread=$(LC_ALL=C awk -F "$tab" '
	FILENAME == ARGV[1] { if ($2 != "skipped") lacks[$1]; next }
	FILENAME == ARGV[2] {
		if (!($2 in path) || gone[$2])
			path[$2] = $1
		gone[$2] = $4 == "-"
		next
	}
	$2 in lacks && !gone[$1] {
		name = $1 in path ? path[$1] : $2
		if (!told[name]++)
			print name
	}
	END { print "." }' "$dir/current/rejects.tsv" "$dir/current/read.tsv" \
	    "$dir/current/.read/skips.tsv" "$dir/current/.read/members.tsv" \
	    "$dir/current/.read/documents.tsv") || exit 2
	case $unread in
	.) unread= ;;
	*.) worst=2 ;;
	*) exit 2 ;;	# it could not be read to its end
	esac
	[ -z "$unread" ] || [ -z "$log" ] || while IFS= read -r path; do
		warn "$path: $(say '没有全部读出，见' 'not all of it was read, see') rejects.tsv"
	done <<-EOS
	${unread%??}
	EOS
	[ -z "$unlisted" ] || worst=2
	[ "$worst" -le "$status" ] || status=$worst
}
whole="${whole:-} books"
}
