/* Where records go: a store or a file, chosen by its name. */
#ifndef EXPORT_TARGET_H
#define EXPORT_TARGET_H

#include <stdbool.h>

#include "export/record_type.h"

/* What the user says of the target; the strings are argv's. */
struct destination {
	const char *path;	/* NULL: standard output */
	bool        replaces;	/* all that is there, not only documents */
	bool        bom;	/* a byte order mark in front */
	bool        verbatim;	/* cells that a spreadsheet may calculate too */
};

/* One target.  Whatever goes wrong is reported with warn_at; from then on
 * nothing but `finish' is called.  STATE is what `open' returned. */
struct target {
	const char *name;
	bool        needs_path;
	bool        one_type;	/* takes facts or findings, not both */
	bool        keeps_documents;	/* replaces and withdraws by document */
	void     *(*open)(const struct destination *destination);
	/* Records of TYPE will come, or there are none of it; once each.
	 * NULL: does nothing. */
	void      (*begin)(void *state, const struct record_type *type);
	/* A record: a cell, escapes undone, for each field of TYPE; an empty
	 * one is nothing.  They live for the call. */
	void      (*record)(void *state, const struct record_type *type,
	    const struct slice cell[]);
	/* All records of DOCUMENT are to go. */
	void      (*withdraw)(void *state, struct slice document);
	/* Puts everything in its place if IS_GOOD and it can be done, else leaves
	 * everything as it was.  Frees STATE. */
	void      (*finish)(void *state, bool is_good);
};

/* The target NAME, or NULL. */
const struct target *target_find(const char *name);

extern const struct target target_csv, target_ndjson, target_package,
    target_postgres, target_sqlite;

#endif
