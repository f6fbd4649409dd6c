"""What an enemy would write: addresses, commands, numbers and signs that have broken programs."""

from __future__ import annotations

from pathlib import Path

PORT = 47_711
"""On this computer; whatever knocks there has reached out."""
CANARY = Path(__file__).with_name("canary.txt")
"""A file that no report has a reason to hold the words of."""

_WEB = f"http://127.0.0.1:{PORT}/x"
_ENTITIES = (
    f'<!DOCTYPE r [<!ENTITY x SYSTEM "{CANARY.as_uri()}"><!ENTITY y SYSTEM "{_WEB}">'
    '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">'
    "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;'>]>"
)
_TEXTS = (
    "../../../../../../tmp/escaped", "/etc/passwd", "C:\\CON", "\\\\127.0.0.1\\share\\x", "NUL.txt",
    CANARY.as_uri(), str(CANARY), _WEB, _ENTITIES, "&x;", "&y;", "&d;", "&#0;", "&#xFFFFFFFF;",
    "<script>alert(1)</script>", f'<img src="{_WEB}">', f'<link rel="stylesheet" href="{_WEB}">',
    f'<style>@import "{_WEB}"</style>', f'<meta http-equiv="refresh" content="0;url={_WEB}">',
    f'<base href="{_WEB}">', "<![CDATA[", "]]>", "<!--", "-->", "<table>", "<td colspan=1000000>",
    "<li>", "<ol start=99999999999999999999>", "<svg>", "<math>", "<template>", "<select>",
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="'
    f'{CANARY.as_uri()}"/>',
    "{{ ''.__class__ }}", "{% include '/etc/passwd' %}", "{{ brief | attr('__class__') }}",
    "{% for a in brief.findings %}", "{% endfor %}", "{% raw %}", "{#", "#}", "{{", "}}", "%}",
    "=cmd|'/C calc'!A0", "@SUM(1)", "+1", "-1", "\t=1", "'; DROP TABLE report; --", "%s%n%x",
    "\u202e", "\u2066", "\u200b", "\ufeff", "\u0000", "\u0085", "\u2028", "\u0301" * 60, "\ufffe",
    "\ud7ff", "İ", "ß", "ﷺ", "𝟙", "１２３", "\x1b[31m", "\x0c", "\x1f", "\U0010ffff",
)  # fmt: skip
_NUMBERS = (
    "0", "-1", "255", "256", "65535", "65536", "2147483647", "2147483648", "4294967295",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "1e308", "1e309", "-1e309", "1e-320", "nan", "inf", "0x7fffffff", "9" * 400, "9" * 5000,
    "0.1", "00", "1_0", "2022-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "0001-01-01",
)  # fmt: skip
_BYTES = (
    b"\x00", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80",
    b"\xf4\x90\x80\x80", b"\x80", b"\r", b"\r\n", b"\n" * 200, b"PK\x03\x04", b"PK\x05\x06",
    b"%PDF-1.7\n", b"endobj", b"endstream", b"stream\n", b" 0 R", b"<<", b">>", b"[", b"]", b"(",
    b"/Kids", b"/Parent 1 0 R", b"/Length 999999999", b"/Filter /FlateDecode", b"/Encrypt 1 0 R",
    b"xref", b"trailer", b"startxref\n0\n%%EOF", b"BT", b"ET", b"Do", b"q", b"Q", b"Tj", b"cm",
    b"[" * 3000, b"{" * 3000, b'{"a":' * 3000, b"[[" * 1000, b"a.b." * 400, b"<div>" * 3000,
    b"<w:p>" * 300, b"<w:tbl><w:tr><w:tc>" * 90, b"> " * 1000, b"- " * 1000, b"*" * 3000,
    b"|" * 3000, b"`" * 3000, b"#" * 3000, b"_" * 3000, b"[a](" * 1000, b"![" * 1000, b"a" * 9000,
    b"<" * 3000, b"&" * 3000, b"\\" * 3000, b'"' * 3001, b"'" * 3001, b"," * 9000, b"(" * 3000,
    b"1 " * 3000, b". " * 3000, b"\t" * 3000, b" " * 9000, b"-" * 9000, b"=" * 3000,
)  # fmt: skip

NASTY: tuple[bytes, ...] = (
    *(text.encode("utf-8", "surrogatepass") for text in (*_TEXTS, *_NUMBERS)),
    *_BYTES,
)
"""What is put into files as it stands."""
WORDS: tuple[str, ...] = (*_TEXTS, *_NUMBERS)
"""What is put where a format has texts."""
NUMBERS: tuple[int | float, ...] = (
    0, -1, 1, 2**31 - 1, 2**31, 2**32, 2**53, 2**63 - 1, 2**63, 2**64, -(2**63), 10**30, 10**400,
    0.5, -0.5, 1e-320, 1e308, float("inf"), float("nan"),
)  # fmt: skip
"""What is put where a format has numbers."""
