// Drag a card over the board of a week. The server says for each cell whether it fits and why not,
// and decides again when the card is dropped. With a keyboard: "Move", a page with every place.
// Pointer events, so that a finger can drag too: it holds the card for a moment first.
const MAY = "ay-boardgrid__may"
const NOT = "ay-boardgrid__not"
const OVER = "ay-boardgrid__over"
const FAR = 6
const HOLD = 350
// So near to an edge of the board, or of the window, a held card pulls more of it into sight.
const EDGE = 48
const PULL = 12

class Board {
  constructor(grid) {
    this.grid = grid
    this.place = document.querySelector("[data-board-place]")
    this.words = document.querySelector("[data-board-words]")
    this.usual = this.words.textContent
    this.cells = new Map([...grid.querySelectorAll("[data-cell]")].map((cell) => [cell.dataset.cell, cell]))
    document.addEventListener("pointerdown", (event) => this.press(event))
    document.addEventListener("pointermove", (event) => this.move(event))
    document.addEventListener("pointerup", (event) => this.drop(event))
    document.addEventListener("pointercancel", () => this.end())
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.end())
    // While a card is held the page must not scroll away under it.
    document.addEventListener("touchmove", (event) => this.isDragging && event.preventDefault(), { passive: false })
  }

  press(event) {
    const card = event.target.closest("[data-card]")
    if (!card || event.button !== 0 || event.target.closest("a, button")) return
    this.card = card
    this.from = { x: event.clientX, y: event.clientY }
    if (event.pointerType === "touch") this.hold = setTimeout(() => this.start(), HOLD)
    else event.preventDefault()
  }

  move(event) {
    if (!this.card) return
    const far = Math.hypot(event.clientX - this.from.x, event.clientY - this.from.y) > FAR
    if (!this.isDragging) {
      if (!far) return
      if (event.pointerType === "touch") return this.end()
      this.start()
    }
    this.at = { clientX: event.clientX, clientY: event.clientY }
    this.card.style.setProperty("translate", `${event.clientX - this.from.x}px ${event.clientY - this.from.y}px`)
    this.over(this.cellAt(event))
  }

  pull() {
    if (!this.isDragging) return
    requestAnimationFrame(() => this.pull())
    if (!this.at || !this.targets) return
    const pane = this.grid.closest(".ay-scroll")
    const box = pane.getBoundingClientRect()
    const top = Math.max(box.top, 0)
    const bottom = Math.min(box.bottom, innerHeight)
    const across = toEdge(this.at.clientX, Math.max(box.left, 0), Math.min(box.right, innerWidth))
    const down = toEdge(this.at.clientY, top, bottom)
    if (!across && !down) return
    const before = [pane.scrollLeft, pane.scrollTop, scrollY]
    pane.scrollBy(across, down)
    if (down && pane.scrollTop === before[1]) scrollBy(0, down)
    this.from.x -= pane.scrollLeft - before[0]
    this.from.y -= pane.scrollTop - before[1] + scrollY - before[2]
    this.card.style.setProperty("translate", `${this.at.clientX - this.from.x}px ${this.at.clientY - this.from.y}px`)
    this.over(this.cellAt(this.at))
  }

  async start() {
    const card = this.card
    this.isDragging = true
    this.targets = null
    card.classList.add("ay-boardslot--held")
    this.pull()
    this.say("Looking where it fits")
    const parts = "parts" in this.grid.dataset ? "?parts=1" : ""
    const answer = await fetch(card.dataset.card + parts, { headers: { "X-Requested-With": "fetch" } })
    if (this.card !== card) return
    if (!answer.ok) return this.say("The places could not be read. Choose “Move” instead.")
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    this.place.replaceChildren(page.querySelector("[data-drop-form]"))
    this.targets = new Map([...this.place.querySelectorAll("li")].map((row) => [row.dataset.cell, row]))
    for (const [key, cell] of this.cells) cell.classList.add(this.placeOf(key) ? MAY : NOT)
    this.say("The cells that fit are marked")
    this.over(this.cell)
  }

  placeOf(key) {
    return this.targets?.get(key)?.dataset.place
  }

  cellAt(event) {
    return document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((each) => each.dataset?.cell && this.grid.contains(each))
  }

  over(cell) {
    if (this.cell !== cell) this.cell?.classList.remove(OVER)
    this.cell = cell
    if (!cell || !this.targets) return
    cell.classList.add(OVER)
    const words = this.targets.get(cell.dataset.cell)?.textContent ?? "nobody who can be planned"
    this.say(this.placeOf(cell.dataset.cell) ? words : `Not possible: ${words}`)
  }

  drop(event) {
    if (!this.isDragging) return this.end()
    const cell = this.cellAt(event)
    const place = cell && this.placeOf(cell.dataset.cell)
    const form = this.place.querySelector("form")
    const said = this.words.textContent
    this.end()
    if (place && form) {
      form.elements.place.value = place
      form.submit()
    } else if (cell) this.say(said)
  }

  end() {
    clearTimeout(this.hold)
    this.card?.classList.remove("ay-boardslot--held")
    this.card?.style.removeProperty("translate")
    this.cell?.classList.remove(OVER)
    for (const cell of this.cells.values()) cell.classList.remove(MAY, NOT)
    this.card = this.cell = this.targets = this.hold = this.at = null
    this.isDragging = false
    this.say(this.usual)
  }

  say(words) {
    if (this.words.textContent !== words) this.words.textContent = words
  }
}

function toEdge(at, from, until) {
  if (at < from + EDGE) return -PULL
  return at > until - EDGE ? PULL : 0
}

for (const grid of document.querySelectorAll("[data-board]")) new Board(grid)
