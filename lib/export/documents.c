#include "documents.h"

#include "base/diagnostics.h"
#include "base/utf8.h"
#include "record/line_input.h"
#include "record/reader.h"

/* Whether LINE can be the name of a document. */
static bool
is_name(struct slice line)
{
	return line.n > 0 && memchr(line.p, '\0', line.n) == NULL &&
	    memchr(line.p, '\t', line.n) == NULL && utf8_is_valid(line);
}

void
withdraw_documents(struct intake *intake, const char *file)
{
	struct line_input input;
	struct slice line;

	if (!line_input_open(&input, file))
		return;
	while (line_input_next(&input, &line) && status_now() != CLI_TROUBLE) {
		if (!is_name(line))
			warn_at_line(input.file, input.line,
			    "no name of a document");
		else
			intake->target->withdraw(intake->state,
			    record_text(line, &intake->texts));
		arena_reset(&intake->texts);
	}
	line_input_close(&input);
}
