# shellcheck shell=sh disable=SC2154,SC2034
# Sourced by tests that want DuckDB: npm's @duckdb/node-api.
#
#	duckdb_find || skip ...		else $duckdb_missing says what there is not
#	duckdb 'SQL; ...' [DATABASE]	rows as TSV, NULL as \N; a database in memory by default
. tests/lib/npm.sh

duckdb_find() {
	npm_find duckdb && duckdb_path=$NODE_PATH
	duckdb_missing=$npm_missing
	[ -z "$duckdb_missing" ]
}

duckdb() { NODE_PATH=$duckdb_path node tests/lib/duckdb/query.js "$@"; }
