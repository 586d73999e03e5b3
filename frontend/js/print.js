// Buttons that print the page; without script the browser's own menu does it.
// A paper that was asked for and is made while its page stands open comes down by itself, once.
export function startPrint() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print()
  })
  document.body.addEventListener("htmx:afterSwap", () => {
    const file = document.querySelector("#progress [data-file]:not([data-fetched])")
    if (!file) return
    file.dataset.fetched = ""
    window.location.assign(file.href)
  })
}
