# names.awk FRAMES NAMES: each name in each frame, as make.awk writes them.  What an
# office calls itself is the end of its name, in bytes: a character, or 中心.
/^#/ { next }
NR == FNR { frame[++frames] = $0; next }
{
	self = substr($0, length($0) - 2)
	if ($0 ~ /中心$/)
		self = "中心"
	else if (index("局委办会队所社站馆院厅", self) == 0)
		self = "单位"
	for (i = 1; i <= frames; i++) {
		page = frame[i]
		gsub(/\{O\}/, "涟水县" $0, page)
		gsub(/\{B\}/, $0, page)
		gsub(/\{S\}/, self, page)
		gsub(/\|/, "\n", page)
		print "== n" FNR "." i "|涟水县" $0 "|涟水县|2022|report\n" page
	}
}
