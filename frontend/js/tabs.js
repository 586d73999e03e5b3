// On a phone the tabs about a child run out of sight: the current one is brought into it.
export function startTabs() {
  for (const tab of document.querySelectorAll(".moj-sub-navigation [aria-current]")) {
    tab.scrollIntoView({ block: "nearest", inline: "center" })
  }
}
