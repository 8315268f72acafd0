/* Every member of the files, directories and archives a run is given. */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include <stdbool.h>
#include <time.h>

#include "format/registry.h"
#include "tally.h"
#include "manifest.h"
#include "own_names.h"
#include "skip.h"
#include "stream.h"

/* Bounds on what one run of extract takes in.  A member beyond them is
 * rejected by name, and the rest goes on. */
struct limits {
	unsigned long long member_bytes;	/* of one member, unpacked */
	unsigned long long text_bytes;		/* of one document's records */
	unsigned long long archive_bytes;	/* of one archive, unpacked */
	unsigned long long ratio;		/* unpacked to packed bytes */
	unsigned long long members;		/* of one archive */
	unsigned long long depth;		/* of archives in archives */
	unsigned long long cells;		/* of one table's grid */
	unsigned long long tables;		/* open at once */
};

extern const struct limits limits_default;

struct member {			/* lives for the call */
	struct slice        name;	/* UTF-8: "a.zip!b/c.txt" */
	const struct media *media;
	bool                dated;
	time_t              mtime;
	struct slice        url, title, date;	/* empty: unknown */
	struct slice        type, charset;	/* as its transport claims */
	size_t              wrapper;	/* length of the compressed file's name
					   when this is all there is in it */
	struct decompress  *compressed;	/* likewise; or NULL */
	const char         *doubt;	/* why what was read of it so far may be
					   wrong, or "", or NULL */
	struct lookahead   *bytes;
};

/* Gives MEMBER the media that FIND has for its type: by its bytes, its name and what is
 * said of it.  Returns false when it cannot be read. */
bool member_identify(struct member *member, media_fn *find);

/* Why MEMBER, which has been read, may not be what it was, or not all of it; NULL:
 * it is. */
const char *member_mark(const struct member *member);

/* Reads a member of a media type that is a document.  Returns NULL when it
 * became one, or why it did not; or member_pending when that shows later and
 * is counted then. */
typedef const char *member_fn(void *context, const struct member *member);

extern const char *const member_pending;

struct source;

/* Takes every member of the container CONTAINER.  It sees to the faults of its
 * bytes: source_doubt(). */
typedef void container_fn(struct source *source,
    const struct member *container);

/* Writes to the blocks, in NAME's, that what was read of it may be wrong. */
typedef void mark_fn(void *context, struct slice name, const char *reason);

/* What is known to be wrong with the containers around a member. */
struct doubt {
	char               words[96];	/* what documents are marked with, or "" */
	const char        *fault;	/* the first one of the innermost, or NULL */
	bool               on;		/* it concerns what is read now */
	bool               around;	/* WORDS are of a container around it */
	unsigned long long before;	/* documents of the run when it was
					   entered */
	unsigned long long since;	/* likewise, when WORDS began to hold */
	unsigned long long concerned;	/* documents that they held of before */
	unsigned long long unmarked;	/* those that were written before */
};

/* Which entries are taken of what a file holds, where it is an archive; the first one is
 * 1, a file that is none is its first.  The others are passed over: so far as they stand
 * before, their documents get their names, which no later one can have then. */
struct entry_range {
	unsigned long long first, last;	/* LAST 0: all of every file */
	unsigned long long met;		/* of the file at hand, so far */
	unsigned long long rejected;	/* of those passed over */
	bool               passes;	/* what is read now is passed over */
};

struct source {			/* zero, but for what the caller sets */
	struct limits      limits;
	struct entry_range       range;
	struct tally      *tally;
	struct manifest   *manifest;	/* or NULL */
	member_fn         *take;
	mark_fn           *mark;	/* or NULL */
	void              *context;
	bool               converts;	/* programs of others may be run */
	struct skips       skips;	/* no members: not even counted */
	container_fn      *compressed, *archive, *warc, *message;	/* set
					   by source_each */
	struct buffer      name;	/* of where we are */
	unsigned           depth;	/* archives we are in */
	unsigned long long pending;	/* members that were, so far */
	unsigned long long documents;	/* so far, with those pending */
	struct doubt       doubt;
	struct own_names       names;	/* of the documents so far */
	struct buffer      own_name;	/* of the one being read */
};

/* Walks the N PATHS in order: files, directories (their entries ordered by bytes),
 * "-" for standard input; archives are entered, to the depth the limits allow.  Every
 * member is counted. */
void source_each(struct source *source, char *const paths[], size_t n);

/* For the readers of containers: takes the member whose bytes FROM gives;
 * NAMED is what source->name holds, MEMBER what is known of it beyond. */
void source_take(struct source *source, struct stream *from,
    const struct member *known);

/* Likewise, before each entry of an archive, a folder's too: whether it, and what comes
 * behind it, are wanted or stand before what is. */
bool source_goes_on(struct source *source);

/* Says that the member which source->name names is read with a lack, for REASON. */
void source_warn(struct source *source, const char *reason);

/* Appends PART to NAME, a source's, behind SEPARATOR unless that is NUL.  Bytes
 * that are not UTF-8 are decoded as GB18030, or as Big5 where they look more
 * like it.  Returns the length before, for cutting it off again. */
size_t source_name_add(struct buffer *name, char separator,
    struct slice part);

/* The container that is being read has FAULT, which lives as long: the documents
 * that it still gives are marked, and how many it has is told when it is left.
 * ALL: those that it gave before may be wrong too. */
void source_doubt(struct source *source, const char *fault, bool all);

/* What it gives from now on is right, as far as it is concerned. */
void source_trust(struct source *source);

/* The member that source->name names is no document. */
void source_skip(struct source *source, const char *reason);
void source_reject(struct source *source, const char *reason);

#endif
