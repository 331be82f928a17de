// The mailbox's page: asks for the list every second, shows the letter that the address names (#id).
const ASK_MS = 1000;
const $ = (id) => document.getElementById(id);
const state = { tag: "", letters: [], total: 0, open: null, view: "html", seen: new Set(), firstLoad: true };

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function row(letter) {
  const link = element("a", state.seen.has(letter.id) ? "" : "is-new", "");
  link.href = `#${encodeURIComponent(letter.id)}`;
  if (state.open && state.open.ID === letter.id) link.setAttribute("aria-current", "true");
  const time = element("time", "", clock.format(new Date(letter.created)));
  time.dateTime = letter.created;
  link.append(element("span", "to", letter.to), time, element("span", "what", letter.subject || "(no subject)"), element("span", "snippet", letter.snippet));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function showList() {
  const focused = document.activeElement?.closest?.("#letters a")?.getAttribute("href");
  $("letters").replaceChildren(...state.letters.map(row));
  if (focused) $("letters").querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  $("count").textContent = state.total === 1 ? "1 letter" : `${state.total} letters`;
  $("clear").disabled = state.total === 0;
  document.title = state.total ? `Mailbox (${state.total})` : "Mailbox";
  $("empty").hidden = state.letters.length > 0;
  $("empty").textContent = state.total ? "No letter contains that." : "No letters yet. Whatever the house sends appears here, and goes nowhere else.";
}

async function ask() {
  try {
    const answer = await fetch(`/page/letters?q=${encodeURIComponent($("search").value.trim())}`, { headers: state.tag ? { "If-None-Match": state.tag } : {} });
    $("lost").hidden = true;
    if (answer.status !== 200) return;
    const told = await answer.json();
    state.tag = answer.headers.get("ETag") ?? "";
    Object.assign(state, told);
    if (state.firstLoad) state.letters.forEach((letter) => state.seen.add(letter.id));
    state.firstLoad = false;
    showList();
  } catch {
    $("lost").hidden = false;
    state.tag = "";
  }
}

function askAnew() {
  state.tag = "";
  return ask();
}

function framed(html) {
  // Links open in a tab of their own; the page's policy, which this frame inherits, forbids scripts and everything foreign.
  const whole = new DOMParser().parseFromString(html, "text/html");
  const base = whole.createElement("base");
  base.target = "_blank";
  whole.head.prepend(base);
  return `<!doctype html>${whole.documentElement.outerHTML}`;
}

function showView() {
  const decoded = state.open.Decoded;
  const view = state.view === "html" && !decoded.HTML ? "text" : state.view;
  for (const tab of document.querySelectorAll("[data-view]")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.view === view));
    tab.disabled = tab.dataset.view === "html" && !decoded.HTML;
  }
  $("html").hidden = view !== "html";
  $("text").hidden = view === "html";
  $("html").srcdoc = view === "html" ? framed(decoded.HTML) : "";
  $("text").textContent = view === "text" ? decoded.Text : state.open.Raw.Data;
}

async function openNamed() {
  const id = decodeURIComponent(location.hash.slice(1));
  const answer = id ? await fetch(`/api/v1/messages/${encodeURIComponent(id)}`).catch(() => null) : null;
  state.open = answer?.ok ? await answer.json() : null;
  $("letter").hidden = !state.open;
  $("none").hidden = Boolean(state.open);
  document.body.classList.toggle("is-reading", Boolean(state.open));
  if (state.open) {
    state.seen.add(id);
    $("subject").textContent = state.open.Decoded.Subject || "(no subject)";
    $("from").textContent = state.open.Decoded.From || state.open.Raw.From;
    $("to").textContent = state.open.Decoded.To || state.open.Raw.To.join(", ");
    $("sent").textContent = day.format(new Date(state.open.Created));
    $("download").href = `/api/v1/messages/${encodeURIComponent(id)}/download`;
    showView();
    $("subject").focus({ preventScroll: true });
  }
  showList();
}

function close() {
  location.hash = "";
}

addEventListener("hashchange", openNamed);
$("search").addEventListener("input", askAnew);
$("back").addEventListener("click", close);
$("clear").addEventListener("click", async () => {
  if (!confirm("Delete every letter in this mailbox?")) return;
  await fetch("/api/v1/messages", { method: "DELETE" });
  close();
  await askAnew();
});
$("remove").addEventListener("click", async () => {
  await fetch(`/api/v1/messages/${encodeURIComponent(state.open.ID)}`, { method: "DELETE" });
  close();
  await askAnew();
});
for (const tab of document.querySelectorAll("[data-view]")) {
  tab.addEventListener("click", () => { state.view = tab.dataset.view; showView(); });
}
setInterval(() => { if (!document.hidden) void ask(); }, ASK_MS);
void ask().then(openNamed);
