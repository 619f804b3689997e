// A long talk shows a stretch of itself; a link to a turn beyond it fetches that stretch.
"use strict";

function seek() {
  const turn = /^#t-(\d+)$/.exec(location.hash);
  if (turn && !document.getElementById(`t-${turn[1]}`) && !location.search.includes(`at=${turn[1]}`)) {
    location.replace(`${location.pathname}?at=${turn[1]}${location.hash}`);
  }
}
addEventListener("DOMContentLoaded", seek);
addEventListener("hashchange", seek);

/* What was opened to be written in can be left again without a journey. */
document.addEventListener("click", (event) => {
  const leave = event.target.closest("[data-closes]");
  const form = leave && leave.closest("form");
  if (form && form.parentElement.id.startsWith("write-")) { event.preventDefault(); form.remove(); }
});
/* A place to write that was asked for is where one writes. */
document.addEventListener("htmx:afterSettle", (event) => {
  event.detail.target?.querySelector("form.commenting textarea")?.focus();
});
/* Where a comment was kept, the place to write it closes; where it was not, it says why. */
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form.commenting");
  const kept = event.detail.successful && !event.detail.xhr.getResponseHeader("HX-Retarget");
  if (form && kept && event.detail.requestConfig.verb === "post" && form.parentElement?.id.startsWith("write-")) form.remove();
});
