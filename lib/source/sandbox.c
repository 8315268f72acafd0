#define _GNU_SOURCE		/* syscall, O_PATH */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/machine.h"
#include "call_filter.h"

/* What decoders, the C library and its end of a process call once everything is
 * open.  What could do more than that with other arguments: see below. */
static const int always[] = {
	SYS_read, SYS_write, SYS_brk, SYS_munmap, SYS_mremap, SYS_lseek,
	SYS_clock_gettime, SYS_close, SYS_dup, SYS_exit, SYS_exit_group,
	SYS_fstat, SYS_ftruncate, SYS_futex, SYS_getpid, SYS_getrandom,
	SYS_gettid, SYS_gettimeofday, SYS_madvise, SYS_newfstatat,
	SYS_ppoll, SYS_pread64, SYS_readv, SYS_recvfrom,
	SYS_restart_syscall, SYS_rt_sigaction, SYS_rt_sigprocmask,
	SYS_rt_sigreturn, SYS_sched_getaffinity, SYS_sched_yield,
	SYS_sysinfo, SYS_writev,
#ifdef SYS_poll			/* of the older architectures */
	SYS_poll,
#endif
};

/* Beyond those, for who goes through files; and for who has other processes read,
 * whose ends it waits for and whose sockets it is sent. */
static const int walking[] = {
	SYS_getcwd, SYS_getdents64, SYS_pwrite64, SYS_recvmsg, SYS_statx,
	SYS_wait4,
#ifdef SYS_stat
	SYS_lstat, SYS_stat,
#endif
};

#define ALL UINT64_MAX

static const struct call_condition conditions[] = {
	/* no memory becomes executable */
	{ SYS_mmap, 2, PROT_EXEC, 0 },
	{ SYS_mprotect, 2, PROT_EXEC, 0 },
	/* isatty; TIOCSTI would type into the terminal */
	{ SYS_ioctl, 1, ALL, TCGETS },
	/* F_SETOWN would send signals */
	{ SYS_fcntl, 1, ALL, F_DUPFD_CLOEXEC },
	{ SYS_fcntl, 1, ALL, F_GETFD },
	{ SYS_fcntl, 1, ALL, F_SETFD },
	{ SYS_fcntl, 1, ALL, F_GETFL },
	/* a socket that is there, to its other end */
	{ SYS_sendto, 4, ALL, 0 },
};

static const struct call_condition reading =
    { SYS_openat, 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY };

/* Every right of every version; landlock_create_ruleset wants none that the
 * kernel does not know (Documentation/userspace-api/landlock.rst). */
static const uint64_t rights_of_abi[] = {
	0,
	(1ull << 13) - 1,	/* 1: execute ... make_sym */
	(1ull << 14) - 1,	/* 2: refer */
	(1ull << 15) - 1,	/* 3: truncate */
	(1ull << 15) - 1,	/* 4: network, which seccomp sees to */
	(1ull << 16) - 1,	/* 5: ioctl_dev */
};

/* Lets what is below PATH be read.  One that is not there, or cannot be let, is
 * reported when it is opened. */
static void
let_read(int rules, const char *path)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};
	struct stat                       status;

	if (rule.parent_fd < 0) {
		machine_judge_call();
		return;
	}
	if (fstat(rule.parent_fd, &status) == 0 && S_ISDIR(status.st_mode))
		rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
	syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
	    &rule, 0);
	close(rule.parent_fd);
}

/* Returns NULL, or why files stay open to it. */
static const char *
restrict_files(char *const paths[], int n)
{
	static const char refused[] = "the kernel refuses rules of Landlock";
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	long last = (long)(sizeof(rights_of_abi) / sizeof(rights_of_abi[0]));
	struct landlock_ruleset_attr attributes;
	int                          rules;
	bool                         kept;

	if (abi < 1)
		return "the kernel has no Landlock";
	attributes = (struct landlock_ruleset_attr){ .handled_access_fs =
		rights_of_abi[abi < last ? abi : last - 1] };
	rules = (int)syscall(SYS_landlock_create_ruleset, &attributes,
	    sizeof(attributes.handled_access_fs), 0);
	if (rules < 0)
		return refused;
	for (int i = 0; i < n; i++)
		if (strcmp(paths[i], "-") != 0)
			let_read(rules, paths[i]);
	kept = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return kept ? NULL : refused;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* WALKS: it goes through files. */
static const char *
restrict_calls(bool walks)
{
	/* abort: to itself */
	const struct call_condition aborting = { SYS_tgkill, 0, ALL,
		(uint64_t)getpid() };
	static struct call_filter   filter;

	call_filter_begin(&filter);
	call_filter_allow(&filter, always, COUNT(always));
	for (size_t i = 0; i < COUNT(conditions); i++)
		call_filter_allow_if(&filter, &conditions[i]);
	call_filter_allow_if(&filter, &aborting);
	if (walks) {
		call_filter_allow(&filter, walking, COUNT(walking));
		call_filter_allow_if(&filter, &reading);
	}
	return call_filter_enter(&filter) ? NULL :
	    "the kernel refuses the filter of system calls";
}

/* The sanitizers' run-time needs calls of its own at the end. */
const char *
sandbox_enter(char *const paths[], int n)
{
#ifdef SANITIZED
	(void)paths;
	(void)n;
	(void)restrict_files;
	(void)restrict_calls;
	return NULL;
#else
	const char *files, *calls;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return strerror(errno);
	files = restrict_files(paths, n);
	calls = restrict_calls(n > 0);
	return calls != NULL ? calls : files;
#endif
}
