# A line for each harness, of what run noted: name, executions, seconds, edges,
# features, whether it broke.
BEGIN { FS = "\t" }
{
	executions[$1] += $2
	seconds[$1] += $3
	if ($4 > edges[$1])
		edges[$1] = $4
	if ($5 > features[$1])
		features[$1] = $5
	found[$1] += $6
}
END {
	format = "%-12s %12s %8s %8s %9s %6s\n"
	printf format, "harness", "executions", "a second", "edges", "features", "found"
	for (name in executions) {
		rate = seconds[name] > 0 ? int(executions[name] / seconds[name]) : 0
		printf(format, name, executions[name], rate, edges[name],
		    features[name], found[name]) | "LC_ALL=C sort"
	}
	close("LC_ALL=C sort")
}
