#include "source.h"

#include <stdio.h>

#include "base/diagnostics.h"
#include "base/utf8.h"
#include "charset/charset.h"
#include "record/reader.h"

/* The other filters take no document of more than READER_DOCUMENT_MAX bytes, and
 * sectionize adds a code to each record.  Reports have at most a few MB, more
 * with pictures in the page; archives of a province's fifteen years a few ten
 * GB.  Deflate cannot do better than 1:1032, text seldom than 1:20. */
const struct limits limits_default = {
	.member_bytes = 256ull << 20,
	.text_bytes = READER_DOCUMENT_MAX / 3 * 2,
	.archive_bytes = 64ull << 30,
	.ratio = 1000,
	.members = 100 * 1000 * 1000,
	.depth = 3,
	.cells = 1000 * 1000,
	.tables = 64,
};

/* So much of a container in another one is held until its checksum is known. */
enum { PROVED_BYTES = 16 << 20 };

const char *const member_pending = "pending";

static const char *
add_decoded(void *context, struct slice utf8)
{
	buffer_add(context, utf8);
	return NULL;
}

size_t
source_name_add(struct buffer *name, char separator, struct slice part)
{
	size_t          before = name->n;
	struct decoding decoding;

	if (separator != '\0')
		buffer_add(name, (struct slice){ &separator, 1 });
	if (utf8_is_valid(part)) {
		buffer_add(name, part);
		return before;
	}
	decoding_start(&decoding, charset_of_name(part), add_decoded, name);
	decoding_feed(&decoding, part);
	decoding_end(&decoding);
	return before;
}

void
source_skip(struct source *source, const char *reason)
{
	if (source->range.passes)
		source->pending++;
	else
		tally_skip(source->tally, buffer_slice(&source->name), reason);
}

void
source_reject(struct source *source, const char *reason)
{
	if (source->range.passes) {
		source->pending++;
		source->range.rejected++;
	} else
		tally_reject(source->tally, buffer_slice(&source->name), reason);
}

void
source_warn(struct source *source, const char *reason)
{
	if (!source->range.passes)
		warn_of(buffer_slice(&source->name), reason);
}

bool
source_goes_on(struct source *source)
{
	struct entry_range *range = &source->range;

	if (range->last == 0 || source->depth != 1)
		return true;
	range->met++;
	range->passes = range->met < range->first || range->met > range->last;
	return range->met <= range->last;
}

/* Puts what the manifest says of the member into it. */
static void
join_manifest(struct source *source, struct member *member)
{
	const struct manifest_line *line = source->manifest == NULL ? NULL :
	    manifest_find(source->manifest, member->name, member->url);

	if (line == NULL)
		return;
	if (member->url.n == 0)
		member->url = line->value[MANIFEST_URL];
	member->title = line->value[MANIFEST_TITLE];
	member->date = line->value[MANIFEST_DATE];
}

const char *
member_mark(const struct member *member)
{
	return member->doubt != NULL && member->doubt[0] != '\0' ?
	    member->doubt : member->bytes->stream.lack;
}

/* Has a document that bears a name of its own read. */
static void
take_named(struct source *source, const struct member *member)
{
	const char *reason = source->take(source->context, member);
	const char *lack = member->bytes->stream.lack;

	if (reason != NULL && reason != member_pending) {
		tally_reject(source->tally, member->name, reason);
		return;
	}
	source->documents++;
	if (reason == NULL)
		tally_document(source->tally, member->name);
	else
		source->pending++;
	if (lack != NULL)
		warn_of(member->name, lack);
}

/* The manifest and the type go by the name that the member has where it is. */
static void
take_document(struct source *source, struct member *member)
{
	join_manifest(source, member);
	member->doubt = source->doubt.words;
	source->own_name.n = 0;
	buffer_add(&source->own_name, member->name);
	own_names_add(&source->names, &source->own_name);
	member->name = buffer_slice(&source->own_name);
	if (source->range.passes) {
		source->documents++;
		source->pending++;
	} else
		take_named(source, member);
}

/* Those that are pending may be in the tally by now, or not yet: good enough
 * to see whether there was any. */
static unsigned long long
members_met(const struct source *source)
{
	return tally_members(source->tally) + source->pending;
}

static unsigned long long
rejects_met(const struct source *source)
{
	return source->tally->rejected + source->range.rejected;
}

void
source_doubt(struct source *source, const char *fault, bool all)
{
	struct doubt *doubt = &source->doubt;

	if (doubt->on)
		return;
	doubt->on = true;
	if (doubt->fault == NULL)
		doubt->fault = fault;
	doubt->since = all ? doubt->before : source->documents;
	doubt->unmarked += source->documents - doubt->since;
	if (!doubt->around)
		snprintf(doubt->words, sizeof(doubt->words),
		    "its archive %s", fault);
}

void
source_trust(struct source *source)
{
	struct doubt *doubt = &source->doubt;

	if (!doubt->on)
		return;
	doubt->on = false;
	doubt->concerned += source->documents - doubt->since;
	if (!doubt->around)
		doubt->words[0] = '\0';
}

/* Says how many documents the fault of a container concerns.  Where some had
 * been written before it was known, the blocks say it of the container. */
static void
tell_doubt(struct source *source, unsigned long long rejected)
{
	struct doubt *doubt = &source->doubt;
	char          words[160];

	source_trust(source);
	if (doubt->concerned == 0 && rejects_met(source) > rejected)
		return;		/* it was told of what is in it */
	snprintf(words, sizeof(words),
	    "%s; documents of it that may be wrong: %llu", doubt->fault,
	    doubt->concerned);
	source_warn(source, words);
	if (doubt->unmarked > 0 && source->mark != NULL && !source->range.passes)
		source->mark(source->context, buffer_slice(&source->name),
		    doubt->fault);
}

/* Reads the members of a container, and says what is wrong with it. */
static void
enter_proved(struct source *source, const struct member *member,
    container_fn *each)
{
	struct doubt       outer = source->doubt;
	unsigned long long met = members_met(source);
	unsigned long long rejected = rejects_met(source);

	source->doubt.fault = NULL;
	source->doubt.on = false;
	source->doubt.around = source->doubt.words[0] != '\0';
	source->doubt.concerned = source->doubt.unmarked = 0;
	source->doubt.before = source->documents;
	member->bytes->marks = true;
	each(source, member);
	if (member->bytes->from->checked && member->bytes->stream.reason != NULL)
		source_doubt(source, member->bytes->stream.reason, true);
	if (member->bytes->met_fault != NULL && source->doubt.fault == NULL)
		source_doubt(source, member->bytes->met_fault, false);
	if (source->doubt.fault != NULL)
		tell_doubt(source, rejected);
	else if (members_met(source) == met)
		source_reject(source, "holds no file");
	source->doubt = outer;
}

/* Enters a container.  One that is only compressed has the name of the
 * compressed file: x.warc.gz!URL, not x.warc.gz!x.warc!URL; nor does it count
 * as another level. */
static void
enter(struct source *source, const struct member *member,
    container_fn *each)
{
	unsigned level = member->compressed == NULL ||
	    each == source->compressed;

	if (source->depth + level > source->limits.depth) {
		source_reject(source, "archives are nested deeper than --depth");
		return;
	}
	if (member->wrapper > 0)
		source->name.n = member->wrapper;
	/* One whose checksum fails is given up before anything is read of it, if
	 * that can be known. */
	if (member->bytes->from->checked &&
	    !lookahead_fill(member->bytes, PROVED_BYTES)) {
		source_reject(source, member->bytes->stream.reason);
		return;
	}
	source->depth += level;
	enter_proved(source, member, each);
	source->depth -= level;
}

/* Damage can make a report look like something else.  Returns why what BYTES give
 * cannot be trusted, or NULL. */
static const char *
prove(struct lookahead *bytes)
{
	struct slice chunk = { NULL, 1 };

	if (bytes->held_fault != NULL)
		return bytes->held_fault;
	while (bytes->from->checked && chunk.n > 0)
		if (!bytes->stream.next(&bytes->stream, &chunk))
			return bytes->stream.reason;
	return NULL;
}

static void
skip_or_reject(struct source *source, const struct member *member)
{
	const char *reason = prove(member->bytes);

	if (reason != NULL)
		source_reject(source, reason);
	else
		source_skip(source, member->media->reason);
}

static void
dispatch(struct source *source, struct member *member)
{
	const struct media *media = member->media;

	switch (media->handling) {
	case MEDIA_DOCUMENT:
		take_document(source, member);
		break;
	case MEDIA_COMPRESSED:
		enter(source, member, source->compressed);
		break;
	case MEDIA_ARCHIVE:
		enter(source, member, source->archive);
		break;
	case MEDIA_WARC:
		enter(source, member, source->warc);
		break;
	case MEDIA_MESSAGE:
		enter(source, member, source->message);
		break;
	case MEDIA_CONVERTED:
		if (source->converts)
			take_document(source, member);
		else
			source_reject(source, media->reason);
		break;
	case MEDIA_SKIPPED:
		skip_or_reject(source, member);
		break;
	case MEDIA_REJECTED:
		/* What is cut off before its first byte is not empty. */
		source_reject(source, member->bytes->held_fault != NULL ?
		    member->bytes->held_fault : media->reason);
		break;
	}
}

void
source_take(struct source *source, struct stream *from,
    const struct member *known)
{
	struct lookahead bytes;
	struct member    member = *known;

	lookahead_open(&bytes, from);
	member.name = buffer_slice(&source->name);
	member.bytes = &bytes;
	if (member_identify(&member, media_find))
		dispatch(source, &member);
	else
		source_reject(source, bytes.stream.reason);
	progress_add(&source->tally->progress, bytes.taken);
	lookahead_close(&bytes);
}
