// Forms: drafts, confirmation, errors, pickers, bulk choice, saving state. Forms work without it.
(() => {
  "use strict";
  const said = JSON.parse(document.getElementById("script-words")?.textContent ?? "{}");
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, classes, text) => {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    if (text) element.textContent = text;
    return element;
  };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  // Errors: the summary is read out and the first wrong field takes the focus.
  const focusFirstError = (within) => {
    const summary = one("[data-errors]", within);
    if (!summary) return;
    const first = one(".field.wrong :is(input, select, textarea):not([type=hidden])", summary.closest("form") ?? document);
    (first ?? summary).focus();
  };

  // Drafts: what is typed stays on this device, for this person, until the form has gone through.
  const DRAFTS = "cchc-draft:";
  const KEPT_DAYS = 30;
  const draftKey = (form) => `${DRAFTS}${document.body.dataset.person ?? ""}:${form.dataset.keepDraft}`;
  const readDraft = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  Object.keys(localStorage).filter((key) => key.startsWith(DRAFTS)).forEach((key) => {
    if (Date.now() - (readDraft(key)?.time ?? 0) > KEPT_DAYS * 86400000) localStorage.removeItem(key);
  });
  const kept = (field) => field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type) && field.name !== "csrfmiddlewaretoken";
  const readForm = (form) => {
    const values = {};
    for (const field of form.elements) {
      if (!kept(field)) continue;
      if (field.type === "checkbox" || field.type === "radio") (values[field.name] ??= []).push(...(field.checked ? [field.value] : []));
      else if (field.multiple) values[field.name] = [...field.selectedOptions].map((option) => option.value);
      else (values[field.name] ??= []).push(field.value);
    }
    return values;
  };
  const fillForm = (form, values) => {
    const places = {};
    for (const field of form.elements) {
      if (!kept(field) || !(field.name in values)) continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = values[field.name].includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = values[field.name].includes(option.value);
      else { const at = places[field.name] ?? 0; places[field.name] = at + 1; if (at < values[field.name].length) field.value = values[field.name][at]; }
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  const startDraft = (form) => {
    const first = JSON.stringify(readForm(form));
    const stored = readDraft(draftKey(form));
    if (stored && JSON.stringify(stored.values) !== first && !one("[data-errors]", form)) {
      const line = make("div", "draft");
      line.append(make("span", "", said.draftFound.replace("{at}", stored.at)));
      const back = make("button", "btn-q btn-s", said.draftTake);
      const drop = make("button", "btn-bare", said.draftDrop);
      back.type = drop.type = "button";
      back.addEventListener("click", () => { fillForm(form, stored.values); line.remove(); });
      drop.addEventListener("click", () => { localStorage.removeItem(draftKey(form)); line.remove(); });
      line.append(back, drop);
      form.prepend(line);
    }
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const at = new Date().toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" });
        try { localStorage.setItem(draftKey(form), JSON.stringify({ at, time: Date.now(), values: readForm(form) })); } catch { /* the device keeps nothing */ }
      }, 400);
    });
    // Sent drafts are dropped on the next page that is not this form again.
    const isFragment = form.hasAttribute("hx-post");
    form.addEventListener("submit", () => { if (!isFragment) sessionStorage.setItem("cchc-sent", draftKey(form)); });
    form.addEventListener("htmx:afterRequest", (event) => {
      if (event.detail.elt === form && event.detail.successful) localStorage.removeItem(draftKey(form));
    });
  };
  const sent = sessionStorage.getItem("cchc-sent");
  if (sent) {
    const again = all("form[data-keep-draft]").some((form) => draftKey(form) === sent && one("[data-errors]", form));
    if (!again) localStorage.removeItem(sent);
    sessionStorage.removeItem("cchc-sent");
  }

  // Confirmation: data-confirm on a form or button says what will happen, data-confirm-verb names the act.
  const dialog = one("#confirm-dialog");
  const ask = (asker) => new Promise((answer) => {
    const [title, ...rest] = asker.dataset.confirm.split("|");
    one("#confirm-title").textContent = title.trim();
    one("[data-confirm-text]").textContent = rest.join("|").trim();
    one("[data-confirm-yes]").textContent = asker.dataset.confirmVerb || asker.textContent.trim() || said.do;
    dialog.returnValue = "no";
    dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
    one("[data-confirm-no]").focus();
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
    const asker = event.submitter?.closest("[data-confirm]") ?? form.closest("[data-confirm]");
    if (asker && !form.dataset.sure && dialog) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (await ask(asker)) {
        form.dataset.sure = "1";
        form.requestSubmit(event.submitter ?? undefined);
        delete form.dataset.sure;
      }
      return;
    }
    if (form.method === "post" && !form.hasAttribute("hx-post")) {
      if (form.classList.contains("is-sending")) { event.preventDefault(); return; }
      form.classList.add("is-sending");
      setTimeout(() => form.classList.remove("is-sending"), 8000);
    }
  }, true);
  addEventListener("pageshow", () => all("form.is-sending").forEach((form) => form.classList.remove("is-sending")));

  // Filters apply themselves; the button stays for those without scripts.
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-filters]");
    if (form && event.target.matches("select, [type=checkbox][name], [type=radio]")) form.requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches?.("form[method=get]")) all("input, select", event.target).forEach((field) => { if (!field.value) field.disabled = true; });
  });

  // Choosing many rows.
  const countBulk = (form) => {
    const boxes = all("td.pick input[type=checkbox]", form);
    const chosen = boxes.filter((box) => box.checked);
    one("[data-bulk-bar]", form).hidden = chosen.length === 0;
    one("[data-bulk-count]", form).textContent = String(chosen.length);
    boxes.forEach((box) => box.closest("tr").classList.toggle("on", box.checked));
    const every = one("[data-bulk-all]", form);
    if (every) { every.checked = chosen.length > 0 && chosen.length === boxes.length; every.indeterminate = chosen.length > 0 && !every.checked; }
  };
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-bulk]");
    if (!form) return;
    if (event.target.matches("[data-bulk-all]")) all("td.pick input[type=checkbox]", form).forEach((box) => { box.checked = event.target.checked; });
    countBulk(form);
  });

  // A calendar beside a typed date.
  const startDate = (input) => {
    if (input.closest(".date-box") || !("showPicker" in HTMLInputElement.prototype)) return;
    const around = make("span", "date-box");
    const picker = make("input");
    const button = make("button", "btn-q btn-s", said.pickDate);
    picker.type = "date"; picker.tabIndex = -1; picker.setAttribute("aria-hidden", "true");
    button.type = "button";
    input.before(around);
    around.append(input, button, picker);
    button.addEventListener("click", () => {
      const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(input.value.trim()) ?? [];
      if (year) picker.value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      picker.showPicker();
    });
    picker.addEventListener("change", () => {
      if (!picker.value) return;
      input.value = picker.value.split("-").reverse().join("/");
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
    });
  };

  // Amounts get their dots when the person leaves the field.
  document.addEventListener("focusout", (event) => {
    if (!event.target.matches?.("[data-money]")) return;
    const digits = event.target.value.replace(/[.\s]/g, "");
    if (/^\d+$/.test(digits)) event.target.value = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  });

  // A long list of choices becomes one that can be searched, marks or not.
  const startPicker = (select) => {
    if (select.dataset.started) return;
    select.dataset.started = "1";
    const around = make("div", "picker");
    const chosen = make("div", "picker-chosen");
    const words = make("input");
    const list = make("div", "picker-list");
    const none = make("div", "picker-none", said.pickerNone);
    const label = one(`label[for="${CSS.escape(select.id)}"]`)?.textContent.trim() ?? "";
    words.type = "search"; words.placeholder = said.pickerWords; words.setAttribute("aria-label", said.pickerIn.replace("{label}", label));
    list.setAttribute("role", "group"); list.setAttribute("aria-label", label); none.hidden = true;
    const rows = [...select.options].filter((option) => option.value).map((option) => {
      const row = make("label");
      const box = make("input");
      box.type = select.multiple ? "checkbox" : "radio"; box.checked = option.selected; box.name = `${select.id}-picker`;
      row.append(box, make("span", "", option.textContent));
      box.addEventListener("change", () => {
        option.selected = box.checked;
        select.dispatchEvent(new Event("input", { bubbles: true }));
        show();
      });
      list.append(row);
      return { row, box, option, folded: fold(option.textContent) };
    });
    const show = () => {
      chosen.replaceChildren(...rows.filter(({ option }) => option.selected).map(({ option, box }) => {
        const chip = make("span", "chip on", option.textContent);
        const drop = make("button", "chip-x btn-bare", "×");
        drop.type = "button"; drop.setAttribute("aria-label", said.drop.replace("{name}", option.textContent));
        drop.addEventListener("click", () => { option.selected = box.checked = false; show(); words.focus(); });
        chip.append(drop);
        return chip;
      }));
    };
    words.addEventListener("input", () => {
      const wanted = fold(words.value.trim()).split(/\s+/);
      let seen = 0;
      rows.forEach(({ row, folded }) => { row.hidden = !wanted.every((word) => folded.includes(word)); seen += row.hidden ? 0 : 1; });
      none.hidden = seen > 0;
    });
    select.addEventListener("change", () => { rows.forEach(({ box, option }) => { box.checked = option.selected; }); show(); });
    around.append(chosen, words, list, none);
    select.before(around);
    select.hidden = true;
    show();
  };

  // A password can be looked at while it is typed.
  const startPassword = (input) => {
    if (input.closest(".password-box")) return;
    const around = make("div", "password-box");
    const button = make("button");
    const icon = one("#icon-eye")?.content.cloneNode(true);
    button.type = "button"; button.setAttribute("aria-label", said.showPassword); button.setAttribute("aria-pressed", "false");
    if (icon) button.append(icon); else button.textContent = "…";
    input.before(around);
    around.append(input, button);
    button.addEventListener("click", () => {
      const shown = input.type === "text";
      input.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
    });
  };

  // Saving by itself: the state is said in words beside the form.
  const state = (form, text, wrong = false) => {
    const place = one("[data-saved]", form) ?? one(`[data-saved="${form.id}"]`);
    if (place) { place.textContent = text; place.classList.toggle("is-wrong", wrong); }
  };
  document.addEventListener("htmx:beforeRequest", (event) => { const form = event.detail.elt.closest("[data-autosave]"); if (form) state(form, said.saving); });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest("[data-autosave]");
    if (!form) return;
    const now = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    if (event.detail.successful) state(form, said.saved.replace("{at}", now)); else state(form, said.notSaved, true);
  });

  const start = (within) => {
    all("[data-date]", within).forEach(startDate);
    all("select[data-picker]", within).forEach(startPicker);
    all(".field input[type=password]", within).forEach(startPassword);
    all("form[data-bulk]", within).forEach(countBulk);
  };
  all("form[data-keep-draft]").forEach(startDraft);
  start(document);
  focusFirstError(document);
  document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) { start(event.detail.elt); focusFirstError(event.detail.elt); } });
})();
