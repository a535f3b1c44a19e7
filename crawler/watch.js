// Runs before the page's own scripts: notes when the document last changed, which requests are open and which short
// timers are pending, so that a page filled by scripts is read after it was filled.
(() => {
  if (window.__seen) return;
  const seen = { changed: performance.now(), open: 0, timers: new Set(), wait: window.setTimeout.bind(window) };
  Object.defineProperty(window, "__seen", { value: seen });
  new MutationObserver(() => { seen.changed = performance.now(); })
    .observe(document, { childList: true, characterData: true, subtree: true });

  // A script that leaves for another page a thousand times a second starves the browser, and with it all other tabs.
  const MOST_DEPARTURES = 12;
  let departures = 0;
  if (window.navigation) {
    navigation.addEventListener("navigate", (event) => {
      if (!event.destination.sameDocument && ++departures > MOST_DEPARTURES && event.cancelable) event.preventDefault();
    });
  }

  const fetchOf = window.fetch;
  if (fetchOf) {
    window.fetch = function (...given) {
      seen.open += 1;
      const done = () => { seen.open -= 1; seen.changed = performance.now(); };
      const answer = fetchOf.apply(this, given);
      answer.then(done, done);
      return answer;
    };
  }
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...given) {
    seen.open += 1;
    this.addEventListener("loadend", () => { seen.open -= 1; seen.changed = performance.now(); }, { once: true });
    return send.apply(this, given);
  };
  const setOf = window.setTimeout, clearOf = window.clearTimeout;
  window.setTimeout = function (work, delay, ...given) {
    const short = typeof work === "function" && delay > 0 && delay <= 3000;
    if (!short) return setOf(work, delay, ...given);
    const id = setOf(() => { seen.timers.delete(id); work(...given); }, delay);
    seen.timers.add(id);
    return id;
  };
  window.clearTimeout = function (id) { seen.timers.delete(id); return clearOf(id); };
})();
