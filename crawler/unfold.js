// Opens <details> and scrolls once through the page, so that lazy parts and pictures load. Bounded: a page that has
// grown under the scrolling and still goes on is "endless".
async ({ steps }) => {
  const seen = window.__seen || { wait: window.setTimeout.bind(window) };
  for (const part of document.querySelectorAll("details:not([open])")) part.open = true;
  const height = () => document.documentElement ? document.documentElement.scrollHeight : 0;
  const first = height();
  let place = 0;
  for (let step = 0; step < steps && place + innerHeight < height(); step += 1) {
    place += innerHeight;
    scrollTo(0, place);
    await new Promise((done) => seen.wait(done, 20));
  }
  const endless = place > first && place + innerHeight < height();
  if (place) scrollTo(0, 0);
  return { moved: place > 0, endless };
}
