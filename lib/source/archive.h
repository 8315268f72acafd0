/* Containers: compressed files, what libarchive reads, WARC files, messages. */
#ifndef SOURCE_ARCHIVE_H
#define SOURCE_ARCHIVE_H

#include "source.h"

container_fn compressed_each, archive_each, warc_each, message_each;

#endif
