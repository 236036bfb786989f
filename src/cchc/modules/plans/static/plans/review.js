// The review of an import: choosing a row marks where it stands on the paper beside it.
// Without scripts the link of a row leads to the same passage.
(() => {
  "use strict";
  const paper = document.getElementById("ban-goc");
  const rows = [...document.querySelectorAll("tr[data-places]")];
  if (!paper || !rows.length) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const linkOf = (row) => row.querySelector("[data-source]");
  const passagesOf = (row) => row.dataset.places.split(" ").map((place) => document.getElementById(`to-${place}`)).filter(Boolean);

  const show = (passage) => {
    if (getComputedStyle(paper).position !== "sticky") return passage.scrollIntoView({ block: "center" });
    const top = passage.getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop;
    paper.scrollTo({ top: Math.max(0, top - paper.clientHeight / 3), behavior: calm ? "auto" : "smooth" });
  };
  const choose = (row) => {
    const passages = passagesOf(row);
    if (!passages.length) return linkOf(row) && location.assign(linkOf(row).href); // on another page of the paper
    paper.querySelectorAll(".source").forEach((passage) => passage.classList.remove("source"));
    passages.forEach((passage) => passage.classList.add("source"));
    rows.forEach((one) => {
      one.classList.toggle("chosen", one === row);
      if (one === row) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    });
    show(passages[0]);
  };

  rows.forEach((row, number) => {
    const link = linkOf(row);
    if (!link) return;
    row.addEventListener("click", (event) => {
      if (event.target.closest("[data-source]")) event.preventDefault();
      else if (event.target.closest("a, button, input, select, summary, label") || String(getSelection())) return;
      else if (getComputedStyle(paper).position !== "sticky") return; // the paper is not beside the row
      choose(row);
    });
    link.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = step && rows[number + step];
      if (!next || !linkOf(next)) return;
      event.preventDefault();
      linkOf(next).focus();
      choose(next);
    });
  });

  const chosen = rows.find((row) => row.classList.contains("chosen"));
  if (chosen && passagesOf(chosen).length) {
    if (getComputedStyle(paper).position === "sticky") chosen.scrollIntoView({ block: "center" });
    show(passagesOf(chosen)[0]);
  }
})();
