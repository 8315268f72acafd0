/* Messages (RFC 5322): the text and each attachment is a member.  Read in
 * memory, since parts are told by lines. */
#include <stdlib.h>

#include "archive.h"
#include "base/memory.h"
#include "format/mail/mime.h"
#include "format/mail/mime_name.h"

enum { NESTING_MAX = 16 };

/* A message being read. */
struct mail {
	struct source *source;
	size_t         members;
};

static bool
has_name(struct slice head)
{
	struct buffer name = { .n = 0 };
	bool          named = mime_file_name(head, &name);

	buffer_free(&name);
	return named;
}

/* Parts that programs add, in which nobody wrote anything. */
static const char *
skip_reason(struct slice head, struct slice type)
{
	struct slice disposition = mime_header(head, "Content-Disposition");

	if (mime_is(type, "image/") && !mime_is(disposition, "attachment"))
		return "is a picture in a message";
	if (mime_is(type, "application/pkcs7-signature") ||
	    mime_is(type, "application/x-pkcs7-signature") ||
	    mime_is(type, "application/pgp-signature"))
		return "is a signature";
	return NULL;
}

static size_t
add_part_name(struct source *source, struct slice head, struct slice type)
{
	struct buffer name = { .n = 0 };
	size_t        before;

	if (!mime_file_name(head, &name))
		buffer_string(&name, mime_is(type, "text/html") ?
		    "message.html" : mime_is(type, "message/") ?
		    "message.eml" : "message.txt");
	before = source_name_add(&source->name, '!', buffer_slice(&name));
	buffer_free(&name);
	return before;
}

static void
take_part(struct mail *m, const struct mime_entity *entity,
    struct slice type)
{
	struct source       *source = m->source;
	size_t               before = add_part_name(source, entity->head,
	    type);
	const char          *skip = skip_reason(entity->head, type);
	char                *plain = memory_get(entity->body.n + 1);
	size_t               n = mime_decode(mime_header(entity->head,
	    "Content-Transfer-Encoding"), entity->body, plain);
	struct memory_stream bytes;
	struct member        known = {
		.charset = mime_parameter(type, "charset") };

	memory_stream_open(&bytes, (struct slice){ plain, n });
	if (++m->members > source->limits.members)
		source_reject(source, "the message has more than --members");
	else if (skip != NULL)
		source_skip(source, skip);
	else
		source_take(source, &bytes.stream, &known);
	free(plain);
	source->name.n = before;
}

/* Of several ways to say the same the last one that is HTML, else the last
 * one [RFC 2046, 5.1.4]. */
static struct slice
choose_alternative(struct slice body, struct slice boundary)
{
	struct slice part, chosen = { NULL, 0 };
	bool         html = false;

	while (mime_part(&body, boundary, &part)) {
		struct slice type = mime_header(mime_entity(part).head,
		    "Content-Type");
		bool rich = mime_is(type, "text/html") ||
		    mime_is(type, "multipart/");

		if (rich || !html)
			chosen = part;
		html |= rich;
	}
	return chosen;
}

static void
take_entity(struct mail *m, struct slice text, unsigned nesting)
{
	struct mime_entity entity = mime_entity(text);
	struct slice       type = mime_header(entity.head, "Content-Type");
	struct slice       boundary = mime_parameter(type, "boundary"), part;

	if (!mime_is(type, "multipart/") || boundary.n == 0 ||
	    nesting > NESTING_MAX) {
		if (entity.body.n > 0 || has_name(entity.head))
			take_part(m, &entity, type);
	} else if (mime_is(type, "multipart/alternative"))
		take_entity(m, choose_alternative(entity.body, boundary),
		    nesting + 1);
	else
		while (m->members <= m->source->limits.members &&
		    mime_part(&entity.body, boundary, &part))
			take_entity(m, part, nesting + 1);
}

void
message_each(struct source *source, const struct member *container)
{
	struct mail        message = { .source = source };
	struct lookahead  *bytes = container->bytes;
	unsigned long long most = source->limits.member_bytes;

	if (!lookahead_fill(bytes, (size_t)most + 1))
		source_reject(source, bytes->stream.reason);
	else if (bytes->held_fault != NULL)
		source_reject(source, bytes->held_fault);
	else if (bytes->held.n > most)
		source_reject(source, "is larger than --member-bytes");
	else
		take_entity(&message, lookahead_bytes(bytes), 0);
}
