// Number pad for the PIN on a shared tablet; the field beneath also takes the keyboard.
function press(input, key, length) {
  if (key === "delete") input.value = input.value.slice(0, -1)
  else if (input.value.length < length) input.value += key
  if (input.value.length === length) input.form.requestSubmit()
}

export function startPin() {
  for (const pad of document.querySelectorAll("[data-pin]")) {
    const input = pad.querySelector("input[inputmode=numeric]")
    const length = Number(pad.dataset.pin)
    pad.addEventListener("click", (event) => {
      const key = event.target.closest("[data-key]")
      if (key) press(input, key.dataset.key, length)
    })
    input.addEventListener("input", () => {
      input.value = input.value.replace(/\D/g, "").slice(0, length)
      if (input.value.length === length) input.form.requestSubmit()
    })
  }
}
