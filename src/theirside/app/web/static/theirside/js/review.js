// The editor of the review: the layer of underlines follows what is typed, a finding leads to its
// words, and the draft can be copied out. Without scripts the button reads the draft.
"use strict";

const draft = () => document.getElementById("draft");

document.addEventListener("input", (event) => {
  if (event.target.id === "draft") document.getElementById("mirror").textContent = event.target.value + "\n";
});

/* A finding under the keyboard or the mouse shows its words in the text. */
function show(finding, focus) {
  const field = draft();
  field.setSelectionRange(Number(finding.dataset.from), Number(finding.dataset.to));
  if (focus) field.focus();
}
document.addEventListener("focusin", (event) => {
  const finding = event.target.closest?.("[data-from]");
  if (finding) show(finding, false);
});
document.addEventListener("click", (event) => {
  const said = event.target.closest(".finding .said");
  if (said) show(said.closest("[data-from]"), true);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches?.("[data-from]")) {
    event.preventDefault();
    show(event.target, true);
  }
});

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = `✓ ${words}`;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
