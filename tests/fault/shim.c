/* To be loaded before a program (LD_PRELOAD): counts its calls by kind and has those
 * fail that the plan names, see plan.h.  What the C library calls itself cannot be
 * seen, so stdio's own functions stand in for the reads and writes below them. */
#define _GNU_SOURCE
#include "place.h"
#include "plan.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct fault_plan *plan;

/* Counts a call of KIND.  Whether it is to fail; then errno is set, but where it is
 * to be short. */
static bool
fails(enum fault_kind kind)
{
	unsigned long n;

	if (plan == NULL || (plan->by_place && !place_counts(plan, kind)))
		return false;
	n = atomic_fetch_add(&plan->calls[kind], 1) + 1;
	if ((int)kind != plan->kind || n < plan->first || n > plan->last)
		return false;
	atomic_fetch_add(&plan->hits, 1);
	strncpy(plan->program, program_invocation_short_name,
	    sizeof(plan->program) - 1);
	if (plan->error != FAULT_SHORT)
		errno = plan->error;
	return true;
}

static enum fault_kind
write_kind(int fd)
{
	return fd == STDERR_FILENO ? FAULT_MESSAGE : FAULT_WRITE;
}

/* The function that this one stands before. */
#define REAL(name) ((__typeof__(&name))real(#name))

static void *
real(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

/* RESULT NAME(PARAMETERS): the real one with ARGUMENTS, unless a call of KIND is to
 * fail: then FAILURE.  Which function is the real one is looked up once. */
#define WRAP(kind, result, name, parameters, arguments, failure)              \
	result name parameters                                                \
	{                                                                     \
		static __typeof__(&name) next;                                \
                                                                              \
		if (fails(kind))                                              \
			return failure;                                       \
		if (next == NULL)                                             \
			next = REAL(name);                                    \
		return next arguments;                                        \
	}

/* The same for what takes SIZE bytes: it may also be short. */
#define WRAP_BYTES(kind, result, name, parameters, arguments, size)           \
	result name parameters                                                \
	{                                                                     \
		static __typeof__(&name) next;                                \
                                                                              \
		if (fails(kind)) {                                            \
			if (plan->error != FAULT_SHORT)                       \
				return -1;                                    \
			size = size > 0;                                      \
		}                                                             \
		if (next == NULL)                                             \
			next = REAL(name);                                    \
		return next arguments;                                        \
	}

/* Memory.  Programs may have a malloc() of their own that calls the C library's by
 * these names; each is looked up when first called, which wants no memory. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

WRAP(FAULT_MALLOC, void *, __libc_malloc, (size_t n), (n), NULL)
WRAP(FAULT_CALLOC, void *, __libc_calloc, (size_t n, size_t size), (n, size),
    NULL)
WRAP(FAULT_REALLOC, void *, __libc_realloc, (void *old, size_t n), (old, n),
    NULL)

WRAP(FAULT_MALLOC, void *, __libc_memalign, (size_t alignment, size_t n),
    (alignment, n), NULL)

void *
malloc(size_t n)
{
	return __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return __libc_calloc(n, size);
}

void *
realloc(void *old, size_t n)
{
	return __libc_realloc(old, n);
}

void *
aligned_alloc(size_t alignment, size_t n)
{
	return __libc_memalign(alignment, n);
}

int
posix_memalign(void **memory, size_t alignment, size_t n)
{
	*memory = __libc_memalign(alignment, n);
	return *memory != NULL ? 0 : ENOMEM;
}

WRAP(FAULT_MMAP, void *, mmap, (void *at, size_t n, int protection, int flags,
    int fd, off_t from), (at, n, protection, flags, fd, from), MAP_FAILED)
WRAP(FAULT_MMAP, void *, mmap64, (void *at, size_t n, int protection, int flags,
    int fd, off64_t from), (at, n, protection, flags, fd, from), MAP_FAILED)

/* Opening.  The mode is there or not; a word more does no harm. */
#define MODE(last)                                                            \
	va_list more;                                                         \
	mode_t  mode;                                                         \
                                                                              \
	va_start(more, last);                                                 \
	mode = va_arg(more, mode_t);                                          \
	va_end(more)

int
open(const char *path, int flags, ...)
{
	MODE(flags);
	return fails(FAULT_OPEN) ? -1 : REAL(open)(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	MODE(flags);
	return fails(FAULT_OPEN) ? -1 : REAL(open64)(path, flags, mode);
}

int
openat(int directory, const char *path, int flags, ...)
{
	MODE(flags);
	return fails(FAULT_OPEN) ? -1 :
	    REAL(openat)(directory, path, flags, mode);
}

int
openat64(int directory, const char *path, int flags, ...)
{
	MODE(flags);
	return fails(FAULT_OPEN) ? -1 :
	    REAL(openat64)(directory, path, flags, mode);
}

WRAP(FAULT_OPEN, int, creat, (const char *path, mode_t mode), (path, mode), -1)
WRAP(FAULT_OPEN, int, memfd_create, (const char *name, unsigned flags),
    (name, flags), -1)
WRAP(FAULT_OPEN, int, mkstemp, (char *path), (path), -1)
WRAP(FAULT_OPEN, int, mkostemp, (char *path, int flags), (path, flags), -1)
WRAP(FAULT_OPEN, int, mkostemp64, (char *path, int flags), (path, flags), -1)
WRAP(FAULT_OPEN, FILE *, fopen, (const char *path, const char *mode),
    (path, mode), NULL)
WRAP(FAULT_OPEN, FILE *, fopen64, (const char *path, const char *mode),
    (path, mode), NULL)
WRAP(FAULT_OPEN, FILE *, fdopen, (int fd, const char *mode), (fd, mode), NULL)
WRAP(FAULT_OPEN, DIR *, opendir, (const char *path), (path), NULL)
WRAP(FAULT_OPEN, DIR *, fdopendir, (int fd), (fd), NULL)

/* Reading and writing. */
/* What a shell reads first of a script has been read by execve(2) just before. */
static bool
is_script(int fd)
{
	char head[2];

	return strcmp(program_invocation_short_name, "sh") == 0 &&
	    REAL(lseek)(fd, 0, SEEK_CUR) == 0 &&
	    REAL(pread)(fd, head, 2, 0) == 2 && head[0] == '#' && head[1] == '!';
}

ssize_t
read(int fd, void *to, size_t n)
{
	if (fails(FAULT_READ) && !is_script(fd)) {
		if (plan->error != FAULT_SHORT) {
			errno = plan->error;
			return -1;
		}
		n = n > 0;
	}
	return REAL(read)(fd, to, n);
}
WRAP_BYTES(FAULT_READ, ssize_t, pread, (int fd, void *to, size_t n, off_t from),
    (fd, to, n, from), n)
WRAP_BYTES(FAULT_READ, ssize_t, pread64,
    (int fd, void *to, size_t n, off_t from), (fd, to, n, from), n)
WRAP_BYTES(FAULT_READ, ssize_t, recv, (int fd, void *to, size_t n, int flags),
    (fd, to, n, flags), n)
/* A message comes whole or not at all. */
#define WRAP_MESSAGE(kind, name, parameters, arguments)                       \
	ssize_t name parameters                                               \
	{                                                                     \
		if (fails(kind) && plan->error != FAULT_SHORT)                \
			return -1;                                            \
		return REAL(name) arguments;                                  \
	}

WRAP_MESSAGE(FAULT_READ, recvmsg, (int fd, struct msghdr *message, int flags),
    (fd, message, flags))
WRAP_BYTES(write_kind(fd), ssize_t, write, (int fd, const void *from, size_t n),
    (fd, from, n), n)
WRAP_BYTES(write_kind(fd), ssize_t, pwrite,
    (int fd, const void *from, size_t n, off_t to), (fd, from, n, to), n)
WRAP_BYTES(FAULT_WRITE, ssize_t, send,
    (int fd, const void *from, size_t n, int flags), (fd, from, n, flags), n)
WRAP_MESSAGE(FAULT_WRITE, sendmsg,
    (int fd, const struct msghdr *message, int flags), (fd, message, flags))
WRAP_BYTES(FAULT_WRITE, ssize_t, copy_file_range,
    (int from, off_t *from_at, int to, off_t *to_at, size_t n, unsigned flags),
    (from, from_at, to, to_at, n, flags), n)

/* stdio.  A stream that failed remembers it (glibc's _IO_ERR_SEEN).  A short count is
 * nothing that its callers ever see. */
static bool
stream_fails(enum fault_kind kind, FILE *stream)
{
	enum { ERROR_SEEN = 0x20 };

	if (!fails(kind) || plan->error == FAULT_SHORT || plan->error == EINTR)
		return false;
	if (stream != NULL)
		stream->_flags |= ERROR_SEEN;
	return true;
}

#define WRAP_STREAM(kind, result, name, parameters, arguments, stream,        \
    failure)                                                                  \
	result name parameters                                                \
	{                                                                     \
		static __typeof__(&name) next;                                \
                                                                              \
		if (stream_fails(kind, stream))                               \
			return failure;                                       \
		if (next == NULL)                                             \
			next = REAL(name);                                    \
		return next arguments;                                        \
	}

static enum fault_kind
stream_kind(FILE *stream)
{
	return stream == stderr ? FAULT_MESSAGE : FAULT_WRITE;
}

/* Macros, when optimizing. */
#undef fread_unlocked
#undef fwrite_unlocked

WRAP_STREAM(FAULT_READ, size_t, fread,
    (void *to, size_t size, size_t n, FILE *from), (to, size, n, from), from, 0)
WRAP_STREAM(FAULT_READ, size_t, fread_unlocked,
    (void *to, size_t size, size_t n, FILE *from), (to, size, n, from), from, 0)
WRAP_STREAM(FAULT_READ, ssize_t, getline,
    (char **line, size_t *room, FILE *from), (line, room, from), from, -1)
WRAP_STREAM(FAULT_READ, ssize_t, getdelim,
    (char **line, size_t *room, int end, FILE *from), (line, room, end, from),
    from, -1)
WRAP_STREAM(FAULT_READ, char *, fgets, (char *to, int n, FILE *from),
    (to, n, from), from, NULL)
WRAP_STREAM(stream_kind(to), size_t, fwrite,
    (const void *from, size_t size, size_t n, FILE *to), (from, size, n, to),
    to, 0)
WRAP_STREAM(stream_kind(to), size_t, fwrite_unlocked,
    (const void *from, size_t size, size_t n, FILE *to), (from, size, n, to),
    to, 0)
WRAP_STREAM(stream_kind(to), int, fputs, (const char *from, FILE *to),
    (from, to), to, EOF)
WRAP_STREAM(stream_kind(to), int, fputs_unlocked, (const char *from, FILE *to),
    (from, to), to, EOF)
WRAP_STREAM(to == stderr ? FAULT_MESSAGE : FAULT_WRITE, int, fflush, (FILE *to),
    (to), to, EOF)
WRAP_STREAM(stream_kind(to), int, fflush_unlocked, (FILE *to), (to), to, EOF)

/* Closing: it is closed all the same, as Linux does. */
int
close(int fd)
{
	bool failed = fails(FAULT_CLOSE);
	int  error = errno;
	int  status = REAL(close)(fd);

	if (!failed)
		return status;
	errno = error;
	return -1;
}

int
fclose(FILE *stream)
{
	bool failed = fails(FAULT_CLOSE);
	int  error = errno;
	int  status = REAL(fclose)(stream);

	if (!failed)
		return status;
	errno = error;
	return EOF;
}

/* What is told of files, and the rest. */
WRAP(FAULT_STAT, int, stat, (const char *path, struct stat *to), (path, to), -1)
WRAP(FAULT_STAT, int, lstat, (const char *path, struct stat *to), (path, to), -1)
WRAP(FAULT_STAT, int, fstat, (int fd, struct stat *to), (fd, to), -1)
WRAP(FAULT_STAT, int, fstatat,
    (int directory, const char *path, struct stat *to, int flags),
    (directory, path, to, flags), -1)
WRAP(FAULT_STAT, int, stat64, (const char *path, struct stat64 *to), (path, to),
    -1)
WRAP(FAULT_STAT, int, lstat64, (const char *path, struct stat64 *to),
    (path, to), -1)
WRAP(FAULT_STAT, int, fstat64, (int fd, struct stat64 *to), (fd, to), -1)
WRAP(FAULT_STAT, int, fstatat64,
    (int directory, const char *path, struct stat64 *to, int flags),
    (directory, path, to, flags), -1)
WRAP(FAULT_SEEK, off_t, lseek, (int fd, off_t to, int whence),
    (fd, to, whence), -1)
WRAP(FAULT_SEEK, off64_t, lseek64, (int fd, off64_t to, int whence),
    (fd, to, whence), -1)
WRAP(FAULT_LIST, struct dirent *, readdir, (DIR *directory), (directory), NULL)
WRAP(FAULT_RENAME, int, rename, (const char *from, const char *to), (from, to),
    -1)
WRAP(FAULT_LIST, struct dirent64 *, readdir64, (DIR *directory), (directory),
    NULL)
WRAP(FAULT_RENAME, int, renameat,
    (int from, const char *old, int to, const char *new), (from, old, to, new),
    -1)
WRAP(FAULT_RENAME, int, renameat2,
    (int from, const char *old, int to, const char *new, unsigned flags),
    (from, old, to, new, flags), -1)
WRAP(FAULT_RENAME, int, symlink, (const char *to, const char *path), (to, path),
    -1)
WRAP(FAULT_RENAME, int, symlinkat, (const char *to, int directory,
    const char *path), (to, directory, path), -1)
WRAP(FAULT_RENAME, int, link, (const char *from, const char *to), (from, to), -1)
WRAP(FAULT_REMOVE, int, unlink, (const char *path), (path), -1)
WRAP(FAULT_REMOVE, int, unlinkat, (int directory, const char *path, int flags),
    (directory, path, flags), -1)
WRAP(FAULT_REMOVE, int, rmdir, (const char *path), (path), -1)
WRAP(FAULT_MAKE, int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
WRAP(FAULT_MAKE, int, mkdirat, (int directory, const char *path, mode_t mode),
    (directory, path, mode), -1)
WRAP(FAULT_MAKE, char *, mkdtemp, (char *path), (path), NULL)
WRAP(FAULT_SYNC, int, fsync, (int fd), (fd), -1)
WRAP(FAULT_SYNC, int, fdatasync, (int fd), (fd), -1)
WRAP(FAULT_SYNC, int, syncfs, (int fd), (fd), -1)
WRAP(FAULT_RESIZE, int, ftruncate, (int fd, off_t n), (fd, n), -1)
WRAP(FAULT_RESIZE, int, ftruncate64, (int fd, off64_t n), (fd, n), -1)
/* dup2() wants nothing of the kernel where its place is below the 64 that a process
 * begins with: it cannot fail, and no shell asks whether it did. */
WRAP(FAULT_DUPLICATE, int, dup, (int fd), (fd), -1)
WRAP(FAULT_PIPE, int, pipe, (int ends[2]), (ends), -1)
WRAP(FAULT_PIPE, int, pipe2, (int ends[2], int flags), (ends, flags), -1)
WRAP(FAULT_PIPE, int, socketpair, (int domain, int type, int protocol,
    int ends[2]), (domain, type, protocol, ends), -1)
WRAP(FAULT_FORK, pid_t, fork, (void), (), -1)
WRAP(FAULT_EXECUTE, int, execvp, (const char *path, char *const argument[]),
    (path, argument), -1)
WRAP(FAULT_EXECUTE, int, execv, (const char *path, char *const argument[]),
    (path, argument), -1)
WRAP(FAULT_EXECUTE, int, execve, (const char *path, char *const argument[],
    char *const environment[]), (path, argument, environment), -1)
WRAP(FAULT_WAIT, pid_t, waitpid, (pid_t pid, int *status, int options),
    (pid, status, options), -1)
WRAP(FAULT_WAIT, pid_t, wait3, (int *status, int options, struct rusage *usage),
    (status, options, usage), -1)
WRAP(FAULT_LOCK, int, flock, (int fd, int operation), (fd, operation), -1)
WRAP(FAULT_POLL, int, poll, (struct pollfd *fds, nfds_t n, int timeout),
    (fds, n, timeout), -1)

int
fcntl(int fd, int command, ...)
{
	va_list more;
	void   *argument;

	va_start(more, command);
	argument = va_arg(more, void *);
	va_end(more);
	if ((command == F_DUPFD || command == F_DUPFD_CLOEXEC) &&
	    fails(FAULT_DUPLICATE))
		return -1;
	return REAL(fcntl)(fd, command, argument);
}

__attribute__((constructor)) static void
begin(int argc, char *argv[])
{
	const char *path = getenv("FAULT_PLAN");
	int         fd = path == NULL ? -1 : REAL(open)(path, O_RDWR | O_CLOEXEC);
	void       *shared;

	if (fd < 0)
		return;
	shared = REAL(mmap)(NULL, sizeof(*plan), PROT_READ | PROT_WRITE,
	    MAP_SHARED, fd, 0);
	REAL(close)(fd);
	if (shared == MAP_FAILED)
		return;
	place_begin(argc, argv);
	plan = shared;
}
