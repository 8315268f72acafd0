/* try [OPTION ...] COMMAND [ARGUMENT ...]: runs COMMAND once for each of its calls
 * of each kind, which then fails, and looks whether it ends as it should: as without
 * the fault, or with status 2, a message and whole documents.  Prints a line for each
 * kind, and each fault.
 *
 *	-c NAME		what to call it in the table
 *	-g		single documents may be missing, not only the last ones
 *	-i FILE		standard input
 *	-k KIND		calls of this kind only
 *	-a N		only the Nth of them; of those of the place KEY: -a @KEY
 *	-l		programs of others take part, which need not go on when they
 *			are interrupted
 *	-n N		at most N of them for each way to fail, drawn by lot
 *	-o PROGRAM	of -p: places in it only
 *	-p N		instead of each call, N of each place in the code of each program,
 *			as it was started: the first one, and others drawn by lot;
 *			-n: at most so many places
 *	-s SEED		of the lots
 *	-t SECONDS	that a run may take (20)
 *	-v		every run
 *	-w		COMMAND spares itself: it loads the shim, which is named in SHIM,
 *			before what it runs
 *
 * Exit status: 0 all well, 1 faults, 77 the shim has no effect here. */
#define _GNU_SOURCE
#include "outcome.h"
#include "plan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FAULTS_SHOWN = 5, PATH_BYTES = 4096 };

/* The ways in which calls of a kind fail. */
static const struct way {
	const char     *name;
	enum fault_kind kind;
	int             error;
	bool            on;	/* all from this one on */
	bool            harmless;	/* a program is to go on */
} ways[] = {
	{ "ENOMEM", FAULT_MALLOC, ENOMEM, false, false },
	{ "ENOMEM on", FAULT_MALLOC, ENOMEM, true, false },
	{ "ENOMEM", FAULT_CALLOC, ENOMEM, false, false },
	{ "ENOMEM on", FAULT_CALLOC, ENOMEM, true, false },
	{ "ENOMEM", FAULT_REALLOC, ENOMEM, false, false },
	{ "ENOMEM on", FAULT_REALLOC, ENOMEM, true, false },
	{ "ENOMEM", FAULT_MMAP, ENOMEM, false, false },
	{ "EMFILE", FAULT_OPEN, EMFILE, false, false },
	{ "EMFILE on", FAULT_OPEN, EMFILE, true, false },
	{ "EIO", FAULT_READ, EIO, false, false },
	{ "EIO on", FAULT_READ, EIO, true, false },
	{ "EINTR", FAULT_READ, EINTR, false, true },
	{ "short", FAULT_READ, FAULT_SHORT, false, true },
	{ "ENOSPC", FAULT_WRITE, ENOSPC, false, false },
	{ "ENOSPC on", FAULT_WRITE, ENOSPC, true, false },
	{ "EINTR", FAULT_WRITE, EINTR, false, true },
	{ "short", FAULT_WRITE, FAULT_SHORT, false, true },
	{ "EIO", FAULT_MESSAGE, EIO, true, false },
	{ "EIO", FAULT_CLOSE, EIO, false, false },
	{ "EIO", FAULT_STAT, EIO, false, false },
	{ "ESPIPE", FAULT_SEEK, ESPIPE, false, false },
	{ "EIO", FAULT_LIST, EIO, false, false },
	{ "ENOSPC", FAULT_RENAME, ENOSPC, false, false },
	{ "EIO", FAULT_REMOVE, EIO, false, false },
	{ "ENOSPC", FAULT_MAKE, ENOSPC, false, false },
	{ "EIO", FAULT_SYNC, EIO, false, false },
	{ "EIO", FAULT_RESIZE, EIO, false, false },
	{ "EMFILE", FAULT_DUPLICATE, EMFILE, false, false },
	{ "EMFILE", FAULT_PIPE, EMFILE, false, false },
	{ "EAGAIN", FAULT_FORK, EAGAIN, false, false },
	{ "EAGAIN on", FAULT_FORK, EAGAIN, true, false },
	{ "ENOMEM", FAULT_EXECUTE, ENOMEM, false, false },
	{ "EINTR", FAULT_WAIT, EINTR, false, true },
	{ "EINTR", FAULT_POLL, EINTR, false, true },
	{ "EIO", FAULT_LOCK, EIO, false, false },
};

static const char *const kind_names[] = {
#define FAULT_NAME(kind, name) name,
	FAULT_KINDS(FAULT_NAME)
#undef FAULT_NAME
};

struct place {
	unsigned long key, calls;
	int           kind;
	char          program[sizeof(((struct fault_place *)NULL)->program)];
};

struct trials {
	char *const       *command;
	const char        *name;	/* of what is tried */
	const char        *input;
	const char        *kind;	/* NULL: all */
	const char        *program;	/* NULL: all */
	bool               gaps, lenient, tells, wrapped;
	unsigned long      only, only_place, most, each;
	unsigned           seconds;
	char               folder[64];	/* of everything that is made */
	char               shim[PATH_BYTES];
	struct fault_plan *plan;
	struct place      *places;	/* of the run without a fault */
	size_t             places_n;
	struct outcome     clean;
	unsigned long      faults;
};

static _Noreturn void
fail(const char *what)
{
	perror(what);
	exit(125);
}

/* The path of NAME in the folder; it stays until the next but three. */
static const char *
path_of(const struct trials *t, const char *name)
{
	static char paths[4][PATH_BYTES];
	static int  next;
	char       *path = paths[next++ % 4];

	snprintf(path, PATH_BYTES, "%s/%s", t->folder, name);
	return path;
}

static int
open_or_fail(const char *path, int flags)
{
	int fd = open(path, flags, 0600);

	if (fd < 0)
		fail(path);
	return fd;
}

static struct text
read_text(const char *path)
{
	int         fd = open_or_fail(path, O_RDONLY);
	struct stat status;
	struct text text;

	if (fstat(fd, &status) != 0 ||
	    (text.p = malloc((size_t)status.st_size + 1)) == NULL)
		fail(path);
	text.n = (size_t)read(fd, text.p, (size_t)status.st_size);
	text.p[text.n] = '\0';
	close(fd);
	return text;
}

/* The signal for it, which is held back but while it is waited for. */
static sigset_t
end_of_child(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	return set;
}

/* Becomes the program, with the shim before it. */
static _Noreturn void
become(const struct trials *t)
{
	const sigset_t ends = end_of_child();

	dup2(open_or_fail(t->input, O_RDONLY), STDIN_FILENO);
	dup2(open_or_fail(path_of(t, "out"), O_WRONLY | O_CREAT | O_TRUNC),
	    STDOUT_FILENO);
	dup2(open_or_fail(path_of(t, "err"),
	    O_WRONLY | O_CREAT | O_TRUNC | O_APPEND), STDERR_FILENO);
	for (int fd = STDERR_FILENO + 1; fd < 32; fd++)
		close(fd);
	setpgid(0, 0);
	sigprocmask(SIG_UNBLOCK, &ends, NULL);
	setenv("TMPDIR", path_of(t, "tmp"), 1);
	setenv("FAULT_PLAN", path_of(t, "plan"), 1);
	personality(ADDR_NO_RANDOMIZE);
	setenv(t->wrapped ? "SHIM" : "LD_PRELOAD", t->shim, 1);
	execvp(t->command[0], t->command);
	_exit(126);
}

/* Waits for the end of a child of the group of PID.  Returns it; 0 at the time limit,
 * -1 when there is none left. */
static pid_t
wait_for(pid_t group, int *status, unsigned seconds)
{
	const struct timespec most = { seconds, 0 };
	const sigset_t        ends = end_of_child();
	pid_t                 ended;

	while ((ended = waitpid(-group, status, WNOHANG)) == 0)
		if (sigtimedwait(&ends, NULL, &most) < 0 && errno == EAGAIN)
			return 0;
	return ended;
}

/* Waits for PID and all that it started.  Returns what is wrong. */
static const char *
wait_for_all(const struct trials *t, pid_t pid, int *status)
{
	const char *left = NULL;
	int         other;
	pid_t       ended = wait_for(pid, status, t->seconds);

	while (ended > 0 && ended != pid)	/* a child of it came first */
		ended = wait_for(pid, status, t->seconds);
	if (ended == 0)
		left = "hung";
	while (left == NULL && (ended = wait_for(pid, &other, 5)) >= 0)
		if (ended == 0)
			left = "processes left";
	if (left != NULL) {
		kill(-pid, SIGKILL);
		while (waitpid(-pid, &other, 0) > 0)
			continue;
	}
	return left;
}

/* Removes what lies in the folder for temporary files.  Whether anything did. */
static bool
clear_temporary(const struct trials *t)
{
	const char    *path = path_of(t, "tmp");
	DIR           *folder = opendir(path);
	struct dirent *entry;
	bool           any = false;
	char           command[PATH_BYTES + 16];

	if (folder == NULL)
		fail(path);
	while ((entry = readdir(folder)) != NULL)
		any |= entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
	closedir(folder);
	snprintf(command, sizeof(command), "rm -rf '%s'/*", path);
	if (any && system(command) != 0)
		fail(path);
	return any;
}

/* Runs the command; what fails stands in the plan. */
static void
run(const struct trials *t, struct outcome *outcome)
{
	pid_t pid;

	memset(t->plan->calls, 0, sizeof(t->plan->calls));
	t->plan->by_place = t->each > 0;
	t->plan->hits = 0;
	memset(t->plan->program, 0, sizeof(t->plan->program));
	*outcome = (struct outcome){ .left = NULL };
	pid = fork();
	if (pid == 0)
		become(t);
	if (pid < 0)
		fail("fork");
	setpgid(pid, pid);
	outcome->left = wait_for_all(t, pid, &outcome->status);
	if (clear_temporary(t) && outcome->left == NULL)
		outcome->left = "temporary files left";
	outcome->out = read_text(path_of(t, "out"));
	outcome->err = read_text(path_of(t, "err"));
}

static void
forget(struct outcome *outcome)
{
	free(outcome->out.p);
	free(outcome->err.p);
}

struct account {
	unsigned long points, same, said, faults, unreached;
};

static void
show(const struct trials *t, const struct way *way, unsigned long n,
    const struct outcome *got, const char *fault)
{
	const char *program = t->plan->program;
	char        at[24] = "";

	if (t->plan->place != 0)
		snprintf(at, sizeof(at), " @%016lx", t->plan->place);
	printf("# -k %s -a %lu%s %s in %s: %s (status 0x%x) %.*s\n",
	    kind_names[way->kind], n, at, way->name, program, fault,
	    (unsigned)got->status, (int)strcspn(got->err.p, "\n"), got->err.p);
	if (got->out.n > 0 && strncmp(got->out.p, "wrong: ", 7) == 0)
		printf("# %s", got->out.p);
}

/* Whether something can be said of it: not where it is the saying that fails.  The
 * programs of others close their standard error, or try whether that could be closed,
 * and have nowhere to tell of it. */
static bool
is_heard(const struct trials *t, enum fault_kind kind)
{
	return kind != FAULT_MESSAGE &&
	    !(t->lenient && (kind == FAULT_CLOSE || kind == FAULT_DUPLICATE));
}

/* One call fails, the Nth, and those behind it if that is the WAY. */
static void
try_point(struct trials *t, const struct way *way, unsigned long n,
    struct account *account)
{
	struct outcome got;
	const char    *fault;
	bool           same;

	t->plan->kind = way->kind;
	t->plan->error = way->error;
	t->plan->first = n;
	t->plan->last = way->on ? (unsigned long)-1 : n;
	run(t, &got);
	same = outcome_is_same(&got, &t->clean);
	fault = outcome_fault(&got, &t->clean, t->gaps, is_heard(t, way->kind),
	    t->lenient);
	if (fault == NULL && way->harmless && !t->lenient && !same)
		fault = "not harmless";
	account->points++;
	account->unreached += t->plan->hits == 0;
	account->same += fault == NULL && same;
	account->said += fault == NULL && !same;
	account->faults += fault != NULL;
	if (t->tells || (fault != NULL && account->faults <= FAULTS_SHOWN))
		show(t, way, n, &got, fault != NULL ? fault : same ? "same" : "said");
	forget(&got);
}

/* The points of one way: all of CALLS, or some. */
static void
try_way(struct trials *t, const struct way *way, unsigned long calls,
    struct account *account)
{
	unsigned long points = t->most > 0 && t->most < calls ? t->most : calls;

	for (unsigned long i = 0; i < points; i++) {
		unsigned long from = i * calls / points;
		unsigned long to = (i + 1) * calls / points;
		unsigned long n = from + 1 + (unsigned long)random() %
		    (to - from);

		if (t->only == 0 || t->only == n)
			try_point(t, way, n, account);
	}
}

/* The first call of a place, and others of it by lot. */
static void
try_place(struct trials *t, const struct way *way, const struct place *place,
    struct account *account)
{
	t->plan->place = place->key;
	for (unsigned long i = 0; i < t->each && i < place->calls; i++)
		try_point(t, way, i == 0 ? 1 :
		    2 + (unsigned long)random() % (place->calls - 1), account);
}

static bool
is_wanted(const struct trials *t, const struct place *place, const struct way *way)
{
	return place->kind == (int)way->kind &&
	    (t->only_place == 0 || place->key == t->only_place) &&
	    (t->program == NULL || strcmp(place->program, t->program) == 0);
}

/* The points of one way at the places of its kind: all, or some. */
static void
try_places(struct trials *t, const struct way *way, struct account *account)
{
	size_t left = 0, wanted;

	for (size_t i = 0; i < t->places_n; i++)
		left += is_wanted(t, &t->places[i], way);
	wanted = t->most > 0 && t->most < left ? t->most : left;
	for (size_t i = 0; i < t->places_n; i++) {
		if (!is_wanted(t, &t->places[i], way))
			continue;
		if ((unsigned long)random() % left-- < wanted) {
			try_place(t, way, &t->places[i], account);
			wanted--;
		}
	}
}

static void
try_kind(struct trials *t, enum fault_kind kind, unsigned long calls)
{
	struct account account = { 0 };

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		if (ways[i].kind != kind)
			continue;
		if (t->each > 0)
			try_places(t, &ways[i], &account);
		else
			try_way(t, &ways[i], calls, &account);
	}
	if (account.points > 0)
		printf("%-12s %-9s %7lu %7lu %7lu %7lu %7lu\n", t->name,
		    kind_names[kind], calls, account.points, account.same,
		    account.said, account.faults);
	if (t->each > 0 && account.unreached > 0)
		printf("%-12s %-9s %lu of them were not come to\n", t->name,
		    kind_names[kind], account.unreached);
	fflush(stdout);
	t->faults += account.faults;
}

static void
add_place(struct trials *t, const struct fault_place *from)
{
	struct place *place = &t->places[t->places_n++];

	*place = (struct place){ .key = from->key, .calls = from->calls,
	    .kind = from->kind };
	memcpy(place->program, from->program, sizeof(place->program) - 1);
}

/* Keeps the places of the run that was. */
static void
keep_places(struct trials *t)
{
	if (t->plan->unplaced > 0)
		fprintf(stderr, "%s: no room for the places of %lu calls\n", t->name,
		    (unsigned long)t->plan->unplaced);
	if ((t->places = calloc(FAULT_PLACES, sizeof(*t->places))) == NULL)
		fail("places");
	for (size_t i = 0; i < FAULT_PLACES; i++) {
		struct fault_place *place = &t->plan->places[i];

		if (place->key != 0)
			add_place(t, place);
	}
}

/* The run without a fault; how often it calls what. */
static void
run_clean(struct trials *t, unsigned long calls[FAULT_KINDS_N])
{
	t->plan->kind = FAULT_KINDS_N;
	run(t, &t->clean);
	for (int i = 0; i < FAULT_KINDS_N; i++)
		calls[i] = t->plan->calls[i];
	keep_places(t);
	if (calls[FAULT_MALLOC] == 0)
		exit(77);
	if (t->clean.left != NULL || !WIFEXITED(t->clean.status)) {
		fprintf(stderr, "%s: without a fault: %s\n", t->name,
		    t->clean.left != NULL ? t->clean.left : "killed");
		exit(125);
	}
}

static void
prepare(struct trials *t, const char *self)
{
	const sigset_t ends = end_of_child();
	const char    *slash = strrchr(self, '/');
	int            fd;

	snprintf(t->shim, sizeof(t->shim), "%.*s/shim.so",
	    slash != NULL ? (int)(slash - self) : 1, slash != NULL ? self : ".");
	if (t->shim[0] != '/') {
		char *whole = realpath(t->shim, NULL);

		if (whole == NULL)
			fail(t->shim);
		snprintf(t->shim, sizeof(t->shim), "%s", whole);
		free(whole);
	}
	snprintf(t->folder, sizeof(t->folder), "/tmp/faults.XXXXXX");
	if (mkdtemp(t->folder) == NULL ||
	    mkdir(path_of(t, "tmp"), 0700) != 0)
		fail(t->folder);
	fd = open_or_fail(path_of(t, "plan"), O_RDWR | O_CREAT);
	if (ftruncate(fd, sizeof(*t->plan)) != 0 ||
	    (t->plan = mmap(NULL, sizeof(*t->plan), PROT_READ | PROT_WRITE,
	    MAP_SHARED, fd, 0)) == MAP_FAILED)
		fail("plan");
	close(fd);
	sigprocmask(SIG_BLOCK, &ends, NULL);
	/* What outlives its parent is ours to wait for. */
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

static void
clear(const struct trials *t)
{
	char command[sizeof(t->folder) + 16];

	snprintf(command, sizeof(command), "rm -rf '%s'", t->folder);
	if (system(command) != 0)
		fail(t->folder);
}

/* A number of a call, or a place as a fault is shown with it. */
static void
read_only(struct trials *t, const char *word)
{
	if (word[0] == '@')
		t->only_place = strtoul(word + 1, NULL, 16);
	else
		t->only = strtoul(word, NULL, 10);
}

static void
read_options(struct trials *t, int argc, char *argv[])
{
	int letter;

	while ((letter = getopt(argc, argv, "+c:gi:k:a:ln:o:p:s:t:vw")) != -1)
		switch (letter) {
		case 'c': t->name = optarg; break;
		case 'g': t->gaps = true; break;
		case 'i': t->input = optarg; break;
		case 'k': t->kind = optarg; break;
		case 'a': read_only(t, optarg); break;
		case 'l': t->lenient = true; break;
		case 'w': t->wrapped = true; break;
		case 'n': t->most = strtoul(optarg, NULL, 10); break;
		case 'o': t->program = optarg; break;
		case 'p': t->each = strtoul(optarg, NULL, 10); break;
		case 's': srandom((unsigned)atoi(optarg)); break;
		case 't': t->seconds = (unsigned)atoi(optarg); break;
		case 'v': t->tells = true; break;
		default: exit(125);
		}
	if (optind == argc) {
		fputs("usage: try [OPTION ...] COMMAND [ARGUMENT ...]\n", stderr);
		exit(125);
	}
	t->command = argv + optind;
}

int
main(int argc, char *argv[])
{
	struct trials trials = { .name = "", .input = "/dev/null", .seconds = 20 };
	unsigned long calls[FAULT_KINDS_N];

	read_options(&trials, argc, argv);
	prepare(&trials, argv[0]);
	run_clean(&trials, calls);
	for (int kind = 0; kind < FAULT_KINDS_N; kind++)
		if (trials.kind == NULL ||
		    strcmp(trials.kind, kind_names[kind]) == 0)
			try_kind(&trials, (enum fault_kind)kind, calls[kind]);
	forget(&trials.clean);
	free(trials.places);
	clear(&trials);
	return trials.faults > 0;
}
