"""What part a region plays in a sentence, by the words beside its name in the sentence's language.

As for English: a city may only be the venue, a war only the setting, a state only what something is
compared with; the first name that is none of these acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.gazetteer import Hit, NameKind
from briefing.extraction.languages.cues import Lists, anywhere, right_before
from briefing.extraction.roles import Role

_SEATED = frozenset({NameKind.CITY, NameKind.CAPITAL})
_BESIDE = 40
"""Characters before a name in which its part shows."""


@dataclass(frozen=True, slots=True)
class RoleReader:
    """Gives every name of a sentence its part."""

    place_before: re.Pattern[str]
    occasion: re.Pattern[str]
    event_before: re.Pattern[str]
    event_after: re.Pattern[str]
    setting_before: re.Pattern[str]
    joined: re.Pattern[str]

    @classmethod
    def of(cls, lists: Lists) -> RoleReader:
        """Return the reader with the lists of a language's table."""
        joining = [re.escape(word) for word in lists["joined"]]
        words = rf"(?:\s+(?:{'|'.join(joining)}))?" if joining else ""
        articles = r"(?:\s+\w{1,3}['’]?){0,2}\s*$"
        events = "|".join(word.replace("*", r"\w*") for word in lists["events"]) or "(?!)"
        return cls(
            place_before=right_before(lists["place_before"]),
            occasion=anywhere(lists["occasions"]),
            event_before=re.compile(rf"(?<!\w)(?:{events})(?!\w){articles}", re.IGNORECASE),
            event_after=re.compile(rf"[\s-]+(?:{events})(?!\w)", re.IGNORECASE),
            setting_before=right_before(lists["setting_before"]),
            joined=re.compile(rf",?{words}(?:\s+\w{{1,3}}['’]?)?\s*", re.IGNORECASE),
        )

    def roles(self, text: str, hits: Sequence[Hit]) -> list[Role]:
        """Return the role of each hit in a sentence."""
        found = [self._role(text, hit) for hit in hits]
        first = next((n for n, role in enumerate(found) if role is Role.CENTRAL), None)
        if first is None:
            return found
        found[first] = Role.SUBJECT
        for number in range(first + 1, len(hits)):
            between = text[hits[number - 1].end : hits[number].start]
            if found[number] is not Role.CENTRAL or not self.joined.fullmatch(between):
                break
            found[number] = Role.SUBJECT
        return found

    def _role(self, text: str, hit: Hit) -> Role:
        before = text[max(0, hit.start - _BESIDE) : hit.start]
        seated = hit.name.kind in _SEATED and self.place_before.search(before)
        if seated and self.occasion.search(text):
            return Role.VENUE
        if self.setting_before.search(before):
            return Role.BACKGROUND
        described = hit.name.kind in {NameKind.ADJECTIVE, NameKind.PREFIX}
        if described:
            setting = self.event_after.match(text, hit.end)
        else:
            setting = self.event_before.search(before)
        return Role.BACKGROUND if setting else Role.CENTRAL
