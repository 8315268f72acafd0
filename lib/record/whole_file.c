#define _XOPEN_SOURCE 700	/* realpath */
#include "whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/nameless_file.h"

enum { COPY_BYTES = 64 * 1024 };

/* Gives the file FD the rights of the one at PATH, or those of a new one. */
static void
take_rights(int fd, const char *path)
{
	struct stat there;
	mode_t      mask = umask(0);

	umask(mask);
	fchmod(fd, stat(path, &there) == 0 ? there.st_mode & 07777 :
	    0666 & ~mask);
}

char *
temporary_beside(const char *path, int *fd)
{
	struct buffer name = { NULL, 0, 0 };

	buffer_string(&name, path);
	buffer_add(&name, (struct slice){ ".XXXXXX", sizeof(".XXXXXX") });
	*fd = mkstemp(name.p);
	if (*fd >= 0) {
		take_rights(*fd, path);
		return name.p;
	}
	warn_at(path, "%s", strerror(errno));
	buffer_free(&name);
	return NULL;
}

/* Where what is named PATH lies, links followed, if it is a file or nothing yet:
 * to be freed.  Else NULL. */
static char *
place_of(const char *path)
{
	struct stat there;

	if (stat(path, &there) == 0)
		return S_ISREG(there.st_mode) ? realpath(path, NULL) : NULL;
	return errno == ENOENT ? strdup(path) : NULL;
}

bool
whole_file_open(struct whole_file *file, const char *path)
{
	int fd;

	*file = (struct whole_file){ .path = path };
	if (path != NULL)
		file->place = place_of(path);
	if (file->place != NULL)
		file->temporary = temporary_beside(file->place, &fd);
	else
		fd = nameless_open();
	if (fd < 0) {
		status_cut_short();
		free(file->place);
	} else
		writer_open(&file->writer, fd);
	return fd >= 0;
}

static void
forget(struct whole_file *file)
{
	writer_close(&file->writer);
	free(file->temporary);
	free(file->place);
}

void
whole_file_drop(struct whole_file *file)
{
	if (file->temporary != NULL)
		unlink(file->temporary);
	forget(file);
}

/* Appends all of the file FD, a part at a time, to OUT.  False and errno when
 * that fails. */
static bool
copy(struct writer *out, int fd)
{
	off_t end = lseek(fd, 0, SEEK_END);

	for (off_t from = 0; from < end; from += COPY_BYTES) {
		if (!writer_add_part(out, fd, from, end - from < COPY_BYTES ?
		    end - from : COPY_BYTES))
			return false;
		writer_commit(out);
	}
	return end >= 0;
}

/* Copies all of FILE to standard output.  What is there of it when that fails is
 * taken back from a file that nobody appends to; a failed write cli_finish tells. */
static bool
copy_to_stdout(struct whole_file *file)
{
	off_t begin = lseek(STDOUT_FILENO, 0, SEEK_CUR);
	bool  is_read = copy(&writer_stdout, file->writer.fd);
	int   error = errno;

	if (is_read)
		writer_flush(&writer_stdout);
	if (is_read && writer_stdout.error == 0)
		return true;
	writer_stdout.used = writer_stdout.whole = 0;
	if (begin >= 0 && (fcntl(STDOUT_FILENO, F_GETFL) & O_APPEND) == 0 &&
	    ftruncate(STDOUT_FILENO, begin) == 0)
		lseek(STDOUT_FILENO, begin, SEEK_SET);
	errno = error;
	return is_read;
}

/* Copies all of FILE to where it has no place of its own. */
static bool
copy_out(struct whole_file *file)
{
	struct writer out;
	int           read_error, error, fd;

	if (file->path == NULL)
		return copy_to_stdout(file);
	fd = open(file->path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	writer_open(&out, fd);
	read_error = copy(&out, file->writer.fd) ? 0 : errno;
	error = writer_close(&out);
	errno = error != 0 ? error : read_error;
	return errno == 0;
}

void
folder_sync(const char *path)
{
	char *copy = strdup(path);
	char *slash = copy != NULL ? strrchr(copy, '/') : NULL;
	int   fd;

	if (slash != NULL)
		slash[slash == copy] = '\0';
	fd = open(slash != NULL ? copy : ".", O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(copy);
}

/* Puts what has been written to the disk and then in its place. */
static bool
put_in_place(struct whole_file *file)
{
	if (fsync(file->writer.fd) != 0 ||
	    rename(file->temporary, file->place) != 0)
		return false;
	folder_sync(file->place);
	return true;
}

bool
whole_file_keep(struct whole_file *file)
{
	bool kept;

	writer_flush(&file->writer);
	errno = file->writer.error;
	kept = errno == 0 && (file->temporary != NULL ? put_in_place(file) :
	    copy_out(file));
	if (kept)
		forget(file);
	else {
		warn_at(file->path != NULL ? file->path : "standard output",
		    "%s", strerror(errno));
		status_cut_short();
		whole_file_drop(file);
	}
	return kept;
}
