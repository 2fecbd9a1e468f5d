// Everything works without this script. It only spares a few clicks and mistakes.
(() => {
  "use strict";

  // A form that decides something is sent once, however often its button is pressed.
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "true";
      form.setAttribute("aria-busy", "true");
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    }
  });

  // Leaving a form that was typed in asks first.
  for (const form of document.querySelectorAll("form[data-guard]")) {
    let typed = false;
    form.addEventListener("input", () => { typed = true; });
    form.addEventListener("submit", (event) => {
      if (!event.submitter || !("leave" in event.submitter.dataset)) {
        typed = false;
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (typed) {
        event.preventDefault();
      }
    });
  }

  // The names of the parties are offered as soon as they are typed.
  const names = document.getElementById("party-names");
  if (names) {
    const shortName = /^parties\[\d+\]\.shortName$/;
    document.addEventListener("change", (event) => {
      if (!shortName.test(event.target.name || "")) {
        return;
      }
      const typed = [...document.querySelectorAll("input")].filter((input) => shortName.test(input.name) && input.value.trim());
      names.replaceChildren(...typed.map((input) => {
        const option = document.createElement("option");
        option.value = input.value.trim();
        return option;
      }));
    });
  }

  // What is wrong is read first.
  document.getElementById("faults")?.focus();

  // A page whose agreement moves on by itself looks again.
  if (document.querySelector("[data-reload]")) {
    window.setTimeout(() => window.location.reload(), 2000);
  }
})();
