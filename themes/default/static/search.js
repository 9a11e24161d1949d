/* Search by title, number and body over data/titles.js, which assigns the index to the global
   `sitegenTitles`: so it works from a disk without a server. The query stands in the address
   (?q=…&p=2&all=1), pages are plain links, and the keyboard needs nothing of its own. */
(function () {
  "use strict";
  var PAGE = 20;
  var TITLE = 0, PATH = 1, NUMBER = 2, PUBLISHED = 3, BODY = 4, STATE = 5, NEXT_ON = 6, NEXT_STATE = 7;
  var ENDED = ["repealed", "lapsed"];
  var today = new Date(Date.now() + 288e5).toISOString().slice(0, 10);

  /* One form for what readers type and what is written: width, case, brackets and blanks do not count. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s〔〕【】[\](){}<>《》〈〉「」“”"'·,，、。.:：;；\-—_/\\]+/g, "");
  }

  /* 青政规 2023 4, 青政规〔2023〕4号 or 国办函2019 61 as letters, year and serial; null for anything else. */
  function readNumber(text) {
    var plain = text.normalize("NFKC").replace(/第|号|\s/g, " ").trim();
    var found = /^(\D*?)((?:19|20)\d\d)(?:[^\d\u4e00-\u9fff]*(\d+))?[^\d\u4e00-\u9fff]*$/.exec(plain);
    return found && { letters: fold(found[1]), year: found[2], serial: found[3] ? String(Number(found[3])) : "" };
  }

  function numberFits(wanted, row) {
    var has = row[NUMBER] && readNumber(row[NUMBER]);
    return Boolean(has && wanted.letters && has.letters.indexOf(wanted.letters) >= 0 && has.year === wanted.year &&
      (!wanted.serial || has.serial === wanted.serial));
  }

  function stateOf(row, index) {
    var at = row[NEXT_ON] && row[NEXT_ON] <= today ? row[NEXT_STATE] : row[STATE];
    return at < 0 ? null : { code: index.states[at][0], word: index.states[at][1] };
  }

  function isEnded(row, index) {
    var state = stateOf(row, index);
    return Boolean(state) && ENDED.indexOf(state.code) >= 0;
  }

  /* Number first, then those with all words in the title, then those that need the body's name; newest first in each. */
  function rank(row, words, wanted, index) {
    if (wanted && numberFits(wanted, row)) { return 0; }
    var title = fold(row[TITLE]);
    /* Who gives year and serial means that number, not one that begins alike. */
    var number = wanted && wanted.serial ? "" : fold(row[NUMBER]);
    var rest = title + "\n" + number + "\n" + fold(index.bodies[row[BODY]] || "");
    if (words.every(function (word) { return title.indexOf(word) >= 0; })) { return 1; }
    return words.every(function (word) { return rest.indexOf(word) >= 0; }) ? 2 : -1;
  }

  function find(query, index) {
    var words = query.split(/\s+/).map(fold).filter(Boolean);
    var wanted = readNumber(query);
    if (!words.length) { return []; }
    return index.rows.map(function (row) { return { row: row, rank: rank(row, words, wanted, index) }; })
      .filter(function (hit) { return hit.rank >= 0; })
      .sort(function (a, b) {
        return a.rank - b.rank || (a.row[PUBLISHED] < b.row[PUBLISHED] ? 1 : a.row[PUBLISHED] > b.row[PUBLISHED] ? -1 : 0);
      })
      .map(function (hit) { return hit.row; });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function link(href, text) {
    var made = element("a", "", text);
    made.href = href;
    return made;
  }

  /* The words of the query, where they stand in the text letter by letter, inside <mark>. */
  function marked(parent, text, query) {
    var words = query.split(/\s+/).filter(Boolean).map(function (word) {
      return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    });
    text.split(new RegExp("(" + words.join("|") + ")", "i")).forEach(function (piece, at) {
      parent.appendChild(at % 2 ? element("mark", "", piece) : document.createTextNode(piece));
    });
    return parent;
  }

  function hit(row, query, index, base) {
    var item = element("li"), heading = element("h2"), title = link(base + row[PATH], ""), about = element("p", "meta");
    var state = stateOf(row, index), date = element("time", "", row[PUBLISHED]);
    heading.appendChild(marked(title, row[TITLE], query));
    item.appendChild(heading);
    if (state) {
      item.appendChild(document.createTextNode(" "));
      item.appendChild(element("span", "vs vs-" + state.code, state.word));
    }
    if (row[NUMBER]) { about.appendChild(element("span", "", row[NUMBER])); }
    if (index.bodies[row[BODY]]) { about.appendChild(element("span", "", index.bodies[row[BODY]])); }
    about.appendChild(date);
    item.appendChild(about);
    return item;
  }

  function address(query, page, all) {
    return "?q=" + encodeURIComponent(query) + (all ? "&all=1" : "") + (page > 1 ? "&p=" + page : "");
  }

  function pager(parent, query, page, pages, all) {
    var list = element("ul");
    function add(number, text) {
      var entry = element("li"), made = link(address(query, number, all), text);
      if (text === String(number)) { made.setAttribute("aria-label", "第" + number + "页"); }
      if (number === page && text === String(number)) { made.setAttribute("aria-current", "page"); }
      entry.appendChild(made);
      list.appendChild(entry);
    }
    if (page > 1) { add(page - 1, "上一页"); }
    for (var number = Math.max(1, page - 4); number <= Math.min(pages, page + 4); number += 1) { add(number, String(number)); }
    if (page < pages) { add(page + 1, "下一页"); }
    parent.appendChild(list);
    parent.hidden = pages < 2;
  }

  function hiddenNote(parent, ended, query) {
    parent.textContent = "另有" + ended + "件已废止或者已失效的没有列出。";
    parent.appendChild(link(address(query, 1, true), "全部列出"));
    parent.hidden = ended === 0;
  }

  function summary(query, count, page, all) {
    if (!query) { return "请在上面输入要找的词或者文号。"; }
    if (!count) { return "没有找到“" + query + "”。可以换一个词、少写几个字，或者从下面的目录查。"; }
    var begin = (page - 1) * PAGE + 1, end = Math.min(page * PAGE, count);
    return "“" + query + "”：找到" + count + "件" + (all ? "（包括已废止和已失效的）" : "") + "，这里是第" + begin + "—" + end + "件";
  }

  document.addEventListener("DOMContentLoaded", function () {
    var asked = new URLSearchParams(location.search), query = (asked.get("q") || "").trim(), all = asked.get("all") === "1";
    var results = document.getElementById("results"), status = document.getElementById("search-status");
    var index = window.sitegenTitles;
    document.getElementById("q").value = query;
    if (!index) {
      status.textContent = "搜索用的目录没有读到，请刷新页面，或者从下面的目录查。";
      return;
    }
    var found = find(query, index);
    var shown = all ? found : found.filter(function (row) { return !isEnded(row, index); });
    var pages = Math.max(1, Math.ceil(shown.length / PAGE));
    var page = Math.min(pages, Math.max(1, parseInt(asked.get("p"), 10) || 1));
    var list = document.getElementById("search-hits");
    list.start = (page - 1) * PAGE + 1;
    shown.slice((page - 1) * PAGE, page * PAGE).forEach(function (row) {
      list.appendChild(hit(row, query, index, results.getAttribute("data-root")));
    });
    status.textContent = summary(query, shown.length, page, all);
    hiddenNote(document.getElementById("search-ended"), found.length - shown.length, query);
    pager(document.getElementById("search-pager"), query, page, pages, all);
    if (query) { document.title = query + "_" + document.title; }
  });
})();
