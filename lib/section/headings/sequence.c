#include "candidates.h"

/* The best chain of headings, each with a higher number than the one before
 * and another section, that ends with a candidate. */
struct chain {
	size_t   candidate;
	size_t   before;	/* in chains; its own index: none */
	unsigned worth;		/* main sections count twice */
	unsigned sections;	/* a bit for each */
};

struct sequence {
	struct candidates *candidates;
	struct chain       chain[CANDIDATES_MAX];
	size_t             chains;
};

static struct candidate_heading *
candidate_of(const struct sequence *s, size_t chain)
{
	return &s->candidates->candidate[s->chain[chain].candidate];
}

static unsigned
number_of(const struct sequence *s, size_t chain)
{
	return candidate_of(s, chain)->heading.enumerator.number;
}

/* Adds the best chain that ends with candidate I. */
static void
add_chain(struct sequence *s, size_t i)
{
	const struct heading *h = &s->candidates->candidate[i].heading;
	unsigned              bit = heading_bit(h->section);
	unsigned              worth = (bit & HEADING_MAIN) != 0 ? 2 : 1;
	struct chain          chain = { i, s->chains, worth, bit };

	for (size_t j = 0; j < s->chains; j++)
		if (number_of(s, j) < h->enumerator.number &&
		    (s->chain[j].sections & bit) == 0 &&
		    s->chain[j].worth + worth > chain.worth) {
			chain.before = j;
			chain.worth = s->chain[j].worth + worth;
			chain.sections = s->chain[j].sections | bit;
		}
	s->chain[s->chains++] = chain;
}

/* Drops candidate of chain I, which is not on the best chain, if that has its
 * section, or if it stands out of the order between LOW and HIGH. */
static void
judge(struct sequence *s, size_t i, unsigned on_chain, unsigned low,
    unsigned high)
{
	struct candidate_heading *c = candidate_of(s, i);
	unsigned                  number = number_of(s, i);
	unsigned                  bit = heading_bit(c->heading.section);

	c->chosen = (bit & on_chain) == 0 && ((bit & HEADING_MAIN) != 0 ||
	    (number >= low && number <= high));
}

void
sequence_choose(struct candidates *c)
{
	struct sequence s = { .candidates = c };
	size_t          best = 0, at;
	unsigned        high = ~0u;

	for (size_t i = 0; i < c->n; i++)
		if (c->candidate[i].chosen && c->candidate[i].heading.
		    enumerator.kind == ENUMERATOR_HAN)
			add_chain(&s, i);
	for (size_t i = 1; i < s.chains; i++)
		if (s.chain[i].worth > s.chain[best].worth)
			best = i;
	at = best;
	for (size_t i = s.chains; i-- > 0;) {
		unsigned number = number_of(&s, i);

		if (i == at) {
			high = number;
			at = s.chain[i].before;
			if (at == i)	/* the first of the chain */
				at = s.chains;
		} else
			judge(&s, i, s.chain[best].sections,
			    at < i ? number_of(&s, at) : 0, high);
	}
}
