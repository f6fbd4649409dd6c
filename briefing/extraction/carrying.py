"""What a sentence that names and refers to nobody is about: what goes on from before.

Takes a sentence and the thread of the report before it; gives the regions in mind, or none where
it speaks of the text itself or only asks.
"""

from __future__ import annotations

from briefing.extraction.cues import phrases
from briefing.extraction.guarded import cue, words_in
from briefing.extraction.reference_words import SPEAKER
from briefing.extraction.sentence import Sentence
from briefing.extraction.thread import Thread
from briefing.model import TextKind

_MOST_CARRIED = 3
_LONG_STRETCH = 5
"""From so many sentences without a name on, a report speaks of nobody in particular."""
_SHORT_QUESTION = 8
"""Words up to which a question by the way only leads on: "So what happens next?"."""

_OF_THE_TEXT = cue(
    phrases(
        """
    (this|the present|another) (chapter|paper|article|report|section|study|essay|policy brief)
    the (next|previous|following|first|second|last|third) (chapter|paper|section|essay)
    let (me|us)|I (shall|will|would like to|want to|commend|thank|say|conclude)|we recommend
    we (shall|will|now|then) (now )?(return|turn|examine|discuss|look|consider)
    (this|which) brings us to|detain us|turn our attention|worth (illustrating|recalling|noting)
    (discussed|described|examined|treated|dealt with) (at length )?(above|below|elsewhere)
    """
    ),
    "chapter paper article report section study essay brief let i recommend we brings detain "
    "attention worth above below elsewhere",
)
"""What a text says of itself."""


def carried_on(sentence: Sentence, thread: Thread) -> tuple[str, ...]:
    """Return what a sentence that names and refers to nobody is about.

    In a long stretch without a name, nobody, unless the report deals with one region only.
    """
    if _is_of_the_text(sentence) or (thread.unnamed > _LONG_STRETCH and len(thread.title) != 1):
        return ()
    topic = thread.section or thread.title
    if sentence.opens_block and topic:
        in_mind = tuple(region for region in topic if region in thread.before)
        return (in_mind or topic)[:_MOST_CARRIED]
    return (thread.still_meant() or topic)[:_MOST_CARRIED]


def said_of_us(text: str) -> str:
    """Return the word by which a speaker speaks of his own country; empty where there is none."""
    match = SPEAKER.search(text, words_in(text))
    return match.group() if match else ""


def _is_of_the_text(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the text, or only asks: it is about no part of the world."""
    asks = sentence.text.endswith("?") and sentence.kind is TextKind.BODY
    if asks and len(sentence.text.split()) <= _SHORT_QUESTION:
        return True
    return _OF_THE_TEXT.search(sentence.text, words_in(sentence.text)) is not None
