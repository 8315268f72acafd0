# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by spread, behind judge.sh: what Hadoop Streaming and the pipe of Spark run, of
# standard input.  Between both lines are put in the order of their first three fields.
{	# whole, or not at all: see common.sh

begin_lines() {
	work=$(mktemp -d) || exit 2
	trap 'rm -rf -- "$work"' EXIT
	trap 'exit 2' HUP INT TERM
	: >"$work/status"
}

# office_lines FACTS|-: a line a document, with NUL between its facts, and in front the key
# of its office, its year and name.  Fields are cut where a document begins only.
office_lines() {
	stage office plainly awk -F "$tab" -v ORS= '
	BEGIN { head = "\n" }
	index($0, head) == 1 { printf "%c%s", 0, $0; next }
	{
		if (NR > 1)
			print "\n"
		head = $1 "\t"
		key = $6 == "structure.office" ? $13 : $3
		printf "%s\t%s\t%s%c%s", key, $4, $1, 0, $0
	}
	END { if (NR > 0) print "\n" }' "$1"
}

sort_lines() { stage sort plainly sort -S 256M -s -t "$tab" -k1,3 "$@"; }

facts_of_lines() { stage facts plainly sed 's/^[^\x00]*\x00//; y/\x00/\n/'; }

# map_lines: each line is a file, perhaps with a tab and a range behind it; of it a line a
# document: office, year, name, facts.  Ends well where only some input was bad, which is
# counted: what calls this would try the same in vain.
map_lines() {
	begin_lines
	files=0
	while IFS=$tab read -r path range; do
		files=$((files + 1))
		# shellcheck disable=SC2086 # words
		filter extract -q $programs ${data:+--data "$data"} ${range:+--range "$range"} \
		    --rejects "$work/rejects" -- "$path" </dev/null |
			filter sectionize ${data:+--data "$data"} |
			filter tabulate -q ${data:+--data "$data"} |
			office_lines -
		printf 'reporter:counter:nianbao,rejected,%d\n' \
		    "$(grep -c "${tab}rejected$tab" "$work/rejects")" >&2
	done
	judge_stages "$((4 * files))" || exit 2
	exit 0
}

# reduce_lines: of lines in order, what is wrong with the offices.
reduce_lines() {
	begin_lines
	facts_of_lines | check_facts
	judge_stages 2 || exit 2
	exit 0
}
whole="${whole:-} lines"
}
