// A long list of boxes to tick, narrowed by what is typed: classes open where something is found.
// <div data-narrow="id of the list" hidden><input></div>; what is ticked always stays in sight.
const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean)

const narrow = (list, asked) => {
  for (const group of list.querySelectorAll("details")) {
    const name = group.querySelector("summary").textContent.toLowerCase()
    let found = 0
    for (const item of group.querySelectorAll(".govuk-checkboxes__item")) {
      const text = `${name} ${item.textContent.toLowerCase()}`
      const stays = item.querySelector("input").checked || asked.every((word) => text.includes(word))
      item.hidden = !stays
      found += stays
    }
    group.hidden = !found
    group.open = Boolean(found && asked.length) || Boolean(group.querySelector("input:checked"))
  }
}

export const startNarrowing = () => {
  for (const holder of document.querySelectorAll("[data-narrow]")) {
    const list = document.getElementById(holder.dataset.narrow)
    const field = holder.querySelector("input")
    holder.hidden = false
    field.addEventListener("input", () => narrow(list, words(field.value)))
    // Enter leads to the first box found; it must not send the form.
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return
      event.preventDefault()
      list.querySelector("details[open] .govuk-checkboxes__item:not([hidden]) input")?.focus()
    })
  }
}
