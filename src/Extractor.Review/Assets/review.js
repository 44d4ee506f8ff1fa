// Keys, dialogs, selection and completion of the review pages. Every page works by links and forms alone;
// this makes one key do what a click does. No text from the server is ever put into the page as markup.
"use strict";

(() => {
  const root = document.documentElement;
  const stored = localStorage.getItem("theme");
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  document.addEventListener("DOMContentLoaded", () => {
    const byId = id => document.getElementById(id);
    const status = byId("status");
    const article = byId("article");
    const rows = [...document.querySelectorAll("tr[data-id]")];
    const numbers = [...document.querySelectorAll(".ledger-page .article .n-unresolved")];
    const decision = byId("decision");
    let field = null; // the slot field last used, to which selected words go
    let selected = null; // the last selection in the article, as offsets into the document

    announce();
    wideFilters();
    bringIntoView();

    // What a screen reader hears: the note of what just happened, said anew after loading.
    function say(text) {
      const note = document.createElement("p");
      note.className = "notice";
      note.textContent = text;
      status.replaceChildren(note);
    }

    function announce() {
      const note = status.textContent.trim();
      if (!note) return;
      status.replaceChildren();
      setTimeout(() => say(note), 60);
      const address = new URL(location.href);
      address.searchParams.delete("note");
      history.replaceState(null, "", address);
    }

    function wideFilters() {
      const filters = byId("filters");
      if (filters && matchMedia("(max-width: 960px)").matches) filters.open = false;
    }

    function bringIntoView() {
      if (article) {
        const goal = (location.hash && byId(location.hash.slice(1))) || byId("sentence");
        if (goal && article.contains(goal)) scrollArticle(goal);
      }
      const current = rows.findIndex(row => row.classList.contains("current"));
      if (rows.length > 0) setRow(current < 0 ? 0 : current, current >= 0);
      const wrong = document.querySelector("[aria-invalid=true]");
      if (wrong) wrong.focus();
    }

    function scrollArticle(element) {
      const box = article.getBoundingClientRect(), at = element.getBoundingClientRect();
      article.scrollTop += at.top - box.top - (box.height - at.height) / 3;

      // In a low or narrow window the article itself may lie behind the bar below. A form stays where it is.
      if (document.body.classList.contains("correcting")) return;
      const bar = document.querySelector(".decide"), place = element.getBoundingClientRect();
      const last = element.id === "sentence" ? [...article.querySelectorAll(".sentence")].at(-1).getBoundingClientRect() : place;
      const hidden = Math.max(place.bottom, last.bottom) + 24 - (innerHeight - (bar ? bar.offsetHeight : 0));
      if (hidden > 0) scrollBy(0, Math.min(hidden, place.top - 80));
    }

    // Rows of the queue.

    function rowIndex() {
      return rows.findIndex(row => row.classList.contains("current"));
    }

    function setRow(index, focus) {
      const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
      if (!row) return;
      rows.forEach(other => other.classList.toggle("current", other === row));
      if (!focus) return;
      row.querySelector("a.open").focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }

    rows.forEach((row, index) => row.addEventListener("focusin", () => setRow(index, false)));

    function fillRow() {
      const index = rowIndex();
      if (index < 0) return false;
      decision.elements.fact.value = rows[index].dataset.id;
      const next = rows[index + 1] || rows[index - 1];
      decision.elements.next.value = next ? next.dataset.id : "";
      return true;
    }

    // Unresolved numbers of the ledger.

    let numberAt = -1;
    function setNumber(index) {
      if (numbers.length === 0) return;
      numberAt = Math.max(0, Math.min(index, numbers.length - 1));
      numbers.forEach((number, i) => number.classList.toggle("current", i === numberAt));
      numbers[numberAt].focus({ preventScroll: true });
      scrollArticle(numbers[numberAt]);
      say(`${numberAt + 1} of ${numbers.length}: ${numbers[numberAt].textContent}, ${numbers[numberAt].title}. Enter makes a fact.`);
    }

    // Decisions.

    function send(kind, reason) {
      if (!decision) return;
      if (decision.dataset.next === "row") {
        if (kind !== "undo" && !fillRow()) return;
        decision.elements.kind.value = kind;
      }
      if (decision.elements.reason) decision.elements.reason.value = reason || "";
      decision.requestSubmit(decision.querySelector(`button[value="${kind}"]`));
    }

    // A key held down or pressed twice decides once; the next page decides on the next fact.
    document.addEventListener("submit", event => {
      if (event.target.method !== "post") return;
      if (event.target.dataset.sent) event.preventDefault();
      event.target.dataset.sent = "1";
    });
    window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(form => delete form.dataset.sent));

    if (decision) {
      decision.addEventListener("click", event => {
        const button = event.target.closest("button[value]");
        if (!button) return;
        if (button.value === "reject") { event.preventDefault(); byId("reject").showModal(); }
        if (button.value === "comment") { event.preventDefault(); byId("comment").showModal(); }
      });
    }

    const reject = byId("reject");
    if (reject) {
      const sendReason = reason => { reject.close(); send("reject", reason); };
      reject.addEventListener("click", event => {
        const button = event.target.closest("button[data-reason]");
        if (button) sendReason(button.dataset.reason);
      });
      byId("reject-other").addEventListener("click", () => sendReason(byId("reason-text").value));
      reject.addEventListener("keydown", event => {
        const typing = event.target === byId("reason-text");
        if (typing && event.key === "Enter") { event.preventDefault(); sendReason(event.target.value); return; }
        const choice = typing ? null : reject.querySelectorAll("button[data-reason]")[Number(event.key) - 1];
        if (choice) { event.preventDefault(); sendReason(choice.dataset.reason); }
      });
    }

    const comment = byId("comment");
    if (comment) {
      const sendComment = () => { comment.close(); send("comment", byId("comment-text").value); };
      byId("comment-send").addEventListener("click", sendComment);
      comment.addEventListener("keydown", event => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); sendComment(); }
      });
    }

    // Words selected in the article, as offsets into the document: the article's text content is the document's text.

    function readSelection() {
      const selection = getSelection();
      if (!article || selection.isCollapsed || selection.rangeCount === 0) return null;
      const range = selection.getRangeAt(0);
      if (!article.contains(range.commonAncestorContainer)) return null;
      const before = document.createRange();
      before.setStart(article, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const text = range.toString();
      const start = Number(article.dataset.offset) + before.toString().length + (text.length - text.trimStart().length);
      const words = text.trim();
      return words ? { start, end: start + words.length, words } : null;
    }

    document.addEventListener("selectionchange", () => { selected = readSelection() || selected; });

    function takeWords(name) {
      selected = readSelection() || selected;
      if (!selected) { say("Select words in the article first."); return; }
      const form = byId("slots-form");
      const input = form.elements[`slot.${name}`];
      form.elements[`span.${name}`].value = `${selected.start}-${selected.end}`;
      byId(`words-${name}`).textContent = `“${selected.words}”`;
      const free = ["region", "category", "shareOf", "value", "growth", "share", "change", "multiple", "contribution"];
      if (free.includes(name) && !input.value) input.value = name === "category" ? selected.words.toLowerCase() : selected.words;
      input.focus();
    }

    const slotsForm = byId("slots-form");
    if (slotsForm) {
      slotsForm.addEventListener("focusin", event => { if (event.target.name && event.target.dataset.slot) field = event.target; });
      slotsForm.addEventListener("click", event => {
        const button = event.target.closest(".words-button");
        if (button) takeWords(button.dataset.slot);
      });
      const focused = slotsForm.querySelector("[autofocus]");
      if (focused) { focused.focus(); field = focused; }
    }

    function addMissed(link) {
      selected = readSelection() || selected;
      const address = new URL(link.href);
      if (selected) {
        address.searchParams.set("start", selected.start);
        address.searchParams.set("end", selected.end);
      } else if (!address.searchParams.has("start")) {
        say("Select the words of the missed fact in the article first.");
        return;
      }
      location.assign(address);
    }

    const missed = byId("add-missed");
    if (missed) missed.addEventListener("click", event => { event.preventDefault(); addMissed(missed); });

    document.querySelectorAll(".to-words").forEach(link => link.addEventListener("click", event => {
      const goal = byId(decodeURIComponent(link.hash.slice(1)));
      if (!goal) return;
      event.preventDefault();
      scrollArticle(goal);
      goal.focus({ preventScroll: true });
    }));

    // Completion: the server proposes, the browser's own list shows.

    let asked = 0;
    document.addEventListener("input", event => complete(event.target));
    document.addEventListener("focusin", event => complete(event.target));
    function complete(input) {
      const name = input.dataset && input.dataset.complete;
      if (!name || !input.list) return;
      clearTimeout(asked);
      asked = setTimeout(async () => {
        const answer = await fetch(`/complete?field=${encodeURIComponent(name)}&prefix=${encodeURIComponent(input.value)}`);
        if (!answer.ok) return;
        const values = await answer.json();
        input.list.replaceChildren(...values.map(({ value, label }) => {
          const option = document.createElement("option");
          option.value = value;
          if (label) option.label = `${value} ${label}`;
          return option;
        }));
      }, 90);
    }

    document.querySelectorAll("select.submits").forEach(select => select.addEventListener("change", () => select.form.requestSubmit()));

    // Theme and help.

    function toggleTheme() {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
      say(dark ? "Light colours." : "Dark colours.");
    }

    byId("theme").addEventListener("click", toggleTheme);
    byId("help-button").addEventListener("click", () => byId("help").showModal());

    // Keys.

    function follow(key) {
      const target = document.querySelector(`[data-key="${key}"]`);
      if (!target) return false;
      target.click();
      return true;
    }

    function open() {
      const index = rowIndex();
      if (index >= 0) rows[index].querySelector("a.open").click();
    }

    const move = by => rows.length > 0 ? setRow(rowIndex() + by, true)
      : numbers.length > 0 ? setNumber(numberAt < 0 && by < 0 ? numbers.length - 1 : numberAt + by)
      : follow(by > 0 ? "j" : "k") || say(by > 0 ? "This is the last fact of the queue." : "This is the first fact of the queue.");

    const keys = {
      j: () => move(1),
      k: () => move(-1),
      a: () => follow("a") || send("accept"),
      r: () => follow("r") || (reject && rowIndex() >= 0 && reject.showModal()),
      c: () => follow("c") || (rowIndex() >= 0 && location.assign(editLink())),
      n: () => follow("n") || (comment && rowIndex() >= 0 && comment.showModal()),
      u: () => follow("u") || send("undo"),
      m: () => follow("m") || (numberAt >= 0 && numbers[numberAt].click()),
      l: () => byId("ledger-link") && byId("ledger-link").click(),
      q: () => follow("q") || location.assign("/?status=pending"),
      t: toggleTheme,
      "/": () => { byId("search").focus(); byId("search").select(); },
      "?": () => byId("help").showModal(),
      Enter: () => document.activeElement === document.body && open(),
    };

    function editLink() {
      const address = new URL(rows[rowIndex()].querySelector("a.open").href);
      address.searchParams.set("edit", "1");
      return address;
    }

    document.addEventListener("keydown", event => {
      const typing = event.target.matches("input:not([type=checkbox]):not([type=radio]), select, textarea");
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
        if (typing) event.target.blur();
        else if (byId("leave")) byId("leave").click();
        return;
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field && slotsForm) {
        event.preventDefault();
        takeWords(field.dataset.slot);
        return;
      }
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
      const act = keys[event.key];
      if (!act || event.repeat && !"jk".includes(event.key)) return;
      if (event.key !== "Enter") event.preventDefault();
      act();
    });
  });
})();
