#include "skip.h"

#include <stdlib.h>

#include "base/memory.h"

struct file_id {
	dev_t device;
	ino_t inode;
};

void
skips_add(struct skips *skips, const char *path)
{
	struct stat status;

	if (lstat(path, &status) != 0)
		return;
	*MEMORY_APPEND(skips->list, skips->n, skips->capacity) =
	    (struct file_id){ status.st_dev, status.st_ino };
}

bool
skips_have(const struct skips *skips, const struct stat *status)
{
	for (size_t i = 0; i < skips->n; i++)
		if (skips->list[i].device == status->st_dev &&
		    skips->list[i].inode == status->st_ino)
			return true;
	return false;
}

void
skips_free(struct skips *skips)
{
	free(skips->list);
}
