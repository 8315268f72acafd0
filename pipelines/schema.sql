-- The records of nianbao-records(5) as tables, for SQLite and PostgreSQL.
drop table if exists facts;
create table facts (
	doc text not null, region text, org text, year integer, form text,
	item text not null, col text, value numeric, unit text,
	state text not null, source text not null, loc text, raw text
);
drop table if exists findings;
create table findings (
	doc text not null, region text, org text, year integer,
	rule text not null, level text not null, verdict text not null,
	"where" text, "left" text, "right" text, cells text, loc text,
	message text
);
