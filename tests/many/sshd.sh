# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by many.t: two hosts, which are this machine under two addresses of its own.

# two_hosts DIR: a server for both, which ends by itself; DIR/client is ssh's file, in
# which they are called one and two.  Fails, with the reason in $no_hosts, where there is
# none.
two_hosts() {
	no_hosts='no sshd'
	sshd=$(command -v sshd || command -v /usr/sbin/sshd) && command -v ssh >/dev/null &&
	    command -v ssh-keygen >/dev/null || return 1
	no_hosts='not root'
	[ "$(id -u)" -eq 0 ] || return 1
	mkdir -p "$1" /run/sshd
	for key in host user; do
		ssh-keygen -q -t ed25519 -N '' -f "$1/$key" || return 1
	done
	port=$((20000 + $$ % 10000))
	cat >"$1/server" <<-EOS
	Port $port
	ListenAddress 127.0.0.1
	ListenAddress 127.0.0.2
	HostKey $1/host
	AuthorizedKeysFile $1/user.pub
	PidFile none
	StrictModes no
	UsePAM no
	PermitRootLogin prohibit-password
	EOS
	cat >"$1/client" <<-EOS
	Host one
	    HostName 127.0.0.1
	Host two
	    HostName 127.0.0.2
	Host one two
	    User root
	    Port $port
	    IdentityFile $1/user
	    StrictHostKeyChecking no
	    UserKnownHostsFile /dev/null
	    LogLevel ERROR
	EOS
	timeout 300 "$sshd" -D -f "$1/server" 2>"$1/log" &
	server=$!
	no_hosts='sshd does not answer on 127.0.0.2'
	for try in 1 2 3 4 5 6 7 8 9 10; do
		sleep 0.2
		ssh -F "$1/client" two true 2>/dev/null && return
	done
	return 1
}
