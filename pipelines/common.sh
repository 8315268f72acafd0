# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by the pipelines, behind their settings: where the filters are, how
# to speak to the user, how to learn what became of each stage.
#
#	bin=DIR		where the filters are
#	share=DIR	where this file is
#	prefix=		what their names begin with (PROGRAM_PREFIX)
#
# `make install' rewrites these lines of each script.

name=${0##*/}
tab=$(printf '\t')
LC_COLLATE=C
export LC_COLLATE
unset CDPATH

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

# set_language WORD: from an option.
set_language() {
	case $1 in
	zh | en) language=$1 ;;
	*) die "$1: $(say '语言是 zh 或 en' 'the language is zh or en')" ;;
	esac
}

# begin WORD...: answers --help and --version from the script's own head, and
# looks whether the filters are there.
begin() {
	case ${1:-} in
	--help | -h)
		sed -n '/^# usage:/,/^[^#]/{/^#/s/^# \{0,1\}//p;}' "$0"
		exit 0
		;;
	--version)
		"$bin/${prefix}check" --version | sed "s/^[^ ]*/$name/"
		exit 0
		;;
	esac
	[ -x "$bin/${prefix}extract" ] ||
	    die "$bin: $(say '没有找到过滤器；先运行 make' 'no filters here; run make first')"
}

# stage LABEL COMMAND...: runs it and leaves its status in $work/status, where
# the status of every part of a pipeline can be read behind it.
stage() {
	stage_label=$1
	shift
	"$@"
	echo "$stage_label $?" >>"$work/status"
}

# filter NAME ARGUMENT...: one of the suite, as a stage.
filter() {
	stage_name=$1
	shift
	stage "$stage_name" "$bin/$prefix$stage_name" "$@"
}

# by_office [FILE]: facts put so that an office's reports stand in a row, year by
# year, under whatever name: by its key, which tabulate tells first of a
# document.  A document's facts stand together, so documents are sorted, each a
# line with NUL between its facts: a third of the time of sorting facts.  Four
# stages.
by_office() {
	# shellcheck disable=SC2016 # the program is awk's
	stage office awk -F "$tab" -v OFS="$tab" -v ORS= '
	$1 == doc { printf "%c%s", 0, $0; next }
	{
		if (NR > 1)
			print "\n"
		doc = $1
		print $6 == "structure.office" ? $13 : $3, $4, $1, $0
	}
	END { if (NR > 0) print "\n" }' "$@" |
		stage sort env LC_ALL=C sort -s -t "$tab" -k1,3 |
		stage cut cut -f4- |
		stage tr tr '\0' '\n'
}

# worst N: of the N stages run since the status was last cleared, the worst
# status; above 2 when one was killed or did not report at all.
worst() {
	awk -v want="$1" '
	{ n++; if ($2 > worst) worst = $2 }
	END { print n == want ? worst + 0 : 127 }' "$work/status"
}
