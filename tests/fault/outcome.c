#include "outcome.h"

#include <string.h>
#include <sys/wait.h>

/* The end of the document that begins at P: lines of one first field, before END. */
static const char *
document_end(const char *p, const char *end)
{
	size_t      n = strcspn(p, "\t\n");
	const char *next = p;

	while (next < end && (size_t)(end - next) > n &&
	    memcmp(next, p, n) == 0 && (next[n] == '\t' || next[n] == '\n')) {
		const char *lf = memchr(next, '\n', (size_t)(end - next));

		next = lf != NULL ? lf + 1 : end;
	}
	return next;
}

bool
outcome_is_part(const struct text *got, const struct text *whole, bool gaps)
{
	const char *g = got->p, *g_end = got->p + got->n;
	const char *w = whole->p, *w_end = whole->p + whole->n;

	while (g < g_end && w < w_end) {
		const char *next = document_end(w, w_end);
		size_t      n = (size_t)(next - w);

		if ((size_t)(g_end - g) >= n && memcmp(g, w, n) == 0)
			g += n;
		else if (!gaps)
			return false;
		w = next;
	}
	return g == g_end;
}

bool
outcome_is_same(const struct outcome *got, const struct outcome *clean)
{
	return got->status == clean->status && got->left == NULL &&
	    got->out.n == clean->out.n &&
	    memcmp(got->out.p, clean->out.p, got->out.n) == 0;
}

/* Whether nothing in LINE disturbs a terminal. */
static bool
is_clean(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == '\x7f')
			return false;
	return true;
}

/* Whether LINE is `tool: ...'. */
static bool
is_message(const char *line, size_t n)
{
	const char *colon = memchr(line, ':', n);

	return colon != NULL && colon > line &&
	    memchr(line, ' ', (size_t)(colon - line)) == NULL;
}

/* A message is wanted; a library may have said more.  LENIENT: programs of others
 * may have said anything. */
static const char *
message_fault(const struct text *err, bool lenient)
{
	const char *p = err->p, *end = err->p + err->n;
	bool        said = false;

	while (p < end) {
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		size_t      n = (size_t)((lf != NULL ? lf : end) - p);

		if (!lenient && (lf == NULL || !is_clean(p, n)))
			return "no clean message";
		said |= is_message(p, n);
		p = lf != NULL ? lf + 1 : end;
	}
	return said ? NULL : "nothing said";
}

const char *
outcome_fault(const struct outcome *got, const struct outcome *clean, bool gaps,
    bool speaks, bool lenient)
{
	if (got->left != NULL)
		return got->left;
	if (WIFSIGNALED(got->status))
		return "killed by a signal";
	if (outcome_is_same(got, clean))
		return NULL;
	if (WEXITSTATUS(got->status) != 2)
		return got->status == clean->status ?
		    "other output, and its status does not tell" :
		    "a status that is not 2";
	if (!outcome_is_part(&got->out, &clean->out, gaps))
		return "part of a document, or another one";
	return speaks ? message_fault(&got->err, lenient) : NULL;
}
