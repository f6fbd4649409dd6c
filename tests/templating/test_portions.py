"""Portion marks in documents: before findings, judgements and the desk's paragraphs."""

from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from briefing.model import Brief, FieldValue
from briefing.model.trace import PartKind
from briefing.templating import render
from briefing.tracing.making import parts_of, trace_of
from tests import briefs
from tests.marking.test_weighing import marked_brief


def rendered(brief: Brief) -> lxml_html.HtmlElement:
    made = render(brief, (), briefs.TAXONOMY)
    return lxml_html.document_fromstring(made.html)


def with_marks(**changes: object) -> Brief:
    made = marked_brief()
    request = replace(made.request, portion_marks=True, marking="SECRET", **changes)  # type: ignore[arg-type]
    return replace(made, request=request, charts=())


def first_words(root: lxml_html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split())[:24] for element in root.xpath(path)]


def test_each_part_begins_with_its_own_marking() -> None:
    root = rendered(with_marks())
    assert first_words(root, "//p[@class='bottom-line']") == [
        "(S) Nobody guards the co",
        "(S) The rest is known.",
    ]
    judged = first_words(root, "//p[contains(@class, 'judgement-text')]")
    assert judged[0].startswith("(OS) The next round")
    assert judged[1].startswith("(S) No garrison")
    findings = first_words(root, "//li[@class='finding']")
    assert findings[0].startswith("(O) After the two days")
    assert findings[1].startswith("(OS) The ceasefire")
    assert all(line.startswith("(S) ") for line in first_words(root, "//ul[@class='lines']/li"))


def test_the_mark_is_an_element_of_its_own_before_the_words() -> None:
    root = rendered(with_marks())
    marks = root.xpath("//li[@id='f-0001']/span[@class='portion']")
    assert [mark.text for mark in marks] == ["(OS)"]
    assert marks[0].tail.startswith(" The ceasefire")


def test_the_key_tells_the_marks_that_are_printed_and_no_others() -> None:
    text = rendered(with_marks()).text_content()
    assert "United Kingdom: (O) OFFICIAL; (OS) OFFICIAL-SENSITIVE; (S) SECRET." in text
    assert "TOP SECRET" not in text


def test_what_the_file_carries_of_a_finding_is_its_words_without_the_mark() -> None:
    made = with_marks()
    rendered_ = replace(render(made, (), briefs.TAXONOMY), traces=(trace_of(made),))
    parts = [part for part in parts_of(rendered_) if part.code == "f-0001"]
    assert [part.kind for part in parts[:3]] == [PartKind.MARK, PartKind.FINDING, PartKind.MARK]
    assert parts[0].text == "(OS)"
    assert parts[1].text == made.findings[1].text


def test_marks_that_were_typed_are_not_printed_where_none_are_wanted() -> None:
    root = rendered(replace(with_marks(), request=replace(marked_brief().request)))
    assert not root.xpath("//span[@class='portion']")
    assert first_words(root, "//p[@class='bottom-line']")[0].startswith("Nobody guards")


def test_heads_carry_no_mark() -> None:
    made = with_marks(title="(O) Talks", reference="(O) EECA/1", purpose="(O) For decision")
    made = replace(made, title="(O) Talks")
    root = rendered(made)
    assert root.xpath("//h1")[0].text_content() == "Talks"
    assert root.xpath("//title")[0].text_content() == "Talks"
    printed = render(made, (), briefs.TAXONOMY)
    assert printed.title == "Talks"
    assert printed.reference == "EECA/1 · version 1"
    assert printed.subject.endswith("For decision")


def test_all_words_in_the_fields_of_a_template_are_marked_however_few_and_dates_are_not() -> None:
    fields = (
        FieldValue("visit", (("Minister in Tallinn",),)),
        FieldValue("meeting_date", (("2026-11-30",),)),
        FieldValue("objective", (("To agree on the next meeting.",),)),
        FieldValue("points", (("(O) We are ready to host talks.",), ("None.",))),
        FieldValue("people", (("Ambassador", "Speaks French."),)),
    )
    root = rendered(with_marks(template="visit", fields=fields))
    text = " ".join(root.text_content().split())
    assert "(S) To agree on the next meeting." in text
    assert "(O) We are ready to host talks." in text
    for words in ("None.", "Ambassador", "Speaks French.", "Minister in Tallinn"):
        assert f"(S) {words}" in text
    assert "30 November 2026" in text


def test_without_a_scheme_brackets_are_words_like_others() -> None:
    made = marked_brief()
    made = replace(made, request=replace(made.request, scheme="", portion_marks=True))
    root = rendered(made)
    assert first_words(root, "//p[@class='bottom-line']")[0].startswith("(S) Nobody")
    assert not root.xpath("//span[@class='portion']")


def test_the_first_numbered_paragraph_of_a_memo_carries_the_mark_of_the_document() -> None:
    root = rendered(with_marks(template="memo"))
    first = root.xpath("//p[@class='numbered']")[0]
    assert " ".join(first.text_content().split()).startswith("1. (S) ")


def test_a_passage_carries_the_marking_of_its_report() -> None:
    made = with_marks()
    sources = tuple(
        replace(one, metadata=replace(one.metadata, marking="SECRET" if one.number == 1 else ""))
        for one in made.sources
    )
    root = rendered(replace(made, sources=sources))
    first = first_words(root, "//div[starts-with(@id, 'passage-1-')]/p[@class='passage-text']")
    assert first
    assert all(words.startswith("(S) ") for words in first)
    others = first_words(root, "//div[starts-with(@id, 'passage-2-')]/p[@class='passage-text']")
    assert "(O)" in {words[:3] for words in others}


def test_of_a_report_above_the_document_no_more_is_printed_than_its_findings_say() -> None:
    made = briefs.brief()
    first = made.findings[0]
    place = first.citations[0].source
    sources = tuple(
        replace(one, metadata=replace(one.metadata, marking="SECRET"))
        if one.number == place
        else one
        for one in made.sources
    )
    around = "Nobody else may read this."
    paragraphs = tuple(replace(one, text=f"{one.text} {around}") for one in made.paragraphs)
    asked = replace(made.request, scheme="uk", marking="OFFICIAL", comments=True)
    brief = replace(made, sources=sources, paragraphs=paragraphs, request=asked)
    document = render(brief, (), briefs.TAXONOMY)
    root = lxml_html.document_fromstring(document.html)
    inside = f"//div[starts-with(@id, 'passage-{place}-')]"
    assert not any(around in one.text_content() for one in root.xpath(inside))
    assert "The report is SECRET" in root.xpath(inside)[0].text_content()
    (said,) = [one for one in document.comments if one.on == first.code]
    assert around not in " ".join(said.paragraphs[:2])
