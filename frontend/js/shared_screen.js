// "Class can see this": H hides names and needs on every page, at once and until H again.
// The cookie lets the server mark the next page before it is drawn, so nothing flashes up.
import { keysAreOff, onKey, setKeysOff } from "./keys.js"

const COOKIE = "class_can_see"

function isHidden() {
  return document.documentElement.hasAttribute("data-class-can-see")
}

function hide(hidden) {
  document.documentElement.toggleAttribute("data-class-can-see", hidden)
  const secure = location.protocol === "https:" ? "; secure" : ""
  const age = hidden ? "" : "; max-age=0"
  document.cookie = `${COOKIE}=1; path=/; samesite=lax${secure}${age}`
}

function startKeySwitch() {
  for (const button of document.querySelectorAll("[data-keys-toggle]")) {
    const show = () => (button.textContent = keysAreOff() ? "Turn on single-key shortcuts" : "Turn off single-key shortcuts")
    show()
    button.addEventListener("click", () => {
      setKeysOff(!keysAreOff())
      show()
    })
  }
}

export function startSharedScreen() {
  startKeySwitch()
  if (!document.querySelector("[data-class-can-see-toggle]")) return
  onKey("h", () => hide(!isHidden()))
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-class-can-see-form]")) return
    event.preventDefault()
    hide(!isHidden())
    event.target.closest("details")?.removeAttribute("open")
  })
}
