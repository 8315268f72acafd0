# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by books.sh: what the last run left, and whether it still holds.
{	# whole, or not at all: see common.sh

# find_before: the last run in $before; without one, a folder in which nothing is known.
find_before() {
	before=$dir/current
	[ ! -e "$before/.read/settings" ] || return 0
	before=$work/before
	mkdir -- "$before" "$before/.read" || exit 2
	for empty in read .read/facts .read/documents .read/members; do
		: >"$before/$empty.tsv" || exit 2
	done
	[ ! -d "$dir/archives" ] || take_over
}

# take_over: what a nightly of the time before there were books kept of files, each in a
# folder of archives/, by their sums.
take_over() {
	[ -n "$keep" ] || die "$dir: $(say \
	    '这里的结果出自较早的版本，含已移出收件夹的文件；要保留它们请加 --keep，否则换一个输出位置' \
	    'holds results of an earlier version, with files that have left the inbox; say --keep, or choose another place')"
	from=$dir/current
	[ -e "$from/read.tsv" ] || from=$dir	# where it stood once
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	$2 != "-" && !seen[$2]++ { print $1, $2, 0, "-", "-" }' \
	    "$from/read.tsv" >"$before/read.tsv" || exit 2
	{ cat "$before/read.tsv" && printf 'end\tend\n'; } >"$work/kept" || exit 2
	while IFS=$tab read -r path contents date old reader && [ "$contents" != end ]; do
		at=$dir/archives/$contents
		cat "$at/facts.tsv" >>"$before/.read/facts.tsv" &&
		    awk -F "$tab" -v OFS="$tab" -v contents="$contents" '
		FILENAME ~ /facts/ && $1 != doc {
			doc = $1
			print contents, doc >>"/dev/stderr"
		}
		FILENAME ~ /rejects/ && $2 != "partly" { print contents, $0 }' \
		    "$at/facts.tsv" "$at/rejects.tsv" >>"$before/.read/members.tsv" \
		    2>>"$before/.read/documents.tsv" || exit 2
	done <"$work/kept"
	[ "$contents" = end ] || unfinished
}

# Nothing is taken back where all of it is gone: a folder that is not there is empty.
refuse_void() {
	[ -s "$before/read.tsv" ] && [ -z "$keep" ] &&
	    ! grep -q '^[fa]' "$work/listed" &&
	    die "$dir: $(say '什么文件都没有了，原有结果未动；确实都要撤回时，删除这个文件夹' \
	    'no file is there any more; nothing was changed.  To take all back, remove the folder')"
}

# What is gone is told, as it takes with it what it said.
tell_withdrawn() {
	LC_ALL=C awk -F "$tab" '
	FILENAME == ARGV[1] { there[$3]; there[$4]; next }
	!($1 in there || $2 in there) { print $1 }' "$work/plan" "$before/read.tsv" \
	    >"$work/gone" || exit 2
	[ -s "$work/gone" ] || return 0
	while IFS= read -r path; do
		log "$path: gone, taken back"
	done <"$work/gone"
	gone=$(wc -l <"$work/gone")
	IFS= read -r path <"$work/gone"
	[ "$gone" -eq 1 ] || path="$path $(say "等 $gone 个文件" "and $((gone - 1)) more")"
	warn "$path: $(say '已不在，所报内容撤回' 'gone; what was said there is taken back')"
}

# is_as_before FOLDER FILE...: whether the files there, which the results rest on, are
# those of the last run.
is_as_before() {
	from=$1
	shift
	for file; do
		cmp -s "$from/$file" "$before/.read/$file" || return 1
	done
	cmp -s "$from/read.tsv" "$before/read.tsv"
}
whole="${whole:-} earlier"
}
