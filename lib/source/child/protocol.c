#include "protocol.h"

#include <string.h>

#include "base/machine.h"
#include "base/spool.h"
#include "base/utf8.h"

static bool
cut(struct slice *from, uint64_t n, struct slice *to)
{
	if (n > from->n)
		return false;
	*to = (struct slice){ from->p, (size_t)n };
	*from = slice_from(*from, (size_t)n);
	return true;
}

bool
protocol_next_document(struct slice *frames, struct document_sent *document)
{
	struct slice rest = *frames, head;

	if (!cut(&rest, sizeof(document->head), &head))
		return false;
	memcpy(&document->head, head.p, sizeof(document->head));
	if (!cut(&rest, document->head.bytes, &document->bytes))
		return false;
	for (int i = 0; i < DOCUMENT_TEXTS; i++)
		if (!cut(&rest, document->head.text[i], &document->text[i]))
			return false;
	*frames = rest;
	return true;
}

long long
protocol_parse_answer(struct slice bytes, uint64_t most,
    struct answer_got *got)
{
	struct read_answer *head = &got->head;
	struct slice        rest = bytes, first;

	if (!cut(&rest, sizeof(*head), &first))
		return PROTOCOL_MORE;
	memcpy(head, first.p, sizeof(*head));
	if (head->refused > 1 || head->machine > 1 || head->text > PROTOCOL_TEXT_MAX ||
	    head->records > (head->refused ? 0 : most))
		return PROTOCOL_BROKEN;
	if (!cut(&rest, head->text, &got->text) ||
	    !cut(&rest, head->records, &got->records))
		return PROTOCOL_MORE;
	return (long long)(bytes.n - rest.n);
}

/* How much of TEXT is sent: whole characters. */
static size_t
text_length(const char *text)
{
	size_t n = text != NULL ? strlen(text) : 0;

	return n <= PROTOCOL_TEXT_MAX ? n :
	    utf8_valid_length((struct slice){ text, PROTOCOL_TEXT_MAX });
}

bool
protocol_answer(bool refused, const char *text, struct slice records)
{
	char               bytes[sizeof(struct read_answer) +
	    PROTOCOL_TEXT_MAX];
	struct read_answer answer = { .refused = refused,
		.machine = machine_is_to_blame(),
		.text = (uint32_t)text_length(text),
		.records = refused ? 0 : records.n };

	memcpy(bytes, &answer, sizeof(answer));
	if (answer.text > 0)
		memcpy(bytes + sizeof(answer), text, answer.text);
	return spool_write(PROTOCOL_ANSWERS, (struct slice){ bytes,
	    sizeof(answer) + answer.text }) && (refused ||
	    spool_write(PROTOCOL_ANSWERS, records));
}
