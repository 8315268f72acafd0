# shown.awk: a field for a reader's eye, as lib/base/visible.h has it for the
# filters.  To be run in the locale C, where a character is a byte.

# FIELD without the escapes of records, on one line, in which nothing is hidden:
# what a terminal or a page would obey, or show nothing of, and what is no UTF-8,
# is \x1B, \u202E or \U000E0001.
function shown(field) {
	if (index(field, "\\"))
		field = shown_unescaped(field)
	if (!shown_character)
		shown_begin()
	return field ~ ("^(" shown_character ")*$") && \
	    field !~ shown_hidden ? field : shown_escaped(field)
}

function shown_unescaped(field,   n, i, part) {
	n = split(field, part, /\\\\/)
	for (i = 1; i <= n; i++)
		gsub(/\\[tnr]/, " ", part[i])
	field = part[1]
	for (i = 2; i <= n; i++)
		field = field "\\" part[i]
	return field
}

# The same as a field of a record again.
function shown_field(field,   n, i, part) {
	n = split(shown(field), part, "\\")
	field = part[1]
	for (i = 2; i <= n; i++)
		field = field "\\\\" part[i]
	return field
}

# Fills in what is a character, what of these is hidden, and what bytes are.
function shown_begin(   i) {
	shown_character = "[\001-\177]|[\302-\337][\200-\277]|" \
	    "\340[\240-\277][\200-\277]|[\341-\354\356\357][\200-\277]" \
	    "[\200-\277]|\355[\200-\237][\200-\277]|\360[\220-\277]" \
	    "[\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277]" \
	    "[\200-\277]|\364[\200-\217][\200-\277][\200-\277]"
	shown_hidden = "[\001-\037\177]|\302[\200-\237\255]|\315\217|" \
	    "\330[\200-\205\234]|\333\235|\334\217|" \
	    "\340\242[\220\221]|\340\243\242|" \
	    "\341\205[\237\240]|\341\236[\264\265]|" \
	    "\341\240[\213-\217]|\342\200[\213-\217\250-\256]|" \
	    "\342\201[\240-\257]|\342\240\200|\343\205\244|" \
	    "\357\270[\200-\217]|\357\273\277|\357\276\240|" \
	    "\357\277[\260-\273]|\360\221\202\275|\360\221\203\215|" \
	    "\360\223\220[\260-\277]|\360\233\262[\240-\243]|" \
	    "\360\235\205[\263-\272]|\363\240[\200-\277][\200-\277]"
	for (i = 1; i < 256; i++)
		shown_number[sprintf("%c", i)] = i
}

function shown_escaped(text,   out, c) {
	for (; text != ""; text = substr(text, length(c) + 1)) {
		if (!match(text, "^(" shown_character ")")) {
			c = substr(text, 1, 1)
			out = out sprintf("\\x%02X", shown_number[c])
			continue
		}
		c = substr(text, 1, RLENGTH)
		out = out (c ~ shown_hidden ? shown_escape(c) : c)
	}
	return out
}

# The escape of C, one character.
function shown_escape(c,   n, i, number) {
	n = length(c)
	number = shown_number[substr(c, 1, 1)]
	if (n == 1)
		return sprintf("\\x%02X", number)
	number %= n == 2 ? 32 : n == 3 ? 16 : 8
	for (i = 2; i <= n; i++)
		number = number * 64 + shown_number[substr(c, i, 1)] % 64
	return sprintf(number < 65536 ? "\\u%04X" : "\\U%08X", number)
}
