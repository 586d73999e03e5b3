// Words sealed on the device with a key that the server gives to the same person's page alone.
// There is no sealed store on plain http on another machine.
export const canSeal = () => globalThis.crypto?.subtle !== undefined

const pack = (bytes) => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""))
const unpack = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
const keyOf = (key) => crypto.subtle.importKey("raw", unpack(key), "AES-GCM", false, ["encrypt", "decrypt"])

export async function seal(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(key), new TextEncoder().encode(JSON.stringify(value)))
  return `${pack(iv)}.${pack(new Uint8Array(sealed))}`
}

// Throws when the key is another one.
export async function unseal(key, text) {
  const [iv, sealed] = text.split(".").map(unpack)
  const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyOf(key), sealed)
  return JSON.parse(new TextDecoder().decode(words))
}
