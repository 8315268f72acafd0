#define _GNU_SOURCE		/* syscall, O_PATH */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What decoders, the C library and its end of a process call once everything is
 * open.  What could do more than that with other arguments: see below. */
static const int always[] = {
	SCMP_SYS(brk), SCMP_SYS(clock_gettime), SCMP_SYS(close),
	SCMP_SYS(dup), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(fstat),
	SCMP_SYS(ftruncate), SCMP_SYS(futex), SCMP_SYS(getpid),
	SCMP_SYS(getrandom), SCMP_SYS(gettid), SCMP_SYS(gettimeofday),
	SCMP_SYS(lseek), SCMP_SYS(madvise), SCMP_SYS(mremap),
	SCMP_SYS(munmap), SCMP_SYS(newfstatat), SCMP_SYS(poll),
	SCMP_SYS(ppoll), SCMP_SYS(pread64), SCMP_SYS(read), SCMP_SYS(readv),
	SCMP_SYS(recvfrom), SCMP_SYS(restart_syscall),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_getaffinity),
	SCMP_SYS(sched_yield), SCMP_SYS(sysinfo), SCMP_SYS(write),
	SCMP_SYS(writev),
};

/* Beyond those, for who goes through files; and for who has other processes read,
 * whose ends it waits for and whose sockets it is sent. */
static const int walking[] = {
	SCMP_SYS(getcwd), SCMP_SYS(getdents64), SCMP_SYS(lstat),
	SCMP_SYS(recvmsg), SCMP_SYS(stat), SCMP_SYS(statx), SCMP_SYS(wait4),
};

/* A call that is allowed if the bits of MASK of argument ARGUMENT are VALUE. */
struct condition {
	int      call;
	unsigned argument;
	uint64_t mask, value;
};

#define ALL UINT64_MAX

static const struct condition conditions[] = {
	/* no memory becomes executable */
	{ SCMP_SYS(mmap), 2, PROT_EXEC, 0 },
	{ SCMP_SYS(mprotect), 2, PROT_EXEC, 0 },
	/* isatty; TIOCSTI would type into the terminal */
	{ SCMP_SYS(ioctl), 1, ALL, TCGETS },
	/* F_SETOWN would send signals */
	{ SCMP_SYS(fcntl), 1, ALL, F_DUPFD_CLOEXEC },
	{ SCMP_SYS(fcntl), 1, ALL, F_GETFD },
	{ SCMP_SYS(fcntl), 1, ALL, F_SETFD },
	{ SCMP_SYS(fcntl), 1, ALL, F_GETFL },
	/* a socket that is there, to its other end */
	{ SCMP_SYS(sendto), 4, ALL, 0 },
};

static const struct condition reading =
    { SCMP_SYS(openat), 2, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY };

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

/* Lets what is below PATH be read.  A path that is not there is reported
 * when it is opened. */
static void
let_read(int rules, const char *path)
{
	struct landlock_path_beneath_attr rule = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};
	struct stat                       status;

	if (rule.parent_fd < 0)
		return;
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

static int
allow_if(scmp_filter_ctx filter, const struct condition *condition)
{
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, condition->call, 1,
	    SCMP_CMP(condition->argument, SCMP_CMP_MASKED_EQ,
	    condition->mask, condition->value));
}

static int
allow_all(scmp_filter_ctx filter, const int call[], size_t n)
{
	int failed = 0;

	for (size_t i = 0; i < n; i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call[i], 0);
	return failed;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* WALKS: it goes through files. */
static int
allow_calls(scmp_filter_ctx filter, bool walks)
{
	/* abort: to itself */
	const struct condition aborting = { SCMP_SYS(tgkill), 0, ALL,
		(uint64_t)getpid() };
	int                    failed = allow_all(filter, always,
	    COUNT(always));

	for (size_t i = 0; i < COUNT(conditions); i++)
		failed |= allow_if(filter, &conditions[i]);
	failed |= allow_if(filter, &aborting);
	if (walks)
		failed |= allow_if(filter, &reading) |
		    allow_all(filter, walking, COUNT(walking));
	return failed;
}

static const char *
restrict_calls(bool walks)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	const char     *reason = NULL;

	if (filter == NULL)
		return "libseccomp does not start";
	if (allow_calls(filter, walks) != 0)
		reason = "a system call is unknown here";
	else if (seccomp_load(filter) != 0)
		reason = "the kernel refuses the filter of system calls";
	seccomp_release(filter);
	return reason;
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
