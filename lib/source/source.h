/* Every member of the files, directories and archives a run is given. */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdbool.h>
#include <time.h>

#include "format/registry.h"
#include "tally.h"
#include "limits.h"
#include "manifest.h"
#include "name.h"
#include "stream.h"

struct member {			/* lives for the call */
	struct slice        name;	/* UTF-8: "a.zip!b/c.txt" */
	const struct media *media;
	bool                dated;
	time_t              mtime;
	struct slice        url, title, date;	/* empty: unknown */
	struct slice        type, charset;	/* as its transport claims */
	size_t              wrapper;	/* length of the compressed file's name
					   when this is all there is in it */
	struct lookahead   *bytes;
};

/* Reads a member of a media type that is a document.  Returns NULL when it
 * became one, or why it did not; or member_pending when that shows later and
 * is counted then. */
typedef const char *member_fn(void *context, const struct member *member);

extern const char *const member_pending;

struct source {			/* zero, but for what the caller sets */
	struct limits      limits;
	struct tally      *tally;
	struct manifest   *manifest;	/* or NULL */
	member_fn         *take;
	void              *context;
	struct buffer      name;	/* of where we are */
	unsigned           depth;	/* archives we are in */
	unsigned long long pending;	/* members that were, so far */
};

/* Walks PATHS in order: files, directories (their entries ordered by bytes),
 * "-" or none for standard input; archives are entered, to the depth the
 * limits allow.  Every member is counted. */
void source_each(struct source *source, char *const paths[], int n);

/* For the readers of containers: takes the member whose bytes FROM gives;
 * NAMED is what source->name holds, MEMBER what is known of it beyond. */
void source_take(struct source *source, struct stream *from,
    const struct member *known);

/* The member that source->name names is no document. */
void source_skip(struct source *source, const char *reason);
void source_reject(struct source *source, const char *reason);

/* The members of an archive, of a WARC file. */
void archive_each(struct source *source, struct lookahead *bytes);
void warc_each(struct source *source, struct lookahead *bytes);

#endif
