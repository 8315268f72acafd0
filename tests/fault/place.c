#define _GNU_SOURCE
#include "place.h"

#include <ctype.h>
#include <errno.h>
#include <execinfo.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How far up functions tell places apart: in what we wrote, and in programs of
 * others, of which it matters that each fails, and of which kind the call was. */
enum { FRAMES = 14, FRAMES_OF_OTHERS = 6 };

static const unsigned long hash_start = 0xcbf29ce484222325, hash_prime = 0x100000001b3;

static unsigned long program;
static int           frames_told = FRAMES_OF_OTHERS;
static _Thread_local bool inside;	/* unwinding may call what is counted */

/* How long the name of a folder is at WORD that the environment names so; 0. */
static size_t
folder_at(const char *word, const char *name)
{
	const char *folder = getenv(name);
	size_t      n = folder != NULL ? strlen(folder) : 0;

	return n > 0 && strncmp(word, folder, n) == 0 ? n : 0;
}

/* What is drawn anew for each run is left out: numbers, the folder of all that is
 * tried, and names of temporary files with theirs. */
static unsigned long
hash_word(unsigned long hash, const char *word)
{
	size_t n;

	while (*word != '\0') {
		if ((n = folder_at(word, "TMPDIR")) > 0) {
			word += n + 1;
			word += strcspn(word, "/'\" ");
		} else if ((n = folder_at(word, "FAULT_WORK")) > 0) {
			word += n;
		} else {
			if (!isdigit((unsigned char)*word))
				hash = (hash ^ (unsigned char)*word) * hash_prime;
			word++;
		}
	}
	return (hash ^ '\n') * hash_prime;
}

/* Whether the program is one of the folder that FAULT_OWN names. */
static bool
is_own(void)
{
	const char *own = getenv("FAULT_OWN");
	char        path[4096];
	ssize_t     n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (own == NULL || n < 0)
		return false;
	path[n] = '\0';
	return strncmp(path, own, strlen(own)) == 0;
}

void
place_begin(int argc, char *const argv[])
{
	void *frames[1];

	if (is_own())
		frames_told = FRAMES;
	program = hash_start;
	for (int i = 0; i < argc; i++)
		program = hash_word(program, argv[i]);
	backtrace(frames, 1);	/* loads what it needs */
}

static unsigned long
key_of_call(enum fault_kind kind)
{
	void         *frames[FRAMES];
	int           n;
	unsigned long key = program ^ (unsigned long)kind;

	inside = true;
	n = backtrace(frames, frames_told);
	inside = false;
	for (int i = 0; i < n; i++)
		key = (key ^ (unsigned long)frames[i]) * hash_prime;
	key ^= key >> 32;
	return key != 0 ? key : 1;
}

static void
note(struct fault_plan *plan, unsigned long key, enum fault_kind kind)
{
	for (unsigned long i = key, tried = 0; tried < FAULT_PLACES; i++, tried++) {
		struct fault_place *place = &plan->places[i % FAULT_PLACES];
		unsigned long       none = 0;

		if (atomic_compare_exchange_strong(&place->key, &none, key) ||
		    none == key) {
			place->kind = (int)kind;
			strncpy(place->program, program_invocation_short_name,
			    sizeof(place->program) - 1);
			atomic_fetch_add(&place->calls, 1);
			return;
		}
	}
	atomic_fetch_add(&plan->unplaced, 1);
}

bool
place_counts(struct fault_plan *plan, enum fault_kind kind)
{
	unsigned long key;

	if (inside)
		return false;
	if (plan->place != 0 && (int)kind != plan->kind)
		return true;
	/* Those that fail from one on need not be of its place. */
	if (plan->last == (unsigned long)-1 && atomic_load(&plan->hits) > 0)
		return true;
	key = key_of_call(kind);
	if (plan->place != 0)
		return key == plan->place;
	note(plan, key, kind);
	return true;
}
