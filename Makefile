# nianbao: figures from China's yearly reports on government disclosure.
#
#	make			the filters, into bin/
#	make demo		installs what is missing, builds, shows a run
#	make test		[LOTS=100] installs what is missing, builds, tests
#	make bench		ratios against other tools, in one run
#	make flips		[FLIPS=10000] archives with one bit flipped
#	make fuzz		[FUZZ_SECONDS=60] readers and filters on any input
#	make soak		[SOAK_HOURS=8] the same, for hours
#	make sanitized		[LOTS=100] the tests under clang's sanitizers
#	make goldens		[FILTER=check] takes what comes out for right
#	make judged		how made-up reports with one thing wrong are judged
#	make totals		[SEED=1 TABLES=1000] totals where blanks have vanished
#	make causes		what pinpoint makes of slips and moved tables
#	make chains		what is found in years and copies of offices
#	make january		what annual says of a made-up office of 200 units
#	make times		how long pinpoint takes for what is wrong
#	make kills		[MOMENTS=1000] scripts killed, and the power failing, at any moment
#	make many		spread on hosts and a cluster, killed: in full
#	make mutants		[N=300] [ROOM=table] faults that no test notices
#	make faults		has calls of the programs fail, one by one
#	make coverage		lines and branches that the tests run
#	sh tests/fresh SUITE	make demo and test on a bare system of that release
#	make deb		a Debian package, into build/deb
#	make install		[DESTDIR=] [PREFIX=/usr/local] [PROGRAM_PREFIX=]

PREFIX         = /usr/local
BINDIR         = $(PREFIX)/bin
SHAREDIR       = $(PREFIX)/share/nianbao
MANDIR         = $(PREFIX)/share/man
DOCDIR         = $(PREFIX)/share/doc/nianbao
BASHDIR        = $(PREFIX)/share/bash-completion/completions
ZSHDIR         = $(PREFIX)/share/zsh/site-functions
PROGRAM_PREFIX =

CC       = cc
CFLAGS   = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic $(WERROR)
WERROR   =
BUILD    = build
BIN      = bin

# A manual is in man1, man5 or man7, one in Chinese below zh_CN.
MANUAL_FOLDERS := $(foreach n,1 5 7,man$(n) zh_CN/man$(n))
manual_folder   = $(if $(findstring doc/zh/,$(1)),zh_CN/)man$(subst .,,$(suffix $(1)))

# Every room of lib/ and the data compiled into it go into one archive; a
# filter links what it uses and no more.
SOURCES := $(filter-out lib/compile/%,$(sort $(wildcard lib/*/*.c lib/*/*/*.c)))
COMPILE := $(sort $(wildcard lib/compile/*.c))
DATA    := $(sort $(wildcard lib/data/*.tsv))
FILTERS := $(sort $(wildcard filters/*.c))
PARTS   := $(sort $(wildcard lib/*/*.css lib/*/*.js lib/*/*.xml))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(DATA:%=$(BUILD)/%.o) \
	$(PARTS:%=$(BUILD)/%.o) \
	$(BUILD)/lib/data/place-names.tsv.o $(BUILD)/lib/place/starts.o
NAMES   := $(FILTERS:filters/%.c=%)
LIBRARY := $(BUILD)/libnianbao.a

# The scripts around the filters, and the manuals, can be reached from bin/ as
# well: with it in PATH the tree is as good as installed.
PIPELINES := annual nightly spread status return-notes waive load-sqlite load-postgres plot
RULE_LIST := $(BUILD)/doc/nianbao-rule-list.5 $(BUILD)/doc/zh/nianbao-rule-list.5
MANUALS   := $(wildcard doc/*.[157] doc/zh/*.[157]) $(RULE_LIST)

LIBRARIES = -larchive -lz -lbrotlidec -lzstd -llzma -lbz2 -lnettle -lutf8proc -lcsv -lxml2 -lgsf-1 \
	-lgobject-2.0 -lglib-2.0 -lsqlite3 -lpthread -lm

# Of these, what goes into the programs themselves where it can (lib*.a): nothing of it has
# to be found, mapped and bound at each start, nor what a shared libarchive brings, libxml2,
# ICU and libstdc++.  That is 3.4 of the 5.4 ms of an extract of one line.  `make INSIDE='
# leaves them to the system, and to its updates.
INSIDE = -larchive -llz4 -lz -lbrotlidec -lbrotlicommon -lzstd -llzma -lbz2 -lnettle -lutf8proc -lcsv
INCLUDES := $(shell pkg-config --cflags libxml-2.0 libgsf-1 2>/dev/null)
ALL_CFLAGS = -std=c11 $(WARNINGS) -D_POSIX_C_SOURCE=200809L -Ilib $(INCLUDES) \
	-MMD -MP $(CFLAGS)

all: $(NAMES:%=$(BIN)/%) $(PIPELINES:%=$(BIN)/%) $(BIN)/man

$(PIPELINES:%=$(BIN)/%): $(BIN)/%: pipelines/%
	@mkdir -p $(@D)
	@ln -sfr $< $@

# The manual page of all rules: what check tells of them.
$(RULE_LIST): doc/rule-list.awk doc/nianbao-rules.5 $(BIN)/check
	@mkdir -p $(@D)
	$(BIN)/check --lang $(if $(findstring /zh/,$@),zh,en) --explain all >$@.told
	sed 1q doc/nianbao-rules.5 | awk $(if $(findstring /zh/,$@),-v zh=1) \
		-f doc/rule-list.awk - $@.told >$@
	@rm -f $@.told

$(BIN)/man: $(MANUALS)
	@mkdir -p $(foreach n,$(MANUAL_FOLDERS),$@/$(n))
	@$(foreach m,$^,ln -sfr $(m) $@/$(call manual_folder,$(m));)
	@touch $@

$(BIN)/%: $(BUILD)/filters/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(if $(INSIDE),$(call LINK,-Wl$(COMMA)-Bstatic $(INSIDE) -Wl$(COMMA)-Bdynamic) 2>/dev/null ||) \
	    $(LINK)

# What they take brings the same libraries, shared.
$(BIN)/extract-office $(BIN)/extract-pdf: private INSIDE =

# $< first: what it defines is not taken from the library.  By the build id, a sum of the
# program in its first page, pipelines/settings.sh sees that it is another one.
LINK = $(CC) $(CFLAGS) $(LDFLAGS) -Wl,--build-id=sha1 -o $@ $< $(READER) $(COMPILED) $(LIBRARY) \
	-Wl,--as-needed $(1) $(LIBRARIES) $(OWN_LIBRARIES)
COMMA := ,

# What loading data leaves, as C: programs in lib/compile load it, and filters are linked
# with what they write.
compiled = $(1:%=$(BUILD)/compiled/%.o)
$(NAMES:%=$(BIN)/%): $(call compiled,folding)
$(NAMES:%=$(BIN)/%): private COMPILED = $(call compiled,folding)
$(BIN)/tabulate: $(call compiled,label-keys lexicon)
$(BIN)/tabulate: private COMPILED = $(call compiled,folding label-keys lexicon)

$(COMPILE:%.c=$(BUILD)/%): %: %.o $(LIBRARY)
	$(LINK)

$(BUILD)/compiled/%.c: $(BUILD)/lib/compile/%
	@mkdir -p $(@D)
	$< >$@

$(BUILD)/compiled/%.o: $(BUILD)/compiled/%.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The reader of PDFs is C++, in one file, which one filter links: the first of
# those that can be built here.  Where there is none, lib/format/pdf/absent.c
# in the library says so.
$(shell sh lib/format/pdf/choose $(BUILD) $(CXX))
include $(BUILD)/pdf.mk
PDF_READER = $(firstword $(PDF_READERS))
reader     = $(1:%=$(BUILD)/lib/format/pdf/%.o)

$(BIN)/extract-pdf: $(call reader,$(PDF_READER)) $(BUILD)/pdf.mk
$(BIN)/extract-pdf: READER = $(call reader,$(PDF_READER))
$(BIN)/extract-pdf: OWN_LIBRARIES = $(if $(PDF_READER),\
	$(PDF_LIBRARIES_$(PDF_READER)),$(warning no PDF reader can be built \
	here: install libpoppler-private-dev))

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(PDF_FLAGS_$(*F)) $(WARNINGS) -Ilib -MMD -MP $(CFLAGS) -c -o $@ $<

# Rooms may have files of the same name: append, do not replace.
$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) qcs $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# lib/data/columns.tsv becomes `const struct slice data_columns'.
$(BUILD)/%.tsv.c: %.tsv lib/data/embed.sh
	@mkdir -p $(@D)
	sh lib/data/embed.sh $< >$@

# What pages are made of besides: lib/report/page.css becomes `data_page_css'.
$(PARTS:%=$(BUILD)/%.c): $(BUILD)/%.c: % lib/data/embed.sh
	@mkdir -p $(@D)
	sh lib/data/embed.sh $< >$@

$(PARTS:%=$(BUILD)/%.o): $(BUILD)/%.o: $(BUILD)/%.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The places once more, in the order of their names.
$(BUILD)/lib/data/place-names.tsv: lib/data/places.tsv lib/data/place-names.awk
	@mkdir -p $(@D)
	{ head -n 1 $<; LC_ALL=C awk -f lib/data/place-names.awk $< | \
	    LC_ALL=C sort; } >$@

# Where in them, and in the towns, the names begin that begin with a character.
NAME_LISTS = $(BUILD)/lib/data/place-names.tsv lib/data/towns.tsv
$(BUILD)/lib/place/starts.c: lib/place/starts.awk $(NAME_LISTS)
	@mkdir -p $(@D)
	LC_ALL=C awk -f $^ >$@

$(BUILD)/lib/place/starts.o: $(BUILD)/lib/place/starts.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/%.tsv.c: $(BUILD)/%.tsv lib/data/embed.sh
	sh lib/data/embed.sh $< >$@

$(BUILD)/%.tsv.o: $(BUILD)/%.tsv.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

include tests/Makefile

# Where poppler's private headers have changed once more, another reader wants
# other packages.
reader:
	@$(if $(PDF_READER),:,sh tests/depend public)

# annual ends with 1 because the examples have errors to be found.
demo:
	@sh tests/depend build
	@$(MAKE) -s reader
	@$(MAKE) -s all
	@$(BIN)/annual -o demo examples/reports.tar.gz || [ $$? -eq 1 ]
	@printf '\nTo have the tools at hand in this shell, paste:\n%s\n' \
		'    PATH=$(abspath $(BIN)):$$PATH'

# Programs get PROGRAM_PREFIX in front of their names, also where manuals, the
# documents and the heads of the scripts name them; the scripts are told it,
# and where the rest of them is, relative to themselves.
SHARED    := common.sh results.sh judge.sh books.sh settings.sh files.sh earlier.sh intake.sh \
	copies.sh look.sh lines.sh tasks.sh steps.sh pieces.awk parts.awk terminal.awk plan.awk \
	settle.awk enter.awk arrange.awk merge.awk \
	copies.awk status.awk litter.tsv offices.awk overview.awk unread.awk shown.awk \
	reasons.tsv waive.awk plot.awk plot-words.awk
PROGRAMS  := $(NAMES) $(PIPELINES)
DOCUMENTS := README.md README.zh.md $(wildcard doc/*.md)
EXAMPLES  := examples/reports.tar.gz
AT_HOME   := -e 's|^bin=.*|bin=$$here|' \
	-e 's|^share=.*|share=$$here/../share/nianbao|' \
	-e 's|^prefix=.*|prefix=$(PROGRAM_PREFIX)|'
NAMED      = awk -v prefix='$(PROGRAM_PREFIX)' -v programs='$(PROGRAMS)' \
	-f doc/prefix.awk

# doc/extract.1 goes to man1/PREFIXextract.1; sections 5 and 7 belong to the
# suite and keep their names.
manual = $(DESTDIR)$(MANDIR)/$(manual_folder)/$(if \
	$(filter .1,$(suffix $(1))),$(PROGRAM_PREFIX))$(notdir $(1))
program = $(DESTDIR)$(BINDIR)/$(PROGRAM_PREFIX)$(1)
define NEWLINE


endef

# What shells complete comes from the options' own tables, by way of --help.
HELP     := $(PROGRAMS:%=$(BUILD)/help/%)
COMPLETE  = LC_ALL=C awk -v program=$(PROGRAM_PREFIX)$(1) -v shell=$(2) \
	-f doc/completion.awk $(BUILD)/help/$(1)

$(HELP): $(BUILD)/help/%: $(BIN)/%
	@mkdir -p $(@D)
	LC_ALL=C $< --help >$@

install: all $(HELP)
	mkdir -p $(DESTDIR)$(BINDIR) $(foreach d,data zh,$(DESTDIR)$(SHAREDIR)/$(d)) \
		$(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) \
		$(foreach n,$(MANUAL_FOLDERS),$(DESTDIR)$(MANDIR)/$(n)) \
		$(foreach d,doc examples,$(DESTDIR)$(DOCDIR)/$(d))
	$(foreach n,$(NAMES),cp $(BIN)/$(n) $(call program,$(n))$(NEWLINE)	)
	$(foreach n,$(PIPELINES),$(NAMED) pipelines/$(n) | sed $(AT_HOME) \
		>$(call program,$(n))$(NEWLINE)	)
	chmod 755 $(foreach n,$(PROGRAMS),$(call program,$(n)))
	cp $(SHARED:%=pipelines/%) lib/data/chinese.tsv $(DESTDIR)$(SHAREDIR)
	$(foreach n,$(PIPELINES),$(NAMED) pipelines/zh/$(n) \
		>$(DESTDIR)$(SHAREDIR)/zh/$(n)$(NEWLINE)	)
	cp pipelines/zh/options.sed $(DESTDIR)$(SHAREDIR)/zh
	cp $(filter-out %/chinese.tsv %/html-entities.tsv,$(DATA)) $(DESTDIR)$(SHAREDIR)/data
	$(foreach m,$(MANUALS),$(NAMED) $(m) >$(call manual,$(m))$(NEWLINE)	)
	$(foreach d,$(DOCUMENTS),$(NAMED) $(d) | \
		sed 's|[./]*$(EXAMPLES)|$(DOCDIR)/$(EXAMPLES)|' \
		>$(DESTDIR)$(DOCDIR)/$(d)$(NEWLINE)	)
	cp $(EXAMPLES) $(DESTDIR)$(DOCDIR)/examples
	cp doc/*.png doc/*.svg $(DESTDIR)$(DOCDIR)/doc
	$(foreach n,$(PROGRAMS),$(call COMPLETE,$(n),bash) \
		>$(DESTDIR)$(BASHDIR)/$(PROGRAM_PREFIX)$(n)$(NEWLINE)	)
	$(foreach n,$(PROGRAMS),$(call COMPLETE,$(n),zsh) \
		>$(DESTDIR)$(ZSHDIR)/_$(PROGRAM_PREFIX)$(n)$(NEWLINE)	)

uninstall:
	rm -f $(foreach n,$(PROGRAMS),$(call program,$(n)) \
			$(DESTDIR)$(BASHDIR)/$(PROGRAM_PREFIX)$(n) \
			$(DESTDIR)$(ZSHDIR)/_$(PROGRAM_PREFIX)$(n)) \
		$(foreach m,$(MANUALS),$(call manual,$(m)))
	rm -rf $(DESTDIR)$(SHAREDIR) $(DESTDIR)$(DOCDIR)

# A package for the Debian or Ubuntu that this is, of the tree as it stands.
DEB = $(BUILD)/deb/nianbao
deb:
	@sh tests/depend build deb
	@rm -rf $(BUILD)/deb
	@mkdir -p $(DEB)
	@tar -cf - --exclude=./.git --exclude='./build*' --exclude='./bin*' --exclude=./demo . | \
	    tar -xf - -C $(DEB)
	@cp -R $(DEB)/.debian $(DEB)/debian
	@sed "s/@BUILD@/$$(sh tests/depend -n build | \
	    grep -vxE 'gcc|g\+\+|make|libc6-dev' | paste -s -d, | sed 's/,/, /g')/" \
	    .debian/control >$(DEB)/debian/control
	@cd $(DEB) && dpkg-buildpackage -b -us -uc
	@lintian --fail-on error,warning $(BUILD)/deb/*.changes
	@ls $(BUILD)/deb/*.deb

bench:
	@sh tests/depend build bench
	@$(MAKE) -s all $(BUILD)/tests/html/walk
	@sh tests/bench/run

clean:
	rm -rf $(BUILD) $(BIN) demo

.PHONY: all reader demo install uninstall deb bench clean
.DELETE_ON_ERROR:
.SECONDARY:

-include $(OBJECTS:.o=.d) $(FILTERS:%.c=$(BUILD)/%.d) $(COMPILE:%.c=$(BUILD)/%.d) \
	$(PDF_READERS:%=$(BUILD)/lib/format/pdf/%.d)
