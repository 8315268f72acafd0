# Sourced by tests/filters/*.t: a small TAP producer.
#
#	. tests/lib/tap.sh		first line of a test; sets $tmp, $bin
#	plan 3
#	is 'a name' "$got" "$want"
#	status 'a name' 2 COMMAND...	runs it; stdout, stderr in $tmp/out, err
#	same 'a name' FILE FILE
#	matches 'a name' FILE REGEX	some line of FILE matches (grep -E)
#	ok 'a name' COMMAND...		the command succeeds
#	skip 'a name' REASON
#	of_scripts 'a name'		ends a test of scripts or of the tree where only the
#					programs are others, as in make sanitized
#	of_what_is_said 'a name'	ends a test of what is said of many reports, by code that
#					other tests run too, in make sanitized
#	of_any_system 'a name'	ends a test of what rests on our code alone where only the
#					system is another, as in tests/fresh
#	$(lots 3000 300)		how many to draw by lot: LOTS (100) in the hundred of
#					the first, but no fewer than the second (1)

bin=${BIN:-$PWD/bin}
root=$PWD
shared=${SHARED:-$PWD/../shared}
LC_ALL=C.UTF-8
export LC_ALL
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
tap_tab=$(printf "\t")
tap_n=0
tap_of=''	# what is tested now, in front of each name
tap_failed=0

# ends_here NAME REASON: nothing behind it is tried.
ends_here() {
	skip "$1" "$2"
	plan "$tap_n"
	exit
}

of_scripts() {
	[ -z "${SANITIZED:-}" ] || ends_here "$1" 'the scripts are the same with sanitizers'
}

of_what_is_said() {
	[ -z "${SANITIZED:-}" ] || ends_here "$1" 'the same is said with sanitizers'
}

of_any_system() {
	[ -z "${FRESH:-}" ] || ends_here "$1" 'the code is the same on any system'
}

lots() {
	tap_lots=$(($1 * ${LOTS:-100} / 100))
	echo "$((tap_lots > ${2:-1} ? tap_lots : ${2:-1}))"
}

plan() { echo "1..$1"; }

tap_pass() { tap_n=$((tap_n + 1)); echo "ok $tap_n - $tap_of$1"; }

tap_fail() {
	tap_n=$((tap_n + 1))
	tap_failed=1
	echo "not ok $tap_n - $tap_of$1"
}

skip() { tap_n=$((tap_n + 1)); echo "ok $tap_n - $tap_of$1 # SKIP $2"; }

ok() {
	tap_name=$1
	shift
	if "$@"; then tap_pass "$tap_name"; else
		tap_fail "$tap_name"
		echo "# failed: $*"
	fi
}

is() {
	if [ "$2" = "$3" ]; then tap_pass "$1"; else
		tap_fail "$1"
		printf '%s\n' "got:  $2" "want: $3" | sed 's/^/# /'
	fi
}

status() {
	tap_name=$1
	tap_want=$2
	shift 2
	"$@" >"$tmp/out" 2>"$tmp/err"
	tap_got=$?
	if [ "$tap_got" -eq "$tap_want" ]; then tap_pass "$tap_name"; else
		tap_fail "$tap_name"
		echo "# status $tap_got, want $tap_want: $*"
		sed 's/^/# stderr: /' "$tmp/err" | head -5
	fi
}

same() {
	if cmp -s "$2" "$3"; then tap_pass "$1"; else
		tap_fail "$1"
		diff "$2" "$3" | head -20 | sed 's/^/# /'
	fi
}

matches() {
	if grep -Eq -- "$3" "$2"; then tap_pass "$1"; else
		tap_fail "$1"
		echo "# no line matches $3 in:"
		head -10 "$2" | sed 's/^/# /'
	fi
}
