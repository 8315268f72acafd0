#include "userdata.h"

#include "data/data.h"
#include "form/form.h"
#include "form/layout.h"
#include "format/html/breadcrumb.h"
#include "format/page/char_class.h"
#include "format/word/list_number.h"
#include "place/gazetteer.h"
#include "prose/prose.h"
#include "repair/repair_words.h"
#include "report/words.h"
#include "reuse/reuse_words.h"
#include "roster/roster_words.h"
#include "rule/example.h"
#include "rule/rules.h"
#include "section/identity/former.h"
#include "section/identity/mentions.h"
#include "section/line_pattern.h"
#include "section/word_list.h"
#include "series/crosswalk.h"
#include "source/manifest_columns.h"
#include "structure/structure_words.h"
#include "text/load.h"

void
userdata_lay(const char *directory)
{
	static struct rules rules;
	struct forms       *forms;

	data_overlay(directory);
	text_load();
	manifest_columns_load();
	html_breadcrumbs_load();
	list_numerals_load();
	page_classes_load();
	gazetteer_load();
	words_load();
	roster_words_load();
	line_patterns_load();
	mentions_load();
	renamings_load();
	repair_words_load();
	structure_words_load();
	report_words_load();
	reuse_words_load();
	forms = forms_load();
	layouts_free(layouts_load(forms));
	prose_vet();
	crosswalk_free(crosswalk_load(forms));
	rules_load(&rules, forms, NULL);
	examples_load();
	rules_free(&rules);
	forms_free(forms);
}
