# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by books.sh: what annual and nightly are told, by options and by what lies in
# the folder of the results, and what changes when any of it does.
{	# whole, or not at all: see common.sh

# What annual and nightly have options for.
output=
data=
rules=
roster=
waivers=
manifest=
keep=
letters=	# whether they are written
until=
programs=	# options of extract that have programs of others read
progress=
books_short=o:l:d:r:R:w:kL
books_long=output:,lang:,data:,rules:,roster:,waivers:,keep,letters,until:,ocr,convert

# books_option OPTION VALUE: one of these.
books_option() {
	case $1 in
	-o | --output) output=$2 ;;
	-l | --lang) set_language "$2" ;;
	-d | --data) data=$2 ;;
	-r | --rules) rules=$2 ;;
	-R | --roster) roster=$2 ;;
	-w | --waivers) waivers=$2 ;;
	-k | --keep) keep=1 ;;
	-L | --letters) letters=1 ;;
	--until) until=$2 ;;
	--ocr | --convert) programs="$programs $1" ;;
	esac
}

# check_books: whether the options will do.
check_books() {
	find_filters
	# shellcheck disable=SC2086 # words
	[ -z "$programs" ] || "$bin/${prefix}extract" $programs --version >/dev/null 2>&1 || die "$(say \
	    '--ocr 需要 tesseract（chi_sim）和 pdftoppm，--convert 需要 LibreOffice 和 bubblewrap' \
	    '--ocr needs tesseract with chi_sim and pdftoppm, --convert LibreOffice and bubblewrap')"
	shield "$data"
	data=$shielded
}

# take_from_folder: what lies in the folder of the results itself, where no option names
# another: whom the office expects, what it lets be, rules of its own.
take_from_folder() {
	found=
	[ -n "$roster" ] || find_there roster.tsv roster.csv roster.xlsx roster.xls
	roster=${roster:-$found}
	[ -n "$waivers" ] || find_there waivers.tsv
	waivers=${waivers:-$found}
	[ -n "$rules" ] || find_there rules.tsv
	rules=${rules:-$found}
}

# find_there NAME...: which of these lies there, in $found.
find_there() {
	found=
	for given; do
		[ -f "$dir/$given" ] || continue
		[ -z "$found" ] || die "$dir: $(say \
		    "有 ${found##*/}，又有 $given；请只留一个" \
		    "has ${found##*/} and $given; leave one of them")"
		found=$dir/$given
	done
}

# Both are found beside other work, one behind the other: $summing is the process at it.

# begin_reader: what the files are read by: another program, other data or options read
# them anew.  take_reader: its sum in $reader.
begin_reader() {
	{ sum_filters extract extract-office extract-pdf sectionize tabulate && echo "$programs" &&
	    sums_of "$manifest" "$data"; } 9<&- >"$work/reader" &
	summing=$!
}

take_reader() {
	wait "$summing" && reader=$(sha256sum <"$work/reader") && [ -n "$reader" ] || exit 2
	reader=${reader%% *}
}

# begin_settings: what the results depend on beside the facts, in $work/settings, whole
# behind wait_for_settings.
begin_settings() {
	{ sum_filters check pinpoint aggregate report &&
	    echo "$language $letters $until" &&
	    sums_of "$share" "$rules" "$roster" "$waivers" "$data"; } 9<&- >"$work/settings" &
	summing=$!
}

wait_for_settings() { wait "$summing" || exit 2; }

# sum_filters NAME...: of the programs, with the data in them: the build id in the first
# page of each is a sum of the whole (see LINK in the Makefile).
sum_filters() {
	for program; do
		shift
		set -- "$@" "$bin/$prefix$program"
	done
	head -qc 4096 -- "$@" >"$work/programs" && sha256sum <"$work/programs"
}

# sums_of FILE|FOLDER...: of what is in them.
sums_of() {
	for given; do
		shift
		[ -n "$given" ] || continue
		shield "$given"
		set -- "$@" "$shielded"
	done
	[ $# -gt 0 ] || return 0
	find -H "$@" -maxdepth 1 -type f -exec sha256sum -- {} + >"$work/sums.of" &&
	    sort "$work/sums.of"
}
whole="${whole:-} settings"
}
