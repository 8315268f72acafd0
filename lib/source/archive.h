/* Containers: what libarchive reads, and WARC files. */
#ifndef SOURCE_ARCHIVE_H
#define SOURCE_ARCHIVE_H

#include "source.h"

container_fn archive_each, warc_each;

#endif
