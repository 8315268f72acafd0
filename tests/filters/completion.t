#!/bin/sh
# What bash and zsh complete: every option that a program has, and no other; files,
# folders or words behind those that want one.
. tests/lib/tap.sh
of_scripts 'what shells complete'
programs=$(make -s -f - <<'END'
include Makefile
programs-of-the-suite: ; @echo $(PROGRAMS)
.DEFAULT_GOAL = programs-of-the-suite
END
)
# shellcheck disable=SC2086 # words
set -- $programs
plan $((2 * $# + 7))

make -s install BIN="$bin" BUILD="$BUILD" DESTDIR="$tmp/dest" PREFIX=/usr PROGRAM_PREFIX=nb- \
    >"$tmp/log" 2>&1 || sed 's/^/# /' "$tmp/log"
bash_dir=$tmp/dest/usr/share/bash-completion/completions
zsh_dir=$tmp/dest/usr/share/zsh/site-functions

options() { grep -oE -- '--[a-z][a-z-]+' | sort -u | tr '\n' ' '; }

# offered WORD...: what bash offers for the last one.
offered() {
	# shellcheck disable=SC2016 # the inner shell expands
	bash -c '. "$0/$1"
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
	$(complete -p "$1" | sed "s/.*-F \([^ ]*\).*/\1/")
	printf "%s\n" "${COMPREPLY[@]}"' "$bash_dir" "$@" 2>&1
}

for program in $programs; do
	"$bin/$program" --help | grep -E '^[[:blank:]]+(-[A-Za-z], +)?--[a-z]' >"$tmp/help"
	is "$program: bash has its options" "$(offered "nb-$program" -- | options)" \
	    "$(sed -E 's/(--[a-z-]+).*/\1/' "$tmp/help" | options)"
	if ! command -v zsh >/dev/null; then
		skip "$program: zsh" 'no zsh'
	else
		ok "$program: zsh reads it" zsh -n "$zsh_dir/_nb-$program"
	fi
done
cd "$tmp" || exit 2
mkdir 'in box'
: >'in list'
is 'the beginning of an option' "$(offered nb-annual --ros)" --roster
is 'the words of one' "$(offered nb-annual -l '')" 'zh
en'
is 'a folder, with a blank' "$(offered nb-annual -o in)" 'in box'
is 'a file' "$(offered nb-annual --roster in | sort)" 'in box
in list'
is 'nothing where a number is wanted' "$(offered nb-pinpoint -n in)" ''
is 'an operand' "$(offered nb-annual in | sort)" 'in box
in list'
is 'zsh knows whose it is' "$(head -n 1 "$zsh_dir/_nb-annual")" '#compdef nb-annual'
