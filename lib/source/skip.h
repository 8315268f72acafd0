/* Files and folders that a walk passes over, whatever path leads to them. */
#ifndef SOURCE_SKIP_H
#define SOURCE_SKIP_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

struct skips {			/* zero: none */
	struct file_id *list;
	size_t          n, capacity;
};

/* Adds what PATH names, a link itself; nothing where there is nothing. */
void skips_add(struct skips *skips, const char *path);

bool skips_have(const struct skips *skips, const struct stat *status);

void skips_free(struct skips *skips);

#endif
