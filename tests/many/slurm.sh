# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by many.t: a cluster of Slurm with one machine, this one.

# cluster DIR: starts it; SLURM_CONF is its configuration.  Fails, with the reason in
# $no_cluster, where there is none.
cluster() {
	no_cluster='no slurm-wlm, munge'
	PATH=$PATH:/usr/sbin
	for daemon in munged slurmctld slurmd sbatch; do
		command -v "$daemon" >/dev/null || return 1
	done
	no_cluster='not root'
	[ "$(id -u)" -eq 0 ] || return 1
	mkdir -p "$1/munge" "$1/state" "$1/spool"
	head -c 1024 /dev/urandom >"$1/munge/key"
	chmod 400 "$1/munge/key"
	chown -R munge "$1/munge"
	chmod 755 "$tmp" "$1" "$1/munge"
	setpriv --reuid munge --regid munge --clear-groups munged --key-file="$1/munge/key" \
	    -S "$1/munge/socket" --log-file="$1/munge/log" --pid-file="$1/munge/pid" \
	    --seed-file="$1/munge/seed" >"$1/log" 2>&1
	port=$((30000 + 2 * ($$ % 10000)))
	host=$(hostname -s)
	cat >"$1/slurm.conf" <<-EOS
	ClusterName=many
	SlurmctldHost=$host(127.0.0.1)
	SlurmctldPort=$port
	SlurmdPort=$((port + 1))
	AuthType=auth/munge
	AuthInfo=socket=$1/munge/socket
	CryptoType=crypto/munge
	SlurmUser=root
	StateSaveLocation=$1/state
	SlurmdSpoolDir=$1/spool
	SlurmctldPidFile=$1/slurmctld.pid
	SlurmdPidFile=$1/slurmd.pid
	SlurmctldLogFile=$1/slurmctld.log
	SlurmdLogFile=$1/slurmd.log
	ProctrackType=proctrack/linuxproc
	TaskPlugin=task/none
	ReturnToService=2
	MpiDefault=none
	SelectType=select/cons_tres
	SelectTypeParameters=CR_Core
	JobAcctGatherType=jobacct_gather/none
	SchedulerParameters=sched_interval=1,bf_interval=1
	EpilogMsgTime=0
	NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
	PartitionName=all Nodes=ALL Default=YES MaxTime=5 State=UP
	EOS
	SLURM_CONF=$1/slurm.conf
	export SLURM_CONF
	no_cluster="Slurm does not start here"
	slurmctld -c >>"$1/log" 2>&1 && slurmd >>"$1/log" 2>&1 || return 1
	for try in 1 2 3 4 5 6 7 8 9 10; do
		sleep 0.5
		[ "$(sinfo -h -o %t 2>/dev/null)" != idle ] || return 0
	done
	return 1
}

# end_cluster DIR: with all jobs, whatever becomes of them.
end_cluster() {
	[ -s "$1/slurmctld.pid" ] || return 0
	timeout 5 scancel --user=root 2>/dev/null
	timeout 5 scontrol shutdown 2>/dev/null
	sleep 1
	for pid in "$1/slurmd.pid" "$1/slurmctld.pid" "$1/munge/pid"; do
		[ ! -s "$pid" ] || kill -9 "$(cat "$pid")" 2>/dev/null
	done
}
