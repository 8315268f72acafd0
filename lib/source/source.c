#include "source.h"

#include "base/utf8.h"
#include "charset/charset.h"
#include "format/sniff/sniff.h"
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
	tally_skip(source->tally, buffer_slice(&source->name), reason);
}

void
source_reject(struct source *source, const char *reason)
{
	tally_reject(source->tally, buffer_slice(&source->name), reason);
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

static void
take_document(struct source *source, struct member *member)
{
	const char *reason;

	join_manifest(source, member);
	reason = source->take(source->context, member);
	if (reason == member_pending) {
		source->pending++;
		return;
	}
	if (reason == NULL)
		tally_document(source->tally);
	else
		tally_reject(source->tally, member->name, reason);
}

/* Those that are pending may be in the tally by now, or not yet: good enough
 * to see whether there was any. */
static unsigned long long
members_met(const struct source *source)
{
	return tally_members(source->tally) + source->pending;
}

/* Enters a container.  One that is only compressed has the name of the
 * compressed file: x.warc.gz!URL, not x.warc.gz!x.warc!URL. */
static void
enter(struct source *source, const struct member *member,
    container_fn *each)
{
	unsigned long long before = members_met(source);

	if (source->depth >= source->limits.depth) {
		source_reject(source, "archives are nested deeper than --depth");
		return;
	}
	if (member->wrapper > 0)
		source->name.n = member->wrapper;
	source->depth++;
	each(source, member->bytes);
	source->depth--;
	if (members_met(source) == before)
		source_reject(source, "holds no file");
}

static void
dispatch(struct source *source, struct member *member)
{
	const struct media *media = member->media;

	switch (media->handling) {
	case MEDIA_DOCUMENT:
		take_document(source, member);
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
			tally_reject(source->tally, member->name,
			    media->reason);
		break;
	case MEDIA_SKIPPED:
		tally_skip(source->tally, member->name, media->reason);
		break;
	case MEDIA_REJECTED:
		tally_reject(source->tally, member->name, media->reason);
		break;
	}
}

/* Finds out what a member is.  Returns false when it cannot be read. */
static bool
identify(struct member *member)
{
	struct lookahead *bytes = member->bytes;
	struct slice      named = member->url.n > 0 ? member->url : member->name;

	if (!lookahead_fill(bytes, SNIFF_BYTES))
		return false;
	if (sniff_is_deep(lookahead_bytes(bytes)) &&
	    !lookahead_fill(bytes, SNIFF_DEEP_BYTES))
		return false;
	member->media = media_find(sniff(lookahead_bytes(bytes), named,
	    member->type));
	return true;
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
	if (identify(&member))
		dispatch(source, &member);
	else
		tally_reject(source->tally, member.name,
		    bytes.stream.reason);
	progress_add(&source->tally->progress, bytes.taken);
	lookahead_close(&bytes);
}
