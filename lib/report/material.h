/* What pages are made from, the same for all documents. */
#ifndef REPORT_MATERIAL_H
#define REPORT_MATERIAL_H

#include "claims.h"
#include "form/layout.h"
#include "last_round.h"
#include "record_file.h"
#include "rule/rules.h"

struct material {
	struct forms      *forms;
	struct layouts    *layouts;
	struct rules       rules;
	enum rule_language language;
	struct record_file findings, repairs;
	struct record_file documents;	/* what tabulate tells of them */
	struct record_file names;	/* what the roster calls their offices */
	struct last_round  round;
	struct claims      claims;
};

#endif
