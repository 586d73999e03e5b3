// Compiles scss/ and js/ into ../static, and copies the font with its licence.
// Run `npm ci && npm run build` here after a change; the results are committed.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"
import * as esbuild from "esbuild"
import * as sass from "sass"

const out = "../static"
const fonts = "node_modules/@fontsource-variable/atkinson-hyperlegible-next"

function report(name) {
  const bytes = readFileSync(`${out}/${name}`)
  console.log(`${name}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} compressed`)
}

function buildStyles() {
  const result = sass.compile("scss/aylsham.scss", { loadPaths: ["."], style: "expanded", quietDeps: true })
  // WeasyPrint reads these; esbuild does not know what paper needs.
  for (const [from, to] of [["paper", "report"], ["sheets", "sheets"], ["bundle", "bundle"]])
    writeFileSync(`${out}/${to}.css`, sass.compile(`scss/${from}.scss`, { style: "expanded" }).css + "\n")
  const { code } = esbuild.transformSync(result.css, { loader: "css", minify: true, legalComments: "none", target: ["chrome109", "firefox115", "safari16"] })
  // The timeline's old list of documents, which we do not use, is the only part with a picture.
  const used = code.replace(/\.moj-timeline__document-link\{[^}]*\}/g, "")
  // One rule to a line, so that two people's changes merge; compressed it costs nothing.
  writeFileSync(`${out}/aylsham.css`, used.replaceAll("}", "}\n"))
  report("aylsham.css")
}

function buildScripts() {
  esbuild.buildSync({
    entryPoints: { aylsham: "js/aylsham.js", review_calendar: "js/review_calendar.js", week_board: "js/week_board.js" },
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16"],
    legalComments: "none",
  })
  report("aylsham.js")
  report("review_calendar.js")
  report("week_board.js")
}

function copyFonts() {
  mkdirSync(`${out}/fonts`, { recursive: true })
  const names = { "latin-wght-normal": "", "latin-ext-wght-normal": "-ext", "latin-wght-italic": "-italic", "latin-ext-wght-italic": "-italic-ext" }
  for (const [from, to] of Object.entries(names)) {
    copyFileSync(`${fonts}/files/atkinson-hyperlegible-next-${from}.woff2`, `${out}/fonts/atkinson-next${to}.woff2`)
  }
  copyFileSync(`${fonts}/LICENSE`, `${out}/fonts/OFL.txt`)
}

copyFonts()
copyFileSync("licences.txt", `${out}/licences.txt`)
buildStyles()
buildScripts()
