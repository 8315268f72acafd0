# describe.awk: the reports of figures.tsv as descriptions for examples/render.awk:
# sentences alone until 2010, then the tables of each year's form.
BEGIN {
	FS = "\t"
	office = "青石县水务局"
}
/^#/ { next }
FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}
function of(name) { return $at[name] }
# A row of applicants, all of them natural persons.
function row(item, n) { if (n > 0) print item " " n " 0 0 0 0 0" }
function sentences() {
	print year "年，我局主动公开政府信息" of("documents") "条。"
	if (of("form") >= 2019) {
		print "我局新收政府信息公开申请" of("received") "件。"
		print "发出收费通知1件，收取信息处理费" of("fees") "元。"
		return
	}
	results = of("form") != "-" ? "" : "，其中同意公开" of("open") "件，部分公开" of("partial") "件，不予公开" of("denied") "件"
	print "我局共收到政府信息公开申请" of("received") "件" results "。"
	if (of("form") != 2014)
		print "依申请公开收取检索、复制费用" of("fees") "元。"
	if (of("form") != "-")
		return
	print "因政府信息公开被申请行政复议" of("reconsideration") "件，被提起行政诉讼" of("litigation") "件。"
}
function annex() {
	print "@annex"
	print "proactive.documents", of("documents"), 900
	print "requests.received", of("received"), 90
	print "requests.received.online", of("received"), 90
	print "requests.answered", of("open") + of("partial") + of("denied"), 90
	print "requests.answered.open", of("open"), 70
	print "requests.answered.partial", of("partial"), 10
	print "requests.answered.refused", of("denied"), 10
	print "review.reconsideration.total", of("reconsideration"), 9
	print "review.litigation.total", of("litigation"), 9
	print "@end"
}
function stats() {
	print "@stats"
	print "proactive.total", of("documents")
	print "requests.received", of("received")
	print "requests.received.online", of("received")
	print "requests.completed", of("received")
	print "requests.completed.on-time", of("received")
	print "requests.answered", of("received")
	print "requests.answered.published 2"
	print "requests.answered.open", of("open") - 2
	print "requests.answered.partial", of("partial")
	print "requests.answered.refused", of("denied")
	print "requests.answered.refused.privacy", of("denied")
	print "requests.answered.not-exist", of("not-held")
	print "review.reconsideration", of("reconsideration")
	print "review.reconsideration.maintain", of("reconsideration")
	print "review.litigation", of("litigation")
	print "review.litigation.maintain", of("litigation")
	print "fees.received", sprintf("%.4f", of("fees") / 10000)
	print "@end"
}
function tables() {
	print "@proactive\n@end\n三、收到和处理政府信息公开申请情况\n@requests"
	row("new", of("received"))
	row("carried", of("carried"))
	row("open", of("open"))
	row("partial", of("partial"))
	row("denied.third-party", of("denied") - 1)
	row("denied.internal", 1)
	row("unable.not-held", of("not-held"))
	row("forward", of("forward"))
	print "@end\n四、政府信息公开行政复议、行政诉讼情况\n@review"
	print "reconsideration.maintain", of("reconsideration")
	print "reconsideration.total", of("reconsideration")
	print "litigation.direct.maintain", of("litigation")
	print "litigation.direct.total", of("litigation")
	print "@end"
}
{
	year = $1
	print "@report " year ".txt " (of("form") == "-" ? 2008 : of("form")) " tabs " office " " year
	print "= " office year "年政府信息公开工作年度报告\n"
	print "本报告统计期限为" year "年1月1日至" year "年12月31日。\n"
	print (of("form") >= 2019 ? "一、总体情况\n" : "一、概述\n")
	sentences()
	if (of("form") == 2008 || of("form") == 2014)
		print "\n六、附表\n"
	if (of("form") >= 2019)
		print "\n二、主动公开政府信息情况"
	if (of("form") == 2008)
		annex()
	else if (of("form") == 2014)
		stats()
	else if (of("form") >= 2019)
		tables()
	print "\n五、存在的主要问题及改进情况\n\n公开的目录更新不够及时，下一年按季核对。"
}
