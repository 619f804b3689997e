// Handing files and folders over by dropping them; without scripts the form does it.
"use strict";

(() => {
  const form = document.querySelector("[data-hand]");
  if (!form) return;
  const drop = form.querySelector("[data-drop]");
  const said = form.querySelector("[data-said]");
  const bar = form.querySelector("[data-sending]");
  const MANY = 200, LARGE = 200 * 1024 * 1024;
  form.querySelector("[data-scripted]").hidden = false;

  /* Every file below what was dropped, with its path there. */
  async function* filesOf(entry, above = "") {
    const path = above + entry.name;
    if (entry.isFile) yield { path, file: await new Promise((done, fail) => entry.file(done, fail)) };
    if (!entry.isDirectory) return;
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return;
      for (const each of some) yield* filesOf(each, path + "/");
    }
  }

  function post(to, files, sent, whole) {
    return new Promise((done, fail) => {
      const body = new FormData();
      for (const { path, file } of files) body.append("at:" + encodeURIComponent(path), file, file.name);
      const request = new XMLHttpRequest();
      request.open("POST", to);
      request.setRequestHeader("X-CSRFToken", document.querySelector('meta[name="csrf"]').content);
      request.setRequestHeader("X-Scripted", "1");
      request.setRequestHeader("HX-Request", "true");
      request.upload.onprogress = (event) => { bar.value = Math.min(1, (sent + event.loaded) / whole); };
      request.onload = () => {
        if (request.status === 200) return done(JSON.parse(request.responseText));
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        fail(new Error(page.querySelector(".notice")?.textContent || form.dataset.refused));
      };
      request.onerror = () => fail(new Error(form.dataset.broken));
      request.send(body);
    });
  }

  /* In parcels, so that no request is too large. */
  async function send(files) {
    if (!files.length) { said.textContent = form.dataset.nothing || ""; return form.submit(); }
    const whole = files.reduce((sum, { file }) => sum + file.size, 1);
    const parcels = [[]];
    let size = 0;
    for (const each of files) {
      if (parcels.at(-1).length >= MANY || (size && size + each.file.size > LARGE)) { parcels.push([]); size = 0; }
      parcels.at(-1).push(each);
      size += each.file.size;
    }
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    try {
      let sent = 0, arrival = "";
      for (const [number, parcel] of parcels.entries()) {
        const query = new URLSearchParams();
        if (arrival) query.set("arrival", arrival);
        if (number < parcels.length - 1) query.set("more", "1");
        const answer = await post(form.action + "?" + query, parcel, sent, whole);
        sent += parcel.reduce((sum, { file }) => sum + file.size, 0);
        arrival = answer.arrival || arrival;
        if (answer.at) location.assign(answer.at);
      }
    } catch (error) {
      said.textContent = error.message;
      bar.hidden = true;
      form.querySelector("button").disabled = false;
    }
  }

  form.addEventListener("submit", (event) => {
    const chosen = [...form.querySelectorAll('input[type="file"]')].flatMap((input) => [...input.files]);
    if (!chosen.length) return;
    event.preventDefault();
    send(chosen.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
  });
  addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [];
    for (const entry of entries) for await (const each of filesOf(entry)) files.push(each);
    if (files.length) send(files);
  });
})();
