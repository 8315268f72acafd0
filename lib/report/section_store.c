#include "section_store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diagnostics.h"
#include "base/nameless_file.h"
#include "base/spool.h"

_Noreturn static void
give_up(void)
{
	warn_at("sections", "%s", strerror(errno));
	exit(CLI_TROUBLE);
}

struct kept_section
section_keep(struct section_store *store, struct slice text)
{
	struct kept_section section = { store->end, text.n };

	if (store->fd == 0) {
		store->fd = nameless_open();
		if (store->fd < 0)
			exit(CLI_TROUBLE);
	}
	if (!spool_write(store->fd, text))
		give_up();
	store->end += (off_t)text.n;
	return section;
}

void
section_add(const struct section_store *store, struct kept_section section,
    struct buffer *out)
{
	while (section.bytes > 0) {
		ssize_t n = pread(store->fd, buffer_room(out, section.bytes),
		    section.bytes, section.at);

		if (n == 0)
			errno = EIO;
		if (n == 0 || (n < 0 && errno != EINTR))
			give_up();
		if (n < 0)
			continue;
		out->n += (size_t)n;
		section.at += n;
		section.bytes -= (size_t)n;
	}
}

void
section_store_close(struct section_store *store)
{
	if (store->fd > 0)
		close(store->fd);
}
