#include "decode.h"

FUZZ_FORMAT(format_rtf)
