/* without NAME... -- COMMAND: runs COMMAND as on a kernel without some system
 * calls: "landlock", "seccomp". */
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static const struct absent {
	const char *name;
	int         call;
	unsigned    error;
	int         option;	/* of prctl */
} absent[] = {
	{ "landlock", SCMP_SYS(landlock_create_ruleset), ENOSYS, -1 },
	{ "seccomp", SCMP_SYS(seccomp), EINVAL, PR_SET_SECCOMP },
};

/* Returns false if NAME is none of those. */
static int
take_away(scmp_filter_ctx filter, const char *name)
{
	for (size_t i = 0; i < sizeof(absent) / sizeof(absent[0]); i++) {
		if (strcmp(absent[i].name, name) != 0)
			continue;
		seccomp_rule_add(filter, SCMP_ACT_ERRNO(absent[i].error),
		    absent[i].call, 0);
		/* prctl can do what seccomp does */
		seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL),
		    SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ,
		    absent[i].option, 0));
		return 1;
	}
	return 0;
}

int
main(int argc, char *argv[])
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int             i = 1;

	if (filter == NULL)
		return 126;
	for (; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (!take_away(filter, argv[i]))
			return 126;
	if (i + 1 >= argc || seccomp_load(filter) != 0)
		return 126;
	seccomp_release(filter);
	execvp(argv[i + 1], argv + i + 1);
	perror(argv[i + 1]);
	return 127;
}
