/* The search page: the query and all choices stand in the address (?q=…&k=…&p=2), choices and pages are plain links.
   Titles, numbers and bodies are found at once, also from disk; texts when the index has come. */
(() => {
  "use strict";
  const { Finder, FACETS, byWords, narrowed, stateFits, newest, wordsOf, placesOf, BY_TEXT } = window.sitegenSearch;
  const PAGE = 20, CHOICES = 8, AT_ONCE = 4;
  const [BEFORE, AFTER, MORE] = byWords ? [60, 150, "…"] : [24, 64, "……"];
  const here = document.currentScript.src;
  const NAMES = ["q", "s", "k", "b", "y", "d", "o"];
  const FACET_NAMES = { s: "state", k: "kind", b: "body", y: "year", d: "domain" };
  const onDisk = location.protocol === "file:";
  const part = (id) => document.getElementById(id);
  let words, kindWords, place, finder, turn = 0;

  /* A sentence of the theme's, its places in braces filled. */
  function say(key, values) {
    return words[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  /* A name that may be known in Chinese only, on a page in another language. */
  function name(text) {
    const made = element("span", "", text);
    if (byWords && /[\u3400-\u9fff]/.test(text)) { made.lang = "zh-CN"; }
    return made;
  }

  function link(href, text) {
    const made = element("a", "", text);
    made.href = href;
    return made;
  }

  function asked() {
    const given = new URLSearchParams(location.search);
    const found = Object.fromEntries(NAMES.map((name) => [name, (given.get(name) || "").trim()]));
    found.p = Math.max(1, parseInt(given.get("p"), 10) || 1);
    return found;
  }

  /* The address of the same search with some choices changed; it begins at the first page. */
  function address(choices, changes) {
    const wanted = { ...choices, p: 1, ...changes };
    const given = new URLSearchParams(NAMES.filter((name) => wanted[name]).map((name) => [name, wanted[name]]));
    if (wanted.p > 1) { given.set("p", wanted.p); }
    return `?${given}`;
  }

  /* `text` with its places inside <mark>. */
  function marked(parent, text, places) {
    let at = 0;
    for (const [begin, end] of places) {
      parent.append(text.slice(at, begin), element("mark", "", text.slice(begin, end)));
      at = end;
    }
    parent.append(text.slice(at));
    return parent;
  }

  function showHit({ row }, found) {
    const item = element("li"), heading = element("h2"), about = element("p", "meta");
    heading.append(marked(link(place.root + row.path, ""), row.title, placesOf(row.title, found.words)));
    item.append(heading);
    if (row.state) { item.append(" ", element("span", `vs vs-${row.state.code}`, row.state.word)); }
    const date = element("time", "", row.published);
    date.dateTime = row.published;
    about.append(...[row.number || kindWords[row.kind] || row.kind, row.body].filter(Boolean).map(name), date);
    item.append(about, element("p", "cut"));
    return item;
  }

  /* --- excerpts, cut from the pages themselves */

  async function linesOf(path) {
    const answer = await fetch(place.root + path);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main") || page.body;
    main.querySelectorAll("nav, aside, script, style, .tools, .anchor, sup").forEach((one) => one.remove());
    const blocks = [...main.querySelectorAll("p, li, h2, h3, h4, h5, h6, td, th, dd, pre, figcaption")];
    const own = blocks.filter((block) => block.closest(".gw, .text"));
    return [...own, ...blocks].filter((block) => !block.querySelector("p, li, td"))
      .map((block) => block.textContent.replace(/\s+/g, " ").trim());
  }

  function cutOut(cut, line, places) {
    let from = Math.max(0, places[0][0] - BEFORE), to = Math.min(line.length, Math.max(places[0][1], from + BEFORE + AFTER));
    if (byWords && from) { from = Math.min(line.indexOf(" ", from) + 1 || from, places[0][0]); }
    if (byWords && to < line.length) { to = Math.max(line.lastIndexOf(" ", to), places[0][1]); }
    const inside = places.filter(([begin, end]) => begin >= from && end <= to).map(([begin, end]) => [begin - from, end - from]);
    cut.append(from ? MORE : "");
    marked(cut, line.slice(from, to), inside);
    cut.append(to < line.length ? MORE : "");
  }

  async function fillExcerpt(cut, hit, found) {
    const all = (await linesOf(hit.row.path)).map((line) => ({ line, places: placesOf(line, found.words) }));
    const best = all.filter(({ places }) => places.length)[0];
    if (best) { cutOut(cut, best.line, best.places); }
  }

  /* A few pages are read at a time, from the first hit down; an excerpt that cannot be had is left out. */
  async function fillExcerpts(hits, found, mine) {
    const waiting = hits.map((hit, at) => ({ hit, cut: part("search-hits").children[at].querySelector(".cut") }));
    async function work() {
      for (let next = waiting.shift(); next && mine === turn; next = waiting.shift()) {
        await fillExcerpt(next.cut, next.hit, found).catch(() => {});
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /* --- choices */

  function choice(choices, facet, value, text, count) {
    const item = element("li"), made = link(address(choices, { [facet]: value }), "");
    made.append(byWords ? name(text) : text, element("b", "", String(count)));
    made.dataset.choice = `${facet}=${value}`;
    if (choices[facet] === value) { made.setAttribute("aria-current", "true"); }
    item.append(made);
    return item;
  }

  function facet(choices, name, items) {
    const list = element("ul"), rest = element("ul"), section = [element("h3", "", words[`facet_${FACET_NAMES[name]}`]), list];
    items.forEach(([value, text, count], at) => {
      const chosen = choices[name] === value;
      (at <= CHOICES || chosen ? list : rest).append(choice(choices, name, value, text, count));
    });
    if (rest.children.length) {
      const more = element("details");
      more.append(element("summary", "", say("more", { count: rest.children.length })), rest);
      section.push(more);
    }
    return section;
  }

  function stateItems(hits) {
    const codes = new Map(hits.filter(({ row }) => row.state).map(({ row }) => [row.state.code, row.state.word]));
    const values = [["", words.alive], ["all", words.everything], ...codes];
    return values.map(([value, text]) => [value, text, hits.filter(({ row }) => stateFits(row, value)).length]);
  }

  function facetItems(name, hits) {
    const counts = new Map();
    hits.forEach(({ row }) => FACETS[name](row).forEach((value) => counts.set(value, (counts.get(value) || 0) + 1)));
    const order = name === "y" ? (one, other) => (one[0] < other[0] ? 1 : -1) : (one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1);
    return [["", words.any, hits.length], ...[...counts].sort(order).map(([value, count]) => [value, (name === "k" && kindWords[value]) || value, count])];
  }

  function showFacets(choices, hits) {
    const held = document.activeElement && document.activeElement.dataset.choice;
    const sections = facet(choices, "s", stateItems(narrowed(hits, choices, "s")));
    for (const name of Object.keys(FACETS)) {
      const items = facetItems(name, narrowed(hits, choices, name));
      if (items.length > 2 || choices[name]) { sections.push(...facet(choices, name, items)); }
    }
    part("search-facets").replaceChildren(...sections);
    part("suoxiao").hidden = !hits.length;
    part("search-narrow").hidden = !hits.length;
    if (held) {
      const again = [...part("suoxiao").querySelectorAll("a")].find((one) => one.dataset.choice === held);
      if (again) { again.focus(); }
    }
  }

  function showPager(choices, page, pages) {
    const list = element("ul");
    function add(number, text, label) {
      const item = element("li"), made = link(address(choices, { p: number }), text);
      if (label) { made.setAttribute("aria-label", label); }
      if (label && number === page) { made.setAttribute("aria-current", "page"); }
      item.append(made);
      list.append(item);
    }
    if (page > 1) { add(page - 1, words.previous); }
    for (let number = Math.max(1, page - 4); number <= Math.min(pages, page + 4); number += 1) {
      add(number, String(number), say("page", { number }));
    }
    if (page < pages) { add(page + 1, words.next); }
    part("search-pager").replaceChildren(list);
    part("search-pager").hidden = pages < 2;
  }

  function showOrder(choices, count) {
    const byDate = choices.o === "date";
    const other = link(address(choices, { o: byDate ? "" : "date" }), byDate ? words.relevance : words.newest);
    part("search-order").replaceChildren(element("span", "", byDate ? words.newest : words.relevance), "　", other);
    part("search-order").hidden = count < 2;
  }

  function notice(id, text, href, action) {
    part(id).replaceChildren(text, ...(href ? [link(href, action)] : []));
    part(id).hidden = !text;
  }

  /* --- one search */

  function show(choices, found, mine) {
    const shown = narrowed(found.hits, choices);
    if (choices.o === "date") { shown.sort(newest); }
    const pages = Math.max(1, Math.ceil(shown.length / PAGE)), page = Math.min(pages, choices.p);
    const here = shown.slice((page - 1) * PAGE, page * PAGE);
    const list = part("search-hits");
    list.start = (page - 1) * PAGE + 1;
    list.replaceChildren(...here.map((hit) => showHit(hit, found)));
    const ended = choices.s ? 0 : narrowed(found.hits, choices, "s").filter(({ row }) => row.ended).length;
    notice("search-ended", ended ? say("ended", { count: ended }) : "", address(choices, { s: "all" }), words.list_all);
    showFacets(choices, found.hits);
    showPager(choices, page, pages);
    showOrder(choices, shown.length);
    if (!onDisk && place.fullText) { fillExcerpts(here, found, mine); }
    return { count: shown.length, all: found.hits.length, first: (page - 1) * PAGE + 1, last: (page - 1) * PAGE + here.length, pages };
  }

  function tell(choices, outcome) {
    const values = { query: choices.q, ...outcome };
    if (!choices.q) { return words.ask; }
    if (outcome.count) { return say(outcome.pages > 1 ? "found_part" : "found", values); }
    return say(outcome.all ? "filtered" : "none", values);
  }

  async function search() {
    const mine = turn += 1, choices = asked();
    part("q").value = choices.q;
    document.title = (choices.q ? `${choices.q}_` : "") + place.title;
    notice("search-trouble", place.limit);
    const wait = Boolean(choices.q && finder.fullText && wordsOf(choices.q).length);
    const first = show(choices, finder.findHeads(choices.q), mine);
    part("search-status").textContent = wait ? words.searching : tell(choices, first);
    if (!wait) { return; }
    place.results.setAttribute("aria-busy", "true");
    let outcome = first;
    try {
      const found = await finder.find(choices.q);
      if (mine !== turn) { return; }
      outcome = show(choices, found, mine);
    } catch (error) {
      if (mine !== turn) { return; }
      notice("search-trouble", words.trouble, address(choices, { p: choices.p }), words.again);
    }
    place.results.removeAttribute("aria-busy");
    part("search-status").textContent = tell(choices, outcome);
  }

  /* --- reading on: no new page is loaded (but to try again), and the address says what is seen */

  function go(href) {
    if (href !== location.search) { history.pushState(null, "", href); }
    return search();
  }

  function follow(event) {
    const target = event.target.closest && event.target.closest("a[href^='?']:not(#search-trouble a)");
    if (!target || onDisk || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    go(target.getAttribute("href"));
    if (!target.dataset.choice) { part("search-status").focus(); }
  }

  function step(event) {
    const titles = [...part("search-hits").querySelectorAll("h2 a")];
    const at = titles.indexOf(document.activeElement), move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move || (at < 0 && (move < 0 || document.activeElement !== part("q")))) { return; }
    event.preventDefault();
    (at + move < 0 ? part("q") : titles[Math.min(at + move, titles.length - 1)] || part("q")).focus();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const results = part("results"), index = window.sitegenTitles;
    kindWords = JSON.parse(results.dataset.kinds || "{}");
    words = { ...JSON.parse(part("search-pager").dataset.words), ...JSON.parse(results.dataset.words) };
    place = { results, root: results.dataset.root, title: document.title, fullText: onDisk ? "" : results.dataset.fullText };
    place.limit = onDisk && results.dataset.fullText ? words.on_disk : "";
    if (!index) {
      part("search-status").textContent = words.no_index;
      return;
    }
    const ofStates = JSON.parse(results.dataset.states || "{}");
    index.states = index.states.map(([code, word]) => [code, ofStates[code] || word]);
    finder = new Finder(index, place.fullText && new URL(`../${place.fullText}`, here).href);
    window.sitegenSearch.page = { finder, narrowed, search };
    part("q").form.addEventListener("submit", (event) => {
      if (onDisk) { return; }
      event.preventDefault();
      go(address({}, { q: part("q").value.trim() }));
    });
    document.addEventListener("click", follow);
    document.addEventListener("keydown", step);
    window.addEventListener("popstate", search);
    search();
  });
})();
