// What the page does besides being read: shows one view at a time, filters and sorts
// the list of offices, tells in the bar above the tables what stands behind a figure.
// Without it the page is one long document.
(function (d) {
	'use strict';
	var root = d.documentElement, words = d.getElementById('words').dataset;
	var all = function (what, where) {
		return Array.prototype.slice.call((where || d).querySelectorAll(what));
	};
	var views = all('.view,.unit'), links = all('header nav a');
	var form = d.querySelector('.flt'), body = d.querySelector('.ul tbody');
	var rows = all('tr', body), title = d.title, last = '', first = true;
	var seeking = false;

	root.className = 'js';

	// #units?st=bad&ru=Q-ROW: a view and what its list is filtered by.
	function target() {
		var parts = decodeURIComponent(location.hash.slice(1)).split('?');
		var found = d.getElementById(parts[0] || 'overview');
		return { element: found && found.closest('.view,.unit') ? found :
		    d.getElementById('overview'), query: parts[1] };
	}

	function fill(query) {
		form.reset();
		query.split('&').forEach(function (pair) {
			var at = pair.indexOf('=');
			var field = form.elements[pair.slice(0, at)];
			if (field)
				field.value = pair.slice(at + 1);
		});
		filter();
	}

	function filter() {
		var name = form.elements.q.value.trim(), shown = 0;
		var state = form.elements.st.value, region = form.elements.rg.value;
		var rule = form.elements.ru.value;
		var change = form.elements.ch ? form.elements.ch.value : '';
		rows.forEach(function (row) {
			var data = row.dataset;
			row.hidden = !((!name || row.textContent.indexOf(name) >= 0) &&
			    (!state || data.st === state) &&
			    (!region || data.rg === region) &&
			    (!rule || data.ru.indexOf(' ' + rule + ' ') >= 0) &&
			    (!change || data.ch.indexOf(' ' + change + ' ') >= 0));
			shown += !row.hidden;
		});
		form.querySelector('output').value = form.querySelector('output').dataset.w +
		    ' ' + shown + ' / ' + rows.length;
	}

	function show() {
		var to = target(), view = to.element.closest('.view,.unit');
		var isUnit = view.classList.contains('unit');
		if (location.hash === '#main')
			return;
		views.forEach(function (v) { v.classList.toggle('on', v === view); });
		links.forEach(function (link) {
			if (link.hash === '#' + (isUnit ? 'units' : view.id))
				link.setAttribute('aria-current', 'page');
			else
				link.removeAttribute('aria-current');
		});
		if (to.query !== undefined)
			fill(to.query);
		d.title = (isUnit ? view.querySelector('h2').firstChild.data.trim() + ' · ' : '') + title;
		if (to.element === view)
			window.scrollTo(0, 0);
		else
			to.element.scrollIntoView();
		if (!first && isUnit && to.element === view)
			view.querySelector('h2').focus({ preventScroll: true });
		if (view.id === 'units' && last) {
			var back = body.querySelector('a[href="#' + last + '"]');
			if (back && back.offsetParent)
				back.focus();
		}
		if (isUnit)
			last = view.id;
		if (seeking && view.id === 'units')
			form.elements.q.focus();
		first = seeking = false;
	}

	form.hidden = false;
	form.addEventListener('input', filter);
	form.addEventListener('reset', function () { setTimeout(filter); });
	form.addEventListener('submit', function (e) { e.preventDefault(); });
	filter();
	all('[data-q]').forEach(function (link) {
		link.addEventListener('click', function (e) {
			e.preventDefault();
			location.hash = '#units?' + link.dataset.q;
		});
	});

	// Heads of the list sort it.
	var collator = new Intl.Collator('zh-CN');
	rows.forEach(function (row, i) { row.rank = i; });
	all('.ul thead th').forEach(function (head, i) {
		var button = d.createElement('button');
		button.type = 'button';
		button.textContent = head.textContent;
		head.textContent = '';
		head.appendChild(button);
		button.addEventListener('click', function () {
			var before = head.getAttribute('aria-sort');
			var up = before === 'descending' || (i < 3 && !before);
			all('.ul thead th').forEach(function (h) { h.removeAttribute('aria-sort'); });
			head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
			rows.sort(function (a, b) {
				var x = a.children[i].textContent, y = b.children[i].textContent;
				var c = i > 2 && i < 7 ? count(x) - count(y) : collator.compare(x, y);
				return (up ? c : -c) || a.rank - b.rank;
			}).forEach(function (row) { body.appendChild(row); });
		});
	});

	function count(text) { return +text.replace(/\D/g, '') || 0; }

	// A place in words, as place.c has it.
	function place(loc) {
		var end = '', parts = {}, sheet, sentence;
		loc = loc.replace(/\/(ocr|sums)/g, function (m, which) {
			end += words[which];
			return '';
		});
		sheet = /^(.+)!([^!]*)$/.exec(loc);
		if (sheet)
			parts = { sheet: sheet[1], cell: sheet[2] };
		loc.replace(/([A-Z])(\d+)/g, function (m, mark, n) {
			parts[mark] = parts[mark] || n;
		});
		sentence = sheet ? words.sheet : words[loc.replace(/\d/g, '').toLowerCase()];
		return (sentence || loc).replace(/\{(\w+)\}/g, function (m, name) {
			return parts[name];
		}) + end;
	}

	// The name of a cell of a table: that of its row and that of its column.
	function cellName(cell) {
		if (cell.tagName === 'B')
			return cell.closest('tr').firstChild.textContent + ' ' +
			    cell.previousSibling.data.trim();
		var row = cell.closest('tr'), table = cell.closest('table');
		var labels = all('th[scope=row]', row), head = row;
		var at = all('td:not(.u):not(.l)', row).indexOf(cell), names;
		while (head && !head.dataset.c)
			head = head.previousElementSibling;
		head = head || table.querySelector('tr[data-c]');
		names = head ? head.dataset.c.split('|') : [];
		return (labels.length ? labels[0].textContent : '') +
		    (labels.length && names[at] ? '·' : '') + (names[at] || '');
	}

	// Where the figure stands: said once for cells that stand at one place.
	function placed(cell) {
		while (cell && cell.dataset.l === undefined)
			cell = cell.previousElementSibling;
		return cell ? cell.dataset.l : undefined;
	}

	// Tells in the bar what stands behind a figure.
	function tell(cell) {
		var data = cell.dataset, paper = cell.closest('.paper'), said;
		var has = function (name) { return cell.classList.contains(name); };
		var at = placed(cell), output = paper.querySelector('.bar output');
		if (!output || at === undefined || has('no'))
			return;
		said = [cellName(cell)];
		if (at)
			said.push(place(at));
		if (data.s && words[data.s])
			said.push(words[data.s]);
		if (!data.s || data.r)
			said.push(words.raw + ' “' + (data.r !== undefined ? data.r :
			    cell.firstChild ? cell.firstChild.textContent : '') + '”');
		if (data.t)
			said.push(words.text + ' ' + data.t);
		if (has('bad'))
			said.push(cell.querySelector('ins') ? words.bad.replace('{n}',
			    cell.querySelector('ins').textContent) : words.wrong);
		else if (has('may'))
			said.push(words.may);
		else if (has('in'))
			said.push(words.in);
		if (data.e)
			said.push(words.entry.replace('{n}', data.e));
		said = said.filter(Boolean).join('　');
		output.value = said;
		output.className = 'on';
		all('.at', paper).forEach(function (c) { c.classList.remove('at'); });
		cell.classList.add('at');
	}

	function cellOf(e) { return e.target.closest && e.target.closest('.paper td:not(.x):not(.l), .pl b'); }
	['mouseover', 'focusin', 'click'].forEach(function (kind) {
		d.addEventListener(kind, function (e) {
			var cell = cellOf(e);
			if (cell)
				tell(cell);
		});
	});

	// Arrows go from cell to cell of a table.
	function step(cell, key) {
		var row = cell.closest('tr'), cells = all('td', row), at = cells.indexOf(cell);
		var to;
		if (key === 'ArrowLeft' || key === 'ArrowRight')
			to = cells[at + (key === 'ArrowRight' ? 1 : -1)];
		for (row = key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
		    !to && row && (key === 'ArrowUp' || key === 'ArrowDown');
		    row = key === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling)
			to = all('td', row)[at];
		if (!to)
			return;
		if (!to.hasAttribute('tabindex'))
			to.tabIndex = -1;
		to.focus();
	}

	// Back and forth: pages of the offices that the list shows, or its lines.
	function turn(by) {
		var unit = d.querySelector('.unit.on'), at;
		var shown = rows.filter(function (row) { return !row.hidden; })
		    .map(function (row) { return row.querySelector('a'); }).filter(Boolean);
		if (unit) {
			at = shown.map(function (a) { return a.hash; }).indexOf('#' + unit.id) + by;
			if (shown[at])
				location.hash = shown[at].hash;
		} else if (d.getElementById('units').classList.contains('on')) {
			at = shown.indexOf(d.activeElement) + by;
			if (shown[at])
				shown[at].focus();
		}
	}

	d.addEventListener('keydown', function (e) {
		var typing = /INPUT|SELECT|TEXTAREA/.test(e.target.tagName);
		if (e.ctrlKey || e.altKey || e.metaKey)
			return;
		if (e.key === 'Escape') {
			if (typing)
				e.target.blur();
			else if (d.querySelector('.unit.on'))
				location.hash = 'units';
			return;
		}
		if (typing)
			return;
		if (/^Arrow/.test(e.key) && e.target.tagName === 'TD') {
			step(e.target, e.key);
			e.preventDefault();
		} else if (e.key === '/') {
			seeking = !d.getElementById('units').classList.contains('on');
			if (seeking)
				location.hash = 'units';
			else
				form.elements.q.focus();
			e.preventDefault();
		} else if (e.key === 'j' || e.key === 'k')
			turn(e.key === 'j' ? 1 : -1);
	});

	var printing = d.getElementById('printall');
	printing.hidden = false;
	printing.addEventListener('click', function () {
		root.classList.add('printall');
		print();
		root.classList.remove('printall');
	});
	addEventListener('hashchange', show);
	show();
})(document);
