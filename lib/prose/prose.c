#include "prose.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "data/data.h"
#include "read_claims.h"

struct prose {
	struct claims    claims;
	struct passage   passage;
	struct arena     arena;
};

static const char *const steering_name[STEERINGS] = {
	[STEER_NONE] = "none", [STEER_NEGATIVE] = "negative",
	[STEER_NUMERAL] = "numeral",
	[STEER_ALL] = "all", [STEER_EACH] = "each", [STEER_AMONG] = "among",
	[STEER_SHARE] = "share", [STEER_EVER] = "ever",
	[STEER_AS_OF] = "as-of", [STEER_TOTAL] = "total",
	[STEER_SINCE] = "since", [STEER_THIS_YEAR] = "this-year",
	[STEER_LAST_YEAR] = "last-year", [STEER_NEXT_YEAR] = "next-year",
	[STEER_COMPARE] = "compare", [STEER_RATE] = "rate",
	[STEER_PLAN] = "plan", [STEER_FUTURE] = "future",
	[STEER_INFORMATION] = "information", [STEER_COUNT] = "count",
	[STEER_PUBLISH] = "publish", [STEER_PROACTIVE] = "proactive",
};

static void
find_steering(struct claims *claims)
{
	for (int i = 0; i < STEERINGS; i++) {
		claims->steering[i] = lexicon_concept(&claims->lexicon,
		    slice_of(steering_name[i]));
		if (claims->steering[i] >= 0)
			continue;
		warn_at("concepts.tsv", "no concept %s",
		    steering_name[i]);
		exit(CLI_TROUBLE);
	}
	claims->concepts = (struct sentence_concepts){
		.none = claims->steering[STEER_NONE],
		.numeral = claims->steering[STEER_NUMERAL],
		.this_year = claims->steering[STEER_THIS_YEAR],
		.last_year = claims->steering[STEER_LAST_YEAR],
		.next_year = claims->steering[STEER_NEXT_YEAR],
	};
}

struct prose *
prose_load(void)
{
	struct prose  *prose = memory_get(sizeof(*prose));
	struct claims *claims = &prose->claims;

	memset(prose, 0, sizeof(*prose));
	lexicon_load(&claims->lexicon, data_table(DATA_CONCEPTS));
	find_steering(claims);
	patterns_load_items(&claims->patterns, data_table(DATA_MEASURES));
	patterns_load(&claims->patterns, &claims->lexicon,
	    data_table(DATA_PATTERNS));
	for (size_t i = 0; i < claims->patterns.items; i++)
		if (claims->listing == NULL &&
		    claims->patterns.item[i].share.n > 0)
			claims->listing = &claims->patterns.item[i];
	return prose;
}

void
prose_free(struct prose *prose)
{
	lexicon_free(&prose->claims.lexicon);
	patterns_free(&prose->claims.patterns);
	passage_free(&prose->passage);
	arena_free(&prose->arena);
	sentence_free(&prose->claims.sentence);
	free(prose);
}

/* A cell that is no cell of a form: a page laid out with tables. */
static bool
is_long_cell(const struct record *record)
{
	enum { LONG = 90 };		/* bytes: thirty characters */

	return slice_is(record->field[BLOCK_KIND], "cell") &&
	    record->field[BLOCK_TEXT].n >= LONG &&
	    slice_find(record->field[BLOCK_TEXT], SLICE("。")) != NULL;
}

enum use {
	USE_READ,
	USE_BREAK,		/* ends the paragraph before it */
	USE_NOTHING,		/* as if it were not there */
};

/* What stands between the pages does not end a sentence cut by them. */
static enum use
use_of(const struct record *record)
{
	struct slice             kind = record->field[BLOCK_KIND];
	struct slice             section = record->field[BLOCK_SECTION];

	if (slice_is(kind, "meta") || slice_is(section, "furniture"))
		return USE_NOTHING;
	if (slice_is(section, "signature"))
		return USE_BREAK;
	if (slice_is(kind, "text") || slice_is(kind, "head") ||
	    is_long_cell(record))
		return USE_READ;
	return USE_BREAK;
}

static void
read_passage(struct prose *prose)
{
	struct passage *passage = &prose->passage;

	if (passage->n > 0)
		claims_read(&prose->claims, passage);
	passage_empty(passage);
}

void
prose_read(struct prose *prose, const struct document *document, int year,
    fact_fn *emit, void *context)
{
	prose->claims.year = year;
	prose->claims.emit = emit;
	prose->claims.context = context;
	prose->claims.heading = (struct concepts){ { 0 } };
	arena_reset(&prose->arena);
	for (size_t i = 0; i < document->records; i++) {
		const struct record *record = &document->record[i];
		enum use             use = use_of(record);

		if (use == USE_BREAK)
			read_passage(prose);
		if (use != USE_READ)
			continue;
		if (!passage_takes(&prose->passage, record,
		    &prose->arena)) {
			read_passage(prose);
			(void)passage_takes(&prose->passage, record,
			    &prose->arena);
		}
	}
	read_passage(prose);
}
