// Buttons that print the page; without script the browser's own menu does it.
export function startPrint() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print()
  })
}
