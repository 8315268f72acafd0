# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by the pipelines: a folder of results that changes all at once.
#
#	DIR/runs/N/	what the last run wrote, whole; of earlier ones findings.tsv
#	DIR/current	a link to runs/N
#	DIR/facts.tsv	... links through `current' to each file of runs/N
#	DIR/runs/.lock	locked by the run at work
#
# Findings are kept of the last $history runs; the date of a run is that of its file.
#
# A run writes into a folder that nobody sees, has all of it on the disk, then
# renames one link: whoever looks, and whenever the power fails, sees the files
# of one run.  What is in `runs' besides is left from a run that was killed; the
# next one sweeps it away.
{	# whole, or not at all: see common.sh

# open_results SCRIPT DIR: makes DIR if need be and locks it against other runs,
# until this process and all its stages are gone.  One script's results are in a
# folder: another's would take their place.  Sets
#	$dir	the folder, by a name that no tool takes for an option
#	$work	a folder for what is needed on the way
#	$new	where the new results are to be written
# Fails when another run is at work, whose process is then in $owner.
open_results() {
	shield "$2"
	dir=$shielded
	runs=$dir/runs
	if [ ! -d "$dir" ]; then
		mkdir -p -- "$dir" && sync -- "$dir/.." || exit 2
	fi
	make_runs
	lock_runs "$1" || return 1
	trap leave EXIT
	trap 'exit 2' HUP INT TERM
	sweep
	number=${kept:-0}
	number=$((number + 1))
	work=$runs/work
	new=$runs/$number
	mkdir -- "$work" "$new" || exit 2
	: >"$work/status"
	ln -s "runs/$number" "$runs/.link" || die "$dir: $(say \
	    '这里不能建立符号链接（例如 U 盘的 FAT）；请换一个位置' \
	    'no symbolic links can be made here (as on FAT); choose another place')"
}

# What runs beside this comes to its end first.  Not all is waited for: dash waits for
# ever for a pipeline of which it could not make the pipes.
leave() {
	[ -z "${!:-}" ] || wait "$!"
	sweep
}

# A folder "runs" of the user's own is not to be swept.
make_runs() {
	[ -d "$runs" ] || mkdir -- "$runs" || exit 2
	[ -w "$runs" ] || theirs "$runs"
	[ -e "$runs/.lock" ] || [ -z "$(ls -A "$runs")" ] || [ -e "$runs/.lock" ] ||
	    die "$runs: $(say '不是本工具建立的文件夹；请换一个输出位置' \
	    'is not of these tools; choose another place for the results')"
	[ -e "$runs/.lock" ] || : >>"$runs/.lock" || exit 2
}

theirs() {
	die "$1: $(say '属于用户' 'belongs to user') $(stat -c %U -- "$1")$(say \
	    '，没有权限' ', no permission')"
}

lock_runs() {
	[ -r "$runs/.lock" ] || theirs "$runs/.lock"
	exec 9<"$runs/.lock"
	flock -n -E 75 9
	case $? in
	0) ;;
	75)
		owner=$(cat "$runs/.owner" 2>/dev/null)
		return 1
		;;
	*) die "$runs/.lock: $(say '无法加锁' 'cannot be locked')" ;;
	esac
	of=$(cat "$runs/.lock") || die "$runs/.lock: $(say '读不了' 'cannot be read')"
	if [ -z "$of" ] && ! [ -s "$runs/.lock" ]; then
		echo "$1" >"$runs/.lock" || exit 2
	elif [ "$of" != "$1" ]; then
		die "$dir: $(say "这里已是 $of 的结果；请换一个输出位置" \
		    "holds results of $of; choose another place")"
	fi
	rm -f -- "$runs/.owner"
	echo "$$ ($(id -un))" >"$runs/.owner"
}

history=0

# Removes whatever is in `runs' but the results that `current' shows, whose number it
# leaves in $kept, and the findings of the runs before.
sweep() {
	kept=
	if [ -L "$dir/current" ]; then
		kept=$(readlink -- "$dir/current")
		kept=${kept#runs/}
	elif [ -e "$dir/current" ]; then
		kept=current
	fi
	case $kept in
	*[!0-9]*) die "$dir/current: $(say '不是本工具建立的链接' 'is no link of these tools')" ;;
	esac
	# A read or write that failed may have lost the number, or part of it.
	# shellcheck disable=SC3013 # -ef: dash and bash have it
	{ [ -L "$dir/current" ] && [ -z "$kept" ]; } ||
	    { [ -d "$dir/current" ] && ! [ "$runs/$kept" -ef "$dir/current" ]; } &&
	    die "$dir/current: $(say '读不出，不作清理' 'cannot be read; nothing is swept away')"
	earlier=
	for left in "$runs"/* "$runs/.link"; do
		if is_history "${left##*/}"; then
			[ "${left##*/}" = "$kept" ] || earlier=1
		elif [ -e "$left" ] || [ -L "$left" ]; then
			set -- "$@" "$left"
		fi
	done
	[ $# -eq 0 ] || rm -rf -- "$@"
	[ ! -d "$dir" ] || find "$dir" -mindepth 1 -maxdepth 1 -xtype l \
	    -lname 'current/*' -exec rm -f -- {} +
	[ -z "$earlier" ] || env -C "$runs" find . -mindepth 2 -maxdepth 2 \
	    ! -name findings.tsv ! -path "./$kept/*" -exec rm -rf -- {} +
}

# Whether the run of the number NAME is the current one, or one before whose findings
# are kept.
is_history() {
	case $1 in
	'' | *[!0-9]*) return 1 ;;
	esac
	[ "$1" = "$kept" ] || { [ -n "$kept" ] && [ "$1" -lt "$kept" ] &&
	    [ "$1" -ge $((kept - history)) ] && [ -e "$runs/$1/findings.tsv" ]; }
}

busy() {
	die "$dir: $(say "另一个进程 $owner 正在写这里" \
	    "process $owner is writing here")"
}

unfinished() {
	die "$dir: $(say '没有写完，原有结果未动' 'not finished; nothing there was changed')"
}

# publish: the files in $new take the place of those of the last run.
publish() {
	rm -rf -- "$work"
	# shellcheck disable=SC2015 # whichever fails
	find "$new" -exec sync -- {} + && sync -- "$runs" && link_names &&
	    sync -- "$dir" && mv -T -- "$runs/.link" "$dir/current" || unfinished
	sync -- "$dir" || exit 2
}

# A link for each file of the new results that has none yet.  What is there
# under its name and is none of ours is kept under another.
link_names() {
	our_names >"$runs/ours" &&
	    find "$new" -mindepth 1 -maxdepth 1 ! -name '.*' -printf '%f\n' \
		>"$runs/files" &&
	    LC_ALL=C sort -o "$runs/ours" "$runs/ours" &&
	    LC_ALL=C sort -o "$runs/files" "$runs/files" &&
	    LC_ALL=C comm -23 "$runs/files" "$runs/ours" >"$runs/missing" &&
	    sed 's|^|current/|' "$runs/missing" >"$runs/targets" || return 1
	while IFS= read -r file; do
		[ -e "$dir/$file" ] || [ -L "$dir/$file" ] || continue
		warn "$dir/$file: $(say '不是本工具写的，改名保留为' \
		    'is not of these tools; kept as') $file.~1~"
	done <"$runs/missing"
	xargs -d '\n' -r -a "$runs/targets" ln -s --backup=numbered -t "$dir" --
}

# The names of the files in $dir that are ours.
our_names() {
	find "$dir" -mindepth 1 -maxdepth 1 -type l -lname 'current/*' -printf '%f\n'
}
whole="${whole:-} results"
}
