// Everything works without this file; it only shortens the way.
import { startAutosave } from "./autosave.js"
import { startBoxes } from "./boxes.js"
import { startDismissals } from "./dismiss.js"
import { startGovuk } from "./govuk.js"
import { startHtmx } from "./htmx.js"
import { startMenus } from "./menus.js"
import { startNarrowing } from "./narrow.js"
import { startPassport } from "./passport.js"
import { startPin } from "./pin.js"
import { startPrint } from "./print.js"
import { startSearch } from "./search.js"
import { startSessions } from "./sessions.js"
import { startSharedScreen } from "./shared_screen.js"
import { startTabs } from "./tabs.js"
import { startUploads } from "./uploads.js"
import { startVoice } from "./voice.js"

document.documentElement.classList.add("ay-script")
startGovuk(document)
startAutosave()
startBoxes()
startDismissals()
startHtmx()
startMenus()
startNarrowing()
startPassport()
startPin()
startPrint()
startSearch()
startSessions()
startSharedScreen()
startTabs()
startUploads()
startVoice()
