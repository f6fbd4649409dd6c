"""Know the lines of a title page by their form: series, number, notice, address, issuing body.

Titles come in any words; what stands around them does not. A masthead names the series and its
number, a speech says that delivery counts, a press release when it may be used, a paper where its
authors work. Each such line is known here by itself, without the lines around it.
"""

from __future__ import annotations

import re

from briefing.importers.dates import date_in_line, is_time_of_day
from briefing.importers.imprint import is_imprint, is_series_label
from briefing.importers.sentences import ends_sentence, is_title_case, words
from briefing.model import Metadata, PartialDate

_LONGEST = 30  # words
_LONGEST_KICKER = 8
_SEPARATOR = re.compile(r"\s*[·•|‖]\s*|\s+[–—-]+(?:\s+|$)|\s{3,}|\t|;\s+")
_COMMA = re.compile(r",\s+")
_NUMBER = re.compile(
    r"(?:no|nr|nos|vol|volume|issue|number|part|pp?|pages?|session|edition|series|heft|jahrgang"
    r"|band|tome|año|año|№|n[°º])\.?\s*[\dIVXL]+(?:\s*[/.–-]\s*\w+)*"
    r"|\(?(?:19|20)\d\d(?:[/–-]\d{2,4})?\)?|\d{1,3}\s?\(\d{1,2}\)|\d{1,4}[–-]\d{1,4}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(?((?:19|20)\d\d)\)?")
_COURT = re.compile(
    r"(?:before|between|b e t w e e n)\s*:?"
    r"|(?:(?:first|second|third) )?(?:claimant|defendant|appellant|respondent|applicant|petitioner"
    r"|plaintiff|intervener)(?:/\w+)?s?"
    r"|(?:the )?(?:rt\.? hon\.? |hon\.? )?(?:the )?(?:lord|lady|mr|mrs|ms|dame|sir|judge|justice)\b"
    r".{0,30}\bjustice\b.{0,40}|.{1,120}\(instructed by .{1,120}",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"(?:[A-Z][A-Za-z]{0,7}[./-])+(?:\w{1,8}[./-]){0,4}\d{1,6}(?:[./-]\w{1,6}){0,3}"
    r"|\[\d{4}\] [A-Z]{2,6}(?: [A-Za-z]{2,5})? \d{1,5}(?: \([A-Za-z]+\))?"
    r"|(?:COM|SWD|JOIN|SEC|HC|HL|Cm|CP)\s?\(?\d{2,4}\)?(?:\s\d{1,4})?(?: final)?"
)
_NUMBERED_FIELD = re.compile(
    r"(?:neutral citation(?: number)?|(?:case|claim|docket|application|appeal|file|index|report"
    r"|document|doc|project|contract|reference|order|cable|press release|media release)"
    r"(?: (?:no|nr|number|ref|id))?|agenda item)\s*[.:]?\s*(?=.*\d)[\w/.()\[\] –-]{1,50}",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:please )?check against delivery|as (?:delivered|prepared(?: for delivery)?)"
    r"|(?:for )?(?:immediate|general) release|(?:strictly )?(?:under )?embargo(?:ed)?\b.{0,80}"
    r"|(?:not|no) (?:for|to be) .{3,60}|for (?:official|internal|public|general) (?:use|release"
    r"|distribution|circulation)(?: only)?|for (?:information|discussion|decision|action)(?: only)?"
    r"|(?:un)?(?:classified|restricted|official)(?:\s*[/–-]+\s*[a-z /-]{2,50})?"
    r"|(?:strictly |commercial in |in )?confiden(?:tial|ce)|(?:top )?secret|limite"
    r"|(?:nato|eu) (?:un)?(?:classified|restricted|confidential)"
    r"|sensitive(?: but unclassified)?|(?:advance|unedited|provisional|draft|final|revised"
    r"|corrected|uncorrected|unofficial|official|english|pre-?publication)(?: \w+)?"
    r" (?:copy|version|draft|text|translation|transcript|proof)|draft|translated from .{3,60}"
    r"|original ?: ?(?:\w+(?:[ /]\w+){0,2})|distr(?:ibution)?\.?\s*:\s*.{3,40}"
    r"|peer[- ]reviewed|open access|exclusive|breaking(?: news)?|long read|opinion|world"
    r"|\d+ (?:comments?|min(?:ute)?s?(?: read)?|words|pages)|reading time.{0,20}",
    re.IGNORECASE,
)
_ISSUED_BY = re.compile(
    r"(?:(?:jointly )?(?:issued|adopted|prepared|submitted|presented|delivered|drafted|cleared"
    r"|approved|produced|compiled|commissioned|asked|tabled|moved|translated|edited|sponsored)"
    r"(?: \w+)? by|(?:by|from) (?:our|a|an|the|staff|special)\b"
    r"(?: \w+){0,3} (?:correspondents?|reporters?|writers?|staff|desk|team|bureau|editors?))\b"
    r"|\(?signed\)?[:.]? \S|received:? .{0,60}\b(?:accepted|revised|published)\b"
    r"|hearing dates? ?:|before the honou?rable\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:\d{1,5}[a-z]?,? (?:[A-Z][\w.’'-]+ ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Square|Lane"
    r"|Boulevard|Blvd|Drive|Place|Way|Quay|Row)\b\.?.{0,80}"
    r"|(?:P\.? ?O\.? Box|Postfach|BP) \d+.{0,60}"
    r"|.{2,60}, [A-Z]{2} \d{5}(?:-\d{4})?(?:, .{2,20})?"
    r"|.{2,60}\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})"
)
_TOWN = re.compile(r"[A-Z][\w’'-]+, [A-Z][\w’'-]+")
_VENUE = re.compile(
    r"(?:the )?(?:[A-Z][\w.’'-]+ ){1,5}(?:House|Hall|Palace|Building|Headquarters|Hotel|Chamber"
    r"|Auditorium|Theatre|Square|Room|Courts? of Justice|Nations|Centre|Center|University)"
    r"(?: [A-Z0-9]\w{0,3})?, (?:[A-Z][\w.’'-]+,? ?){1,4}",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Institut[eo]?|Cent(?:re|er|ro)|University|Université|Universität|Universidad|College"
    r"|School|Faculty|Academy|Ministry|Department|Directorate|Bureau|Office|Agency|Authority"
    r"|Foundation|Fondation|Fundación|Stiftung|Embassy|Consulate|Mission|Delegation|Secretariat"
    r"|Commission|Committee|Council|Parliament|Senate|Congress|Assembly|Courts?|Tribunal|Division"
    r"|Nations|Organi[sz]ation|Association|Society|Programme|Program|Laboratory|Observatory"
    r"|Monetary Fund|Bank|Chamber|Think Tank|Research Service|Library)"
)
_INSTITUTION = re.compile(
    rf"(?:[\w.’'&-]+,? ){{0,7}}{_BODY}(?: (?:of|for|on|in|to|de|des|für|per|at)(?: [\w.’'&-]+)"
    r"{1,7})?(?:\s?\([A-Z][A-Za-z&-]{1,10}\))?(?:, (?:[\w.’'&-]+ ?){1,5}){0,3}"
    r"|(?:Институт|Министерство|Центр|Фонд|Университет)(?: [\w-]+){1,6}"
    r"|House of (?:Lords|Commons|Representatives|Keys)|(?:European|African) Union",
    re.IGNORECASE,
)
_BODY_FIRST = re.compile(
    r"(?:Stiftung|Institut|Fondation|Fundación|Instituto|Centro|Centre|Università|Université"
    r"|Universidad|Ministère|Ministerio|Институт|Министерство|Центр|Фонд|Университет)\s"
)
"""Bodies in languages that write the rest of the name small."""
_PERIODICAL = re.compile(
    r"(?:[\w.’'&-]+ ){0,5}(?:Annual|Yearbook|Year Book|Review|Journal|Quarterly|Monthly|Weekly"
    r"|Survey|Bulletin|Gazette|Almanac|Papers|Papers Series|Paper Series|Brief Series|Series"
    r"|Monitor|Digest|Magazine|Proceedings|Chronicle|Observer|Dispatch)"
    r"(?: (?:of|for|on) (?:[\w.’'&-]+ ?){1,6})?(?:,? (?:19|20)\d\d(?:[/–-]\d{2,4})?)?",
    re.IGNORECASE,
)
_SERIES_NAME = re.compile(
    r"(?:\S+ ){1,3}(?:brief|briefing|memo|paper|note|bulletin|review|monitor)s?(?: series)?"
    r"(?P<number>(?:,? (?:no\.?|nr\.?|number|#|№))? ?\d[\w/.-]*)?",
    re.IGNORECASE,
)
_SERIES_IN_GERMAN = re.compile(
    r"\w+[- ](?:kurz)?(?:analyse|studie|aktuell|papier|bericht|journal)\b(?: (?:nr\.?|no\.?)?)?"
    r" ?\d[\w/.-]*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:fellow|researcher|analyst|director|professor|lecturer|ambassador|editor|correspondent"
    r"|economist|minister|secretary|advis[eo]r|associate|scholar|president|chair(?:man|woman)?"
    r"|candidate|representative|rapporteur|commissioner|consultant|coordinator|officer)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?<=\d) (?:[|–—-] )?by (?=[A-Z])")


def masthead_says(text: str) -> Metadata | None:
    """Return what a line of a masthead says of the report; None where it is no such line.

    A line of several parts (``Policy Brief · No. 27 · October 2025``) counts only if each is known.
    """
    bare = text.strip("*_ ")
    if not bare or words(bare) > _LONGEST:
        return None
    if (
        _ISSUED_BY.match(bare)
        or _TOWN.fullmatch(bare)
        or _VENUE.fullmatch(bare)
        or _ADDRESS.fullmatch(bare)
    ):
        return Metadata()
    if _is_kicker(bare):
        return Metadata()
    return _part(bare) or _joint(_SEPARATOR.split(bare)) or _joint(_COMMA.split(bare))


def _is_kicker(text: str) -> bool:
    """Return whether capitals and bars name a section of a site: ``COLUMN | ECONOMY``."""
    return "|" in text and text.isupper() and words(text) <= _LONGEST_KICKER


def _joint(parts: list[str]) -> Metadata | None:
    known = [_part(part) for part in parts if part.strip(" -–—,")]
    if len(known) < 2 and len(parts) < 2:
        return None
    metadata = Metadata()
    for index, (part, said) in enumerate(zip(parts, known, strict=False)):
        if said is None and not (index < len(known) - 1 and is_label_of_series(part)):
            return None
        metadata = (said or Metadata()).overlaid(metadata)
    return metadata if any(said is not None for said in known) else None


def _part(text: str) -> Metadata | None:
    part = text.strip(" -–—,.:*")
    if date := date_in_line(part):
        return Metadata(date=date)
    if year := _YEAR.fullmatch(part):
        return Metadata(date=PartialDate(int(year[1])))
    known = (
        is_series_label(part)
        or _is_numbered_series(part)
        or any(
            form.fullmatch(part)
            for form in (_SERIES_IN_GERMAN, _NUMBER, _SYMBOL, _NUMBERED_FIELD, _NOTICE, _COURT)
        )
        or is_time_of_day(part)
        or is_imprint(part)
    )
    return Metadata() if known else None


def _is_numbered_series(text: str) -> bool:
    match = _SERIES_NAME.fullmatch(text)
    return match is not None and match["number"] is not None


def is_label_of_series(text: str) -> bool:
    """Return whether the line names a periodical, a series or the body that issues the report."""
    bare = text.strip("*_ ")
    return is_institution(bare) or is_periodical(bare)


def is_institution(text: str) -> bool:
    """Return whether the line is the name of an office, a university, a ministry, a court."""
    bare = text.strip("*_ ")
    if words(bare) > 14 or ends_sentence(bare) or ":" in bare:
        return False
    return _INSTITUTION.fullmatch(bare) is not None and _is_name(bare)


def is_periodical(text: str) -> bool:
    """Return whether the line is the name of a yearbook, a journal or a series of papers."""
    bare = text.strip("*_ ")
    if words(bare) > 10 or not _is_name(bare):
        return False
    return bool(_PERIODICAL.fullmatch(bare) or _SERIES_NAME.fullmatch(bare))


def _is_name(text: str) -> bool:
    if text.isupper() or is_title_case(text) or words(text) == 1:
        return True
    return _BODY_FIRST.match(text) is not None


def is_position(text: str) -> bool:
    """Return whether the line says what an author is: a fellow, a professor, a minister."""
    short = words(text) <= 12 and not ends_sentence(text) and "?" not in text
    return short and _ROLE.search(text) is not None


def dated_byline(text: str) -> tuple[str, str]:
    """Return date and by-line of ``Posted on 3 June 2024 by Jane Doe``; empty where it is none."""
    parted = _BY.split(text.split("|")[0].strip("*_ "), maxsplit=1)
    return (parted[0], f"By {parted[1].strip()}") if len(parted) == 2 else ("", "")
