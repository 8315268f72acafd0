# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by the pipelines, behind their settings: how to speak to the user, how
# to read options, how to learn what became of each stage.
#
#	bin=DIR		where the filters are
#	share=DIR	where this file is
#	prefix=		what their names begin with (PROGRAM_PREFIX)
#
# `make install' rewrites these lines of each script.
#
# Scripts of more than a page stand in braces: a shell takes what it cannot read for
# their end, and would run what stands before.  Of a file of these that it cannot read
# it takes nothing, and goes on: each adds its name to $whole at its end.
{

name=${0##*/}
tab='	'	# by no program, whose word could be cut
LC_COLLATE=C
export LC_COLLATE
unset CDPATH POSIXLY_CORRECT

# The user's language, as check has it: zh or en.
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
zh*) language=zh ;;
*) language=en ;;
esac

# say CHINESE ENGLISH: the one that the user reads.
say() {
	if [ "$language" = zh ]; then
		printf '%s' "$1"
	else
		printf '%s' "$2"
	fi
}

warn() { printf '%s: %s\n' "$name" "$*" >&2; }

die() {
	warn "$@"
	exit 2
}

misused() { die "$(say '用 --help 看用法' 'try --help')"; }

# Without standard output, a file that is opened would take its place.  dash does not
# see it by itself.
[ ! -d /proc/self/fd ] || [ -e /proc/self/fd/1 ] || die "$(say '没有标准输出' 'no standard output')"

# set_language WORD: from an option; what the filters say of their own goes by the
# locale.
set_language() {
	[ -z "${LC_ALL:-}" ] || LC_CTYPE=$LC_ALL
	unset LC_ALL
	case $1 in
	zh) LC_MESSAGES=zh_CN.UTF-8 ;;
	en) LC_MESSAGES=C ;;
	*) die "$1: $(say '语言是 zh 或 en' 'the language is zh or en')" ;;
	esac
	language=$1
	export LC_CTYPE LC_MESSAGES
}

# sort_options SHORT LONG WORD...: leaves in $words what getopt(1) makes of the
# command line: the options one by one, "--", the operands, quoted for
#	eval "set -- $words"
# with a last line that shows that the shell could read all of them.  Where no word has
# a dash they are as they were, and getopt(1) is not asked.
sort_options() {
	short=$1
	long=$2
	shift 2
	case "$*" in
	*-*) ;;
	*)
		# shellcheck disable=SC2016 # the caller's
		words='-- "$@"'
		return
		;;
	esac
	if words=$(sorted "$@" 2>/dev/null && echo '# all'); then
		[ "${words%'# all'}" != "$words" ] ||
		    die "$(say '选项没有读全' 'not all options could be read')"
		return
	fi
	sorted "$@" 2>&1 >/dev/null | if [ "$language" = zh ]; then
		sed -f "$share/zh/options.sed"
	else
		cat
	fi >&2
	misused
}

sorted() { LC_ALL=C getopt -n "$name" -o "h$short" -l "help,version,$long" -- "$@"; }

# shared_option OPTION: those that every pipeline has.
shared_option() {
	case $1 in
	-h | --help)
		if [ "$language" = zh ]; then
			script=$(readlink -f -- "$0") || exit 2
			script=${script##*/}
			cat -- "$share/zh/${script#"$prefix"}" || exit 2
			exit 0
		fi
		sed -n '/^# usage:/,/^[^#]/{/^#/s/^# \{0,1\}//p;}' "$0" || exit 2
		exit 0
		;;
	--version)
		version=$("$bin/${prefix}check" --version) || exit 2
		printf '%s\n' "$name ${version#* }" || exit 2
		exit 0
		;;
	esac
}

# set_color WORD: from an option.
color=auto
set_color() {
	case $1 in
	auto | always | never) color=$1 ;;
	*) die "$1: $(say '颜色是 auto、always 或 never' 'colours are auto, always or never')" ;;
	esac
}

# look_at_terminal: $colours is 1 where standard output is to have them, $columns how
# many it has, or nothing where it is no terminal.
look_at_terminal() {
	colours=
	columns=
	[ "$color" != always ] || colours=1
	[ -t 1 ] || return 0
	[ "$color" != auto ] || [ -n "${NO_COLOR:-}" ] || [ "${TERM:-dumb}" = dumb ] || colours=1
	columns=${COLUMNS:-$(tput cols 2>/dev/null)}
	case $columns in
	'' | *[!0-9]* | ?????* | ? | 1?) columns= ;;
	esac
}

find_filters() {
	[ -x "$bin/${prefix}extract" ] ||
	    die "$bin: $(say '没有找到过滤器；先运行 make' 'no filters here; run make first')"
}

# shield NAME: the file's name in $shielded as no tool takes it for an option or
# an assignment: awk reads "year=2023" as one.
shield() {
	case $1 in
	/* | '') shielded=$1 ;;
	*) shielded=./$1 ;;
	esac
}

# pin_results DIR: the folder in $pinned in which the files of DIR stay those of one
# run, whoever switches them meanwhile: see results.sh.
pin_results() {
	shield "$1"
	pinned=$shielded
	[ ! -d "$pinned/current" ] || pinned=$(readlink -f -- "$pinned/current")
}

# export_pinned ARGUMENT...: all records of $pinned into a database, in the place of what
# it holds of such.  Results of older versions have no documents.tsv.
export_pinned() {
	set -- "$@" --facts="$pinned/facts.tsv" --findings="$pinned/findings.tsv"
	for records in documents summary; do
		[ ! -s "$pinned/$records.tsv" ] || set -- "$@" --$records="$pinned/$records.tsv"
	done
	"$bin/${prefix}export" --replace "$@"
}

# plainly PROGRAM...: runs it in the locale C, where a character is a byte.
plainly() { LC_ALL=C "$@"; }

# stage LABEL COMMAND...: runs it and leaves its status in $work/status, where
# the status of every part of a pipeline can be read behind it.  The lock is none
# of its business: see results.sh.
stage() {
	stage_label=$1
	shift
	"$@" 9<&-
	echo "$stage_label $?" >>"$work/status"
}

# filter NAME ARGUMENT...: one of the suite, as a stage.
filter() {
	stage_name=$1
	shift
	stage "$stage_name" finished "$stage_name" "$@"
}

# finished NAME ARGUMENT...: runs the filter.  Its status, or 126 where it did not
# come to its end, or the machine failed it, of which its own status says no more than
# of bad input.  What the machine kept extract from is asked for later: is_unharmed.
finished() {
	mark=$work/$1.finished
	whole_mark=finished
	[ "$1" != extract ] || whole_mark='finished*'
	: >"$mark" || return 126
	run=$bin/$prefix$1
	shift
	"$run" --finished "$mark" "$@"
	set -- $?
	[ "$1" -le 2 ] || return "$1"
	{ IFS= read -r mark_line <"$mark"; } 2>/dev/null || return 126
	# shellcheck disable=SC2254 # a pattern
	case $mark_line in
	$whole_mark) return "$1" ;;
	esac
	return 126
}

# Whether nothing went wrong in extract but what its input is to blame for: its mark
# says more where calls of the system failed.
is_unharmed() { [ "$(cat "$work/extract.finished")" = finished ]; }

# judge_stages N: $status is the worst of the N stages run since $work/status was
# last cleared.  Fails when one of them did not come to its end: it was killed or
# never began, or it is none of the suite's: a filter's 2 means that some input
# was bad (finished); awk, sort and cat have no such excuse.  What of $work/status
# cannot be read is not counted.
judge_stages() {
	stages=0
	status=0
	while read -r label code; do
		stages=$((stages + 1))
		case $code:$label in
		0:*) continue ;;
		[12]:extract | [12]:sectionize | [12]:tabulate | [12]:check | \
		    [12]:pinpoint | [12]:aggregate | [12]:report) ;;
		*) code=127 ;;
		esac
		[ "$code" -le "$status" ] || status=$code
	done <"$work/status"
	[ "$stages" -eq "$1" ] || status=127
	[ "$status" -le 2 ] && return
	grep -v ' 0$' "$work/status" | sed "s/^/$name: status of /" >&2
	return 1
}
whole="${whole:-} common"
}
