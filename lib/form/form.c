#include "form.h"

size_t
form_number(const struct forms *forms, struct slice name)
{
	for (size_t i = 0; i < forms->forms; i++)
		if (slice_eq(forms->form[i].name, name))
			return i;
	return NO_FORM;
}

bool
forms_is_like(const struct forms *forms, struct slice form,
    struct slice ancestor)
{
	if (slice_eq(form, ancestor))
		return true;
	for (size_t i = form_number(forms, form); i != NO_FORM;
	    i = forms->form[i].like)
		if (slice_eq(forms->form[i].name, ancestor))
			return true;
	return false;
}

bool
form_item_has(const struct form_item *item, struct slice col)
{
	for (int c = 0; c < item->cols; c++)
		if (slice_eq(item->col[c], col))
			return true;
	return false;
}

bool
form_item_is_parted(const struct form_item *item, const struct form_item *part)
{
	return part->of_form == item->of_form &&
	    slice_eq(part->parent, item->code) &&
	    !slice_eq(part->variant, item->variant);
}

const struct form_item *
form_item(const struct forms *forms, struct slice form, struct slice code)
{
	unsigned long long hash = hash_on(hash_of(form), code);
	size_t             probe = 0, i;

	while ((i = map_next(&forms->by_code, hash, &probe)) != MAP_NONE)
		if (slice_eq(forms->item[i].code, code) &&
		    slice_eq(forms->item[i].form, form))
			return &forms->item[i];
	return NULL;
}

/* The first label of column CODE that is given for FORM, or, with ANY, for no
 * form at all; NULL when there is none. */
static const struct slice *
first_label(const struct forms *forms, struct slice form, struct slice code,
    bool any)
{
	for (size_t i = 0; i < forms->columns; i++) {
		const struct form_label *c = &forms->column[i];

		if (slice_eq(c->code, code) && (slice_eq(c->form, form) ||
		    (any && c->form.n == 0)))
			return &c->text;
	}
	return NULL;
}

struct slice
form_column_label(const struct forms *forms, struct slice form,
    struct slice code)
{
	size_t              number = form_number(forms, form);
	const struct slice *label = NULL;

	/* Labels given for a form go before those of the form it is like. */
	for (; label == NULL && number != NO_FORM &&
	    forms->form[number].like != NO_FORM;
	    number = forms->form[number].like) {
		label = first_label(forms, form, code, false);
		form = forms->form[forms->form[number].like].name;
	}
	if (label == NULL)
		label = first_label(forms, form, code, true);
	return label != NULL ? *label : code;
}
