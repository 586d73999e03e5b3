"""Line drawings that stand beside words; each on a 20 × 20 ground."""

ICONS = {
    "search": '<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>',
    "today": '<rect x="3" y="4" width="14" height="13" rx="2"/><path d="M3 8h14M7 2.5V5m6-2.5V5"/>',
    "children": '<circle cx="7" cy="7" r="3"/><path d="M1.8 17c.4-3.4 2.4-5 5.2-5s4.8 1.6 5.2 5"/>'
    '<path d="M12.5 4.3a3 3 0 0 1 0 5.4M15 12.6c1.8.6 2.9 2 3.2 4.4"/>',
    "sessions": '<path d="M3 6l2 2 3-4M3 14l2 2 3-4M11 6h6M11 14h6"/>',
    "log": '<path d="M4 3h9l3 3v11H4z"/><path d="M10 8v6m-3-3h6"/>',
    "more": '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
    "close": '<path d="m5 5 10 10M15 5 5 15"/>',
    "print": '<path d="M6 8V3h8v5M6 14H3V8h14v6h-3"/><path d="M6 12h8v5H6z"/>',
    "download": '<path d="M10 3v9m-4-3.5 4 4 4-4M3.5 16.5h13"/>',
    "back": '<path d="m12 4-6 6 6 6"/>',
    "hidden": '<path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z"/>'
    '<circle cx="10" cy="10" r="2.5"/><path d="m3 17 14-14"/>',
    "lock": '<rect x="4" y="9" width="12" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>',
    "key": '<circle cx="6.5" cy="13.5" r="3.5"/><path d="m9 11 7.5-7.5M13 7l2.5 2.5"/>',
}

#: A state's shape, so that colour is never the only sign; each on a 10 × 10 ground.
SHAPES = {
    "square": '<path d="M1 1h8v8H1z"/>',
    "triangle": '<path d="M5 1l4.5 8h-9z"/>',
    "circle": '<circle cx="5" cy="5" r="4.2"/>',
    "ring": '<circle cx="5" cy="5" r="3.8" fill="none" stroke-width="1.6"/>',
    "diamond": '<path d="M5 1.2L8.8 5 5 8.8 1.2 5z" fill="none" stroke-width="1.6"/>',
    "dash": '<path d="M1 4h8v2H1z"/>',
}
