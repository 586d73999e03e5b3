// A message goes away when its reader says so.
export function startDismissals() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-dismiss]")
    if (!button) return
    button.closest("[data-dismissable]").remove()
    document.getElementById("main").focus()
  })
}
