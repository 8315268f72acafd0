# terminal.awk: what a terminal wants of text.  To be run in the locale C, where a
# character is a byte; -v colours=1 where there are any, -v columns=80 of a line, 0 or
# nothing: as long as it is.

# TEXT in the colour CODE of ECMA-48.
function coloured(code, text) {
	return colours ? "\033[" code "m" text "\033[0m" : text
}

# The columns of the character that begins with the byte C: two of Han characters and
# of what is as wide.
function columns_of(c) {
	return c ~ /[\343-\355\357-\364]/ ? 2 : c ~ /[\200-\277]/ ? 0 : 1
}

# TEXT with its lines broken before the last column, INDENT blanks before each but the
# first, which has as many in front already.  Words and numbers stay whole.
function folded(text, indent,   n, at, part, wide, out, blank) {
	if (!columns || columns <= indent + 10)
		return text
	blank = sprintf("%" indent "s", "")
	at = indent
	while (text != "") {
		n = match(text, /^[0-9A-Za-z.%_-]+/) ? RLENGTH : 1
		wide = n > 1 ? n : columns_of(substr(text, 1, 1))
		while (n < length(text) && substr(text, n + 1, 1) ~ /[\200-\277]/)
			n++
		part = substr(text, 1, n)
		text = substr(text, n + 1)
		if (at + wide > columns && at > indent) {
			out = out "\n" blank
			at = indent
			if (part == " ")
				continue
		}
		out = out part
		at += wide
	}
	return out
}
