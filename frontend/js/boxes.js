// Boxes to black out, drawn on the picture of a page: with mouse or finger, or by the keyboard.
// The text field stays the truth: a line a box, "page: left top right bottom" in hundredths.
// <textarea data-boxes> and for each page <div data-boxes-page="2"><img></div>.
const LEAST = 0.5
const STEP = 1

const read = (field) =>
  field.value
    .split("\n")
    .map((line) => line.match(/^\s*(\d+):\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*$/))
    .filter(Boolean)
    .map((found) => found.slice(1).map(Number))

const words = ([page, ...edges]) => `${page}: ${edges.map((n) => Number(n.toFixed(1))).join(" ")}`
const within = (n) => Math.min(100, Math.max(0, n))

class Page {
  constructor(holder, field, said) {
    this.holder = holder
    this.field = field
    this.said = said
    this.number = Number(holder.dataset.boxesPage)
    this.layer = document.createElement("div")
    this.layer.className = "ay-boxes__layer"
    holder.append(this.layer)
    this.layer.addEventListener("pointerdown", (event) => this.begin(event))
    this.layer.addEventListener("keydown", (event) => this.key(event))
    this.buttons(holder)
    this.show()
  }

  buttons(holder) {
    const add = document.createElement("button")
    add.type = "button"
    add.className = "govuk-button govuk-button--secondary"
    add.textContent = `Add a box on page ${this.number}`
    add.addEventListener("click", () => {
      this.add([40, 45, 60, 50])
      this.layer.lastElementChild.focus()
    })
    holder.after(add)
  }

  all() {
    return read(this.field)
  }

  // Lines that are no box yet stay as they were typed.
  write(boxes) {
    const odd = this.field.value.split("\n").filter((line) => line.trim() && !read({ value: line }).length)
    this.field.value = [...boxes.map(words), ...odd].join("\n")
    this.field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  mine() {
    return this.all().flatMap((box, index) => (box[0] === this.number ? [{ box, index }] : []))
  }

  add(edges) {
    this.write([...this.all(), [this.number, ...edges]])
    this.say(`Box added on page ${this.number}.`)
  }

  change(index, edges) {
    this.write(this.all().map((box, n) => (n === index ? [box[0], ...edges] : box)))
  }

  remove(index) {
    this.write(this.all().filter((_, n) => n !== index))
    this.say(`Box removed from page ${this.number}.`)
  }

  say(text) {
    this.said.textContent = text
  }

  show() {
    const focused = [...this.layer.children].indexOf(document.activeElement)
    this.layer.replaceChildren(...this.mine().map(({ box, index }, n) => this.button(box, index, n + 1)))
    if (focused >= 0) this.layer.children[Math.min(focused, this.layer.children.length - 1)]?.focus()
  }

  button([, left, top, right, bottom], index, n) {
    const box = document.createElement("button")
    box.type = "button"
    box.className = "ay-boxes__box"
    box.dataset.index = index
    box.style.left = `${left}%`
    box.style.top = `${top}%`
    box.style.width = `${right - left}%`
    box.style.height = `${bottom - top}%`
    box.setAttribute("aria-label", `Box ${n} on page ${this.number}. Arrows move it, Shift and arrows size it, Delete removes it.`)
    return box
  }

  place(event) {
    const frame = this.layer.getBoundingClientRect()
    return [within(((event.clientX - frame.left) / frame.width) * 100), within(((event.clientY - frame.top) / frame.height) * 100)]
  }

  begin(event) {
    if (event.button || event.target !== this.layer) return
    event.preventDefault()
    this.layer.setPointerCapture(event.pointerId)
    const [x, y] = this.place(event)
    const ghost = this.button([0, x, y, x, y], -1, 0)
    this.layer.append(ghost)
    const edges = (now) => {
      const [x2, y2] = this.place(now)
      return [Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)]
    }
    const move = (now) => {
      const [left, top, right, bottom] = edges(now)
      Object.assign(ghost.style, { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` })
    }
    const end = (now) => {
      this.layer.removeEventListener("pointermove", move)
      this.layer.removeEventListener("pointerup", end)
      this.layer.removeEventListener("pointercancel", end)
      ghost.remove()
      const [left, top, right, bottom] = edges(now)
      if (now.type === "pointerup" && right - left > LEAST && bottom - top > LEAST) this.add([left, top, right, bottom])
    }
    this.layer.addEventListener("pointermove", move)
    this.layer.addEventListener("pointerup", end)
    this.layer.addEventListener("pointercancel", end)
  }

  key(event) {
    const index = Number(event.target.dataset.index ?? -1)
    if (index < 0) return
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault()
      return this.remove(index)
    }
    const ways = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }
    const way = ways[event.key]
    if (!way) return
    event.preventDefault()
    const [, left, top, right, bottom] = this.all()[index]
    const [dx, dy] = way
    if (event.shiftKey) this.change(index, [left, top, Math.max(left + STEP, within(right + dx)), Math.max(top + STEP, within(bottom + dy))])
    else if (left + dx >= 0 && right + dx <= 100 && top + dy >= 0 && bottom + dy <= 100) this.change(index, [left + dx, top + dy, right + dx, bottom + dy])
  }
}

export function startBoxes() {
  const field = document.querySelector("textarea[data-boxes]")
  const holders = document.querySelectorAll("[data-boxes-page]")
  if (!field || !holders.length) return
  const said = document.createElement("p")
  said.className = "govuk-visually-hidden"
  said.setAttribute("role", "status")
  holders[0].before(said)
  const pages = [...holders].map((holder) => new Page(holder, field, said))
  field.addEventListener("input", () => pages.forEach((page) => page.show()))
}
