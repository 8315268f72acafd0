#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/digits.h"
#include "base/spool.h"

/* A number from 1 to MOST, else 0. */
static unsigned long long
number(const char *text, unsigned long long most)
{
	unsigned long long n;

	return digits_read(slice_of(text), most, &n) ? n : 0;
}

const char *
program_set(struct program *program, int letter, const char *value)
{
	struct child_limits *child = &program->worker.child;

	switch (letter) {
	case 'n':
		program->name = value;
		break;
	case PROGRAM_OPTION_SECONDS:
		program->timed = true;
		child->seconds = number(value, 24 * 60 * 60);
		return child->seconds > 0 ? NULL : "not a number of seconds";
	case PROGRAM_OPTION_MEMORY:
		child->memory = number(value, 1 << 20) << 20;
		return child->memory > 0 ? NULL : "not a number of MiB";
	case PROGRAM_OPTION_NO_SANDBOX:
		program->worker.readables = -1;
		break;
	case PROGRAM_OPTION_WORKER:
		program->serves = true;
		break;
	}
	return NULL;
}

static void
read_open(const struct worker *worker, int fd, const char *name)
{
	struct stat          status;
	struct file_stream   file;
	struct lookahead     bytes;
	struct child_outcome outcome;
	struct member        member = { .name = slice_of(name),
		       .bytes = &bytes };
	int                  records;

	if (fstat(fd, &status) != 0) {
		warn_at(name, "%s", strerror(errno));
		return;
	}
	records = spool_open();
	if (S_ISREG(status.st_mode)) {
		member.dated = true;
		member.mtime = status.st_mtime;
	}
	file_stream_open(&file, fd);
	lookahead_open(&bytes, &file.stream);
	worker_read(worker, &member, fd, records, &outcome);
	if (outcome.late != NULL)
		warn_at(name, "%s", outcome.late);
	if (outcome.reason != NULL)
		warn_at(name, "%s", outcome.reason);
	else if (!writer_add_file(&writer_stdout, records))
		warn_at(name, "%s", strerror(errno));
	writer_commit(&writer_stdout);
	child_outcome_free(&outcome);
	lookahead_close(&bytes);
	file_stream_close(&file);
	close(records);
}

static void
read_path(const struct program *program, const char *path)
{
	bool        standard_input = slice_is(slice_of(path), "-");
	const char *name = program->name != NULL ? program->name : path;
	int         fd = standard_input ? STDIN_FILENO : open(path, O_RDONLY);

	if (fd < 0) {
		warn_at(path, "%s", strerror(errno));
		return;
	}
	read_open(&program->worker, fd, name);
	if (!standard_input)
		close(fd);
}

void
program_read(const struct program *program, char *const path[], int n)
{
	if (n == 0)
		read_path(program, "-");
	for (int i = 0; i < n; i++)
		read_path(program, path[i]);
}
