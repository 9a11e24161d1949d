/* Added to every page of a preview: loads the page again when it changed and keeps its place, exchanges style sheets
   without loading, keeps the panel of findings up to date. Nothing of this is in the published column. */
(function () {
  "use strict";
  const host = document.querySelector("sitegen-preview");
  const facts = host.dataset;
  const here = location.pathname + location.search;
  const PLACE = "sitegen-place", PANEL = "sitegen-panel";
  const wide = matchMedia("(min-width: 64em)");
  let build = Number(facts.build);
  let news = null;

  /* ---- what is remembered; a browser may forbid it, then it is not ---- */

  function remember(store, key, value) {
    try { store.setItem(key, value); } catch (forbidden) { /* works without */ }
  }

  function remembered(store, key) {
    try { return store.getItem(key); } catch (forbidden) { return null; }
  }

  /* ---- the place on the page ---- */

  function loadAgain() {
    const panel = find(".panel");
    const place = { here: here, x: scrollX, y: scrollY, panel: panel ? panel.scrollTop : 0 };
    remember(sessionStorage, PLACE, JSON.stringify(place));
    location.reload();
  }

  function goBackToPlace() {
    const place = JSON.parse(remembered(sessionStorage, PLACE) || "null");
    remember(sessionStorage, PLACE, "null");
    if (!place || place.here !== here) { return; }
    let moved = false;
    const go = function () { if (!moved) { scrollTo({ left: place.x, top: place.y, behavior: "instant" }); } };
    history.scrollRestoration = "manual";
    ["wheel", "touchmove", "keydown", "pointerdown"].forEach(function (kind) {
      addEventListener(kind, function () { moved = true; }, { once: true, passive: true });
    });
    addEventListener("DOMContentLoaded", function () {
      go();
      const panel = find(".panel");
      if (panel) { panel.scrollTop = place.panel; }
    });
    addEventListener("load", function () { go(); history.scrollRestoration = "auto"; });
  }

  /* ---- the panel ---- */

  function attach() {
    const template = host.querySelector("template");
    if (host.shadowRoot || !template) { return; }
    host.attachShadow({ mode: "open" }).append(template.content); /* a browser that does not do so by itself */
    template.remove();
  }

  function find(selector) {
    return host.shadowRoot ? host.shadowRoot.querySelector(selector) : null;
  }

  function isWanted() {
    const choice = remembered(localStorage, PANEL);
    return choice ? choice === "open" : wide.matches && Boolean(find(".error, .warning"));
  }

  function makeRoom() {
    const toggle = find(".toggle");
    const room = toggle && toggle.open && wide.matches ? "min(30rem, 40vw)" : "";
    document.documentElement.style.setProperty("padding-inline-end", room);
  }

  function open(wanted) {
    find(".toggle").open = wanted;
    remember(localStorage, PANEL, wanted ? "open" : "closed");
    makeRoom();
  }

  function close() {
    open(false);
    find("summary").focus();
  }

  function findings() {
    return Array.from(host.shadowRoot.querySelectorAll(".diag"));
  }

  function step(forward) {
    const all = findings();
    if (!all.length) { return; }
    const at = all.indexOf(host.shadowRoot.activeElement);
    open(true);
    all[(at + (forward ? 1 : at < 0 ? 0 : -1) + all.length) % all.length].focus();
  }

  function begin() {
    if (!host.shadowRoot) { return; }
    find(".toggle").open = isWanted();
    makeRoom();
    wide.addEventListener("change", makeRoom);
    host.shadowRoot.addEventListener("click", function (event) {
      if (event.target.closest(".close")) { close(); }
      const summary = event.target.closest(".toggle > summary");
      if (summary) {
        event.preventDefault();
        open(!find(".toggle").open);
      }
    });
    addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey) { return; }
      if (event.key === "F8") {
        event.preventDefault();
        step(!event.shiftKey);
      } else if (event.key === "Escape" && host.shadowRoot.activeElement && find(".toggle").open) {
        close();
      }
    });
    new IntersectionObserver(function (seen) {
      host.classList.toggle("away", !seen[seen.length - 1].isIntersecting);
    }).observe(host);
  }

  function refreshPanel() {
    fetch("/__sitegen/panel?page=" + encodeURIComponent(facts.page)).then(function (answer) {
      return answer.text();
    }).then(function (html) {
      const focused = host.shadowRoot.activeElement;
      const before = { open: find(".toggle").open, top: find(".panel").scrollTop, at: findings().indexOf(focused) };
      find(".bar").outerHTML = html;
      find(".toggle").open = remembered(localStorage, PANEL) ? before.open : isWanted();
      find(".panel").scrollTop = before.top;
      makeRoom();
      if (focused) { (findings()[before.at] || find("summary")).focus({ preventScroll: true }); }
      say(find("summary").getAttribute("aria-label"));
    }).catch(function () { /* the server is gone; its return brings the next news */ });
  }

  function say(text) {
    find(".said").textContent = text;
  }

  /* ---- news ---- */

  function pathOf(address) {
    return address ? new URL(address, document.baseURI).pathname : "";
  }

  function exchange(link) {
    const fresh = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set("sitegen", build);
    fresh.href = address.href;
    fresh.addEventListener("load", function () { link.remove(); });
    fresh.addEventListener("error", function () { fresh.remove(); });
    link.after(fresh);
  }

  function shows(paths) {
    return Array.from(document.querySelectorAll("script[src], img, source, audio, video, object, embed")).some(
      function (shown) {
        return paths.has(pathOf(shown.currentSrc || shown.src || shown.data));
      }
    );
  }

  function take(message) {
    const told = JSON.parse(message.data);
    const paths = new Set(told.assets.map(function (path) { return pathOf(facts.base + encodeURI(path)); }));
    build = told.build;
    if (facts.kind === "own" || told.page || shows(paths)) {
      loadAgain();
      return;
    }
    document.querySelectorAll("link[rel~=stylesheet]").forEach(function (link) {
      if (paths.has(pathOf(link.href))) { exchange(link); }
    });
    refreshPanel();
  }

  function listen() {
    if (news) { return; }
    const query = new URLSearchParams({ page: facts.page, build: build, session: facts.session });
    news = new EventSource("/__sitegen/events?" + query);
    news.addEventListener("build", take);
    news.addEventListener("open", function () { host.classList.remove("lost"); });
    news.addEventListener("error", function () {
      host.classList.add("lost");
      if (news && news.readyState === EventSource.CLOSED) { /* some browsers do not try again by themselves */
        stop();
        setTimeout(listen, 1000);
      }
    });
  }

  function stop() {
    if (news) { news.close(); }
    news = null;
  }

  /* A browser opens few connections to one server: a tab that nobody sees gives its own up, and asks when it is seen. */
  function listenWhileSeen() {
    if (document.visibilityState === "hidden") { stop(); } else { listen(); }
  }

  attach();
  begin();
  goBackToPlace();
  listenWhileSeen();
  document.addEventListener("visibilitychange", listenWhileSeen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", listenWhileSeen);
})();
