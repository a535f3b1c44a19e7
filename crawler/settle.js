// Resolves with "settled" when the document has rested, or "unsettled" when the time is up. Times in milliseconds.
async ({ quiet, soft, hard }) => {
  const seen = window.__seen || { changed: 0, open: 0, timers: new Set(), wait: window.setTimeout.bind(window) };
  const start = performance.now();
  const pause = (ms) => new Promise((done) => seen.wait(done, ms));
  const app = () => !!document.querySelector("#root,#app,#__next,#__nuxt,[ng-version],app-root,[data-v-app],[data-server-rendered]");
  const thin = () => {
    const text = document.body ? document.body.innerText.trim() : "";
    return text.length < 200 || (text.length < 600 && /\b(memuat|loading|mohon tunggu|please wait|sedang dimuat)\b/i.test(text));
  };
  for (;;) {
    const now = performance.now();
    const age = now - start;
    const newest = performance.getEntriesByType("resource").slice(-20)
      .reduce((last, e) => (e.initiatorType === "img" ? last : Math.max(last, e.responseEnd)), 0);
    const rest = now - Math.max(seen.changed, newest);
    const ready = document.readyState === "complete" || (document.readyState === "interactive" && age > soft);
    if (ready && seen.open <= 0 && rest >= quiet) {
      if (seen.timers.size === 0 || age >= soft) {
        const needed = thin() ? 3 * quiet : app() ? 2 * quiet : quiet;
        if (rest >= needed || age >= hard / 2) return "settled";
      }
    }
    if (age >= soft && document.readyState !== "loading" && seen.open <= 0 && !thin()) return "settled";
    const main = performance.getEntriesByType("navigation")[0];
    const complete = document.readyState !== "loading" || (main && main.responseEnd > 0);
    if (age >= hard && complete) return "unsettled"; // a document that is still arriving is left to the wall clock
    await pause(40);
  }
}
