# thousand.awk: a day of spread on a thousand machines, some slow, some failing.
#
#	awk -v seed=1 -v work=HOURS -v minutes=M [-v twice=1] -f thousand.awk
#
# WORK hours of one processor are cut into tasks of M minutes, as a log-normal law spreads
# them, for 1,000 machines of eight processors.  Three machines of a hundred are two to six
# times slower than the others; each fails once in thirty days, for an hour, and takes
# with it what it had begun; one task of a thousand fails by itself at its end, and is done
# again.  With `twice', a machine that has nothing to do begins one of the tasks that were
# begun first and are not done, once more: the first that is done counts, as tasks of
# spread take their names.
#
# A line of output: minutes of a task; tasks; hours till all were done; hours that none
# of this would take; how much of the processors' time what counts took, in the hundred;
# runs of tasks that were lost to machines, failed, were done twice.  It ends with 1 if
# a task is not done in the end, or counts twice.

function uniform() {	# the same in every awk
	state = (state * 1103515245 + 12345) % 2147483648
	return (int(state / 65536) + 0.5) / 32768
}

function exponential(mean) { return -mean * log(uniform()) }

function normal() { return sqrt(-2 * log(uniform())) * cos(6.283185307 * uniform()) }

# The queue of what will happen: a heap of times, each with a slot.
function put(when, slot,   i, up) {
	for (i = ++queued; i > 1 && due[up = int(i / 2)] > when; i = up) {
		due[i] = due[up]
		whose[i] = whose[up]
	}
	due[i] = when
	whose[i] = slot
}

function take(   i, down, when, slot) {
	now = due[1]
	who = whose[1]
	when = due[queued]
	slot = whose[queued--]
	for (i = 1; (down = 2 * i) <= queued; i = down) {
		if (down < queued && due[down + 1] < due[down])
			down++
		if (due[down] >= when)
			break
		due[i] = due[down]
		whose[i] = whose[down]
	}
	due[i] = when
	whose[i] = slot
}

# The next task for a slot: one that was lost, a new one, one that another has.
function next_task(   task) {
	if (lost)
		return again[lost--]
	if (begun < tasks)
		return ++begun
	while (twice && oldest < tasks) {
		task = ++oldest
		if (!(task in done) && !(task in copied)) {
			copied[task]
			copies++
			return task
		}
	}
	return 0
}

function begin(slot,   machine, task, ends) {
	machine = int((slot - 1) / SLOTS) + 1
	if (!(task = doing[slot] = next_task())) {
		idle[++idles] = slot
		return
	}
	if (fails[machine] <= now)	# it did while it was idle, and is back
		fails[machine] = now + exponential(MEAN)
	ends = now + need[task] * slow[machine]
	if (ends > fails[machine]) {	# it will not come to its end
		ends = fails[machine]
		cut[slot]
	}
	since[slot] = now
	put(ends, slot)
}

# What slot WHO did has come to an end, or to that of its machine.
function finish(   task) {
	task = doing[who]
	if (who in cut) {
		delete cut[who]
		losses++
		down[who] = now + HOUR
	} else if (uniform() < 0.001)
		failures++
	else if (!(task in done)) {
		done[task]
		finished++
		useful += need[task]
		last = now
		return
	} else
		return
	if (!(task in done))
		again[++lost] = task
}

BEGIN {
	MACHINES = 1000
	SLOTS = 8
	HOUR = 60
	MEAN = 30 * 24 * HOUR
	state = seed
	tasks = int(work * HOUR / minutes)
	for (i = 1; i <= tasks; i++)
		need[i] = minutes * exp(0.2 * normal() - 0.02)
	for (i = 1; i <= MACHINES; i++) {
		slow[i] = uniform() < 0.03 ? 2 + 4 * uniform() : 0.95 + 0.1 * uniform()
		fails[i] = exponential(MEAN)
		capacity += SLOTS / slow[i]
	}
	for (i = 1; i <= MACHINES * SLOTS; i++)
		begin(i)
	while (finished < tasks && queued) {
		take()
		if (who in down) {	# it is back
			delete down[who]
			begin(who)
			continue
		}
		finish()
		if (who in down)
			put(down[who], who)
		else
			begin(who)
		while (lost && idles) {
			free = idle[idles--]
			begin(free)
		}
	}
	for (i = 1; i <= tasks; i++)
		if (!(i in done))
			missing++
	printf "%d\t%d\t%.2f\t%.2f\t%.0f\t%d\t%d\t%d\n", minutes, tasks, last / HOUR, \
	    work / capacity, 100 * useful / (last * MACHINES * SLOTS), losses, failures, copies
	exit missing > 0 || finished != tasks
}
