"use strict";
// Counts down what the server said. It is read out at 60, 30 and 10 seconds only.
const READ_OUT = [60, 30, 10];
let clock = null;
let ends = 0;
let last = -1;

function tick() {
  const found = document.getElementById("clock");
  if (!found || "paused" in found.dataset) return;
  if (found !== clock) {
    clock = found;
    ends = Date.now() + 1000 * Number(found.dataset.seconds);
  }
  const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
  if (left === last) return;
  last = left;
  found.querySelector(".left").textContent = left === 1 ? "1 second left" : `${left} seconds left`;
  const said = document.getElementById("clock-said");
  if (READ_OUT.includes(left) && said) said.textContent = `${left} seconds left`;
  // What was on its way in the last second has come in by then.
  if (left === 0) setTimeout(() => htmx.trigger("#stream", "version"), 2500);
}

setInterval(tick, 250);
