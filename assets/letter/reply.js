"use strict";
// Makes the reply file of a form. It loads nothing, sends nothing and keeps nothing.
(() => {
  const form = document.getElementById("reply");
  const fault = document.getElementById("fault");
  let unsaved = false;

  // The CRC-32 of a text in UTF-8, in hexadecimal: it tells a file that was changed on its way.
  const crc = (text) => {
    let sum = ~0;
    for (const byte of new TextEncoder().encode(text)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (~sum >>> 0).toString(16).padStart(8, "0");
  };

  // What is typed, on one line, without characters that do not show: those that the program refuses, and halves of pairs.
  const line = (field) => field.value.replace(/[\p{Cc}\p{Cs}\u{ad}\u{61c}\u{115f}-\u{1160}\u{180e}\u{200b}-\u{200c}\u{200e}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{3164}\u{feff}\u{fff9}-\u{fffb}\u{fffe}-\u{ffff}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu, " ").trim();

  const checked = (set) => [...set.querySelectorAll(".choices input:checked")].map((it) => it.value);

  // The answer in one fieldset; nothing where none is given.
  const answer = (set) => {
    const ticks = checked(set);
    if (ticks.includes("unsure")) return "unsure";
    const field = set.querySelector("input.value");
    // A field tells by its type what is typed; without one, the kind of question tells what is ticked.
    switch (field ? field.type : set.dataset.kind) {
      case "yes-no":
        return ticks.length ? ticks[0] === "true" : undefined;
      case "any-of": {
        // What was ticked before the letter stands.
        const given = set.dataset.ticked.split(" ").filter((it) => it !== "");
        if (ticks.length === 0) return undefined;
        if (ticks.includes("none")) return given;
        const options = ticks.filter((it) => it !== "rest");
        if (ticks.includes("rest")) return options.length ? [...given, ...options, "unsure"] : "unsure";
        return [...given, ...options];
      }
      case "number": {
        if (ticks.length) return ticks[0];
        if (field.value === "" && !field.validity.badInput) return undefined;
        const number = Number(field.value);
        const good = field.value !== "" && Number.isInteger(number) && number >= Number(field.min) && number <= Number(field.max);
        return good ? number : null;
      }
      case "date":
        if (field.value === "" && !field.validity.badInput) return undefined;
        return field.validity.valid ? field.value : null;
      case "text":
        return line(field) === "" ? undefined : line(field);
      case "one-of":
        return ticks[0];
      default:
        throw new Error("a question of an unknown kind: " + set.dataset.question);
    }
  };

  const reply = () => {
    const answers = {};
    let bad = null;
    for (const set of form.querySelectorAll("fieldset.question")) {
      const value = answer(set);
      const told = set.querySelector("p.fault");
      told.textContent = "";
      if (value === null) {
        const field = set.querySelector("input.value");
        told.textContent = field.dataset.fault || field.validationMessage;
        bad = bad || field;
      }
      if (value === undefined || value === null) continue;
      const one = { value };
      const evidence = line(set.querySelector(".evidence"));
      const note = line(set.querySelector(".note"));
      if (evidence) one.evidence = evidence;
      if (note) one.note = note;
      answers[set.dataset.question] = one;
    }
    return { answers, bad };
  };

  const written = (answers) => {
    const about = form.dataset;
    const whole = {
      format: "obligato reply",
      version: 1,
      check: "00000000",
      pack: { id: about.pack, version: about.version, digest: about.digest },
      assessment: about.assessment,
      to: about.to,
      by: line(document.getElementById("by")),
      at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      answers,
    };
    const text = JSON.stringify(whole, null, 2) + "\n";
    return text.replace('"check": "00000000"', `"check": "${crc(text)}"`);
  };

  const save = (text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `reply-${form.dataset.to}-${form.dataset.assessment}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    document.getElementById("file").textContent = link.download;
    document.getElementById("saved").hidden = false;
  };

  // "None of these", "not sure" and "we do not know" go with no other tick of their kind.
  form.addEventListener("input", (event) => {
    unsaved = true;
    document.getElementById("saved").hidden = true;
    const set = event.target.closest("fieldset.question");
    const alone = ["none", "unsure"];
    if (!set || !event.target.closest(".choices")) return;
    const field = set.querySelector("input.value");
    if (event.target === field) {
      for (const it of set.querySelectorAll(".choices input:checked")) it.checked = false;
    } else if (event.target.checked) {
      if (field) field.value = "";
      for (const it of set.querySelectorAll(".choices input:checked")) {
        const both = alone.includes(event.target.value) || alone.includes(it.value);
        if (it !== event.target && both) it.checked = false;
      }
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { answers, bad } = reply();
    fault.textContent = "";
    if (bad) return bad.focus();
    if (Object.keys(answers).length === 0) fault.textContent = form.dataset.nothing;
    else if (line(document.getElementById("by")) === "") fault.textContent = form.dataset.nameMissing;
    if (fault.textContent) return document.getElementById("by").focus();
    save(written(answers));
    unsaved = false;
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
})();
