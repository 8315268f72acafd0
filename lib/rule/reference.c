#include "reference.h"

#include "scan.h"

const char *
reference_parse(struct slice text, struct reference *reference)
{
	struct expression e = { .code = NULL };
	struct parser     p = { .text = text, .e = &e };

	if (!scan_reference(&p, reference))
		return p.reason;
	return p.at == text.n ? NULL : "not a cell";
}

struct slice
reference_item(const struct reference *r, struct slice item,
    struct arena *arena)
{
	char *copy;

	if (r->item.n == 0 || r->item.p[0] != '$')
		return r->item;
	copy = arena_alloc(arena, item.n + r->item.n);
	memcpy(copy, item.p, item.n);
	memcpy(copy + item.n, r->item.p + 1, r->item.n - 1);
	return (struct slice){ copy, item.n + r->item.n - 1 };
}
