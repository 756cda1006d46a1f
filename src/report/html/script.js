
"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const shown = document.getElementById("shown");
  const boxes = [...form.querySelectorAll("input")];
  const wanted = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
  const apply = () => {
    const severities = wanted("s");
    const families = wanted("family");
    let seen = 0;
    let all = 0;
    for (const article of document.querySelectorAll(".one")) {
      const on = new Set();
      for (const card of article.querySelectorAll(".card")) {
        const is = severities.has(card.dataset.s) && families.has(card.dataset.family);
        card.hidden = !is;
        all += 1;
        if (is) {
          seen += 1;
          on.add(card.dataset.f);
        }
      }
      for (const group of article.querySelectorAll(".group")) group.hidden = !group.querySelector(".card:not([hidden])");
      for (const ref of article.querySelectorAll(".ref")) ref.hidden = !on.has(ref.dataset.f);
      for (const mark of article.querySelectorAll("mark")) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((f) => on.has(f)));
      article.hidden = on.size === 0;
      const row = document.querySelector(`tr[data-article="${article.id}"]`);
      if (row) row.hidden = on.size === 0;
    }
    shown.textContent = `${seen} of ${all} findings shown`;
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("every").addEventListener("click", () => {
    for (const box of boxes) box.checked = true;
    apply();
  });
  form.hidden = false;
  apply();
})();
