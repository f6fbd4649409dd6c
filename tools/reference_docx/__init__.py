"""What the Word reference document is made of: styles, numbering, settings, embedded fonts."""
