// Opens <details> and scrolls once through the page, so that lazy parts and pictures load. Bounded.
async ({ steps }) => {
  const seen = window.__seen || { wait: window.setTimeout.bind(window) };
  for (const part of document.querySelectorAll("details:not([open])")) part.open = true;
  const height = () => document.documentElement ? document.documentElement.scrollHeight : 0;
  let place = 0;
  for (let step = 0; step < steps && place + innerHeight < height(); step += 1) {
    place += innerHeight;
    scrollTo(0, place);
    await new Promise((done) => seen.wait(done, 20));
  }
  if (place) scrollTo(0, 0);
  return place > 0;
}
