"use strict";

// Brings the proof into sight where the passage stands beside the question and scrolls by itself.
function light() {
  const passage = document.querySelector(".passage");
  const mark = passage?.querySelector("mark");
  if (!mark || passage.scrollHeight <= passage.clientHeight) return;
  const gap = mark.getBoundingClientRect().top - passage.getBoundingClientRect().top;
  passage.scrollTop += gap - passage.clientHeight / 3;
}

// Says that the class can't be reached; whoever presses a button then would wait for nothing.
function reach(reached) {
  const notice = document.getElementById("unreached");
  if (notice) notice.hidden = reached;
}

document.addEventListener("htmx:after:swap", light);
for (const name of ["htmx:after:request", "htmx:sse:after:connection"]) {
  document.addEventListener(name, () => reach(true));
}
for (const name of ["htmx:error", "htmx:sse:error"]) {
  document.addEventListener(name, () => reach(false));
}
light();
