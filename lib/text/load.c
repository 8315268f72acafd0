#include "load.h"

#include "figure_words.h"
#include "fold.h"
#include "numeral.h"
#include "unit.h"

void
text_load(void)
{
	fold_load();
	enumerators_load();
	label_words_load();
	units_load();
	figure_words_load();
	numerals_load();
}
