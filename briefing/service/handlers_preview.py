"""The call that follows every change: the document's pages, the changed one first."""

from __future__ import annotations

from briefing.model.desk import PreviewState
from briefing.pipeline.checking import strays
from briefing.pipeline.lengths import findings_with_room
from briefing.service.calls import RenderPreview
from briefing.service.core import Core
from briefing.service.reports import Reports
from briefing.templating import checklist, load_header


def render_preview(core: Core, call: RenderPreview, reports: Reports) -> PreviewState:
    """Return what is known of the whole document; hand over its pages if they are wanted."""
    built = core.desk.build(call.draft)
    rendered = core.desk.rendered(built)
    if call.pages:
        length = core.preview.render(rendered, reports.part, call.showing, call.changed)
    else:
        length = core.preview.measure(rendered)
    header = load_header(built.brief.request.template, core.places.templates)
    return PreviewState(
        pages=length.pages,
        filled=length.filled,
        sides=header.sides,
        remarks=(*rendered.remarks, *length.remarks),
        findings=len(built.brief.findings),
        reports=len(built.brief.sources),
        charts=len(built.brief.charts),
        omitted=(*strays(built.brief), *built.brief.omitted),
        missing=checklist(header, built.brief),
        room=findings_with_room(built.brief, header) if 0 < header.sides < length.filled else None,
    )
