"""The lines of --help whose words do not begin in the column of the others: Han
characters take two."""
import re
import sys
import unicodedata

for line in sys.stdin:
    option = re.match(r"  (-\w, |    )--\S+( \S+)?( +)", line)
    if option is None:
        continue
    width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in option.group())
    if width != 30 and not (width > 30 and option[3] == " "):
        print(line, end="")
