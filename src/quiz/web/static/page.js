"use strict";

// Brings the proof into sight where the passage stands beside the question and scrolls by itself.
function light() {
  const passage = document.querySelector(".passage");
  const mark = passage?.querySelector("mark");
  if (!mark || passage.scrollHeight <= passage.clientHeight) return;
  const gap = mark.getBoundingClientRect().top - passage.getBoundingClientRect().top;
  passage.scrollTop += gap - passage.clientHeight / 3;
}

// What is filled in and not sent comes back with its question: the page may change at any time.
let unsent = null;

function markUnsent(event) {
  const form = event.target.form;
  if (form?.id === "answer") form.dataset.unsent = "";
}

function keepUnsent(event) {
  const { request, response } = event.detail.ctx;
  const form = document.getElementById("answer");
  if (request.method === "POST" && response.status < 400) unsent = null;
  else if (form && "unsent" in form.dataset) unsent = form;
}

function giveBack() {
  const shown = document.querySelector("[data-position]");
  if (!unsent || unsent.isConnected) return;
  if (unsent.elements.position.value !== shown?.dataset.position) return;
  const form = document.getElementById("answer");
  const fields = form?.querySelector(".fields:enabled");
  if (fields) {
    form.dataset.unsent = "";
    fields.replaceChildren(...unsent.querySelector(".fields").childNodes);
  } else {
    const notice = document.getElementById("unsent");
    if (notice) notice.hidden = false;
  }
}

// Says that the class can't be reached; whoever presses a button then would wait for nothing.
function reach(reached) {
  const notice = document.getElementById("unreached");
  if (notice) notice.hidden = reached;
}

document.addEventListener("input", markUnsent);
document.addEventListener("htmx:before:swap", keepUnsent);
document.addEventListener("htmx:after:swap", giveBack);
document.addEventListener("htmx:after:swap", light);
for (const name of ["htmx:after:request", "htmx:sse:after:connection"]) {
  document.addEventListener(name, () => reach(true));
}
for (const name of ["htmx:error", "htmx:sse:error"]) {
  document.addEventListener(name, () => reach(false));
}
light();
