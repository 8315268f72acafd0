# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by books.sh, behind files.sh: what of the files is to be read, the reading of
# it, and what that comes to for each file.
{	# whole, or not at all: see common.sh

# look OPERAND...: what is there, and what of it is to be read.  A manifest is for all
# files or for none: what it says of no file is told.
look() {
	: >"$work/status"
	list_files "$work/there" "$@"
	sum_files "$work/there" >"$work/listed"
	name_links
	take_reader
	begin_settings
	plan
	stage new awk '/^new\t/' "$work/plan" >"$work/new"
	if [ -n "$manifest" ] && [ -s "$work/new" ]; then
		again=1
		plan
		cp -- "$work/plan" "$work/new" || exit 2
	else
		stage once true
	fi
	judge_stages 17 || unfinished
	refuse_void
}

# name_links: links, sockets and the like, which extract is not asked about.
name_links() {
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	$1 == "l" { print "-", $4, "skipped", "is a symbolic link" }
	$1 == "s" { print "-", $4, "skipped", "is a device, socket or pipe" }' \
	    "$work/listed" >"$work/skips.tsv" || exit 2
}

# plan [final]: see plan.awk.  One stage.
plan() {
	stage plan plainly awk -v reader="$reader" -v keep="$keep$unlisted" \
	    -v again="$again" -v final="${1:-}" -f "$share/shown.awk" -f "$share/plan.awk" \
	    "$before/read.tsv" "$work/read" "$work/listed" >"$work/plan"
}

# read_what_is_new OPERAND...: and says what it comes to for each file.
read_what_is_new() {
	try_new || read_each || unfinished
	[ "$status" -eq 0 ] || { [ -z "$manifest" ] && is_told; } || worst=2
	: >"$work/status"
	settle "$@"
	plan final
	judge_stages 8 || unfinished
}

# Whether a status 2 of the filters is about what rejects.tsv has.
is_told() {
	[ -s "$work/errors" ] || grep -q "${tab}rejected$tab" "$work/intake"
}

# try_new: the same, and whether it came to its end; its status in $status.
# What is said goes to the $log, if there is one.  In a shell of its own, so that what
# ends that is said, too.
try_new() {
	: >"$work/status"
	: >"$work/judged"
	: >"$work/log"
	(
		[ -z "$log" ] || exec </dev/null 2>"$work/log"
		read_new
		judge_stages 6 && echo "$status" >"$work/judged"
	)
	[ -z "$log" ] || sed 's/^/    /' "$work/log" >>"$log"
	read -r status <"$work/judged"
}

# read_new: what the plan has for new, in one run of extract, into
# facts, documents, intake and about in $work.  Six stages.
read_new() {
	stage raw raw 3 <"$work/new" >"$work/paths"
	# shellcheck disable=SC2086 # words
	filter extract $programs ${manifest:+--manifest "$manifest"} \
		${data:+--data "$data"} --intake "$work/intake" \
		--files0-from "$work/paths" $progress |
		filter sectionize ${data:+--data "$data"} |
		filter tabulate -q ${data:+--data "$data"} \
			--documents "$work/documents" >"$work/facts"
	stage about about_documents "$work/facts" >"$work/about"
	stage errors lines_of structure.error "$work/about" >"$work/errors"
	is_unharmed && : >"$work/harmed" || echo all >"$work/harmed"
}

# read_each: what could not be read together, file by file: one of them may be to blame.
# Fails where none can be read.
read_each() {
	mv -- "$work/new" "$work/all" && mkdir -- "$work/each" || exit 2
	: >"$work/each/harmed"
	alone=0
	worst_alone=3
	while IFS= read -r line && [ "$line" != end ]; do
		alone=$((alone + 1))
		printf '%s\n' "$line" >"$work/new"
		if try_new; then
			[ "$worst_alone" -lt 3 ] || worst_alone=0
			[ "$status" -le "$worst_alone" ] || worst_alone=$status
			add_alone || exit 2
		else
			echo "$alone" >>"$work/each/harmed" || exit 2
		fi
	done <<-EOS
	$(cat "$work/all" && echo end)
	EOS
	[ "$line" = end ] || unfinished
	mv -- "$work/all" "$work/new" && mv -- "$work/each"/* "$work/" || exit 2
	status=$worst_alone
	[ "$status" -lt 3 ]
}

# add_alone: what was read of the file of the number $alone, to what was of the others.
add_alone() {
	for part in facts documents about errors; do
		cat "$work/$part" >>"$work/each/$part" || return 1
	done
	LC_ALL=C awk -F "$tab" -v OFS="$tab" -v n="$alone" '{ $1 = n; print }' \
	    "$work/intake" >>"$work/each/intake" &&
	    sed "s/.*/$alone/" "$work/harmed" >>"$work/each/harmed"
}

# settle OPERAND...: which of the files that were read count, as $work/read has them.
# The others are told, and one that something in this machine is to blame for is among
# what is not read.  Seven stages.
settle() {
	list_files "$work/now" "$@"
	stage settle plainly awk -f "$share/settle.awk" "$work/harmed" "$work/new" "$work/now" "$work/intake" \
	    "$work/errors" >"$work/settled"
	awk -F "$tab" '$3 == "" && $1 != "end"' "$work/settled" >"$work/read" || exit 2
	while IFS=$tab read -r contents path why && [ "$contents" != end ]; do
		case $why in
		changed)
			log "$path: changed while it was read, left for the next run"
			warn "$path: $(say '读取时有变动，下次再读' \
			    'changed while it was read; next time')"
			;;
		harmed)
			log "$path: left for the next run"
			warn "$path: $(say '这次没有读成，下次再读' \
			    'not read this time; next time')"
			printf -- '-\t%s\trejected\t%s\n' "$path" \
			    'not read for want of memory, files or disk' >>"$work/skips.tsv" || exit 2
			worst=2
			;;
		*) log "$path: read" ;;
		esac
	done <"$work/settled"
	[ "$contents" = end ] || unfinished
}

log() { [ -z "$log" ] || printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>"$log"; }
whole="${whole:-} intake"
}
