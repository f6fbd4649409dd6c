"""From blocks of text to findings: sentences tagged with regions, themes, strength, and why."""
