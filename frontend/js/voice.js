// A child's voice, recorded on the page: up to a minute, heard again, recorded again, kept as WAV,
// which every browser plays and in which nothing stands but the sound.
// <form data-recorder data-most="60"> with an input of type file; without script that alone stays.
const HERTZ = 16000
const REFUSED = "The microphone is not allowed on this page. Allow it in the browser, or choose a recording."
const NONE = "No microphone was found. Plug one in, or choose a recording."

async function samplesOf(blob) {
  const context = new AudioContext()
  const sound = await context.decodeAudioData(await blob.arrayBuffer())
  await context.close()
  const offline = new OfflineAudioContext(1, Math.max(1, Math.round(sound.duration * HERTZ)), HERTZ)
  const source = offline.createBufferSource()
  source.buffer = sound
  source.connect(offline.destination)
  source.start()
  return offline.startRendering()
}

// RIFF: a head of 44 bytes, then 16-bit samples.
function wavOf(sound) {
  const samples = sound.getChannelData(0)
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2))
  const text = (at, words) => [...words].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)))
  text(0, "RIFF")
  view.setUint32(4, 36 + samples.length * 2, true)
  text(8, "WAVEfmt ")
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, HERTZ, true)
  view.setUint32(28, HERTZ * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, "data")
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((value, n) => view.setInt16(44 + n * 2, Math.max(-1, Math.min(1, value)) * 0x7fff, true))
  return new File([view], "voice-clip.wav", { type: "audio/wav" })
}

class Recorder {
  constructor(form) {
    this.form = form
    this.most = Number(form.dataset.most)
    this.input = form.querySelector("input[type=file]")
    this.bar = form.querySelector("progress")
    for (const name of ["record", "stop", "listen", "again"]) {
      this[`${name}Button`] = form.querySelector(`[data-${name}]`)
      this[`${name}Button`].addEventListener("click", () => this[name]())
    }
    form.querySelector("[data-recorder-panel]").hidden = false
  }

  say(words) {
    this.form.querySelector("[data-said]").textContent = words
  }

  show(...names) {
    for (const name of ["record", "stop", "listen", "again"]) this[`${name}Button`].hidden = !names.includes(name)
    this[`${names[0]}Button`].focus()
  }

  time(seconds) {
    this.bar.value = seconds
    this.form.querySelector("[data-clock]").textContent = `${Math.floor(seconds)} of ${this.most} seconds`
  }

  async record() {
    this.silence()
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch (error) {
      return this.say(error.name === "NotFoundError" ? NONE : REFUSED)
    }
    const parts = []
    this.recorder = new MediaRecorder(this.stream)
    this.recorder.addEventListener("dataavailable", (event) => parts.push(event.data))
    this.recorder.addEventListener("stop", () => this.finish(new Blob(parts, { type: this.recorder.mimeType })))
    this.recorder.start()
    const began = performance.now()
    this.ticking = setInterval(() => {
      const seconds = (performance.now() - began) / 1000
      this.time(Math.min(seconds, this.most))
      if (seconds >= this.most) this.stop()
    }, 200)
    this.show("stop")
    this.say("Recording. Press Stop when you have said it.")
  }

  stop() {
    clearInterval(this.ticking)
    if (this.recorder?.state === "recording") this.recorder.stop()
    this.stream?.getTracks().forEach((track) => track.stop())
  }

  async finish(blob) {
    try {
      this.sound = await samplesOf(blob)
    } catch {
      this.show("record")
      return this.say("Nothing could be recorded. Try again, or choose a recording.")
    }
    const files = new DataTransfer()
    files.items.add(wavOf(this.sound))
    this.input.files = files.files
    this.time(Math.min(this.sound.duration, this.most))
    this.show("listen", "again")
    this.say("Recorded. Listen to it together, then keep it or try again.")
  }

  listen() {
    this.silence()
    this.player = new AudioContext()
    const source = this.player.createBufferSource()
    source.buffer = this.sound
    source.connect(this.player.destination)
    source.start()
  }

  again() {
    this.input.value = ""
    this.time(0)
    this.record()
  }

  silence() {
    if (this.player?.state !== "closed") this.player?.close()
    this.player = null
  }
}

export function startVoice() {
  const form = document.querySelector("form[data-recorder]")
  if (form && navigator.mediaDevices && window.MediaRecorder) new Recorder(form)
}
