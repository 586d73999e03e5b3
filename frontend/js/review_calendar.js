// Drag a review to another day of the calendar. The server says beforehand what speaks against each
// day, and decides again when it is dropped. With a keyboard: "Move or lock", a form with a date.
const MAY = "ay-termgrid__day--may"

function daysOf(form) {
  return [...form.querySelectorAll("li")].map((row) => ({
    from: row.dataset.from,
    until: row.dataset.until,
    fits: "fits" in row.dataset,
    words: row.textContent,
  }))
}

class Drag {
  constructor(grid) {
    this.grid = grid
    this.place = document.querySelector("[data-drag-place]")
    this.words = document.querySelector("[data-drag-words]")
    this.days = null
    this.usual = this.words.textContent
    this.before = new Set(grid.querySelectorAll(`.${MAY}`))
    grid.addEventListener("dragstart", (event) => this.start(event))
    grid.addEventListener("dragover", (event) => this.over(event))
    grid.addEventListener("drop", (event) => this.drop(event))
    grid.addEventListener("dragend", () => this.end())
  }

  async start(event) {
    const entry = event.target.closest("[data-days]")
    if (!entry) return
    this.entry = entry
    this.days = null
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", "")
    this.say("Looking which days fit")
    const answer = await fetch(entry.dataset.days, { headers: { "X-Requested-With": "fetch" } })
    if (!answer.ok || this.entry !== entry) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    this.place.replaceChildren(page.querySelector("[data-drop-form]"))
    this.days = daysOf(this.place)
    this.mark((cell) => Boolean(this.about(cell)?.fits))
    this.say("The days that fit are marked")
  }

  about(cell) {
    const on = cell.dataset.on
    return this.days?.find((day) => day.from <= on && on <= day.until)
  }

  over(event) {
    const cell = event.target.closest("[data-on]")
    if (!this.entry || !this.days || !cell) return
    const day = this.about(cell)
    if (day?.fits) event.preventDefault()
    const reason = day ? day.words : "outside the days between which it can be held"
    this.say(`${cell.dataset.day}: ${day?.fits ? reason : `not possible: ${reason}`}`)
  }

  drop(event) {
    const cell = event.target.closest("[data-on]")
    const form = this.place.querySelector("form")
    if (!this.entry || !cell || !form) return
    event.preventDefault()
    form.elements.on.value = cell.dataset.on
    form.submit()
  }

  end() {
    this.entry = null
    this.days = null
    this.say(this.usual)
    this.mark((cell) => this.before.has(cell))
  }

  mark(fits) {
    for (const cell of this.grid.querySelectorAll("[data-on]"))
      cell.classList.toggle(MAY, fits(cell))
  }

  say(words) {
    if (this.words.textContent !== words) this.words.textContent = words
  }
}

for (const grid of document.querySelectorAll("[data-drag]")) new Drag(grid)
