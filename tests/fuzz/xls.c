#include "decode.h"

FUZZ_FORMAT(format_xls)
