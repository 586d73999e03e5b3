// Logs of sessions that could not be sent wait on the device, sealed with a key that only the same
// person's next page has: ids and taps, never a name. Each log has its own key, so that sending it
// twice makes one. Without a sealed store (plain http on another machine) the form is sent as ever.
import { canSeal, seal, unseal } from "./sealing.js"

const PREFIX = "session:"
const WAIT = 15_000
// What the server would not take: it stays on the device until its writer throws it away.
const refused = new Map()

const forms = () => [...document.querySelectorAll("form[data-session]")]
const mine = (form) => Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}${form.dataset.owner}:`))

const statusOf = (form) => form?.querySelector("[data-session-status]") ?? (form?.dataset.said && document.getElementById(form.dataset.said))

// How a log stands, in the place of what the page said of it before; `state` as `send` answers.
function say(form, words, state = "") {
  const status = statusOf(form)
  if (!status) return
  status.textContent = words
  status.className = state && `ay-said ay-said--${state}`
  const before = status.parentElement.querySelector("[data-session-state]")
  if (before) before.hidden = state === "kept" || state === "later"
}

// What was wrong stands with the child whom it is about, and the keyboard goes to its box.
function complain(form, words, field) {
  for (const each of form.querySelectorAll("[data-session-error]")) each.remove()
  const found = field && form.elements[field]
  const box = found instanceof RadioNodeList ? found[0] : found
  if (!box || box.type === "hidden") return say(form, words, "refused")
  say(form, "")
  const error = document.createElement("p")
  error.className = "govuk-error-message"
  error.dataset.sessionError = ""
  error.setAttribute("role", "alert")
  error.textContent = words
  box.closest("fieldset").querySelector("legend").after(error)
  box.focus()
}

// One less that nobody has logged yet.
function countDown(form) {
  const open = document.querySelector("[data-sessions-open]")
  if (!open || !("open" in form.dataset)) return
  delete form.dataset.open
  const left = (open.dataset.sessionsOpen -= 1)
  open.textContent = left ? `${left} not logged yet.` : "All logged."
}

function sayWaiting(form) {
  const line = document.querySelector("[data-sessions-waiting]")
  if (!line) return
  const count = mine(form).length
  line.hidden = count === 0
  line.textContent = `${count} ${count === 1 ? "log waits" : "logs wait"} on this device. ${count === 1 ? "It is" : "They are"} sent when the connection is back.`
  for (const [name, words] of refused) line.append(document.createElement("br"), `One was not taken: ${words} `, throwAway(form, name))
}

function throwAway(form, name) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "ay-linkbutton"
  button.textContent = "Throw it away"
  button.addEventListener("click", () => {
    localStorage.removeItem(name)
    refused.delete(name)
    sayWaiting(form)
  })
  return button
}

function focusOn(status) {
  status.tabIndex = -1
  status.focus({ preventScroll: true })
}

async function keep(form, log) {
  localStorage.setItem(`${PREFIX}${form.dataset.owner}:${log.key}`, await seal(form.dataset.key, log))
}

// "kept", "refused" with why, or "later": no connection, or signed out meanwhile.
async function send(form, log) {
  const body = new URLSearchParams(log.fields)
  body.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value)
  try {
    const answer = await fetch(log.to, { method: "POST", body, headers: { "HX-Request": "true" }, redirect: "error" })
    if (answer.ok) return { state: "kept" }
    if (answer.status === 400) return await answer.json()
    if (answer.status === 404) return { state: "refused", words: "This is no longer given on that day." }
  } catch {
    // no connection
  }
  return { state: "later" }
}

async function submit(form, button) {
  const fields = [...new FormData(form, button)].filter(([name]) => name !== "csrfmiddlewaretoken")
  const log = { key: form.elements.key.value, to: form.getAttribute("action"), fields }
  say(form, "Sending…")
  const { state, words, field } = await send(form, log)
  if (state === "refused") return complain(form, words, field)
  if (state === "later") await keep(form, log)
  say(form, state === "kept" ? "Logged" : "Waits on this device", state)
  for (const each of form.querySelectorAll("[data-session-error]")) each.remove()
  for (const each of form.querySelectorAll("button")) each.disabled = true
  if (state === "kept") countDown(form)
  // The button that was pressed takes the keyboard no more: it goes on from what was said.
  if (document.activeElement === document.body || document.activeElement.disabled) focusOn(statusOf(form))
  sayWaiting(form)
}

// The card of the session that a waiting log is about, if it stands on this page.
function cardOf(log) {
  const said = new Map(log.fields)
  const is = (form, name) => (form.elements[name]?.value ?? "") === (said.get(name) ?? "")
  return forms().find((form) => form.getAttribute("action") === log.to && ["on", "slot", "make_up"].every((name) => is(form, name)))
}

async function sendWaiting() {
  const form = forms()[0]
  if (!form || !canSeal()) return
  let isLater = false
  for (const name of mine(form).filter((each) => !refused.has(each))) {
    try {
      const log = await unseal(form.dataset.key, localStorage.getItem(name))
      const { state, words } = isLater ? { state: "later" } : await send(form, log)
      if (state === "later") isLater = true
      else if (state === "refused") refused.set(name, words)
      else localStorage.removeItem(name)
      if (state !== "refused") say(cardOf(log), state === "kept" ? "Logged" : "Waits on this device", state)
    } catch {
      localStorage.removeItem(name) // sealed with a key that is gone
    }
  }
  sayWaiting(form)
}

export function startSessions() {
  if (forms().length === 0 || !canSeal()) return
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-session]")
    if (!form) return
    event.preventDefault()
    submit(form, event.submitter)
  })
  addEventListener("online", sendWaiting)
  setInterval(() => { if (mine(forms()[0]).length) sendWaiting() }, WAIT)
  sendWaiting()
}
