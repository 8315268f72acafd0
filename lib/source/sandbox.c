#define _GNU_SOURCE		/* syscall, O_PATH */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What the decoders and the C library call once everything is open.  Opening,
 * and what could make memory executable, depend on arguments: see below. */
static const int allowed[] = {
	SCMP_SYS(brk), SCMP_SYS(clock_gettime), SCMP_SYS(close),
	SCMP_SYS(dup), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(fcntl),
	SCMP_SYS(fstat), SCMP_SYS(ftruncate), SCMP_SYS(futex),
	SCMP_SYS(getcwd), SCMP_SYS(getdents64), SCMP_SYS(getpid),
	SCMP_SYS(getrandom), SCMP_SYS(gettid), SCMP_SYS(gettimeofday),
	SCMP_SYS(ioctl), SCMP_SYS(lseek), SCMP_SYS(lstat), SCMP_SYS(madvise),
	SCMP_SYS(mremap), SCMP_SYS(munmap), SCMP_SYS(newfstatat),
	SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(pread64), SCMP_SYS(read),
	SCMP_SYS(readv), SCMP_SYS(recvfrom), SCMP_SYS(restart_syscall),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_getaffinity),
	SCMP_SYS(sched_yield), SCMP_SYS(stat), SCMP_SYS(statx),
	SCMP_SYS(sysinfo), SCMP_SYS(tgkill), SCMP_SYS(uname),
	SCMP_SYS(wait4), SCMP_SYS(write), SCMP_SYS(writev),
};

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

/* The kernel may have no Landlock, or have it switched off. */
static void
restrict_files(char *const paths[], int n)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	long last = (long)(sizeof(rights_of_abi) / sizeof(rights_of_abi[0]));
	struct landlock_ruleset_attr attributes;
	int                          rules;

	if (abi < 1)
		return;
	attributes = (struct landlock_ruleset_attr){ .handled_access_fs =
		rights_of_abi[abi < last ? abi : last - 1] };
	rules = (int)syscall(SYS_landlock_create_ruleset, &attributes,
	    sizeof(attributes.handled_access_fs), 0);
	if (rules < 0)
		return;
	for (int i = 0; i < n; i++)
		if (strcmp(paths[i], "-") != 0)
			let_read(rules, paths[i]);
	syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

static int
allow_calls(scmp_filter_ctx filter)
{
	int failed = 0;

	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i],
		    0);
	failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC,
	    O_RDONLY));
	failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
	    SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect),
	    1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	/* The socket to a reader has no address. */
	failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 1,
	    SCMP_A4(SCMP_CMP_EQ, 0, 0));
	return failed;
}

static const char *
restrict_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	const char     *reason = NULL;

	if (filter == NULL)
		return "libseccomp does not start";
	if (allow_calls(filter) != 0)
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
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return strerror(errno);
	restrict_files(paths, n);
	return restrict_calls();
#endif
}
