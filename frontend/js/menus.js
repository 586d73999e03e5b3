// Menus are <details>: a click elsewhere or Escape closes them.
export function startMenus() {
  const open = () => document.querySelectorAll("details.ay-menu[open]")
  document.addEventListener("click", (event) => {
    for (const menu of open()) {
      if (!menu.contains(event.target)) menu.open = false
    }
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    for (const menu of open()) {
      const hadFocus = menu.contains(document.activeElement)
      menu.open = false
      if (hadFocus) menu.querySelector("summary").focus()
    }
  })
}
