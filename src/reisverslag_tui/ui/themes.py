"""The two themes of the program, with one accent colour, and the names of all themes."""

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="donker",
    dark=True,
    primary="#82b8e0",
    secondary="#82b8e0",
    accent="#82b8e0",
    foreground="#e4e7eb",
    background="#15191e",
    surface="#1c2229",
    panel="#232a33",
    success="#8cc79a",
    warning="#e5b567",
    error="#f0868c",
    variables={
        "block-cursor-background": "#2c4257",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#2c4257",
        "block-cursor-blurred-foreground": "#ffffff",
        "quiet": "#a3adb8",
        "footer-key-foreground": "#82b8e0",
        "footer-description-foreground": "#c3cad2",
        "footer-background": "#1c2229",
        "input-selection-background": "#2f4a63",
        "scrollbar": "#3a4450",
        "scrollbar-background": "#1c2229",
        "scrollbar-background-hover": "#1c2229",
        "scrollbar-background-active": "#1c2229",
    },
)
LIGHT = Theme(
    name="licht",
    dark=False,
    primary="#0b5a8a",
    secondary="#0b5a8a",
    accent="#0b5a8a",
    foreground="#1a1f24",
    background="#f4f5f6",
    surface="#ffffff",
    panel="#e7eaed",
    success="#1f6b35",
    warning="#7a4d00",
    error="#a3202a",
    variables={
        "block-cursor-background": "#cfe2f0",
        "block-cursor-foreground": "#10161c",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#cfe2f0",
        "block-cursor-blurred-foreground": "#10161c",
        "quiet": "#525c66",
        "footer-key-foreground": "#0b5a8a",
        "footer-description-foreground": "#39424b",
        "footer-background": "#e7eaed",
        "input-selection-background": "#b9d6ea",
        "scrollbar": "#b4bcc4",
        "scrollbar-background": "#eceef0",
        "scrollbar-background-hover": "#eceef0",
        "scrollbar-background-active": "#eceef0",
    },
)

NAMES = (DARK.name, LIGHT.name, *sorted(BUILTIN_THEMES))
"""The themes that can be chosen, the program's own first."""
