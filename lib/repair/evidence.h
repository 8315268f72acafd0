/* How much it says that a figure comes out right: 10 for one of ten that could
 * have come out as well, 20 for one of a hundred.  Added up over the identities
 * that a supposed mistake mends, and less the number of mistakes like it that
 * might have been supposed, it tells an explanation from a coincidence. */
#ifndef REPAIR_EVIDENCE_H
#define REPAIR_EVIDENCE_H

enum {
	EVIDENCE_BOUND = 3,	/* that a bound is kept: one of two */
	EVIDENCE_LIKELY = 20	/* beyond doubt */
};

/* That figures which were RESIDUAL apart, an amount, agree. */
int evidence_of(long long residual);

/* Of MANY that might have been. */
int evidence_choice(unsigned long long many);

#endif
