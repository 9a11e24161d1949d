/* Optional: a whole list on one page can be sorted by its columns and sifted by words, body, state and year.
   Without it the table is complete, and the ways to narrow it are pages of their own. */
(function () {
  "use strict";

  function list(nodes) { return Array.prototype.slice.call(nodes); }

  function made(name, properties, parent) {
    var node = document.createElement(name);
    Object.keys(properties).forEach(function (key) { node[key] = properties[key]; });
    if (parent) { parent.appendChild(node); }
    return node;
  }

  function words(row, column) { return column < row.cells.length ? row.cells[column].textContent.trim() : ""; }

  function compare(one, other) { return one === other ? 0 : one === "" ? 1 : other === "" ? -1 : one.localeCompare(other, "zh-CN"); }

  /* A heading becomes a button; the direction is told by aria-sort, which the style sheet draws. */
  function sortable(table, heading, column) {
    var button = made("button", { type: "button", className: "plain sort", textContent: heading.textContent });
    heading.textContent = "";
    heading.appendChild(button);
    button.addEventListener("click", function () {
      var down = heading.getAttribute("aria-sort") !== "ascending";
      list(table.tHead.rows[0].cells).forEach(function (each) { each.removeAttribute("aria-sort"); });
      heading.setAttribute("aria-sort", down ? "ascending" : "descending");
      list(table.tBodies[0].rows).sort(function (one, other) {
        return compare(words(one, column), words(other, column)) * (down ? 1 : -1);
      }).forEach(function (row) { table.tBodies[0].appendChild(row); });
    });
  }

  function choices(rows, value) {
    var seen = {};
    rows.forEach(function (row) { var word = value(row); if (word) { seen[word] = true; } });
    return Object.keys(seen).sort(compare);
  }

  function chooser(box, label, anything, options) {
    var line = made("label", {}, box);
    made("span", { textContent: label }, line);
    var select = made("select", {}, line);
    made("option", { value: "", textContent: anything }, select);
    options.forEach(function (word) { made("option", { value: word, textContent: word }, select); });
    return select;
  }

  function sift(table) {
    var rows = list(table.tBodies[0].rows), heads = list(table.tHead.rows[0].cells).map(function (cell) { return cell.textContent.trim(); });
    var said = function (name) { return table.getAttribute("data-" + name); };
    var ways = [
      { label: heads[1], value: function (row) { return words(row, 1); } },
      { label: heads[5], value: function (row) { return words(row, 5); } },
      { label: said("year"), value: function (row) { return words(row, 2).slice(0, 4); } }
    ];
    var box = made("div", { className: "sift noprint" });
    var line = made("label", {}, box);
    made("span", { textContent: said("find") }, line);
    var find = made("input", { type: "search" }, line);
    ways.forEach(function (way) { way.select = chooser(box, way.label, said("any"), choices(rows, way.value)); });
    var told = made("p", {}, box);
    told.setAttribute("role", "status");
    function show() {
      var wanted = find.value.trim().toLowerCase().split(/\s+/), shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        var fits = wanted.every(function (word) { return text.indexOf(word) >= 0; }) && ways.every(function (way) {
          return !way.select.value || way.value(row) === way.select.value;
        });
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      told.textContent = said("count").replace("{count}", shown);
    }
    box.addEventListener("input", show);
    box.addEventListener("change", show);
    var frame = table.parentNode, place = frame.previousElementSibling;
    if (place && place.className === "sift-place") { place.appendChild(box); } else { frame.parentNode.insertBefore(box, frame); }
  }

  document.addEventListener("DOMContentLoaded", function () {
    list(document.querySelectorAll("table[data-find]")).forEach(function (table) {
      if (table.tBodies[0].rows.length < 2) { return; }
      sift(table);
      list(table.tHead.rows[0].cells).forEach(function (heading, column) { sortable(table, heading, column); });
    });
  });
})();
