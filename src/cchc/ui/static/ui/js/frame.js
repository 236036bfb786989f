// The frame: search with keys, menus, navigation that remembers, dialogs, toasts. Everything works without it.
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("script-words")?.textContent ?? "{}");
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

  // Search: "/" goes to the box, arrows walk the suggestions, Enter opens, Esc closes.
  const box = one("#search-box");
  const found = one("#search-found");
  const hits = () => all("[role=option]", found);
  const showFound = (shown) => {
    if (!found) return;
    found.hidden = !shown;
    box.setAttribute("aria-expanded", String(shown));
    if (!shown) box.removeAttribute("aria-activedescendant");
  };
  const walk = (step) => {
    const options = hits();
    if (!options.length) return;
    const at = options.findIndex((option) => option.classList.contains("on"));
    const next = options[(at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length];
    options.forEach((option) => {
      option.classList.toggle("on", option === next);
      option.setAttribute("aria-selected", String(option === next));
    });
    box.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  };
  if (box && found) {
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (found.hidden && hits().length) showFound(true);
        walk(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        const chosen = hits().find((option) => option.classList.contains("on"));
        if (chosen && !found.hidden) { event.preventDefault(); location.assign(chosen.href); }
      } else if (event.key === "Escape") {
        if (found.hidden) box.blur();
        showFound(false);
      }
    });
    box.addEventListener("focus", () => showFound(hits().length > 0 && box.value.trim() !== ""));
    document.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target === found) showFound(hits().length > 0 && document.activeElement === box);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("[data-search]")) showFound(false);
    });
    one("[data-search]").addEventListener("focusout", (event) => {
      if (!event.relatedTarget || !event.currentTarget.contains(event.relatedTarget)) showFound(false);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && box && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  // Menus close when the person looks elsewhere.
  document.addEventListener("pointerdown", (event) => {
    all("details[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all("details[data-menu][open]").forEach((menu) => {
      menu.open = false;
      one("summary", menu).focus();
    });
  });
  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (menu.matches?.("details[data-menu]") && menu.open) {
      all("details[data-menu][open]").forEach((other) => { if (other !== menu) other.open = false; });
    }
    if (menu.matches?.("[data-nav-group]")) {
      const closed = all("[data-nav-group]").filter((group) => !group.open).map((group) => group.dataset.navGroup);
      document.cookie = `cchc_nav=${closed.join(".")};path=/;max-age=31536000;samesite=lax`;
    }
  }, true);

  // Dialogs and side panels: data-open names one, data-close closes the one around it.
  const open = (dialog, opener) => {
    if (!dialog || dialog.open) return;
    dialog.opener = opener;
    dialog.showModal();
  };
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.open);
      if (dialog) {
        if (opener.tagName === "A" && !opener.hasAttribute("hx-get")) event.preventDefault();
        open(dialog, opener);
      }
    }
    const closer = event.target.closest("[data-close]");
    if (closer) closer.closest("dialog")?.close();
    if (event.target.matches("dialog.panel, dialog.dialog")) {
      const edge = event.target.getBoundingClientRect();
      const outside = event.clientX < edge.left || event.clientX > edge.right || event.clientY < edge.top || event.clientY > edge.bottom;
      if (outside) event.target.close();
    }
    const dismiss = event.target.closest("[data-dismiss]");
    if (dismiss) dismiss.closest("[data-toast]")?.remove();
  });
  document.addEventListener("close", (event) => {
    if (event.target.opener?.isConnected) event.target.opener.focus();
  }, true);

  // Toasts: good news goes away by itself, bad news waits for the person.
  const toasts = one("#toasts");
  const fade = () => all("[data-toast]").forEach((toast) => {
    if (toast.dataset.seen || toast.matches(".error, .warning")) return;
    toast.dataset.seen = "1";
    setTimeout(() => { if (!toast.matches(":hover, :focus-within")) toast.remove(); }, 9000);
  });
  const say = (text) => {
    const toast = document.createElement("div");
    toast.className = "toast-c error";
    toast.dataset.toast = "";
    const said = document.createElement("span");
    said.textContent = text;
    toast.append(said);
    toasts?.append(toast);
    setTimeout(() => toast.remove(), 15000);
  };
  fade();
  document.addEventListener("htmx:afterSwap", fade);
  document.addEventListener("htmx:responseError", (event) => {
    const code = event.detail.xhr.status;
    if (code === 401 || code === 403) say(words.signedOut);
    else if (code === 429) say(words.tooFast);
    else if (!event.detail.elt.closest("[data-search]")) say(words.failed);
  });
  document.addEventListener("htmx:sendError", (event) => {
    if (!event.detail.elt.closest("[data-search]")) say(words.offline);
  });

  // The current place of a long navigation is in sight.
  one(".side .nav-i.on")?.scrollIntoView({ block: "nearest" });
  all(".tab.on").forEach((tab) => {
    const row = tab.parentElement;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
  });
})();
