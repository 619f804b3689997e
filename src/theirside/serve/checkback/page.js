"use strict";
// Offers the answers as a file. Without this script the page can be answered by mail or on paper.
const button = document.querySelector("#save");
button.hidden = false;
button.addEventListener("click", () => {
  const answers = [...document.querySelectorAll("fieldset")].flatMap((each) => {
    const chosen = each.querySelector("input:checked");
    if (!chosen) return [];
    const words = chosen.value === "not quite" ? each.querySelector("textarea").value : "";
    return [{ number: Number(each.dataset.number), answer: chosen.value, words }];
  });
  const code = document.body.dataset.checkback;
  const kept = JSON.stringify({ kind: "theirside check-back", checkback: code, answers }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([kept], { type: "application/json" }));
  link.download = `answers-${code}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
});
