#include "reader.h"

#include <stdlib.h>

#include "served.h"
#include "source/blocks.h"
#include "source/sandbox.h"

/* Reads DOCUMENT, whose media type is known, and answers with what OUT, in memory, has then. */
static bool
read_document(struct served *served, struct served_document *document,
    struct writer *out)
{
	struct block_output to = { .out = out, .limits = &served->limits };
	const char         *reason;

	out->used = 0;
	reason = blocks_write(&to, &document->member);
	if (reason == NULL && out->error != 0)
		reason = "its records could not be kept";
	return protocol_answer(reason != NULL,
	    reason != NULL ? reason : to.late, (struct slice){ out->buffer,
	    out->used });
}

static bool
read_documents(struct served *served, media_fn *find)
{
	struct served_document document;
	struct writer          out;
	bool                   answered = true;

	writer_open_memory(&out, blocks_most(&served->limits));
	while (answered && served_next(served, &document)) {
		document.member.media = served_media(&document, find);
		answered = read_document(served, &document, &out);
		served_close(&document);
	}
	writer_free(&out);
	return answered;
}

void
reader_serve(const struct reader_setup *setup)
{
	struct child_limits limits = setup->limits;
	struct served       served;
	bool                answered = true;

	limits.seconds = 0;
	if (setup->open)	/* for who looks at memory */
		limits.memory = 0;
	child_limit(&limits);
	/* libarchive asks for the local time of each entry of a package, and the C
	 * library then for /etc/localtime, in vain: 80 times a DOCX. */
	setenv("TZ", "UTC0", 1);
	if (!setup->open)
		sandbox_enter(NULL, 0);
	while (answered && served_begin(&served)) {
		answered = read_documents(&served, setup->find);
		served_end(&served);
	}
}
