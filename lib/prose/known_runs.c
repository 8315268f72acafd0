#include "known_runs.h"

#include "base/hash.h"

uint64_t
set_of_bytes(struct slice text)
{
	uint64_t set = 0;

	for (size_t i = 0; i < text.n; i++)
		set |= (uint64_t)1 << ((unsigned char)text.p[i] & 63);
	return set;
}

struct known_run *
known_run_at(struct known_runs *known, struct slice text)
{
	uint16_t *number = &known->number[hash_cheap(text) % RUNS_KNOWN];

	if (*number == 0)
		*number = ++known->runs;
	return &known->run[*number - 1];
}
