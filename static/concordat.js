// What pages do with a script that they cannot do without one. Every page works when this never runs.
//
//   data-focus   on something htmx swapped in: focus goes there (a message, the link somebody came from, or a
//                form, which means its first field)
//   data-failed  in a form: what is said there when the server could not be reached or refused what was sent
//   data-editor  on a form: Ctrl+Enter saves, Esc presses the form's [data-cancel]; no other keys are taken
//   data-unsaved on a form: leaving the page with something typed asks first

const WATCHED = "form[data-unsaved], form[data-editor]";
const dirty = new Set();

const FIELD = "input:checked, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, input[type=radio]";

function focusOn(element) {
  if (element.matches("form")) {
    element.removeAttribute("data-focus");
    element.querySelector(FIELD)?.focus();
    return;
  }
  // A heading or a message takes focus only while it is there to be read.
  if (element.tabIndex < 0) element.setAttribute("tabindex", "-1");
  element.removeAttribute("data-focus");
  element.focus();
}

document.addEventListener("htmx:afterSettle", (event) => {
  const found = event.detail.elt.matches?.("[data-focus]")
    ? event.detail.elt
    : event.detail.elt.querySelector?.("[data-focus]") ?? document.querySelector("[data-focus]");
  if (found) focusOn(found);
  // The button that was pressed is not there any more: focus stays with the list it stood in.
  else if (document.activeElement === document.body) focusOn(event.detail.elt);
  if (event.detail.xhr?.status >= 400) stillUnsaved(event.detail.elt);
  sayInTitle();
});

// The title says that something is wrong, as it does when the whole page comes anew.
function sayInTitle() {
  const words = document.title.replace(/^Error: /, "");
  document.title = document.querySelector(".govuk-error-summary") ? `Error: ${words}` : words;
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches(WATCHED)) dirty.add(form);
});

document.addEventListener("submit", (event) => dirty.delete(event.target), true);

// What came back with errors on it, or never arrived, is still unsaved.
function stillUnsaved(part) {
  const forms = part.matches?.(WATCHED) ? [part] : part.querySelectorAll?.(WATCHED) ?? [];
  forms.forEach((form) => dirty.add(form));
}

if (document.querySelector(".govuk-error-summary")) stillUnsaved(document);

document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) stillUnsaved(event.detail.elt);
});

// Without an answer nothing is swapped: what was typed stays where it is, and the form says so.
function sayFailed(event) {
  const { elt, xhr } = event.detail;
  const form = elt.closest?.("form");
  if (xhr?.status === 401) {
    saySignedOut(form, elt);
    return;
  }
  const place = form?.querySelector("[data-failed]");
  if (place) place.textContent = place.dataset.failed;
}

const SIGNED_OUT = "You are signed out. Sign in in another tab, then press Save again: what you typed is still here.";

// The session has ended. A link goes where it leads without a script: to the sign-in page first.
function saySignedOut(form, elt) {
  if (!form) {
    if (elt.href) window.location.assign(elt.href);
    return;
  }
  let place = form.querySelector("[data-signed-out]");
  // What asks by itself while somebody types says it once only.
  if (place && elt !== form) return;
  place?.remove();
  place = document.createElement("p");
  place.className = "govuk-error-message govuk-!-margin-top-3";
  place.dataset.signedOut = "";
  place.setAttribute("role", "alert");
  form.append(place);
  place.textContent = SIGNED_OUT;
}

// Signing in, in another tab, gives the browser another token than the one the form was made with.
document.addEventListener("htmx:configRequest", (event) => {
  const { elt, parameters } = event.detail;
  const token = document.cookie.match(/(?:^|; )csrftoken=(\w+)/)?.[1];
  if (token && elt.closest?.("form")?.querySelector("[data-signed-out]")) parameters.csrfmiddlewaretoken = token;
});
document.addEventListener("htmx:sendError", sayFailed);
document.addEventListener("htmx:responseError", sayFailed);

window.addEventListener("beforeunload", (event) => {
  // A form that htmx has swapped away is no longer anybody's unsaved work.
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const cancel = event.target.closest?.("[data-cancel]");
  const form = cancel?.closest("form");
  if (!form || !dirty.has(form)) return;
  if (window.confirm("Leave without saving what you typed?")) dirty.delete(form);
  else {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

// A list that is drawn anew would take an editor that is open in it along, with all that was typed.
document.addEventListener("htmx:confirm", (event) => {
  const { elt, target } = event.detail;
  const lost = [...dirty].filter((form) => form !== elt && form.isConnected && target?.contains(form));
  if (!lost.length) return;
  event.preventDefault();
  if (!window.confirm("Leave without saving what you typed?")) return;
  lost.forEach((form) => dirty.delete(form));
  event.detail.issueRequest(true);
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("form[data-editor]");
  if (!form || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    form.querySelector("[data-cancel]")?.click();
  }
});

// Without a script the browser's own menu prints.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
