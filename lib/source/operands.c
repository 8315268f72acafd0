#include "operands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

enum { READ_BYTES = 1 << 16 };

void
operands_add(struct operands *operands, char *path)
{
	*MEMORY_APPEND(operands->path, operands->n, operands->room) = path;
}

/* Reads all of FILE into TEXT.  Returns 0 or errno. */
static int
read_all(const char *file, struct buffer *text)
{
	int     fd = open(file, O_RDONLY | O_CLOEXEC), error;
	ssize_t n = -1;

	if (fd < 0)
		return errno;
	while ((n = read(fd, buffer_room(text, READ_BYTES), READ_BYTES)) > 0)
		text->n += (size_t)n;
	error = n < 0 ? errno : 0;
	close(fd);
	return error;
}

const char *
operands_add_listed(struct operands *operands, const char *file)
{
	struct buffer *text = &operands->text;
	int            error = read_all(file, text);

	if (error != 0)
		return strerror(error);
	if (text->n > 0 && text->p[text->n - 1] != '\0')
		return "its last name is not ended by NUL";
	for (size_t i = 0; i < text->n; i += strlen(text->p + i) + 1) {
		if (text->p[i] == '\0')
			return "names nothing, between two NUL";
		operands_add(operands, text->p + i);
	}
	return NULL;
}

void
operands_free(struct operands *operands)
{
	free(operands->path);
	buffer_free(&operands->text);
}
