#include "form.h"

#include <stdlib.h>

#include "base/memory.h"
#include "items.h"
#include "labels.h"

struct forms *
forms_load(void)
{
	struct forms *forms = memory_get(sizeof(*forms));

	*forms = (struct forms){ .items = 0 };
	form_read_items(forms);
	form_read_labels(forms);
	return forms;
}

void
forms_free(struct forms *forms)
{
	free(forms->form);
	free(forms->item);
	free(forms->column);
	free(forms->spelling);
	free(forms->word);
	free(forms);
}
