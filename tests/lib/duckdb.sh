# shellcheck shell=sh disable=SC2154,SC2034
# Sourced by tests that want DuckDB, as npm has it: @duckdb/node-api of the version in
# tests/lib/duckdb/package-lock.json, kept in build/ once it has been installed.
#
#	duckdb_find || skip ...		exports NODE_PATH, so that node's require() finds it;
#					else $duckdb_missing says what there is not
#	duckdb 'SQL; ...' [DATABASE]	rows as TSV, NULL as \N; a database in memory by default

duckdb_find() {
	duckdb_missing=
	duckdb_version=$(sed -n 's/.*node-api": "\(.*\)".*/\1/p' tests/lib/duckdb/package.json)
	duckdb_home=$root/build/duckdb-$duckdb_version
	command -v node >/dev/null || { duckdb_missing='no node'; return 1; }
	[ -d "$duckdb_home" ] || duckdb_install || return 1
	NODE_PATH=$duckdb_home/node_modules
	export NODE_PATH
	node -e 'require("@duckdb/node-api")' 2>/dev/null || {
		duckdb_missing='a DuckDB that node cannot load'
		return 1
	}
}

# Several tests may do so at once: the first to be done puts its own in place.
duckdb_install() {
	command -v npm >/dev/null || { duckdb_missing='no npm'; return 1; }
	mkdir -p "$root/build"
	duckdb_new=$(mktemp -d "$root/build/duckdb.XXXXXX")
	cp tests/lib/duckdb/*.json "$duckdb_new"
	npm ci --prefix "$duckdb_new" --ignore-scripts --no-audit --no-fund --silent \
	    --fetch-retries=0 --fetch-timeout=60000 >/dev/null 2>&1 ||
	    duckdb_missing='no DuckDB to be had of npm'
	[ ! -d "$duckdb_new/node_modules/@duckdb/node-api" ] ||
	    mv -T "$duckdb_new" "$duckdb_home" 2>/dev/null
	rm -rf "$duckdb_new"
	[ -d "$duckdb_home" ]
}

duckdb() { node tests/lib/duckdb/query.js "$@"; }
