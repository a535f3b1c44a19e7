// Waits until the pictures of the page have come or failed, at most `most` milliseconds: their natural size decides
// which are worth keeping, and must not depend on how fast they came.
async ({ most }) => {
  const seen = window.__seen || { wait: window.setTimeout.bind(window) };
  const open = [...document.images].filter((picture) => picture.src && !picture.complete);
  for (const picture of open) picture.loading = "eager";
  const all = Promise.all(open.map((picture) => picture.complete ? 0 : new Promise((done) => {
    picture.addEventListener("load", done, { once: true });
    picture.addEventListener("error", done, { once: true });
  })));
  await Promise.race([all, new Promise((done) => seen.wait(done, most))]);
  return open.length;
}
