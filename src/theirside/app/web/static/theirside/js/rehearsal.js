// The chat of a rehearsal: Ctrl and Enter says it, and what was just said is in view.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "text") event.target.form.requestSubmit();
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "rehearsing") return;
  document.getElementById("text")?.focus({ preventScroll: true });
  document.querySelector("#chat > li:last-child")?.scrollIntoView({ block: "center" });
});
