# shellcheck shell=sh disable=SC2154
# Sourced by tests that want a PostgreSQL: one of their own on a local socket.
#
#	postgres_start || skip ...	sets $postgres, the options of psql
#	postgres_stop

# as_nobody COMMAND...: a server will not run as root.
as_nobody() {
	if [ "$(id -u)" -eq 0 ]; then
		runuser -u nobody -- "$@"
	else
		"$@"
	fi
}

# The folder of the newest server that is installed, or nothing.
postgres_programs() {
	for postgres_try in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r); do
		if [ -x "$postgres_try/initdb" ]; then
			echo "$postgres_try"
			return
		fi
	done
}

postgres_start() {
	command -v psql >/dev/null || return 1
	postgres_bin=$(postgres_programs)
	[ -n "$postgres_bin" ] || return 1
	# A socket's path must be short.
	postgres_dir=$(mktemp -d /tmp/pg.XXXXXX)
	[ "$(id -u)" -ne 0 ] || chown nobody "$postgres_dir"
	(cd / && as_nobody "$postgres_bin/initdb" -D "$postgres_dir/data" -A trust \
	    --no-sync -U test -E UTF8 --locale=C.UTF-8 &&
	    as_nobody "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -w \
		-o "-F -k $postgres_dir -c listen_addresses=''" \
		-l "$postgres_dir/log" start) >"$postgres_dir.out" 2>&1 || {
		sed 's/^/# /' "$postgres_dir.out"
		rm -rf "$postgres_dir" "$postgres_dir.out"
		return 1
	}
	postgres="-h $postgres_dir -U test -d postgres"
}

postgres_stop() {
	(cd / && as_nobody "$postgres_bin/pg_ctl" -D "$postgres_dir/data" -m immediate \
	    stop) >/dev/null 2>&1
	rm -rf "$postgres_dir" "$postgres_dir.out"
}
