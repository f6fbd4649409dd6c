"""Which part of the core answers which call: a table from calls to functions.

Imported in the process of the core only. Stages are loaded when a call first needs them, so that
the first answers come soon.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.model.atlas import Atlas
from briefing.model.desk import Vocabulary
from briefing.resources import own_templates
from briefing.service import calls
from briefing.service.calls import Call
from briefing.service.chart_calls import FindingsBehind, OfferCharts, ShowChart
from briefing.service.core import Core
from briefing.service.handlers_library import (
    check_document,
    check_library,
    correct_metadata,
    correct_tags,
    count,
    import_files,
    load_sample,
    look_tables_over,
    read_report,
    read_table,
    remove_reports,
    retag,
    show_original,
)
from briefing.service.handlers_packs import export_pack, open_pack, render_pack, save_pack
from briefing.service.handlers_preview import render_preview
from briefing.service.handlers_rules import (
    export_rules,
    import_rules,
    keep,
    list_rules,
    read_evidence,
    remove_rule,
    try_out,
)
from briefing.service.map_calls import DrawAtlas
from briefing.service.pack_calls import ExportPack, OpenPack, RenderPack, SavePack
from briefing.service.reports import Reports

_Handler = Callable[[Core, Any, Reports], Any]


def handle(core: Core, call: Call[Any], reports: Reports) -> Any:
    """Return the answer to a call.

    Raises:
        BriefingError: whatever the stage that answers raises.
        Cancelled: the call is no longer wanted.
    """
    core.progress = reports
    return HANDLERS[type(call)](core, call, reports)


def _vocabulary(core: Core, _call: calls.ListVocabulary, _reports: Reports) -> Vocabulary:
    from briefing.service.vocabulary import vocabulary

    return vocabulary(core.taxonomy, core.places.templates)


def _export_series(core: Core, call: calls.ExportSeries, reports: Reports) -> Any:
    return core.desk.export_series(
        call.draft,
        call.regions,
        call.folder,
        call.pattern,
        call.formats,
        call.overwrite,
        reports,
        own_words=call.own_words,
        summary=call.summary,
        level=call.level,
    )


def _look_at_templates(core: Core, _call: calls.LookAtTemplates, _reports: Reports) -> str:
    from briefing.templating.looking import state

    return state(core.places.templates)


def _new_template(core: Core, call: calls.NewTemplate, _reports: Reports) -> Path:
    from briefing.templating import new_template

    folders = core.places.templates or (own_templates(),)
    return new_template(call.name, call.origin, folders[0], folders)


def _offer_charts(core: Core, call: OfferCharts, reports: Reports) -> None:
    for offer in core.desk.chart_offers(call.draft):
        reports.part(offer)


def _draw_atlas(_core: Core, _call: DrawAtlas, _reports: Reports) -> Atlas:
    from briefing.maps.atlas import atlas_of
    from briefing.maps.world import load_world

    return atlas_of(load_world())


HANDLERS: dict[type[Call[Any]], _Handler] = {
    calls.ListVocabulary: _vocabulary,
    calls.LookAtTemplates: _look_at_templates,
    calls.NewTemplate: _new_template,
    calls.LookAtLibrary: lambda core, _call, _: core.library.revision(),
    calls.ListReports: lambda core, _call, _: core.library.reports(),
    calls.ImportReports: import_files,
    calls.ReadTable: read_table,
    calls.LookTablesOver: look_tables_over,
    calls.RetagReports: retag,
    calls.CheckLibrary: check_library,
    calls.CheckDocument: check_document,
    calls.LoadSample: load_sample,
    calls.CorrectMetadata: correct_metadata,
    calls.RemoveReports: remove_reports,
    calls.ReadReport: read_report,
    calls.ShowOriginal: show_original,
    calls.CountFindings: count,
    calls.CorrectTags: correct_tags,
    calls.ReadEvidence: read_evidence,
    calls.ListRules: list_rules,
    calls.TryRules: try_out,
    calls.KeepRules: keep,
    calls.RemoveRule: remove_rule,
    calls.ExportRules: export_rules,
    calls.ImportRules: import_rules,
    calls.ViewDraft: lambda core, call, _: core.desk.view(call.draft),
    calls.SearchFindings: lambda core, call, _: core.desk.search(
        call.words, call.draft, call.limit
    ),
    calls.NearMisses: lambda core, call, _: core.desk.near_misses(call.draft, call.limit),
    calls.ReadPassage: lambda core, call, _: core.desk.passage(call.decision),
    calls.MakeReady: lambda core, _call, _: core.make_ready(),
    calls.RenderPreview: render_preview,
    calls.MakePdf: lambda core, call, _: core.desk.pdf(call.draft),
    calls.ExportDraft: lambda core, call, reports: core.desk.export(
        call.draft, call.paths, reports, replace_changed=call.replace_changed
    ),
    calls.ExportReleasable: lambda core, call, reports: core.desk.export_releasable(
        call.draft, call.paths, call.level, reports, replace_changed=call.replace_changed
    ),
    calls.ExportSeries: _export_series,
    calls.SaveDraft: lambda core, call, _: core.desk.save(call.draft, call.path, call.seen),
    calls.OpenDraft: lambda core, call, _: core.desk.open(call.path),
    OpenPack: open_pack,
    SavePack: save_pack,
    ExportPack: export_pack,
    RenderPack: render_pack,
    DrawAtlas: _draw_atlas,
    OfferCharts: _offer_charts,
    ShowChart: lambda core, call, _: core.desk.chart_shown(call.draft, call.chart),
    FindingsBehind: lambda core, call, _: core.desk.behind(call.draft, call.codes),
}
