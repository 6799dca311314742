// Starts the design system's behaviour, also in what htmx swaps in later.
import { initAll } from "./vendor/govuk/govuk-frontend.min.js";

initAll();
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) initAll({ scope: event.detail.elt });
});
