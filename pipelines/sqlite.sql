-- SQLite's .import knows neither NULL nor the escapes \t \n \r \\.
update facts set
	year = nullif(year, ''), value = nullif(value, ''),
	region = nullif(region, ''), org = nullif(org, ''),
	form = nullif(form, ''), unit = nullif(unit, ''),
	loc = nullif(loc, ''), col = nullif(col, '');
update findings set
	year = nullif(year, ''), region = nullif(region, ''),
	org = nullif(org, ''), "where" = nullif("where", ''),
	"left" = nullif("left", ''), "right" = nullif("right", ''),
	loc = nullif(loc, '');
update facts set raw = replace(replace(replace(replace(replace(raw,
	'\\', char(1)), '\t', char(9)), '\n', char(10)), '\r', char(13)),
	char(1), '\')
	where instr(raw, '\') > 0;
update facts set doc = replace(replace(replace(replace(replace(doc,
	'\\', char(1)), '\t', char(9)), '\n', char(10)), '\r', char(13)),
	char(1), '\')
	where instr(doc, '\') > 0;
update findings set doc = replace(replace(replace(replace(replace(doc,
	'\\', char(1)), '\t', char(9)), '\n', char(10)), '\r', char(13)),
	char(1), '\')
	where instr(doc, '\') > 0;
create index facts_by_office on facts (org, year);
create index facts_by_item on facts (item, col, year);
create index findings_by_office on findings (org, year);
