# completion.awk: makes the completion of a program for a shell of its --help, which
# it prints from its own table of options.
#
#	LC_ALL=C annual --help | awk -v shell=bash|zsh -v program=annual \
#	    -f completion.awk
#
# A line of --help with an option: blanks, -o, --output DIR, two blanks or tabs, what
# it is for.  The argument's name tells what is offered for it.

/^[ \t]+(-[A-Za-z], +)?--[a-z]/ {
	text = $0
	sub(/^[ \t]+/, "", text)
	n++
	if (text ~ /^-[A-Za-z],/) {
		short[n] = substr(text, 1, 2)
		sub(/^-[A-Za-z], +/, "", text)
	}
	match(text, /^--[a-z-]+/)
	long[n] = substr(text, 1, RLENGTH)
	text = substr(text, RLENGTH + 1)
	if (text ~ /^ [^ \t]/) {
		text = substr(text, 2)
		argument[n] = text
		sub(/(  +|\t).*/, "", argument[n])
		text = substr(text, length(argument[n]) + 1)
	}
	sub(/^[ \t]+/, "", text)
	purpose[n] = text
}

# files, directories, words of a list, or nothing.
function offered(name) {
	if (name ~ /[|]/)
		return "words"
	if (name ~ /^(DIR|INBOX)$/)
		return "directories"
	return name ~ /^(FILE|PATH|FACTS|FINDINGS)$/ ? "files" : "nothing"
}

function bash_offer(name,   what) {
	what = offered(name)
	if (what == "words") {
		gsub(/[|]/, " ", name)
		return "-W '" name "'"
	}
	return what == "directories" ? "-d" : what == "files" ? "-f" : "-W ''"
}

function write_bash(   i, options, f) {
	f = "_" program
	gsub(/[^A-Za-z0-9_]/, "_", f)
	print "# Completion of " program " for bash, made of its --help."
	print f "() {"
	print "\tlocal word=${COMP_WORDS[COMP_CWORD]} offer=(-f)"
	print "\tcase ${COMP_WORDS[COMP_CWORD - 1]} in"
	for (i = 1; i <= n; i++) {
		options = options (i > 1 ? " " : "") long[i]
		if (i in argument)
			print "\t" (i in short ? short[i] " | " : "") long[i] \
			    ") offer=(" bash_offer(argument[i]) ") ;;"
	}
	print "\t*) [[ $word != -* ]] || offer=(-W '" options "') ;;"
	print "\tesac"
	print "\tmapfile -t COMPREPLY < <(compgen \"${offer[@]}\" -- \"$word\")"
	print "}\ncomplete -o filenames -F " f " " program
}

function zsh_action(name,   what) {
	what = offered(name)
	if (what == "words") {
		gsub(/[|]/, " ", name)
		return "(" name ")"
	}
	return what == "directories" ? "_files -/" : what == "files" ? "_files" : " "
}

# What _arguments takes for its own, or the shell.
function zsh_text(text) {
	gsub(/'/, "'\\''", text)
	gsub(/\[/, "(", text)
	gsub(/\]/, ")", text)
	gsub(/:/, "\\:", text)
	return text
}

function write_zsh(   i, name) {
	print "#compdef " program "\n# Made of its --help."
	print "_arguments -s -S \\"
	for (i = 1; i <= n; i++) {
		name = i in argument ? long[i] "=" : long[i]
		if (i in short)
			name = "'(" short[i] " " long[i] ")'{" short[i] \
			    (i in argument ? "+" : "") "," name "}'"
		else
			name = "'" name
		print "\t" name "[" zsh_text(purpose[i]) "]" (i in argument ? ":" \
		    zsh_text(argument[i]) ":" zsh_action(argument[i]) : "") "' \\"
	}
	print "\t'*:FILE:_files'"
}

END {
	if (shell == "zsh")
		write_zsh()
	else
		write_bash()
}
