// Long forms save a draft on the server while one types: <form data-autosave="/address/">.
// The server answers 2xx (kept), 409 (somebody else saved first) or anything else (not kept).
const WAIT = 1500

function say(form, words) {
  const status = form.querySelector("[data-autosave-status]")
  if (status) status.textContent = words
}

// Words only: a file is sent when its button is pressed, not with every letter.
function words(form) {
  const data = new FormData(form)
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name)
  return data
}

async function save(form, leaving = false) {
  say(form, "Saving…")
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body: words(form),
      headers: { "HX-Request": "true" },
      redirect: "error",
      keepalive: leaving, // the request outlives the page
    })
    if (answer.ok) {
      const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
      say(form, `Draft saved at ${time}`)
    } else if (answer.status === 409) {
      say(form, "Somebody else changed this since you opened it. Save to see both texts.")
    } else {
      say(form, "The draft could not be saved. Keep this page open and save again.")
    }
  } catch {
    say(form, "No connection. Your words are still on this page.")
  }
}

export function startAutosave() {
  const timers = new Map()
  const stop = (form) => {
    clearTimeout(timers.get(form))
    timers.delete(form)
  }
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-autosave]")
    if (!form) return
    stop(form)
    timers.set(form, setTimeout(() => { stop(form); save(form) }, WAIT))
  })
  document.addEventListener("submit", (event) => stop(event.target))
  // The screen locks, or one turns to another page: what waits is sent at once.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") return
    for (const form of [...timers.keys()]) { stop(form); save(form, true) }
  })
}
