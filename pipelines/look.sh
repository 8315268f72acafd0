# shellcheck shell=sh disable=SC2154
# Sourced by annual, behind judge.sh and books.sh: what is wrong in a few files, told on
# the terminal, of which nothing is kept.
{	# whole, or not at all: see common.sh

# look_into OPERAND...: $status is that of what was found.  7 stages, and two where not all
# was read.
look_into() {
	for operand; do
		[ -r "$operand" ] || die "$operand: $(say '读不了' 'cannot be read')"
	done
	work=$(mktemp -d) || exit 2
	trap '[ -z "${!:-}" ] || wait "$!"; rm -rf -- "$work"' EXIT
	trap 'exit 2' HUP INT TERM
	: >"$work/status"
	: >"$work/none"
	# shellcheck disable=SC2086 # words
	filter extract -q $programs ${manifest:+--manifest "$manifest"} \
		${data:+--data "$data"} --rejects "$work/rejects.tsv" -- "$@" \
		2>"$work/extract.err" |
		filter sectionize ${data:+--data "$data"} |
		filter tabulate -q ${data:+--data "$data"} >"$work/facts.tsv"
	filter check --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${roster:+--roster "$roster"} \
		${waivers:+--waivers "$waivers"} --by-office "$work/facts.tsv" \
		>"$work/findings.tsv" &
	filter pinpoint --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} --by-office "$work/facts.tsv" \
		>"$work/repairs.tsv"
	wait
	coloured=never
	[ -z "$colours" ] || coloured=always
	filter report --text --color $coloured ${columns:+--width "$columns"} --lang "$language" \
		${data:+--data "$data"} ${rules:+--rules "$rules"} \
		-f "$work/findings.tsv" -p "$work/repairs.tsv" "$work/facts.tsv"
	wanted=7
	stage grep lines_of structure.error "$work/facts.tsv" >"$work/errors"
	if [ -s "$work/rejects.tsv" ] || [ -s "$work/errors" ]; then
		wanted=9
		# shellcheck disable=SC2016 # the program is awk's
		stage unread tell_unread "$work/litter.tsv" "$work/none" \
		    "$work/rejects.tsv" "$work/errors" |
			stage unread awk -F "$tab" \
			    -v unread="$(say '：读不出：' ': could not be read: ')" \
			    '{ print $1 unread $3 }'
	fi
	[ -s "$work/rejects.tsv" ] || [ ! -s "$work/extract.err" ] || cat "$work/extract.err" >&2
	judge_stages $wanted || exit 2
}
whole="${whole:-} look"
}
