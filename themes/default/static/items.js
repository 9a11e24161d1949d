/* Optional: the items of a page are narrowed by domain, body, level and state at once, and the address says how, so
   that it can be kept and sent. Without it the page is complete, and each of these ways is a page of its own. */
(function () {
  "use strict";

  function list(nodes) { return Array.prototype.slice.call(nodes); }

  function made(name, properties, parent) {
    var node = document.createElement(name);
    Object.keys(properties).forEach(function (key) { node[key] = properties[key]; });
    if (parent) { parent.appendChild(node); }
    return node;
  }

  function said(cell) { return (cell.getAttribute("data-state") || cell.textContent).trim(); }

  /* The values of a row by way: its section names the domain, its cells stand below the headings of the others. */
  function read(row, section) {
    var values = { domain: [section.querySelector("h2").textContent.trim()] };
    list(section.querySelectorAll("th[data-way]")).forEach(function (head) {
      var words = said(row.cells[head.cellIndex]);
      values[head.getAttribute("data-way")] = words ? words.split("、") : [];
    });
    return { row: row, section: section, values: values };
  }

  function label(bar, way) {
    var head = document.querySelector("th[data-way=" + way + "]");
    return head ? head.textContent.trim() : bar.getAttribute("data-" + way);
  }

  function chooser(bar, box, way, items, asked) {
    var words = [];
    items.forEach(function (item) {
      (item.values[way] || []).forEach(function (word) { if (words.indexOf(word) < 0) { words.push(word); } });
    });
    if (words.length < 2) { return null; }
    var line = made("label", {}, box);
    made("span", { textContent: label(bar, way) }, line);
    var select = made("select", { name: way }, line);
    made("option", { value: "", textContent: bar.getAttribute("data-any") }, select);
    words.forEach(function (word) { made("option", { value: word, textContent: word }, select); });
    if (words.indexOf(asked.get(way)) >= 0) { select.value = asked.get(way); }
    return select;
  }

  function sift(bar) {
    var items = [];
    list(document.querySelectorAll("section[data-items]")).forEach(function (section) {
      list(section.querySelectorAll("tbody tr")).forEach(function (row) { items.push(read(row, section)); });
    });
    var asked = new URLSearchParams(location.search), box = made("div", { className: "sift" });
    var selects = ["domain", "body", "level", "state"].map(function (way) {
      return chooser(bar, box, way, items, asked);
    }).filter(Boolean);
    bar.hidden = !selects.length;
    if (bar.hidden) { return; }
    bar.appendChild(box);
    var told = made("p", { className: "quiet small" }, bar);
    told.setAttribute("role", "status");
    function show() {
      var shown = 0;
      list(document.querySelectorAll("section[data-items]")).forEach(function (section) { section.hidden = true; });
      items.forEach(function (item) {
        item.row.hidden = !selects.every(function (select) {
          return !select.value || (item.values[select.name] || []).indexOf(select.value) >= 0;
        });
        if (!item.row.hidden) { shown += 1; item.section.hidden = false; }
      });
      list(document.querySelectorAll("nav.key a")).forEach(function (link) {
        link.hidden = document.getElementById(link.hash.slice(1)).hidden;
      });
      told.textContent = bar.getAttribute("data-count").replace("{count}", shown);
    }
    function keep() {
      var chosen = new URLSearchParams();
      selects.forEach(function (select) { if (select.value) { chosen.set(select.name, select.value); } });
      if (location.protocol !== "file:") { history.replaceState(null, "", location.pathname + (String(chosen) && "?" + chosen) + location.hash); }
    }
    box.addEventListener("change", function () { show(); keep(); });
    show();
  }

  document.addEventListener("DOMContentLoaded", function () { list(document.querySelectorAll("[data-any]")).forEach(sift); });
})();
