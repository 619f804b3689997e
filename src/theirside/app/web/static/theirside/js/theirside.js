// What the keyboard can do on every page, and light or dark. Pages work without it.
"use strict";

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

/* j and k walk what a page marks as a step; Enter on one opens its first link or summary. */
function walk(by) {
  const steps = [...document.querySelectorAll("[data-step]")];
  if (!steps.length) return;
  const at = steps.findIndex((step) => step.contains(document.activeElement));
  const next = steps[Math.min(steps.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : steps.length - 1) : at + by))];
  if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) event.target.blur();
  if (typing(event.target)) return;
  if (event.key === "/") {
    const box = [...document.querySelectorAll('[role="search"] input')].find((each) => each.offsetParent);
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  }
  if (event.key === "j") walk(1);
  if (event.key === "k") walk(-1);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-switch]");
  if (button) {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  }
  const asks = event.target.closest("[data-opens]");
  if (asks) document.getElementById(asks.dataset.opens)?.showModal();
});

/* The token that proves a change comes from this page goes with every request of HTMX. */
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = document.querySelector('meta[name="csrf"]').content;
});
/* No answer, or one that tells of a fault of the server: say so, rather than nothing. */
function tellAway() {
  const told = document.getElementById("notices");
  if (!told) return;
  const line = document.createElement("p");
  line.className = "notice error";
  line.textContent = told.dataset.away;
  told.replaceChildren(line);
  line.scrollIntoView({ block: "nearest" });
}
document.addEventListener("htmx:sendError", tellAway);
document.addEventListener("htmx:responseError", tellAway);

/* A button that was pressed shows that it was, while the next page is on its way. */
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented) return;
  button.setAttribute("aria-busy", "true");
  setTimeout(() => button.removeAttribute("aria-busy"), 8000);
});
addEventListener("pageshow", () => {
  for (const each of document.querySelectorAll("button[aria-busy]")) each.removeAttribute("aria-busy");
});
/* A mistake comes back as a notice with a 4xx: show it rather than swallow it. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400 && event.detail.xhr.status < 500) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
