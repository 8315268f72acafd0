/* What pages are made from, the same for all documents. */
#ifndef REPORT_MATERIAL_H
#define REPORT_MATERIAL_H

#include "form/layout.h"
#include "record_file.h"
#include "rule/rules.h"

struct material {
	struct forms      *forms;
	struct layouts    *layouts;
	struct rules       rules;
	enum rule_language language;
	struct record_file findings, repairs;
};

#endif
