# shellcheck shell=sh disable=SC2034,SC2154,SC2016
# Sourced by books.sh: the files that are there, each known by its signature or its
# contents.
#
# "Contents" are a sum, with the ending of the file's name behind it, by which some
# formats are told apart; "-" where there is none: such a file is asked for each time.
{	# whole, or not at all: see common.sh

# What changes when anybody changes the file, whatever time it is told to have.
signature='%D:%i:%s:%T@:%C@'

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
	found=$?
	# What failed may have been its own writing: once more.
	if [ "$found" -eq 1 ]; then
		find_files "$@" >"$work/found"
		found=$?
	fi
	case $found in
	0) ;;
	1) unlisted=1 ;;
	*) unfinished ;;
	esac
	stage cat cat "$work/found" "$work/asked" | escaped 4 |
		stage number plainly awk -F "$tab" -v OFS="$tab" '
		$2 == 0 { operand++ }
		$1 == "d" { next }
		{
			state = $2 == 0 && $1 ~ /[ls]/ ? "o" : $1
			path = $5
			gsub("/", "\001", path)
			print operand, path, state, $3, $4, $5
		}' |
		stage sort plainly sort -s -t "$tab" -k1,1n -k2,2 |
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

# sum_files LISTED: the same with the contents of each file behind its path.  A file
# whose signature is known is not looked into.  Eight stages.
sum_files() {
	stage known plainly awk -F "$tab" -v OFS="$tab" '
	FILENAME == ARGV[1] { contents[$4] = $2; next }
	{ print $0, $1 ~ /[ox]/ ? "-" $4 : $2 in contents ? contents[$2] : "" }' \
	    "$before/read.tsv" "$1" >"$work/known"
	stage unknown awk -F "$tab" '$1 == "f" && $5 == ""' "$work/known" |
		stage raw raw 4 >"$work/unknown"
	stage sum xargs -0 -r -a "$work/unknown" b2sum -l 256 -z -- >"$work/sums"
	stage space sed -z 's/^\([0-9a-f]*\) [ *]/\1 /' "$work/sums" | escaped 1 |
		stage contents plainly awk -F "$tab" -v OFS="$tab" '
		summed { sum[$2] = $1; next }
		$1 == "f" && $5 == "" {
			$5 = sum[$4]
			if (match($4, /\.[A-Za-z0-9]+$/) && RLENGTH <= 9)
				$5 = $5 tolower(substr($4, RSTART))
		}
		{ print }' summed=1 - summed= "$work/known"
}

# escaped: of names ended by NUL, with N words in front, lines of fields.  Two stages.
escaped() {
	n=$1
	parting=
	while [ "$n" -gt 0 ]; do
		parting="$parting; s/ /\\t/"
		n=$((n - 1))
	done
	stage sed plainly sed -z \
	    's/\\/\\\\/g; s/\t/\\t/g; s/\n/\\n/g; s/\r/\\r/g'"$parting" |
		stage tr tr '\0' '\n'
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
whole="${whole:-} files"
}
