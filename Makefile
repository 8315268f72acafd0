# nianbao: figures from China's yearly reports on government disclosure.
#
#	make			the filters, into bin/
#	make demo		installs what is missing, builds, shows a run
#	make test		installs what is missing, builds, tests
#	make bench		ratios against other tools, in one run
#	make install		[DESTDIR=] [PREFIX=/usr/local] [PROGRAM_PREFIX=]

PREFIX         = /usr/local
BINDIR         = $(PREFIX)/bin
MANDIR         = $(PREFIX)/share/man
PROGRAM_PREFIX =

CC       = cc
CFLAGS   = -O2 -g
WARNINGS = -std=c11 -Wall -Wextra -Wpedantic -Werror
BUILD    = build
BIN      = bin

# Every room of lib/ and the data compiled into it go into one archive; a
# filter links what it uses and no more.
SOURCES := $(sort $(wildcard lib/*/*.c))
DATA    := $(sort $(wildcard lib/*/*.tsv))
FILTERS := $(sort $(wildcard filters/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(DATA:%=$(BUILD)/%.o)
NAMES   := $(FILTERS:filters/%.c=%)
LIBRARY := $(BUILD)/libnianbao.a

LIBRARIES = -larchive -lnettle -lutf8proc -lcsv -lpcre2-8 -lxml2 -lgsf-1 -lgobject-2.0 \
	-lglib-2.0 -lseccomp -lfreexl -lglpk
INCLUDES := $(shell pkg-config --cflags libxml-2.0 libgsf-1 2>/dev/null)
ALL_CFLAGS = $(WARNINGS) -D_POSIX_C_SOURCE=200809L -Ilib $(INCLUDES) -MMD -MP \
	$(CFLAGS)

all: $(NAMES:%=$(BIN)/%)

$(BIN)/%: $(BUILD)/filters/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) -Wl,--as-needed \
		$(LIBRARIES)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $(OBJECTS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# lib/form/columns.tsv becomes `const struct slice data_form_columns'.
$(BUILD)/%.tsv.c: %.tsv lib/record/embed.sh
	@mkdir -p $(@D)
	sh lib/record/embed.sh $< >$@

$(BUILD)/%.tsv.o: $(BUILD)/%.tsv.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

include tests/Makefile

clean:
	rm -rf $(BUILD) $(BIN) demo

.PHONY: all clean
.DELETE_ON_ERROR:
.SECONDARY:

-include $(OBJECTS:.o=.d) $(FILTERS:%.c=$(BUILD)/%.d)
