// What a swapped-in part needs, and plain words when the server does not answer.
import { startGovuk } from "./govuk.js"

function complain(words) {
  const place = document.getElementById("messages")
  const item = document.createElement("div")
  item.className = "ay-message ay-message--error"
  item.setAttribute("role", "alert")
  const text = document.createElement("p")
  text.className = "ay-message__text"
  text.textContent = words
  item.append(text)
  place?.replaceChildren(item)
}

// The link that was followed is gone with the part it stood in: the keyboard goes on from there.
function keepPlace(part) {
  if (!part || document.activeElement !== document.body) return
  part.tabIndex = -1
  part.focus({ preventScroll: true })
}

export function startHtmx() {
  document.body.addEventListener("htmx:afterSettle", (event) => {
    startGovuk(event.target.parentElement ?? document)
    keepPlace(document.getElementById(event.detail.target.id))
  })
  document.body.addEventListener("htmx:sendError", () => complain("There is no connection. Nothing was changed; try again."))
  document.body.addEventListener("htmx:responseError", (event) => {
    const status = event.detail.xhr.status
    complain(
      status === 403
        ? "You may not do that here. Nothing was changed."
        : status === 404
          ? "That is no longer there. Reload the page to see what is."
          : status === 409
            ? event.detail.xhr.responseText
            : "That did not work. Nothing was changed; reload the page and try again.",
    )
  })
}
