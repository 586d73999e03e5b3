// Words that could not be sent yet, sealed in this tab until they are. The key is the server's:
// only the same person's next page, after signing in again, has it. Without a sealed store
// (plain http on another machine) words stay in the page's memory alone.
const PREFIX = "unsent:"

const canSeal = () => globalThis.crypto?.subtle !== undefined

const place = (editor, line) => `${PREFIX}${editor.owner}:${line.name ?? line.line}`

async function keyOf(editor) {
  editor.sealing ??= crypto.subtle.importKey("raw", Uint8Array.from(atob(editor.key), (c) => c.charCodeAt(0)), "AES-GCM", false, ["encrypt", "decrypt"])
  return editor.sealing
}

const pack = (bytes) => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""))
const unpack = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

export async function keep(editor, line) {
  if (!canSeal()) return
  const words = JSON.stringify({ line: line.name, text: line.box.value, revision: line.revision, sitting: line.sitting })
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(editor), new TextEncoder().encode(words))
  // Sent meanwhile: nothing to keep.
  if (!line.isUnsent) return
  sessionStorage.setItem(place(editor, line), `${pack(iv)}.${pack(new Uint8Array(sealed))}`)
}

export function forget(editor, line) {
  sessionStorage.removeItem(place(editor, line))
}

export async function recall(editor) {
  if (!canSeal()) return []
  const found = []
  const mine = Object.keys(sessionStorage).filter((name) => name.startsWith(`${PREFIX}${editor.owner}:`))
  for (const name of mine) {
    const [iv, sealed] = sessionStorage.getItem(name).split(".").map(unpack)
    try {
      const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(editor), sealed)
      found.push(JSON.parse(new TextDecoder().decode(words)))
    } catch {
      sessionStorage.removeItem(name) // sealed with a key that is gone
    }
  }
  return found
}
