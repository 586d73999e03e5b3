// Words that could not be sent yet, sealed in this tab until they are. The key is the server's:
// only the same person's next page, after signing in again, has it. Without a sealed store
// (plain http on another machine) words stay in the page's memory alone.
import { canSeal, seal, unseal } from "./sealing.js"

const PREFIX = "unsent:"

const place = (editor, line) => `${PREFIX}${editor.owner}:${line.name ?? line.line}`

export async function keep(editor, line) {
  if (!canSeal()) return
  const words = { line: line.name, text: line.box.value, revision: line.revision, sitting: line.sitting }
  const sealed = await seal(editor.key, words)
  // Sent meanwhile: nothing to keep.
  if (!line.isUnsent) return
  sessionStorage.setItem(place(editor, line), sealed)
}

export function forget(editor, line) {
  sessionStorage.removeItem(place(editor, line))
}

export async function recall(editor) {
  if (!canSeal()) return []
  const found = []
  const mine = Object.keys(sessionStorage).filter((name) => name.startsWith(`${PREFIX}${editor.owner}:`))
  for (const name of mine) {
    try {
      found.push(await unseal(editor.key, sessionStorage.getItem(name)))
    } catch {
      sessionStorage.removeItem(name) // sealed with a key that is gone
    }
  }
  return found
}
