# describe.awk: descriptions of made-up reports for examples/render.awk, the
# same for the same SEED.
#
#	awk -v reports=20000 -v seed=1 -f describe.awk
#
# Four forms, several layouts, offices over successive years; figures that
# add up in most reports, and in one of forty a row that does not.

function random(n) {		# 0 .. n - 1
	# A generator of our own: rand() differs between awks.
	state = (state * 1103515245 + 12345) % 2147483648
	return int(state / 65536) % n
}

# Mostly zeros, as in the real tables.
function few() { return random(4) ? 0 : random(6) }

function sentences(n,    line) {
	for (; n > 0; n--)
		line = line sentence[random(sentence_count) + 1]
	return line
}

function paragraphs(n) {
	for (; n > 0; n--)
		print sentences(3 + random(3)) "\n"
}

function heading(text) { print text "\n" }

function opening(what) {
	print "= " office[o] "人民政府" year "年政府信息公开工作年度报告"
	print "根据《中华人民共和国政府信息公开条例》，" office[o] "编制本报告。统计期限自" year "年1月1日起，至" year "年12月31日止。" what "\n"
	made = 20 + random(400)
}

function closing() {
	print "\n" office[o] "人民政府\n\n" (year + 1) "年1月" (5 + random(24)) "日"
}

function row(item,    i) {
	printf "%s", item
	for (i = 1; i <= 6; i++)
		printf " %d", cell[item, i]
	print ""
}

# What came in is what went out, and last year's forward is this year's
# carried.
function requests(    i, k, n, it) {
	print "@requests"
	k = split("forward partial denied.third-party denied.internal denied.process unable.not-held unable.unclear unprocessed.petition open", it, " ")
	for (i = 1; i <= 6; i++) {
		cell["carried", i] = cell["forward", i] + 0
		sum = 0
		for (n = 1; n <= k; n++)
			sum += cell[it[n], i] = few()
		if (sum < cell["carried", i])
			cell["open", i] += cell["carried", i] - sum
		cell["new", i] = sum > cell["carried", i] ? sum - cell["carried", i] : 0
	}
	row("new")
	row("carried")
	for (n = 1; n <= k; n++)
		row(it[n])
	if (!random(40))
		print "results.total 1 2 3"
	print "@end"
}

function review(    i, k, n, total, group, out) {
	print "@review"
	split("reconsideration litigation.direct litigation.after", group, " ")
	split("maintain correct other pending", out, " ")
	for (i = 1; i <= 3; i++) {
		total = 0
		for (k = 1; k <= 4; k++) {
			n = random(6) ? 0 : random(3)
			total += n
			print group[i] "." out[k], n
		}
		print group[i] ".total", total
	}
	print "@end"
}

function modern(form,    a, b, i, n, it) {
	opening("")
	heading("一、总体情况")
	print year "年，主动公开政府信息" made "条。\n"
	paragraphs(18)
	heading("二、主动公开政府信息情况")
	print "@proactive"
	a = random(9)
	b = random(4)
	if (form == 2019) {
		print "normative", a, a, total["normative"] += a
		n = split("licence other-services penalty coercion", it, " ")
		for (i = 1; i <= n; i++) {
			b = random(4)
			print it[i], total[it[i]] + 0, b, random(900)
			total[it[i]] += b
		}
		print "procurement", random(40), 1000 * random(3000)
	} else {
		print "normative", a, b, total["normative"] += a - b
		print "licence", random(900)
		print "penalty", random(900)
		print "fees", random(900) "." 1 + random(9)
	}
	print "@end"
	heading("三、收到和处理政府信息公开申请情况")
	requests()
	heading("四、政府信息公开行政复议、行政诉讼情况")
	review()
	heading("五、存在的主要问题及改进情况")
	paragraphs(6)
	heading("六、其他需要报告的事项")
	heading("无。")
	closing()
}

function old_sections(    received) {
	heading("一、概述")
	paragraphs(16)
	heading("二、主动公开政府信息的情况")
	print year "年，主动公开政府信息" made "条。\n"
	paragraphs(9)
	heading("三、政府信息依申请公开办理情况")
	paragraphs(1)
	heading("四、因政府信息公开申请行政复议、提起行政诉讼的情况")
	heading("没有因政府信息公开申请行政复议、提起行政诉讼的情况。")
	heading("五、存在的主要问题及改进措施")
	paragraphs(6)
	heading("六、需要说明的事项与附表")
}

# A row of this year's figure and that of all years.
function growing(item, n) { print item, n, total[item] += n }

function of_2008(    a, b, c) {
	opening("")
	old_sections()
	print "@annex"
	growing("proactive.documents", made)
	growing("proactive.documents.site", made)
	a = random(5)
	b = random(9)
	c = random(4)
	growing("requests.received", a + b + c)
	growing("requests.received.in-person", a)
	growing("requests.received.online", b)
	growing("requests.received.post-fax", c)
	growing("requests.answered", a + b + c)
	growing("requests.answered.open", a + b + c)
	print "@end"
	closing()
}

function of_2014(    a, b, c) {
	opening("")
	old_sections()
	print "@stats"
	print "proactive.total " made
	print "proactive.normative " random(9)
	print "channel.site " made
	print "channel.wechat " random(made + 1)
	print "respond.articles " random(30)
	a = random(5)
	b = random(9)
	c = random(4)
	print "requests.received " a + b + c
	print "requests.received.in-person " a
	print "requests.received.online " b
	print "requests.received.post " c
	print "requests.completed " a + b + c
	print "requests.completed.on-time " a + b + c
	print "requests.answered " a + b + c
	print "requests.answered.open " a + b + c
	print "org.staff 5"
	print "org.staff.parttime 5"
	print "org.fund " random(20) ".5"
	print "training.courses " random(5)
	print "@end"
	closing()
}

function layout_of(form) {
	if (form == 2008)
		return random(2) ? "pipes" : "lines"
	if (form == 2014)
		return random(2) ? "tabs" : "pipes"
	return word[random(4) + 1]
}

BEGIN {
	state = seed + 0
	offices = split("柳桥 枫亭 东渡 石盘 云岭 青浦 沙溪 白塔 长堤 古井 南湾 北坡 双河 三江 大泽 小岭 金滩 银杏 木兰 竹溪", stem, " ")
	counties = split("青石县 白沙县 长岭县 平湖县 安溪口县", county, " ")
	kinds = split("镇 乡 街道 县 区", kind, " ")
	split("tabs pipes spaces lines", word, " ")
	sentence_count = split("各科室按季度清理公开目录，对过期的内容及时撤下。|县里组织了两轮业务培训，每个单位都有人参加。|对群众关心的住房、就学和就医问题，做到先解读再发布。|便民服务中心设有查阅点，备有电脑和纸质目录。|公开前由专人审查，再由分管负责人签发。|与去年相比，答复的时间有所缩短，文书也更规范。|通过网站、公告栏和微信公众号多种渠道发布信息。|各村的公开栏统一了样式，由村务监督委员会核对。|建立了台账，逐件登记申请的来源、内容和办理结果。|对重点项目的进展按月更新，并附有图片和说明。|财政预算和决算按规定的时间和格式公开。|听取了群众代表和企业的意见，并逐条作了回应。|对答复文书进行抽查，发现问题的当场改正。|规范性文件印发后及时上网，并同时发布解读。|在服务大厅的显示屏上滚动播放办事指南。|完善了舆情回应机制，做到及时研判、稳妥处置。", sentence, "|")
	for (n = 0; n < reports; n++) {
		# Each office reports for five years in a row.
		if (n % 5 == 0) {
			o = n / 5
			split("", total)
			total["normative"] = 20 + random(60)
			split("", cell)
			office[o] = county[int(o / 2000) % counties + 1] stem[int(o / 100) % offices + 1] \
			    stem[o % offices + 1] kind[int(o / 20) % kinds + 1]
		}
		first = o % 4 == 0 ? 2009 : o % 4 == 1 ? 2014 : 2019
		year = first + n % 5
		form = year > 2020 ? 2021 : year > 2018 ? 2019 : year > 2013 ? 2014 : 2008
		printf "@report %02d/%05d.txt %d %s %s %d\n", int(n / 1000), n, form, layout_of(form), office[o], year
		if (form == 2008)
			of_2008()
		else if (form == 2014)
			of_2014()
		else
			modern(form)
	}
}
