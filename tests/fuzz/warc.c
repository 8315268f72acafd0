/* Records of WARC, and in them responses of HTTP.  The input has a head, an empty
 * line and a body for each, and a line "%%" between two: what a record begins and
 * ends with, and how long it says to be where it does not say, is added here. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "lib/lines.h"
#include "lib/member.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

FUZZ_LINES(':')

/* Cuts off *TEXT what stands before MARK, and this. */
static struct slice
cut(struct slice *text, struct slice mark)
{
	const char  *at = slice_find(*text, mark);
	struct slice part = { text->p, at != NULL ? (size_t)(at - text->p) :
	    text->n };

	*text = slice_from(*text, part.n + (at != NULL ? mark.n : 0));
	return part;
}

static void
add_lines(struct buffer *out, struct slice lines)
{
	while (lines.n > 0) {
		buffer_add(out, cut(&lines, SLICE("\n")));
		buffer_string(out, "\r\n");
	}
}

static void
add_record(struct buffer *out, struct slice record)
{
	struct slice head = cut(&record, SLICE("\n\n"));
	char         length[64];

	buffer_string(out, "WARC/1.0\r\n");
	add_lines(out, head);
	if (slice_find(head, SLICE("Content-Length")) == NULL) {
		snprintf(length, sizeof(length), "Content-Length: %zu\r\n",
		    record.n);
		buffer_string(out, length);
	}
	buffer_string(out, "\r\n");
	buffer_add(out, record);
	buffer_string(out, "\r\n\r\n");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct slice  records = { (const char *)bytes, n };
	struct buffer out = { .n = 0 };

	while (records.n > 0)
		add_record(&out, cut(&records, SLICE("\n%%\n")));
	if (out.n > 0)
		member_take(buffer_slice(&out), n % 4 == 0 ? 7 : 65536);
	buffer_free(&out);
	return 0;
}
