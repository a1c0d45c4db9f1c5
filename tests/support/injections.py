"""Texts that mean something to one of the things that the program writes for,
each of which must come out as itself: `python3 injections.py` prints them as
JSON. All are allowed in a ladder, so they hold no control character and no
override of the text direction; those are refused before anything is made of
them."""

import json

INJECTIONS = [
    # elements
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=https://e.example/beacon.png>",
    "<svg onload=alert(1)><animate onbegin=alert(1)>",
    "<svg><script href=data:,alert(1) />",
    "<svg><foreignObject><iframe src=//e.example></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=data:text/html,x></object><embed src=x>",
    "<base href=https://e.example/>",
    "<meta http-equiv=refresh content='0;url=https://e.example'>",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">",
    "<link rel=stylesheet href=https://e.example/x.css>",
    "<form action=https://e.example><input autofocus onfocus=alert(1)>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<template><p id=page></template><noscript><p title=\"</noscript><b>\">",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<h1>Another title</h1><main>",
    # ends of ours
    "</title><script>alert(1)</script>",
    "</style><b>",
    "</td></tr></table></main></body></html><p>",
    "</svg></text></summary></details></section><b>",
    "</desc></title><rect width=9999 height=9999>",
    # attributes
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><svg/onload=alert(1)>",
    "` onmouseover=`alert(1)",
    "x\" style=\"position:fixed;inset:0\" x=\"",
    "x onclick=alert(1) y=",
    # entities, comments, sections
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;b&#62; &#x3c;i&#x3e; &lt &amp;lt; &nbsp;",
    "&quot; onload=&quot;alert(1) &#0; &#xD800; &#x202e;",
    "<!-- x --!> <!--> <!--[if IE]><b><![endif]-->",
    "]]> <![CDATA[ <b>x</b> ]]>",
    "<?php echo 1 ?> <?xml-stylesheet href='x'?> <!DOCTYPE x [<!ENTITY e 'x'>]>",
    # addresses
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1) \"t\")",
    "[x](vbscript:x) [y](data:text/html;base64,PGI+) [z](file:///etc/passwd)",
    "![x](https://e.example/p.png) <javascript:alert(1)>",
    "[x](https://e.example/\" onclick=\"alert(1)) [y](//e.example)",
    "[x](&#106;avascript:alert(1)) [y](java%0ascript:x) [z](blob:x)",
    # styles and templates
    "@import url(//e.example/x.css); body{display:none}",
    "expression(alert(1)); background:url(javascript:alert(1))",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)} #{7*7} <%= 7*7 %> {% raw %}",
    "%%{init: {\"securityLevel\": \"loose\"}}%% ;section x: done, s1",
    # characters
    "a\u200bb\u200c\u200d\u2060c\u200e\u200f\u061cd",
    "\\u202e \\x00 \\0 %00 %22%3E \\u003cb\\u003e &#8238; \\\\",
    "\u05d0\u05d1\u05d2 (abc) \u0661\u0662\u0663 \u0627\u0644\u0633\u0644\u0645",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e \u2039b\u203a",
    "Z\u0351\u036b\u0343a\u0489l\u0322g\u0321o e\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u8ab2\u984c\u300c\u6bce\u65e5\u300d\u3067\u3059\u3001\U00020bb7",
    # formulas, orders, structure
    "=HYPERLINK(\"https://e.example\",\"x\") +1 -1 @SUM(A1)",
    "BEGIN:VEVENT;X=\"1\",END:VCALENDAR\\nATTACH:x",
    "::error file=x::y %0A::set-output name=x::y ##[error]x",
    "| a | b |\\ `c` **d** ~~e~~ $f$ @someone #1 - [ ] g",
    # length
    "Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbau" * 8,
    "https://e.example/" + "a" * 400 + "?b=<c>&d=\"e\"",
    "\u9593" * 300,
]

assert len(INJECTIONS) >= 60
assert len(INJECTIONS) == len(set(INJECTIONS))

if __name__ == "__main__":
    print(json.dumps(INJECTIONS))
