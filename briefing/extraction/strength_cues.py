"""The words by which a sentence shows how much it says."""

from __future__ import annotations

import re

from briefing.extraction.cues import phrases

ROAD_MAP = phrases(
    r"""
    (this|the present|our) (paper|article|chapter|report|study|essay|policy brief|briefing|memo
      |section|analysis|contribution|volume|overview|product)
    (in|as in) the (following|next|previous|preceding|first|second|third|final|last
      |concluding) (section|chapter|paragraph)s?
    as (discussed|noted|mentioned|described|shown|explained|detailed) (above|below|earlier|later|in)
    (we|i) (will|shall|would like to|want to|then|now|first|here)( (also|then|now|not|first
      |briefly))? (argue|examine|discuss|analy[sz]e|look|focus|turn|consider|address|conclude
      |begin|show|explore|assess|review)
    (we|i) (begin|argue|examine|discuss|turn|conclude|analy[sz]e|focus)
    let us|we must turn|turn our attention
    (see|cf\.?|refer to) (also |the )?(table|figure|chapter|section|appendix|annex|box|below
      |above|crs)
    (the )?questions? (then |thus |therefore )?(arises?|remains?|is)
    it is (also |therefore )?(necessary|appropriate|useful|worth|important
      |interesting) (to )?(analy[sz]e|analy[sz]ing|consider|considering|examine|examining|look
      |looking|note|noting|recall|recalling|ask|asking|study|understand|distinguish)
    (allow|lead)s? us to|draw (several |some )?(lessons|conclusions)|sheds? light on
      |serves a (twofold|double) purpose
    it will be a question of|provides? an answer|to answer (this|that)|for more information
      |can mean (two|three|several) things
    """
)
"""About the text rather than the world."""

COURTESY = phrases(
    r"""
    thank you|thanks to (you|the organi[sz]ers)|congratulat\w*|pay tribute|welcome you
    i (would like to|wish to|want to|should like to) (thank|congratulate|express|extend|begin)
    (distinguished|esteemed) (delegates|guests|colleagues)|excellenc(y|ies)|ladies and gentlemen
    mr\.? president,|madam president|honou?r (to|for me)|it is (a|my) (privilege|pleasure)
    all rights reserved|click here|subscribe|sign up|newsletter|leave a (reply|comment)|cookies
    the views expressed|do(es)? not necessarily reflect|email address
    """
)
"""Politeness, and the notices of web pages and imprints."""

THEORY = phrases(
    r"""
    theor(y|ies|etical|ist|ists)|paradigm|conceptuali[sz]\w+|school of thought|literature|scholars?
    (is|are|can be|may be) (defined|understood|described|conceived) as|refers to|by definition
    ontolog\w+|epistemolog\w+|realism|realists?|constructivis[mt]|states (tend|seek) to
    """
)
"""Thinking about the world rather than telling of it."""

FIGURE = phrases(
    r"""
    [$€£]\s?\d
    \d+([.,]\d+)*\s?(%|per ?cent|million|billion|trillion|thousand|km|kilomet|miles|barrels
      |tonnes|tons|troops|soldiers|people|bcm|bpd|years|dollars|euros|metric|votes|seats|members
      |cases)
    \d{1,3}(,\d{3})+
    (dozens|hundreds|thousands|millions|billions|half|one[- ]third|two[- ]thirds|a (quarter
      |third)) of
    (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) [a-z]+s
    """,
    before=r"(?<!\w)",
    after="",
)
"""How much or how many."""

FINITE = phrases(
    r"""
    is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|shall
      |should|cannot|(is|are|was|wo|do|does|did)n[’']t
    (?-i:[A-Z])[\w’']+ (?-i:[a-z]){3,}s|[a-z]{3,}ed|[a-z]{2,}(ates?|izes?|ises?|ifies|fies|ens)
    said|says|told|took|gave|made|makes|went|came|comes|became|becomes|began|begins|led|leads
      |left|leaves|met|won|lost
    rose|rises|fell|falls|sent|held|holds|kept|keeps|built|sold|bought|brought|sought|seeks?
      |seems?|remains?|shows?|wants?
    plans?|faces?|fought|struck|hit|put|set|cut|cost|paid|grew|grows|drew|draws|broke|chose
      |wrote|spoke|saw|sees|knew|knows
    thought|thinks|found|finds|got|gets|gives|takes|needs?|allows?|helps?|serves?|offers?
      |continues?|includes?|provides?
    supports?|opposes?|depends?|relies|appears?|tends?|prefers?|believes?|considers?|argues?
      |supplies|accounts|owns|targets
    means|meant|reflects?|suggests?|requires?|represents?|aims?|hosts?|relies|exports|imports
      |produces|controls|borders
    """
)
"""A verb that makes a sentence of it."""

DEED = phrases(
    r"""
    signed|agreed|announced|launched|deployed|attacked|seized|imposed|lifted|banned|expelled
      |invaded|annexed|withdr(ew|awn)
    joined|left|ratified|approved|rejected|refused|condemned|supplied|delivered|sold|purchased
      |bought|exported|imported
    invested|built|opened|closed|(re-?)?elected|appointed|dismissed|arrested|killed|wounded
      |displaced|fled|voted|adopted
    issued|declared|established|created|suspended|resumed|halted|blocked|cut|reduced|increased
      |rose|fell|doubled|tripled
    reached|accounted|received|provided|pledged|allocated|requested|threatened|warned|accused
      |demanded|called|met|hosted
    visited|held|mediated|brokered|extended|renewed|expanded|tested|enriched|shot|struck|hit
      |captured|occup(y|ies|ied)
    controls?|supplies|sells|exports|imports|produces|hosts|depends|relies
    """
)
"""What somebody did or does."""

JUDGEMENT = phrases(
    r"""
    likely|unlikely|probably|certainly|risks?|threatens?|could|would|will|expected|forecast
      |inevitabl[ey]|cannot|unable|capable
    means that|shows that|demonstrat\w+|suggests? that|indicat\w+|because|despite|although
      |while|thereby|thus|in order to
    so that|as long as|if|unless|weaken\w*|strengthen\w*|increasingly|no longer|remains?
      |depends?|becom\w+|serv\w+ as
    """
)
"""A forecast, a condition, a cause, an assessment."""

COMMENT = phrases(
    r"""
    fortunately|unfortunately|obviously|interesting(ly)?|remarkabl[ey]|tragic(ally)?|tragedy
      |ironically|needless to say
    so to speak|as it were|one (might|should|could)|you (might|should|can)|in a word|to be sure
      |it goes without saying
    """
)
"""The writer's aside."""

BARE_QUOTE = re.compile(r"^\W*[\"“][^\"”]{20,}[\"”]?\W*$")
"""Nothing but a quotation."""

ADDRESS = re.compile(r"https?://|www\.|\w@\w+\.|\bdoi\b|©|\bISBN\b")
"""A web or mail address, or an imprint."""
