/* The types that are read by extract-office. */
#ifndef FORMAT_OFFICE_TYPES_H
#define FORMAT_OFFICE_TYPES_H

/* X(type, NAME), which format_NAME reads. */
#define OFFICE_TYPES(X)                                                       \
	X("application/msword", doc)                                          \
	X("application/vnd.ms-excel", xls)                                    \
	X("application/vnd.openxmlformats-officedocument"                     \
	    ".wordprocessingml.document", docx)                               \
	X("application/vnd.ms-word.flat-opc+xml", docx)                       \
	X("application/vnd.openxmlformats-officedocument"                     \
	    ".spreadsheetml.sheet", xlsx)                                     \
	X("application/ofd", ofd)                                             \
	X("application/epub+zip", epub)                                       \
	X("application/vnd.oasis.opendocument", odf)                          \
	X("application/vnd.oasis.opendocument.text", odf)                     \
	X("application/vnd.oasis.opendocument.spreadsheet", odf)              \
	X("application/vnd.oasis.opendocument.flat-xml", flat_odf)

/* Types that LibreOffice converts: X(type, what it is called). */
#define CONVERTED_TYPES(X)                                                    \
	X("application/vnd.ms-excel.sheet.binary.macroenabled.12", "XLSB")    \
	X("application/vnd.ms-works", "Works")                                \
	X("application/x-word-95", "Word 6 or 95")                            \
	X("application/x-excel-4", "Excel 4 or older")                        \
	X("application/vnd.ms-word+xml", "Word XML")                          \
	X("application/vnd.ms-excel+xml", "Excel XML")                        \
	X("application/vnd.uof.text", "UOF")                                  \
	X("application/vnd.uof.spreadsheet", "UOF")

#endif
