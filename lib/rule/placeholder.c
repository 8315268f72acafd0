#include "placeholder.h"

bool
placeholder_next(struct slice *rest, struct slice *text, struct slice *word)
{
	const char *open = rest->n > 0 ? memchr(rest->p, '{', rest->n) : NULL;
	const char *close = open != NULL ? memchr(open, '}',
	    rest->n - (size_t)(open - rest->p)) : NULL;

	if (rest->n == 0)
		return false;
	if (close == NULL) {
		*text = *rest;
		*word = (struct slice){ "", 0 };
		*rest = slice_from(*rest, rest->n);
		return true;
	}
	*text = (struct slice){ rest->p, (size_t)(open - rest->p) };
	*word = (struct slice){ open + 1, (size_t)(close - open) - 1 };
	*rest = slice_from(*rest, (size_t)(close + 1 - rest->p));
	return true;
}
