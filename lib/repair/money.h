/* Amounts of money in another unit: 元 where 万元 is asked for. */
#ifndef REPAIR_MONEY_H
#define REPAIR_MONEY_H

#include "form/form.h"
#include "trial.h"

/* Whether CELL of TRIAL, of the form FORM, is an amount of money that is about
 * ten thousand times that of BEFORE, last year's report: then *RIGHT is what it
 * should be.  No identity of the form has these cells. */
bool money_is_scaled(const struct trial *trial, unsigned cell,
    const struct report *before, const struct forms *forms,
    struct slice form, long long *right);

#endif
