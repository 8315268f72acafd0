# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by annual and nightly, behind results.sh and judge.sh: the books, what every
# file says that was taken in.  A file is read once, for its contents.
#
# Beside the results, in the folder of the run:
#
#	read.tsv		the files: path, contents, when they came, signature,
#				what read them
#	.read/facts.tsv		of all documents in them, by file
#	.read/documents.tsv	contents, then a record as tabulate writes it
#	.read/members.tsv	likewise what became no document: name, skipped or
#				rejected, the reason as extract words it
#	.read/settings		what the results depend on besides
#
# "Contents" are a sum, with the ending of the file's name behind it, by which some
# formats are told apart; "-" where there is none: such a file is asked for each time.
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
	"$bin/${prefix}extract" $programs --version >/dev/null 2>&1 || die "$(say \
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

history=400	# results.sh: a run a day for a year

# What changes when anybody changes the file, whatever time it is told to have.
signature='%D:%i:%s:%T@:%C@'

# escaped: of names ended by NUL, with N words in front, lines of fields.  Two stages.
escaped() {
	n=$1
	parting=
	while [ "$n" -gt 0 ]; do
		parting="$parting; s/ /\\t/"
		n=$((n - 1))
	done
	stage sed env LC_ALL=C sed -z \
	    's/\\/\\\\/g; s/\t/\\t/g; s/\n/\\n/g; s/\r/\\r/g'"$parting" |
		stage tr tr '\0' '\n'
}

# list_files TO OPERAND...: the files in and below the operands, in TO, a line each, in
# the order in which extract comes to them: state, signature, when it came, path.  The
# state is f for a file, a: one that may still be arriving, o: something to ask extract
# about each time, l, s: a link, a socket or the like below an operand.  Sets $unlisted
# where something could not be looked into.  Six stages.
list_files() {
	to=$1
	shift
	: >"$work/asked"
	for operand; do
		shift
		while [ "${operand%?/}" != "$operand" ]; do
			operand=${operand%/}
		done
		if [ "$operand" = - ] || ! { [ -e "$operand" ] || [ -L "$operand" ]; }; then
			printf 'o 0 - - %s\0' "$operand" >>"$work/asked" || exit 2
			[ "$operand" = - ] || unlisted=1
			continue
		fi
		case $operand in
		[-\(\)!,]*) operand=./$operand ;;
		esac
		set -- "$@" "$operand"
	done
	: >"$work/found"
	[ $# -eq 0 ] || find_files "$@" >"$work/found"
	case $? in
	0) ;;
	1) unlisted=1 ;;
	*) unfinished ;;
	esac
	stage cat cat "$work/found" "$work/asked" | escaped 4 |
		stage number env LC_ALL=C awk -F "$tab" -v OFS="$tab" '
		$2 == 0 { operand++ }
		$1 == "d" { next }
		{
			state = $2 == 0 && $1 ~ /[ls]/ ? "o" : $1
			path = $5
			gsub("/", "\001", path)
			print operand, path, state, $3, $4, $5
		}' |
		stage sort env LC_ALL=C sort -s -t "$tab" -k1,1n -k2,2 |
		stage cut cut -f3- >"$to"
	! grep -q '^x' "$to" || unlisted=1
}

# find_files PATH...: state, depth, signature, when it came, path, ended by NUL.  Not
# what these tools have written; with $hidden, not what begins with a dot.  When a file was
# changed cannot be set, as its mtime can; if the clock was, it may be to come.
find_files() {
	set -- "$@" ${hidden:+-mindepth 1} \( -samefile "$own" -o -lname 'current/*' \
	    -o -lname 'runs/*' -o -type d -name runs -exec test -e '{}/.lock' \;
	[ -z "$hidden" ] || set -- "$@" -o -name '.*'
	set -- "$@" \) -prune -o \
	    -type d ! \( -readable -executable \) -printf 'x %d - - %p\0' -prune -o \
	    -type d -printf 'd %d - - %p\0' -o \
	    -type l -printf 'l %d - - %p\0' -o \
	    ! -type f -printf 's %d - - %p\0' -o \
	    ! -readable -printf 'o %d - - %p\0'
	[ "$minutes" -eq 0 ] || set -- "$@" -o -newerct "$minutes minutes ago" \
	    ! -newerct now -printf "a %d $signature %C@ %p\\0"
	LC_ALL=C find -H "$@" -o -printf "f %d $signature %C@ %p\\0"
}

# raw: of the escaped names in field N of lines, the names, each ended by NUL.
raw() {
	LC_ALL=C awk -F "$tab" -v n="$1" '
	{
		k = split($n, part, /\\\\/)
		for (i = 1; i <= k; i++) {
			gsub(/\\t/, "\t", part[i])
			gsub(/\\n/, "\n", part[i])
			gsub(/\\r/, "\r", part[i])
			printf "%s%s", (i > 1 ? "\\" : ""), part[i]
		}
		printf "%c", 0
	}'
}

# sum_files LISTED: the same with the contents of each file behind its path.  A file
# whose signature is known is not looked into.  Eight stages.
sum_files() {
	stage known env LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	FILENAME == ARGV[1] { contents[$4] = $2; next }
	{ print $0, $1 ~ /[ox]/ ? "-" $4 : $2 in contents ? contents[$2] : "" }' \
	    "$before/read.tsv" "$1" >"$work/known"
	stage unknown awk -F "$tab" '$1 == "f" && $5 == ""' "$work/known" |
		stage raw raw 4 >"$work/unknown"
	stage sum xargs -0 -r -a "$work/unknown" sha256sum -z -- >"$work/sums"
	stage space sed -z 's/^\([0-9a-f]*\) [ *]/\1 /' "$work/sums" | escaped 1 |
		stage contents env LC_ALL=C awk -F "$tab" -v OFS="$tab" '
		summed { sum[$2] = $1; next }
		$1 == "f" && $5 == "" {
			$5 = sum[$4]
			if (match($4, /\.[A-Za-z0-9]+$/) && RLENGTH <= 9)
				$5 = $5 tolower(substr($4, RSTART))
		}
		{ print }' summed=1 - summed= "$work/known"
}

# plan [final]: see plan.awk.  One stage.
plan() {
	stage plan env LC_ALL=C awk -v reader="$reader" -v keep="$keep$unlisted" \
	    -v again="$again" -v final="${1:-}" -f "$share/shown.awk" -f "$share/plan.awk" \
	    "$before/read.tsv" "$work/read" "$work/listed" >"$work/plan"
}

# What the files are read by: another program, other data or options read them anew.
find_reader() {
	{ sum_filters extract extract-pdf sectionize tabulate && echo "$programs" &&
	    sums_of "$manifest" "$data"; } >"$work/reader" &&
	    reader=$(sha256sum <"$work/reader") && [ -n "$reader" ] || exit 2
	reader=${reader%% *}
}

# What the results depend on beside the facts.
find_settings() {
	{ sum_filters check pinpoint aggregate report &&
	    sha256sum "$share"/*.sh "$share"/*.awk "$share"/*.tsv && echo "$language $letters $until" &&
	    sums_of "$rules" "$roster" "$waivers" "$data"; } >"$work/settings" || exit 2
}

# sum_filters NAME...: of the programs, with the data in them.  cksum(1) would take what
# cannot be read for the end.
sum_filters() {
	for program; do
		sha256sum <"$bin/$prefix$program" || return 1
	done
}

# sums_of FILE|FOLDER...: of what is in them.
sums_of() {
	for given; do
		[ -n "$given" ] || continue
		shield "$given"
		find -H "$shielded" -maxdepth 1 -type f -exec sha256sum -- {} + \
		    >"$work/sums.of" && sort "$work/sums.of" || return 1
	done
}

# read_new: what the plan has for new, in one run of extract, into
# facts, documents and intake in $work.  Six stages.
read_new() {
	stage raw raw 3 <"$work/new" >"$work/paths"
	# shellcheck disable=SC2086 # words
	filter extract $programs ${manifest:+--manifest "$manifest"} \
		${data:+--data "$data"} --intake "$work/intake" \
		--files0-from "$work/paths" $progress |
		filter sectionize ${data:+--data "$data"} |
		filter tabulate -q ${data:+--data "$data"} \
			--documents "$work/documents" |
		stage write cat >"$work/facts"
	stage errors lines_of structure.error "$work/facts" >"$work/errors"
	is_unharmed && : >"$work/harmed" || echo all >"$work/harmed"
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
	for part in facts documents errors; do
		cat "$work/$part" >>"$work/each/$part" || return 1
	done
	LC_ALL=C awk -F "$tab" -v OFS="$tab" -v n="$alone" '{ $1 = n; print }' \
	    "$work/intake" >>"$work/each/intake" &&
	    sed "s/.*/$alone/" "$work/harmed" >>"$work/each/harmed"
}

log() { [ -z "$log" ] || printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>"$log"; }

# settle OPERAND...: which of the files that were read count, as $work/read has them.
# The others are told, and one that something in this machine is to blame for is among
# what is not read.  Seven stages.
settle() {
	list_files "$work/now" "$@"
	stage settle env LC_ALL=C awk -f "$share/settle.awk" "$work/harmed" "$work/new" "$work/now" "$work/intake" \
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

# enter: what the books hold by the final plan, in $new, but for the facts.  Seven
# stages.
enter() {
	mkdir -- "$new/.read" "$work/books" || exit 2
	stage lines read_lines >"$new/read.tsv"
	to=$work/books stage enter env LC_ALL=C awk -f "$share/enter.awk" \
	    "$work/plan" "$work/new" "$before/.read/documents.tsv" \
	    "$before/.read/members.tsv" "$work/intake" "$work/documents"
	by_file documents >"$new/.read/documents.tsv"
	by_file members >"$new/.read/members.tsv"
	stage others cp -- "$work/skips.tsv" "$work/settings" "$new/.read/"
}

# by_file NAME: lines of $work/books, with the number of a file in front, in the order
# of the files.  Two stages.
by_file() {
	stage sort env LC_ALL=C sort -s -t "$tab" -k1,1n "$work/books/$1" |
		stage cut cut -f2-
}

read_lines() {
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	$4 !~ /^-/ { print $3, $4, $5, $6, $7 }' "$work/plan"
}

# Whether the books are what was read now, as it was read.
is_all_new() {
	[ ! -s "$before/.read/facts.tsv" ] && [ -s "$work/settled" ] &&
	    awk -F "$tab" '$3 != "" { exit 1 }' "$work/settled" &&
	    awk -F "$tab" '$1 != $3 { exit 1 }' "$work/books/now"
}

# arrange: the facts of the books, those of each file together.  Four stages.
arrange() {
	stage arrange env LC_ALL=C awk -f "$share/arrange.awk" "$work/books/before" \
	    "$before/.read/facts.tsv" "$work/books/now" "$work/facts" |
		stage sort env LC_ALL=C sort -s -t "$tab" -k1,1n |
		stage cut cut -f2- |
		stage tr tr '\0' '\n' >"$new/.read/facts.tsv"
}

# choose: of what the books hold, what counts: facts.tsv, superseded.tsv, rejects.tsv
# and litter.tsv in $new.  Six stages.
choose() {
	find_offices "$new/.read/facts.tsv"
	stage copies env LC_ALL=C awk -v zh="${language#en}" -f "$share/copies.awk" \
	    "$work/keys" "$new/read.tsv" "$work/about" "$new/.read/documents.tsv" \
	    >"$new/superseded.tsv"
	stage count count
	stage members cut -f2- "$new/.read/skips.tsv" "$new/.read/members.tsv" \
	    >"$work/rejects.tsv"
	litter=$new/litter.tsv stage unread env LC_ALL=C awk -v zh="${language#en}" \
	    -f "$share/shown.awk" -f "$share/unread.awk" "$share/reasons.tsv" \
	    "$share/litter.tsv" "$new/superseded.tsv" "$work/rejects.tsv" "$work/about" \
	    >"$new/rejects.tsv"
}

# find_offices FACTS: what documents say about themselves, in $work/about, and which
# keys of offices are one, in $work/keys: a name from before a reform, a place not named
# in full.  Two stages.
find_offices() {
	stage about lines_of -e structure.office -e structure.formerly \
	    -e structure.signed -e structure.error -e structure.text. "$1" \
	    >"$work/about"
	stage keys env LC_ALL=C awk -f "$share/offices.awk" "$work/about" >"$work/keys"
}

# The file is the same where all facts count.
count() {
	if [ ! -s "$work/keys" ] && [ ! -s "$new/superseded.tsv" ]; then
		ln -- "$new/.read/facts.tsv" "$new/facts.tsv"
	else
		count_facts "$new/superseded.tsv" "$new/.read/facts.tsv" >"$new/facts.tsv"
	fi
}

# count_facts SUPERSEDED FACTS: the others, each office under one key.
count_facts() {
	# shellcheck disable=SC2016 # the program is awk's
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	FILENAME == ARGV[1] { key[$1] = $2; next }
	FILENAME == ARGV[2] { left[$1]; next }
	$1 in left { next }
	$6 == "structure.office" && $13 in key { $13 = key[$13] }
	{ print }' "$work/keys" "$1" "$2"
}

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

# name_links: links, sockets and the like, which extract is not asked about.
name_links() {
	LC_ALL=C awk -F "$tab" -v OFS="$tab" '
	$1 == "l" { print "-", $4, "skipped", "is a symbolic link" }
	$1 == "s" { print "-", $4, "skipped", "is a device, socket or pipe" }' \
	    "$work/listed" >"$work/skips.tsv" || exit 2
}

# look OPERAND...: what is there, and what of it is to be read.  A manifest is for all
# files or for none: what it says of no file is told.
look() {
	: >"$work/status"
	list_files "$work/there" "$@"
	sum_files "$work/there" >"$work/listed"
	name_links
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

# results: what follows from what the books hold.
results() {
	: >"$work/status"
	choose
	judge
	judge_stages 23 || unfinished
	echo "$status" >"$new/.read/status" || exit 2
}

# keep_books OPERAND...: brings the results in $dir up to date with the files in the
# operands, if anything changed.  Settings: those of judge.sh, $keep what is gone,
# $minutes that a file must have been left alone for, $hidden files left out, $own file
# that is none of the input, $log to write to, $progress option of extract.  $status is
# what to end with.
keep_books() {
	unlisted=
	again=
	worst=0
	take_from_folder
	find_before
	find_reader
	find_settings
	for empty in read intake documents facts errors; do
		: >"$work/$empty" || exit 2
	done
	look "$@"
	[ ! -s "$work/new" ] || read_what_is_new "$@"
	read_lines >"$work/read.tsv" || exit 2
	if [ -s "$work/read" ] || ! is_as_before "$work" settings skips.tsv; then
		renew
	fi
	end_status
}

# renew: the results anew, unless they rest on the same after all.
renew() {
	tell_withdrawn
	: >"$work/status"
	enter
	judge_stages 7 || unfinished
	if is_all_new; then
		mv -- "$work/facts" "$new/.read/facts.tsv" || exit 2
	else
		: >"$work/status"
		arrange
		judge_stages 4 || unfinished
	fi
	is_as_before "$new" settings skips.tsv facts.tsv documents.tsv members.tsv ||
	    { results && publish; }
}

# end_status: 2 where something could not be read, which is told of each file that is
# there.
end_status() {
	read -r status <"$dir/current/.read/status" || exit 2
	unread=$(LC_ALL=C awk -F "$tab" '
	FILENAME == ARGV[1] { if ($2 != "skipped") lacks[$1]; next }
	FILENAME == ARGV[2] {
		if (!($2 in path) || gone[$2])
			path[$2] = $1
		gone[$2] = $4 == "-"
		next
	}
	$2 in lacks && !gone[$1] {
		name = $1 in path ? path[$1] : $2
		if (!told[name]++)
			print name
	}
	END { print "." }' "$dir/current/rejects.tsv" "$dir/current/read.tsv" \
	    "$dir/current/.read/skips.tsv" "$dir/current/.read/members.tsv" \
	    "$dir/current/.read/documents.tsv") || exit 2
	case $unread in
	.) unread= ;;
	*.) worst=2 ;;
	*) exit 2 ;;	# it could not be read to its end
	esac
	[ -z "$unread" ] || [ -z "$log" ] || while IFS= read -r path; do
		warn "$path: $(say '没有全部读出，见' 'not all of it was read, see') rejects.tsv"
	done <<-EOS
	${unread%??}
	EOS
	[ -z "$unlisted" ] || worst=2
	[ "$worst" -le "$status" ] || status=$worst
}
whole="${whole:-} books"
}
