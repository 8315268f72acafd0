# shellcheck shell=sh disable=SC2154
# Sourced by tests of what a user pastes: the programs under test, as they are
# found in the source tree and installed under a prefix.

# source_tree DIR: as make leaves the tree, but with the filters under test.
source_tree() {
	mkdir -p "$1/bin" "$1/examples" "$1/lib"
	cp examples/reports.tar.gz "$1/examples/"
	cp -R pipelines "$1/"
	cp -R lib/data "$1/lib/"
	for tree_program in "$bin"/*; do
		tree_name=$(basename "$tree_program")
		if [ -e "pipelines/$tree_name" ]; then
			ln -s "../pipelines/$tree_name" "$1/bin/"
		else
			ln -s "$tree_program" "$1/bin/"
		fi
	done
}

# install_prefixed DIR: with nb- in front of the names.
install_prefixed() {
	make -s install BIN="$bin" BUILD="$BUILD" PREFIX="$1" \
	    PROGRAM_PREFIX=nb- >"$tmp/out" 2>&1 || sed 's/^/# /' "$tmp/out"
}

# foreign DIR: programs of other packages with names of ours, as Debian's
# python3-tabulate has one.
foreign() {
	mkdir -p "$1"
	for tree_name in tabulate extract check annual; do
		printf '#!/bin/sh\necho "a foreign %s was run" >&2\nexit 9\n' \
		    "$tree_name" >"$1/$tree_name"
		chmod +x "$1/$tree_name"
	done
}
