// The passport's page is its editor: a line is saved while it is typed, at most a second and a
// half after the first unsaved letter. The decision record on unsent words says why and how.
import { forget, keep, recall } from "./unsent.js"

const WAIT = 1200
const RETRY = [2000, 4000, 8000, 15000]

class Line {
  constructor(editor, element) {
    this.editor = editor
    this.element = element
    this.box = element.querySelector("textarea")
    this.name = element.dataset.line
    this.revision = Number(element.dataset.revision)
    this.sitting = editor.sitting
    this.saved = this.box.value
    this.tries = 0
    this.box.addEventListener("input", () => this.typed())
    this.fit()
  }

  get isUnsent() {
    return this.box.value !== this.saved
  }

  fit() {
    this.box.style.height = "auto"
    this.box.style.height = `${this.box.scrollHeight + 2}px`
  }

  typed() {
    this.fit()
    this.editor.say("Saving…")
    keep(this.editor, this)
    if (!this.timer && !this.isWaiting) this.timer = setTimeout(() => this.save(), WAIT)
  }

  async save(leaving = false) {
    clearTimeout(this.timer)
    this.timer = undefined
    if (!this.isUnsent || this.isSending || (this.isWaiting && !leaving)) return
    this.isSending = true
    const text = this.box.value
    const answer = await this.editor.send(this, text, leaving)
    this.isSending = false
    if (!answer) return this.failed()
    this.tries = 0
    if (answer.state === "both") return this.bothTexts(answer, text)
    this.adopt(answer, text)
  }

  adopt(answer, text) {
    this.saved = text
    this.sitting = this.editor.sitting
    if (answer.line) this.become(answer.line, answer.next)
    this.revision = answer.revision
    this.element.querySelector("input[type=hidden]")?.setAttribute("value", answer.revision)
    const margin = this.element.querySelector("[data-margin]")
    if (margin && answer.by) margin.textContent = `${answer.by}, ${answer.at}`
    if (this.isUnsent) this.typed()
    else forget(this.editor, this)
    this.editor.showSaved(answer)
  }

  become(name, next) {
    if (this.name === name) return
    forget(this.editor, this)
    if (this.name.startsWith("new.")) this.editor.addEmpty(this, next)
    this.name = name
    this.element.dataset.line = name
    this.element.removeAttribute("data-new")
    this.box.name = `text:${name}`
    const revision = Object.assign(document.createElement("input"), { type: "hidden", name: `revision:${name}` })
    this.box.after(revision)
  }

  failed() {
    if (this.editor.stopped) return
    const wait = RETRY[Math.min(this.tries++, RETRY.length - 1)]
    this.timer = setTimeout(() => this.save(), wait)
  }

  // A colleague changed this line: both texts stand on the page until the writer has chosen.
  bothTexts(answer, text) {
    this.saved = text
    this.isWaiting = true
    forget(this.editor, this)
    this.element.querySelector("[data-both]")?.remove()
    const block = document.getElementById("both-texts").content.firstElementChild.cloneNode(true)
    block.querySelector("[data-by]").textContent = answer.by || "A colleague"
    block.querySelector("[data-theirs]").textContent = answer.theirs
    block.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-choose]")?.dataset.choose
      if (choice) this.choose(choice, answer, block)
    })
    this.box.after(block)
    this.editor.say("A colleague changed this line too. Your words are kept: choose below.")
  }

  choose(choice, answer, block) {
    if (choice === "theirs") this.editor.letGo(answer.aside)
    if (choice === "theirs") this.box.value = answer.theirs
    if (choice === "both") this.box.value = `${answer.theirs}\n${this.box.value}`
    this.revision = answer.revision
    this.saved = answer.theirs
    this.isWaiting = false
    block.remove()
    this.box.focus()
    this.fit()
    if (this.isUnsent) this.save()
    else this.editor.say("Your colleague's words stay.")
  }
}

class Editor {
  constructor(form) {
    this.form = form
    this.sitting = form.elements.sitting.value
    this.key = form.dataset.key
    this.owner = form.dataset.owner
    this.lines = [...form.querySelectorAll("[data-line]")].map((element) => new Line(this, element))
    form.classList.add("ay-passport--live")
    form.addEventListener("submit", () => (this.stopped = true))
    addEventListener("online", () => this.saveAll())
    addEventListener("pagehide", () => this.saveAll(true))
    document.addEventListener("visibilitychange", () => this.saveAll(document.hidden))
    setInterval(() => this.tick(), 1000)
    this.recover()
  }

  async send(line, text, keepalive) {
    const data = new FormData()
    for (const [name, value] of Object.entries({ line: line.name, text, revision: line.revision, sitting: line.sitting })) data.append(name, value)
    data.append("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value)
    try {
      const response = await fetch(this.form.dataset.write, { method: "POST", body: data, redirect: "manual", keepalive })
      if (response.type === "opaqueredirect" || response.status === 403) return this.signedOut()
      const answer = await response.json().catch(() => null)
      if (response.ok) return answer
      this.say(answer?.words ?? "This could not be saved. Reload the page: your words are safe.", true)
    } catch {
      this.say("No connection. Your words are kept on this page and sent when it is back.", true)
    }
  }

  letGo(address) {
    const token = this.form.elements.csrfmiddlewaretoken.value
    fetch(address, { method: "POST", headers: { "HX-Request": "true", "X-CSRFToken": token } }).catch(() => {})
  }

  signedOut() {
    this.say("You have been signed out. Your words are safe: ", true)
    const link = Object.assign(document.createElement("a"), { href: location.pathname, textContent: "sign in to save them", className: "govuk-link" })
    this.bar.append(link)
    this.savedAt = undefined
  }

  saveAll(leaving = false) {
    if (!this.stopped) for (const line of this.lines) line.save(leaving)
  }

  // Words that an earlier page of this person could not send, sealed in this tab.
  async recover() {
    for (const found of await recall(this)) {
      const line = this.lines.find((each) => each.name === found.line) ?? this.lines.find((each) => each.name.startsWith("new.") && found.line.startsWith("new."))
      if (!line || line.box.value === found.text) {
        if (line) forget(this, found)
        continue
      }
      if (line.name.startsWith("new.")) line.name = found.line
      Object.assign(line, { revision: found.revision, sitting: found.sitting })
      line.box.value = found.text
      line.fit()
      await line.save()
    }
  }

  addEmpty(line, next) {
    const element = line.element.cloneNode(true)
    element.dataset.line = next
    element.dataset.revision = "0"
    const box = element.querySelector("textarea")
    Object.assign(box, { value: "", defaultValue: "", name: `text:${next}`, id: `line-${next}` })
    element.querySelector("label").htmlFor = box.id
    element.querySelector("[data-margin]").textContent = ""
    line.element.after(element)
    this.lines.push(new Line(this, element))
  }

  get bar() {
    return this.form.querySelector("[data-saved]")
  }

  say(words, aloud = false) {
    this.savedAt = undefined
    this.bar.textContent = words
    this.bar.toggleAttribute("aria-hidden", !aloud)
    if (aloud) this.form.querySelector("[data-saved-status]").textContent = words
  }

  showSaved(answer) {
    if (this.lines.some((line) => line.isUnsent)) return
    this.savedAt = Date.now()
    this.bar.setAttribute("aria-hidden", "true")
    this.form.querySelector("[data-saved-status]").textContent = "Saved"
    this.tick()
    const used = this.form.querySelector("[data-room-used]")
    used.setAttribute("height", Math.min(answer.room.percent, 100))
    used.classList.toggle("ay-ruler__used--over", answer.room.percent > 100)
    this.form.querySelector("[data-room-words]").textContent = answer.room.words
  }

  tick() {
    if (!this.savedAt) return
    const seconds = Math.round((Date.now() - this.savedAt) / 1000)
    const ago = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`
    this.bar.textContent = seconds < 1 ? "Saved" : `Saved ${ago} ago`
  }
}

export function startPassport() {
  const form = document.querySelector("form[data-passport]")
  if (form) new Editor(form)
}
