"""What travels in a finished document: made of the rendered brief, read back with suspicion.

``payload_of`` is the one place where it is made; PDF and Word carry the same bytes.
"""

from briefing.tracing.making import payload_of, trace_of
from briefing.tracing.reading import PayloadError, read_payload

NAME = "deskbrief-trace.json"
"""Of the attachment of a PDF."""
NAMESPACE = "urn:deskbrief:trace:1"
"""Of the root of the custom part of a Word file."""

__all__ = ["NAME", "NAMESPACE", "PayloadError", "payload_of", "read_payload", "trace_of"]
