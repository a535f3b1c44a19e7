// Every page is drawn here, after its data came: the document that the server sends is empty.
const root = document.getElementById("app");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const load = async (name) => { const answer = await fetch(`/data/${name}.json`); await wait(350); return answer.json(); };
const make = (tag, text, cls) => { const e = document.createElement(tag); if (text) e.textContent = text; if (cls) e.className = cls; return e; };
const list = (tag, items) => { const e = make(tag); for (const item of items) e.append(make("li", item)); return e; };
const link = (href, text) => { const a = make("a", text); a.href = href; return a; };
const routes = [["/", "Beranda"], ["/layanan", "Layanan"], ["/maklumat", "Maklumat Pelayanan"], ["/pengaduan", "Pengaduan"], ["/profil", "Profil"]];

function frame(data, view) {
  const top = make("header", "", "top"); top.append(make("b", data.short));
  for (const [href, text] of routes) { const a = link(href, text); if (href === location.pathname) a.className = "on"; top.append(a); }
  const bar = make("footer", "", "bar"); bar.append(make("div", data.name), make("div", data.address), make("div", data.hours), make("div", data.contact));
  bar.append(link("https://www.lapor.go.id/", "SP4N-LAPOR!"));
  const main = make("main", "", "view"); main.append(...view); root.replaceChildren(top, main, bar);
}
function card(title, ...content) { const c = make("section", "", "card"); if (title) c.append(make("h3", title)); c.append(...content); return c; }

const views = {
  async home(site) {
    const hero = make("div", "", "hero"); hero.append(make("h1", "Hadir untuk warga yang membutuhkan"), make("div", site.tagline));
    const tiles = make("div", "", "tiles"); const { services } = await load("layanan");
    for (const s of services) { const a = link(`/layanan/${s.id}`, ""); a.append(card(s.name, make("div", s.short))); tiles.append(a); }
    return [hero, tiles];
  },
  async services() {
    const { services } = await load("layanan"); const ul = make("ul");
    for (const s of services) { const li = make("li"); li.append(link(`/layanan/${s.id}`, s.name)); ul.append(li); }
    return [make("h1", "Daftar Layanan"), card("", ul)];
  },
  async service(site, id) {
    const s = (await load("layanan")).services.find((x) => x.id === id); if (!s) return [make("h1", "Halaman tidak ditemukan")];
    document.title = `${s.name} | ${site.short}`;
    return [make("h1", s.name), card("Persyaratan", list("ol", s.requirements)), card("Sistem, Mekanisme, dan Prosedur", list("ol", s.procedure)), card("Jangka Waktu Penyelesaian", make("p", s.time)), card("Biaya/Tarif", make("p", s.fee)), card("Produk Pelayanan", make("p", s.product)), card("Penanganan Pengaduan", make("p", s.complaints))];
  },
  async pledge() { const d = await load("maklumat"); return [card("", make("h1", "Maklumat Pelayanan"), make("p", d.opening), list("ol", d.parts), make("p", d.place), make("p", d.post), make("strong", d.head))]; },
  async complaints() { const d = await load("pengaduan"); return [make("h1", "Pengaduan Masyarakat"), card("Sarana Pengaduan", list("ul", d.channels)), card("Tata Cara Pengaduan", list("ol", d.steps))]; },
  async profile() { const d = await load("profil"); return [make("h1", "Profil"), card("Visi", make("p", d.vision)), card("Misi", list("ol", d.mission)), card("Moto Pelayanan", make("p", d.motto)), card("Layanan Terpadu", make("p", d.integrated), link("http://tanjung-kemuning.test/mpp.html", "Mal Pelayanan Publik Tanjung Kemuning"))]; },
};
async function show() {
  const site = await load("situs"); const [, first, id] = location.pathname.replace(/\/$/, "").split("/"); document.title = site.name;
  const named = { undefined: "home", layanan: id ? "service" : "services", maklumat: "pledge", pengaduan: "complaints", profil: "profile" }[first];
  const view = named ? await views[named](site, id) : [make("h1", "Halaman tidak ditemukan")]; frame(site, view);
}
addEventListener("popstate", show);
addEventListener("click", (event) => { const a = event.target.closest("a"); if (a && a.origin === location.origin) { event.preventDefault(); history.pushState({}, "", a.href); show(); } });
show();
