// A button that copies what stands in a field. Without scripts the field can be selected.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    const told = document.getElementById("notices");
    const line = document.createElement("p");
    line.className = "notice";
    line.textContent = button.dataset.told;
    told.replaceChildren(line);
  });
}
