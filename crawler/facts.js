// What a loaded page holds: its source, words, links, frames and pictures. Bounded.
({ most }) => {
  const fold = (text, length) => (text || "").replace(/\s+/g, " ").trim().slice(0, length);
  const zoneOf = (element) => {
    const near = element.closest("dialog,[role=dialog],.modal,aside,nav,[role=navigation],header,[role=banner],footer,[role=contentinfo],main,[role=main],article");
    if (!near) return "main";
    if (near.matches("dialog,[role=dialog],.modal")) return "dialog";
    if (near.matches("nav,[role=navigation]")) return "menu";
    if (near.matches("header,[role=banner]")) return near.closest("main,article") ? "main" : "header";
    if (near.matches("footer,[role=contentinfo]")) return "footer";
    return near.matches("aside") ? "aside" : "main";
  };
  const wordsOf = (element) => {
    const picture = element.querySelector("img[alt]");
    return fold(element.textContent, 200) || fold(element.getAttribute("aria-label"), 200)
      || fold(element.getAttribute("title"), 200) || fold(element.getAttribute("alt"), 200) || fold(picture && picture.alt, 200);
  };
  const absolute = (text) => { try { return new URL(text, document.baseURI).href; } catch { return ""; } };
  const links = [], frames = [], images = [], signs = [];
  let heading = "";
  // What a script opens: it looks like an entry of a menu and has no address. What opens something within the page (a
  // list below it, a tab, a dialog) is none: that is read already.
  const OPENS_HERE = "form,label,summary,[role=tab],[aria-expanded],[aria-haspopup],[aria-controls],[data-toggle],[data-bs-toggle]";
  const LEADS_AWAY = /pushState|replaceState|location|navigat|rout(?:e|er)\b|(?:go|load|open|buka|muat|tampil\w*)_?(?:To|Page|Halaman|Menu|View)?\s*\(/i;
  const WITHIN = /toggle|collapse|tab|dropdown|accordion|modal|popup|slide|scroll|print|search|close|hide|classList|style\./i;
  const hasList = (element) => {
    const item = element.closest("li"), next = element.nextElementSibling;
    return Boolean((item && item.querySelector("ul,ol,menu")) || (next && next.querySelector("a[href]")));
  };
  const isSign = (element, work) => {
    const href = element.localName === "a" ? element.getAttribute("href") : null;
    if (href !== null && (!work || !/^(?:#|javascript:|$)/i.test(href))) return false;
    if (href && href.length > 1 && href[0] === "#" && document.getElementById(href.slice(1))) return false;
    const zone = zoneOf(element), inMenu = zone === "menu" || zone === "header";
    const said = element.getAttribute("role") === "link";
    if (!(said || work || inMenu)) return false;
    if (work && (WITHIN.test(work) || !(inMenu || said || LEADS_AWAY.test(work)))) return false;
    const words = element.textContent.trim();
    if (words.length < 3 || words.length > 80 || element.querySelector("a[href]") || element.closest(OPENS_HERE)) return false;
    if (element.parentElement && element.parentElement.closest("a[href]")) return false;
    if (!said && !work) {
      const above = element.parentElement;
      if (getComputedStyle(element).cursor !== "pointer" || (above && getComputedStyle(above).cursor === "pointer")) return false;
    }
    return element.getClientRects().length > 0 && !hasList(element);
  };
  const visit = (element) => {
    const name = element.localName;
    if (/^h[1-6]$/.test(name)) heading = fold(element.textContent, 120);
    else if ((name === "a" || name === "area") && element.hasAttribute("href")) {
      links.push({ url: absolute(element.getAttribute("href")), text: wordsOf(element), zone: zoneOf(element), heading });
    } else if (name === "iframe" || name === "frame") {
      const source = element.getAttribute("src") || element.getAttribute("data-src") || element.getAttribute("data-lazy-src");
      if (source) frames.push({ url: absolute(source), title: fold(element.title || heading, 200) });
    } else if (name === "embed" || name === "object") {
      const source = element.getAttribute("src") || element.getAttribute("data");
      if (source) frames.push({ url: absolute(source), title: fold(element.title || heading, 200) });
    } else if (name === "img") {
      const source = element.currentSrc || element.src || element.getAttribute("data-src");
      const box = element.getBoundingClientRect();
      if (source && !source.startsWith("data:")) {
        images.push({ url: absolute(source), alt: fold(element.alt || element.title, 200), zone: zoneOf(element),
          width: element.naturalWidth, height: element.naturalHeight, shown_width: Math.round(box.width), shown_height: Math.round(box.height) });
      }
    }
    const work = element.getAttribute && element.getAttribute("onclick");
    const jump = work && /(?:location(?:\.href)?\s*=|window\.open\(|location\.(?:assign|replace)\()\s*['"]([^'"]+)['"]/.exec(work);
    if (jump) links.push({ url: absolute(jump[1]), text: wordsOf(element), zone: zoneOf(element), heading });
  };
  const root = document.documentElement;
  const walk = (from) => {
    for (const element of from.querySelectorAll("*")) {
      if (links.length < most.links && images.length < most.images) visit(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  if (root) walk(document);
  const MENUS = ["nav", "header", "[role=navigation]", "[role=banner]"].map((menu) => `${menu} :is(a,span,div,li,p,button)`);
  const seen = root ? document.querySelectorAll(["[onclick]", "[role=link]", ...MENUS].join()) : [];
  for (const element of Array.prototype.slice.call(seen, 0, most.signs)) {
    if (isSign(element, element.getAttribute("onclick"))) signs.push(wordsOf(element));
  }
  const text = document.body ? document.body.innerText : "";
  const html = root ? (document.doctype ? "<!DOCTYPE html>" : "") + root.outerHTML : "";
  const first = document.querySelector("h1") || document.querySelector("h2");
  const timing = performance.getEntriesByType("navigation")[0];
  return {
    url: location.href, title: fold(document.title, 300), type: document.contentType, status: (timing && timing.responseStatus) || 0,
    text: text.slice(0, 20000), chars: text.length, heading: fold(first && first.textContent, 200),
    html: html.slice(0, most.chars), cut: html.length > most.chars, links, frames, images, signs,
  };
}
