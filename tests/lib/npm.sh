# shellcheck shell=sh disable=SC2154,SC2034
# Sourced by tests that want a package of npm's, of the version that the lock file in
# tests/lib/NAME pins; kept in build/ once it has been installed.
#
#	npm_find NAME || skip ...	exports NODE_PATH, where node's require() looks;
#					else $npm_missing says what there is not

npm_find() {
	npm_missing=
	npm_home=$root/build/npm/$1-$(cksum <"tests/lib/$1/package-lock.json" | cut -d' ' -f1)
	command -v node >/dev/null || { npm_missing='no node'; return 1; }
	[ -d "$npm_home" ] || npm_install "$1" || return 1
	NODE_PATH=$npm_home/node_modules
	export NODE_PATH
	node -e 'require(Object.keys(require(process.argv[1]).dependencies)[0])' \
	    "$npm_home/package.json" 2>/dev/null && return
	npm_missing="a $1 that node cannot load"
	return 1
}

# Several tests may do so at once: the first to be done puts its own in place.
npm_install() {
	command -v npm >/dev/null || { npm_missing='no npm'; return 1; }
	mkdir -p "$root/build/npm"
	npm_new=$(mktemp -d "$root/build/npm/$1.XXXXXX")
	cp "tests/lib/$1"/*.json "$npm_new"
	if npm ci --prefix "$npm_new" --ignore-scripts --no-audit --no-fund --silent \
	    --fetch-retries=0 --fetch-timeout=60000 >/dev/null 2>&1; then
		mv -T "$npm_new" "$npm_home" 2>/dev/null
	fi
	rm -rf "$npm_new"
	[ -d "$npm_home" ] || { npm_missing="no $1 to be had of npm"; return 1; }
}
