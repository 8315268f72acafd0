/* Any bytes as what extract and a reader tell each other: an answer is whole, not
 * all there yet, or never will be one; documents end. */
#include <stdint.h>
#include <stdlib.h>

#include "source/child/protocol.h"

enum { RECORDS_MAX = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void
hold(bool condition)
{
	if (!condition)
		abort();
}

/* Whether PART lies within ALL. */
static bool
is_within(struct slice part, struct slice all)
{
	return part.n == 0 || (part.p >= all.p &&
	    part.n <= all.n - (size_t)(part.p - all.p));
}

static void
take_answer(struct slice bytes)
{
	struct answer_got got;
	long long         n = protocol_parse_answer(bytes, RECORDS_MAX, &got);

	hold(n >= PROTOCOL_BROKEN && n <= (long long)bytes.n);
	if (n <= 0)
		return;
	hold(is_within(got.text, bytes) && is_within(got.records, bytes));
	hold(got.text.n <= PROTOCOL_TEXT_MAX && got.records.n <= RECORDS_MAX);
	/* With a byte less it is not all there. */
	bytes.n = (size_t)n - 1;
	hold(protocol_parse_answer(bytes, RECORDS_MAX, &got) == PROTOCOL_MORE);
}

static void
take_documents(struct slice frames)
{
	struct slice         all = frames;
	struct document_sent document;

	for (size_t left = frames.n; protocol_next_document(&frames,
	    &document); left = frames.n) {
		hold(frames.n < left && is_within(document.bytes, all));
		for (int i = 0; i < DOCUMENT_TEXTS; i++)
			hold(is_within(document.text[i], all));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct slice all = { (const char *)bytes, n };

	take_answer(all);
	take_documents(all);
	return 0;
}
