// `/` or Ctrl-K goes to the search box.
import { onKey } from "./keys.js"

export function startSearch() {
  const box = document.querySelector("[data-search]")
  if (!box) return
  const focus = () => {
    box.focus()
    box.select()
  }
  onKey("/", focus)
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault()
      focus()
    }
  })
}
