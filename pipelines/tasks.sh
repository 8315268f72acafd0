# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by spread, behind books.sh: what a worker does, on whatever machine: one task
# of one step.
#
# What a task makes is a folder, which takes its name, SPOOL/STEP/NUMBER, when all of it is
# there: a worker that was killed leaves nothing that counts, and of two that did the same
# one is kept.
{	# whole, or not at all: see common.sh

# do_task SPOOL STEP NUMBER: and ends.
do_task() {
	spool=$1
	step=$2
	number=$3
	made=$spool/$step/$number
	[ ! -d "$made" ] || exit 0
	# shellcheck disable=SC1091 # of the run
	. "$spool/settings"
	[ "$settings" = whole ] || die "$spool/settings: $(say '读不了' 'cannot be read')"
	cd -- "$folder" || exit 2
	work=$(mktemp -d "$spool/$step/.$number.XXXXXX") || exit 2
	trap 'rm -rf -- "$work"' EXIT
	trap 'exit 2' HUP INT TERM
	new=$work/made
	mkdir -- "$new" && : >"$work/status" || exit 2
	"do_$step"
	find "$new" -exec sync -- {} + && { mv -T -- "$new" "$made" 2>/dev/null || [ -d "$made" ]; }
	exit
}

# take_turns SPOOL STEP FIRST STRIDE: of the tasks that are to be done the FIRST one, and
# each STRIDE behind it.  Ends.
take_turns() {
	awk -v first="$3" -v stride="$4" 'NR % stride == first % stride' "$1/todo" |
		while read -r turn; do
			"$self" --task "$1" "$2" "$turn" </dev/null
		done
	exit
}

# whole_stages N: all is well but for bad input, as $status says.
whole_stages() { judge_stages "$1" || exit 2; }

# do_count: how many entries the archive in the line NUMBER of SPOOL/new has.
do_count() {
	sed -n "${number}p" "$spool/new" | raw 3 >"$work/paths"
	filter extract -q ${data:+--data "$data"} --range 1000000000000- \
	    --intake "$work/intake" --files0-from "$work/paths"
	stage passed awk -F "$tab" '$3 == "passed" { n = $4 } END { print n + 0 }' \
	    "$work/intake" >"$new/entries"
	whole_stages 2
}

# do_piece: what the files of a line of SPOOL/pieces say, or a range of one of them.
do_piece() {
	read -r first last range <<-EOS
	$(sed -n "${number}p" "$spool/pieces")
	EOS
	[ -n "$manifest" ] || [ "$range" != 1- ] || range=
	sed -n "$first,${last}p" "$spool/new" | raw 3 >"$work/paths"
	# shellcheck disable=SC2086 # words
	filter extract -q $programs ${manifest:+--manifest "$manifest"} \
	    ${data:+--data "$data"} ${range:+--range "$range"} \
	    --intake "$work/intake" --files0-from "$work/paths" 2>"$new/said" |
		filter sectionize ${data:+--data "$data"} |
		filter tabulate -q ${data:+--data "$data"} --documents "$new/documents" >"$new/facts"
	stage intake plainly awk -F "$tab" -v OFS="$tab" -v before="$((first - 1))" '
	$3 != "passed" { $1 += before; print }' "$work/intake" >"$new/intake"
	stage about about_documents "$new/facts" >"$new/about"
	whole_stages 5
	is_unharmed || die "$(say '内存、文件或磁盘不够' 'memory, files or disk were wanting')"
	is_unchanged || die "$(say '读取时有变动' 'changed while it was read')"
	echo "$status" >"$new/status"
}

# Whether the files of the piece are those of the plan: size and times, as another machine
# may know them under other numbers.
is_unchanged() {
	sed -n "$first,${last}p" "$spool/new" | awk -F "$tab" '$6 ~ /:/' >"$work/planned" &&
	    cut -f6 "$work/planned" | cut -d: -f3- >"$work/then" &&
	    raw 3 <"$work/planned" | xargs -0 -r sh -c \
		'find -H "$@" -maxdepth 0 -printf "%s:%T@:%C@\n"' sh >"$work/now" &&
	    cmp -s "$work/then" "$work/now"
}

# do_deal: what counts of the facts of a piece, and the same in lines by office, sorted,
# where those for each shard begin.
do_deal() {
	facts=$spool/piece/$number/facts
	joined=$spool/joined
	if [ ! -s "$joined/keys" ] && [ ! -s "$joined/superseded.tsv" ]; then
		stage count ln -- "$facts" "$new/facts"
	else
		cp -- "$joined/keys" "$work/keys" || exit 2
		stage count count_facts "$joined/superseded.tsv" "$facts" >"$new/facts"
	fi
	office_lines "$new/facts" | sort_lines - >"$new/lines"
	stage tr tr '\0' '\001' <"$new/lines" |
		stage parts plainly awk -f "$share/parts.awk" "$joined/bounds" - >"$new/parts"
	whole_stages 5
}

# do_shard: the offices from one bound to the next, of all pieces: what is wrong with
# them, and their part of the summary.
do_shard() {
	n=0
	printf '/dev/null\0' >"$work/names"
	while [ "$n" -lt "$(wc -l <"$spool/pieces")" ]; do
		n=$((n + 1))
		read -r from bytes <<-EOS
		$(sed -n "${number}p" "$spool/deal/$n/parts")
		EOS
		[ -n "$bytes" ] || die "$spool/deal/$n: $(say '读不了' 'cannot be read')"
		[ "$bytes" -gt 0 ] || continue
		tail -c "+$((from + 1))" "$spool/deal/$n/lines" | head -c "$bytes" >"$work/lines.$n"
		[ "$(wc -c <"$work/lines.$n")" -eq "$bytes" ] ||
		    die "$spool/deal/$n/lines: $(say '读不了' 'cannot be read')"
		printf '%s\0' "$work/lines.$n" >>"$work/names"
	done
	mkfifo -- "$work/facts" || exit 2
	check_facts "$work/facts" >"$new/findings" &
	sort_lines -m --batch-size=64 --files0-from="$work/names" | facts_of_lines |
		stage tee tee -- "$work/facts" | sum_up --partial >"$new/part"
	wait
	whole_stages 5
	echo "$status" >"$new/status"
}
whole="${whole:-} tasks"
}
