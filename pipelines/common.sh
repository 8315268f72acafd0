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

# unite_offices FACTS: gives an office one key where its reports prove that it has
# several: a name from before a reform, a place not named in full.  Leaves what it
# found of offices in $work/offices.tsv; a stage.
unite_offices() {
	LC_ALL=C grep -F -e structure.office -e structure.formerly "$1" \
	    >"$work/offices.tsv"
	LC_ALL=C awk -f "$share/offices.awk" "$work/offices.tsv" >"$work/keys"
	stage unite unite_keys "$1"
}

unite_keys() {
	[ -s "$work/keys" ] || return 0
	# shellcheck disable=SC2016 # the program is awk's
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	NR == FNR { key[$1] = $2; next }
	$6 == "structure.office" && $13 in key { $13 = key[$13] }
	{ print }' "$work/keys" "$1" >"$1.united" && mv "$1.united" "$1"
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

# judge FACTS: findings.tsv, faults.tsv, faults.html and summary.tsv in $work, of
# the settings $data, $rules, $roster and $waivers; 18 stages.  Sorted by office and
# year, an office's reports are in a row, and one year can be compared with the
# next.
judge() {
	unite_offices "$1"
	by_office "$1" | stage write cat >"$work/sorted.tsv"
	filter check --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} ${roster:+--roster "$roster"} \
		${waivers:+--waivers "$waivers"} "$work/sorted.tsv" |
		stage write cat >"$work/findings.tsv" &
	filter pinpoint --lang "$language" ${data:+--data "$data"} \
		${rules:+--rules "$rules"} "$work/sorted.tsv" |
		stage write cat >"$work/repairs.tsv"
	filter aggregate --sorted -H -g year,form,item,col \
		-s count,sum,mean,min,max,approx,blank,na,unreadable,absent \
		"$work/sorted.tsv" |
		stage write cat >"$work/summary.tsv"
	wait
	rm -f "$work/sorted.tsv"
	rank_faults "$work/repairs.tsv" "$work/findings.tsv" |
		stage write cat >"$work/faults.tsv"
	stage page awk -v zh="$([ "$language" = zh ] && echo 1)" \
	    -v style="$(cat "$share/page.css")" -f "$share/page.awk" \
	    "$work/notes.tsv" "$work/offices.tsv" "$work/faults.tsv" |
		stage write cat >"$work/faults.html"
}

# rank_faults REPAIRS FINDINGS: what is wrong, one line a fault, what is worth most
# to look at first; three stages.
rank_faults() {
	notes=$share/data/rule-notes.tsv
	[ -e "$notes" ] || notes=$share/../lib/data/rule-notes.tsv
	{
		cat "$notes"
		[ -z "${data:-}" ] || [ ! -e "$data/rule-notes.tsv" ] ||
		    cat "$data/rule-notes.tsv"
	} >"$work/notes.tsv"
	say '序号	分值	级别	单位	年度	问题	依据	条数	怎样改	位置	文件' \
	    'number	weight	level	org	year	message	rules	findings	mend	loc	doc'
	echo
	# shellcheck disable=SC2016 # the program is awk's
	stage rank awk -v zh="$([ "$language" = zh ] && echo 1)" \
	    -f "$share/faults.awk" "$share/weights.tsv" "$work/notes.tsv" \
	    "$1" "$2" |
		stage sort env LC_ALL=C sort -s -t "$tab" -k1,1nr -k3,4 -k10,10 -k9,9 |
		stage number awk '{ print NR "\t" $0 }'
}

# worst N: of the N stages run since the status was last cleared, the worst
# status; above 2 when one was killed or did not report at all.
worst() {
	awk -v want="$1" '
	{ n++; if ($2 > worst) worst = $2 }
	END { print n == want ? worst + 0 : 127 }' "$work/status"
}
