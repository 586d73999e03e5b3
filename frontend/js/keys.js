// Single keys as shortcuts: never while typing, and they can be switched off (WCAG 2.1.4).
const STORE = "aylsham-keys-off"

export function keysAreOff() {
  return localStorage.getItem(STORE) === "1"
}

export function setKeysOff(off) {
  if (off) localStorage.setItem(STORE, "1")
  else localStorage.removeItem(STORE)
}

export function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

export function onKey(key, action) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key.toLowerCase() !== key || isTyping(event.target) || keysAreOff()) return
    event.preventDefault()
    action()
  })
}
