/* Optional: every page is complete without it. Elder mode, printing, copying the address, asking before one leaves, and one thing that
   matters: a badge on a page that was not rebuilt in time corrects itself from its own dates. */
(function () {
  "use strict";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem("elder") === "1"; } catch (blocked) { return false; }
  }

  function remember(on) {
    try { localStorage.setItem("elder", on ? "1" : "0"); } catch (blocked) { /* the choice lasts for this page */ }
  }

  function each(selector, action) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), action);
  }

  function showChoice(button) {
    var on = root.classList.contains("elder");
    button.textContent = button.getAttribute(on ? "data-off" : "data-on");
    button.setAttribute("aria-pressed", String(on));
  }

  function correct(badge) {
    var beijing = new Date(Date.now() + 288e5).toISOString().slice(0, 10);
    if (beijing < badge.getAttribute("data-next")) { return; }
    badge.className = badge.className.replace(/\bvs-\w+/, "vs-" + badge.getAttribute("data-then"));
    badge.textContent = badge.getAttribute("data-word");
  }

  /* Some screen readers forget that a table is one when CSS makes cards of its rows. */
  function nameRoles(table) {
    var roles = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
    table.setAttribute("role", "table");
    Array.prototype.forEach.call(table.querySelectorAll("thead, tbody, tr, th, td"), function (part) {
      part.setAttribute("role", roles[part.tagName] || (/^row/.test(part.scope) ? "rowheader" : "columnheader"));
    });
  }

  /* A link to a site that is not the government's asks first (R107). Opened in another tab it does not: its title says
     where it leads, and this page stays. */
  function askBeforeLeaving(dialog) {
    if (!dialog.showModal) { return; }
    var go = dialog.querySelector("[data-go]");
    document.addEventListener("click", function (event) {
      var link = event.target.closest("a.leaves");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
      event.preventDefault();
      go.href = link.href;
      dialog.querySelector("[data-host]").textContent = link.hostname;
      dialog.showModal();
    });
    go.addEventListener("click", function () { dialog.close(); });
  }

  if (/[?&]q=[^&]/.test(location.search)) { root.classList.add("asked"); }
  if (location.protocol === "file:") { root.classList.add("on-disk"); }
  if (remembered()) { root.classList.add("elder"); }

  document.addEventListener("DOMContentLoaded", function () {
    each("[data-elder]", function (button) {
      button.hidden = false;
      showChoice(button);
      button.addEventListener("click", function () {
        remember(root.classList.toggle("elder"));
        showChoice(button);
      });
    });
    each("[data-print]", function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    each("[data-copy]", function (button) {
      if (!navigator.clipboard) { return; }
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(button.getAttribute("data-copy")).then(function () {
          button.textContent = button.getAttribute("data-copied");
        });
      });
    });
    each(".to-card", nameRoles);
    each("[data-leave]", askBeforeLeaving);
    each("[data-next]", correct);
  });
  /* A print always shows how the state was found, also where the style sheet cannot open it. */
  window.addEventListener("beforeprint", function () {
    each("details.why", function (details) { details.open = true; });
  });
})();
