"""A page walked with Tab alone: what the focus stands on, whether one sees it, and in what order."""

#: More stops than any page has: a walk that is longer goes in a circle.
MOST = 600
#: About the focus: None at the end of the page, where a browser without a frame begins again at the
#: top; else its words and what is wrong with it.
LOOK = """() => {
    const at = document.activeElement
    if (!at || at === document.body || at === document.documentElement) return null
    if (at === window.tabbedFirst) return null
    window.tabbedFirst ??= at
    const box = at.getBoundingClientRect(), faults = []
    if (at.dataset.tabbed) faults.push('a second time')
    const label = at.labels?.[0]
    const words = (at.textContent.trim() || label?.textContent || at.getAttribute('aria-label') ||
        at.value || at.name || at.tagName).replace(/\\s+/g, ' ').trim().slice(0, 60)
    const seen = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) ||
        style.boxShadow !== 'none'
    const places = [getComputedStyle(at)]
    if (label) places.push(getComputedStyle(label, '::before'))
    if (at.parentElement) places.push(getComputedStyle(at.parentElement))
    if (!places.some(seen)) faults.push('no focus to be seen')
    if (box.width < 1 || box.height < 1) faults.push('without size')
    // A link over two lines has a box for each; of what is larger than the window a part is seen.
    const line = at.getClientRects()[0] || box
    const top = document.elementFromPoint(
        (Math.max(0, line.left) + Math.min(innerWidth, line.right)) / 2,
        (Math.max(0, line.top) + Math.min(innerHeight, line.bottom)) / 2)
    const own = top && (at.contains(top) || top.contains(at) || label?.contains(top))
    if (box.bottom < 0 || box.top > innerHeight) faults.push('outside the window')
    else if (!own) faults.push(`covered by ${top?.className || top?.tagName}`)
    if (at.tabIndex > 0) faults.push('out of order')
    const before = window.tabbedFrom
    if (before?.isConnected &&
        !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING))
        faults.push('before what came before')
    window.tabbedFrom = at
    at.dataset.tabbed = 'yes'
    return {words, faults}
}"""
#: What can be reached in the page's main part and was not; a radio stands for its group.
MISSED = """() => [...document.querySelectorAll(
    'main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')]
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled &&
        each.tabIndex >= 0 && !each.dataset.tabbed && !(each.type === 'radio' &&
        [...document.getElementsByName(each.name)].some(other => other.dataset.tabbed)))
    .map(each => each.outerHTML.slice(0, 100))"""


def walk(page) -> list[str]:
    """Tab from the top to the end of the page; everything that is wrong on the way, in words."""
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0) }")
    faults: list[str] = []
    for stops in range(MOST):
        page.keyboard.press("Tab")
        found = page.evaluate(LOOK)
        if found is None:
            missed = page.evaluate(MISSED)
            return faults + [f"never reached: {each}" for each in missed] + ["empty"] * (not stops)
        faults += [f"{found['words']}: {each}" for each in found["faults"]]
    return [*faults, "the focus goes in a circle"]
