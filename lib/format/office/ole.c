#include "ole.h"

#include <gsf/gsf.h>
#include <stdlib.h>

#include "base/memory.h"

struct ole {
	GsfInput  *input;
	GsfInfile *file;
	size_t     bytes;
};

/* The library remarks on damage at length; we give one reason a file. */
static void
say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message,
    gpointer context)
{
	(void)domain;
	(void)level;
	(void)message;
	(void)context;
}

void
ole_close(struct ole *ole)
{
	if (ole->file != NULL)
		g_object_unref(ole->file);
	if (ole->input != NULL)
		g_object_unref(ole->input);
	free(ole);
}

/* Names are compared without case: [MS-CFB] 2.6.4. */
static GsfInput *
open_stream(struct ole *ole, const char *name)
{
	int n = gsf_infile_num_children(ole->file);

	for (int i = 0; i < n; i++) {
		const char *other = gsf_infile_name_by_index(ole->file, i);

		if (other != NULL && g_ascii_strcasecmp(other, name) == 0)
			return gsf_infile_child_by_index(ole->file, i);
	}
	return NULL;
}

struct ole *
ole_open(struct slice bytes, const char **failed)
{
	struct ole *ole = memory_get(sizeof(*ole));
	GsfInput   *encrypted = NULL;

	g_log_set_default_handler(say_nothing, NULL);
	*ole = (struct ole){ .bytes = bytes.n };
	ole->input = gsf_input_memory_new((const guint8 *)bytes.p,
	    (gsf_off_t)bytes.n, FALSE);
	if (ole->input != NULL)
		ole->file = gsf_infile_msole_new(ole->input, NULL);
	if (ole->file != NULL)
		encrypted = open_stream(ole, "EncryptedPackage");
	if (ole->file != NULL && encrypted == NULL)
		return ole;
	*failed = ole->file == NULL ? "a damaged OLE2 file" :
	    "encrypted with a password";
	if (encrypted != NULL)
		g_object_unref(encrypted);
	ole_close(ole);
	return NULL;
}

/* Reads in parts, so that what a damaged stream still has is kept. */
static size_t
read_in_parts(GsfInput *stream, char *out, size_t n)
{
	enum { PART = 4096 };
	size_t done = 0;

	while (done < n) {
		size_t part = n - done < PART ? n - done : PART;

		if (gsf_input_read(stream, part, (guint8 *)out + done) == NULL)
			break;
		done += part;
	}
	return done;
}

struct slice
ole_stream(struct ole *ole, const char *name)
{
	GsfInput    *stream = open_stream(ole, name);
	gsf_off_t    size;
	struct slice all = { NULL, 0 };
	char        *copy;

	if (stream == NULL)
		return all;
	size = gsf_input_size(stream);
	/* a size is no promise: a stream is smaller than its file */
	if (size >= 0 && (size_t)size <= ole->bytes) {
		copy = memory_get((size_t)size);
		all = (struct slice){ copy,
		    read_in_parts(stream, copy, (size_t)size) };
	}
	g_object_unref(stream);
	return all;
}
