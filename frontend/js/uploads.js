// Several files go one by one, each with its progress and its answer; without script all at once.
// <form data-uploads="#list" data-uploads-next="/address/"> with one or more inputs of type file.
function filesOf(form) {
  return [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files].map((file) => ({ input, file })))
}

function fieldsOf(form, chosen, isAlone) {
  const fields = new FormData(form)
  for (const input of form.querySelectorAll("input[type=file]")) fields.delete(input.name)
  if (!isAlone) fields.delete("title")
  fields.append(chosen.input.name, chosen.file)
  return fields
}

function line(list, file) {
  const item = document.createElement("li")
  item.className = "ay-uploads__file"
  const name = document.createElement("span")
  name.className = "ay-private"
  name.textContent = file.name
  const bar = document.createElement("progress")
  bar.setAttribute("aria-label", "Sending a file")
  bar.max = file.size || 1
  bar.value = 0
  item.append(name, " ", bar)
  list.append(item)
  return { item, bar }
}

function send(form, chosen, shown, isAlone) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open("POST", form.action)
    request.setRequestHeader("HX-Request", "true")
    request.upload.addEventListener("progress", (event) => {
      if (event.loaded < event.total) shown.bar.value = event.loaded
      else shown.bar.removeAttribute("value") // sent, and being looked through
    })
    request.addEventListener("loadend", () => resolve(request))
    request.send(fieldsOf(form, chosen, isAlone))
  })
}

async function sendAll(form) {
  const list = document.querySelector(form.dataset.uploads)
  const button = form.querySelector("[type=submit]")
  const chosen = filesOf(form)
  list.replaceChildren()
  button.disabled = true
  let isGood = true
  for (const each of chosen) {
    const shown = line(list, each.file)
    const answer = await send(form, each, shown, chosen.length === 1)
    if (answer.status === 422) return form.submit() // the form itself: show what is missing
    if (answer.status !== 200) {
      shown.bar.replaceWith(": not sent. Check the connection and try again.")
      isGood = false
      continue
    }
    const part = document.createRange().createContextualFragment(answer.responseText)
    isGood = isGood && !part.querySelector(".ay-state--overdue")
    shown.item.replaceWith(part)
  }
  button.disabled = false
  if (isGood) window.location.assign(form.dataset.uploadsNext)
  else form.querySelectorAll("input[type=file]").forEach((input) => (input.value = ""))
}

export function startUploads() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-uploads]")
    if (!form || !filesOf(form).length) return
    event.preventDefault()
    sendAll(form)
  })
}
